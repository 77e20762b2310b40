"""Actors: the list by kind, a page per actor with its events by role."""

from __future__ import annotations

from collections.abc import Iterator

from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.model import Actor
from chronicle.render.names import Names
from chronicle.render.page import Page
from chronicle.vocabulary import ACTOR_KINDS, ROLES, ActorKind, Role


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the list of actors and a page for each."""
    names = Names(archive, language)
    counts = {id: len(events(archive, id)) for id in archive.shown_actors}
    yield Page(
        address("actors"),
        "actors.md.j2",
        language.text("actors.title"),
        language.text("actors.description"),
        {"kinds": _by_kind(archive, names), "counts": counts},
    )
    for id, actor in archive.shown_actors.items():
        title = names.plain(actor.name)
        yield Page(
            address("actor", id),
            "actor.md.j2",
            title,
            language.text("actors.page_description", name=title),
            {
                "id": id,
                "actor": actor,
                "count": counts[id],
                "parts": _parts(archive, id),
                "roles": _by_role(archive, id),
                "claiming": _claiming(archive, id),
                "children": archive.children.get(id, []),
                "topmost": archive.origins.topmost(id),
            },
        )


def events(archive: Archive, id: str) -> list[str]:
    """Return the ids of the events in which an actor has a part."""
    roles = archive.by_actor.get(id, {})
    return sorted({dated.id for group in roles.values() for dated in group})


def _parts(archive: Archive, id: str) -> list[Dated]:
    """Return the events in which an actor has a part, in order of time."""
    mine = set(events(archive, id))
    return [dated for dated in archive.live if dated.id in mine]


def _by_kind(archive: Archive, names: Names) -> list[tuple[ActorKind, list[tuple[str, Actor]]]]:
    groups = []
    for kind in ACTOR_KINDS:
        entries = [(id, actor) for id, actor in archive.shown_actors.items() if actor.kind == kind]
        if entries:
            groups.append((kind, sorted(entries, key=lambda item: names.order(item[1].name))))
    return groups


def _by_role(archive: Archive, id: str) -> list[tuple[Role, list[Dated]]]:
    roles = archive.by_actor.get(id, {})
    return [(role, roles[role]) for role in ROLES if role in roles]


def _claiming(archive: Archive, id: str) -> list[Dated]:
    """Return events in which the actor claims a figure without having a part."""
    parts = set(events(archive, id))
    return [dated for dated in archive.by_claimant.get(id, []) if dated.id not in parts]
