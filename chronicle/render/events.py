"""Pages of events, and the pages that withdrawn, merged and former ids keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.export import api, citation, words
from chronicle.language import Language
from chronicle.lines import Line, exceeds, support
from chronicle.model import Claim, Event, Source, SourcedText
from chronicle.render import claims
from chronicle.render.names import Names
from chronicle.render.page import Page
from chronicle.vocabulary import RADIUS_KM, Contest, Relation


@dataclass(frozen=True)
class SourceGroup:
    """Sources that go back to the same lines; no line where they only carry what others found."""

    lines: tuple[Line, ...]
    sources: tuple[tuple[str, Source], ...]


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield a page for every event, and for ids that are gone."""
    for id, event in archive.events.items():
        if event.live:
            yield _event(archive, language, Dated(id, event))
        else:
            yield _gone(language, id, event)
    for old, id in archive.former.items():
        yield _renamed(language, old, id)


def last_changes(archive: Archive) -> dict[str, str]:
    """Return the day of each event page's last change: its latest correction, else `published`."""
    return {address("event", id): str(event.changed) for id, event in archive.events.items()}


def _event(archive: Archive, language: Language, dated: Dated) -> Page:
    event, names = dated.event, Names(archive, language)
    groups = source_groups(event, archive)
    order = [id for group in groups for id, _ in group.sources]
    found = support(event, archive.origins)
    before, after = archive.neighbours(dated.id)
    related = _related(archive, dated.id, event)
    return Page(
        address("event", dated.id),
        "event.md.j2",
        names.plain(event.title),
        words.description(archive, dated, language),
        {
            "id": dated.id,
            "dated": dated,
            "formats": list(_formats(dated.id)),
            "event": event,
            "place": archive.places[event.place],
            "radius": RADIUS_KM[archive.places[event.place].kind],
            "groups": claims.groups(event, archive),
            "source_groups": groups,
            "numbers": {id: number for number, id in enumerate(order, 1)},
            "support": found,
            "contested": contested(found.contested),
            "lower": exceeds(found.grading, event.grading),
            "heed": heed(event),
            "before": before,
            "after": after,
            "related": related,
            "related_ids": {other.id for _, other in related},
        },
        {"template": "event.html", "record": dated.id},
    )


def contested(points: frozenset[Contest]) -> str:
    """Return what is disputed as a code of `event.why_contested`; empty where nothing is."""
    return "both" if len(points) > 1 else "".join(points)


def _formats(id: str) -> Iterator[tuple[str, str]]:
    """Yield the other forms of an event as (proper name, path in the site)."""
    for name, ending in (("BibTeX", "bib"), ("RIS", "ris")):
        yield name, citation.path(id, ending)
    yield "JSON", api.path(id)
    yield "YAML", citation.path(id, "yml")


def heed(event: Event) -> list[str]:
    """Return what a reader is told before the account, as codes of `event.heed`: from the record's
    own data and only where an account is hard to bear, so that the words keep their weight.
    """
    children = any(
        claim.who == "children" and claim.harm in ("killed", "died") and claim.count.max != 0
        for claim in event.claims
    )
    killing = event.type == "killing-of-civilians"
    told = "both" if children and killing else "children" if children else "killing"
    images = any(source.graphic for source in event.sources.values())
    return [told] * (children or killing) + ["images"] * images


def source_groups(event: Event, archive: Archive) -> list[SourceGroup]:
    """Group an event's sources by the lines behind them, in the order in which the record uses
    them: one line first, then several, then none.
    """
    grouped: dict[tuple[Line, ...], list[tuple[str, Source]]] = {}
    for id in _used_order(event):
        lines = tuple(sorted(archive.origins.of_source(event, id)))
        grouped.setdefault(lines, []).append((id, event.sources[id]))
    ordered = sorted(grouped.items(), key=lambda item: (len(item[0]) == 0, len(item[0])))
    return [SourceGroup(lines, tuple(sources)) for lines, sources in ordered]


def _used_order(event: Event) -> list[str]:
    parts: tuple[SourcedText | Claim, ...] = (*event.account, *event.claims, *event.disputed)
    named = [id for part in parts for id in part.sources]
    return list(dict.fromkeys([*named, *event.sources]))


def _related(archive: Archive, id: str, event: Event) -> list[tuple[Relation, Dated]]:
    """Return related events by relation: those that this record names and those that name it."""
    pairs: list[tuple[Relation, str]] = [(r.relation, r.event) for r in event.related]
    named = {other for _, other in pairs}
    mirror: dict[Relation, Relation] = {"before": "after", "after": "before"}
    pairs += [
        (mirror.get(relation, relation), dated.id)
        for dated, relation in archive.pointed_at.get(id, [])
        if dated.id not in named and relation in {*mirror, "same-operation", "contradicts"}
    ]
    return [
        (relation, Dated(other, archive.events[other]))
        for relation, other in pairs
        if archive.events[other].live
    ]


def _gone(language: Language, id: str, event: Event) -> Page:
    merged, withdrawn = event.merged, event.withdrawn
    kind, end = ("merged", merged) if merged else ("withdrawn", withdrawn)
    assert end is not None
    title = language.text(f"former.{kind}_title", id=id)
    context = {
        "words": language.text(f"former.{kind}", date=language.day(end.on)),
        "reason": end.reason,
        "onward": merged.into if merged else None,
    }
    return Page(address("event", id), "former.md.j2", title, title, context, {"former": True})


def _renamed(language: Language, old: str, id: str) -> Page:
    title = language.text("former.renamed_title", id=old)
    context = {"words": language.text("former.renamed"), "reason": None, "onward": id}
    return Page(address("event", old), "former.md.j2", title, title, context, {"former": True})
