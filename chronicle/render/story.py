"""A campaign as a story: what happened in order, what is known, what is disputed, who took part.

In: a campaign's events. Out: what its page shows. It has no words of its own: every sentence is one
of a record, every range one that an event's page shows, and nothing is added up across events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.archive import Archive, Dated
from chronicle.dates import Span
from chronicle.model import Event, SourcedText
from chronicle.render import claims
from chronicle.vocabulary import (
    ATTRIBUTED_ROLES,
    ATTRIBUTIONS,
    GRADINGS,
    LINELESS_PUBLISHER_KINDS,
    ROLES,
    Attribution,
    Grading,
    Role,
)

KNOWN: Final[frozenset[Grading]] = frozenset({"confirmed", "fair"})
"""Gradings of events that count as known."""


@dataclass(frozen=True)
class Scene:
    """One event of the story with the sentence that opens it and the sources of that sentence, as
    (id of the source, its publisher).
    """

    dated: Dated
    opening: SourcedText
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Told:
    """An event with its claims by harm and side, each with its range."""

    dated: Dated
    groups: tuple[claims.Group, ...]


@dataclass(frozen=True)
class Participant:
    """An actor in one role: in how many events, and by whose word where the role needs one."""

    actor: str
    events: int
    attributions: tuple[tuple[Attribution, int], ...]


@dataclass(frozen=True)
class Story:
    """All that the page of a campaign tells."""

    dates: Span
    gradings: tuple[tuple[Grading, int], ...]
    years: tuple[tuple[int, tuple[Scene, ...]], ...]
    known: int
    figures: tuple[Told, ...]
    disputes: tuple[Told, ...]
    roles: tuple[tuple[Role, tuple[Participant, ...]], ...]


def told(archive: Archive, events: Sequence[Dated]) -> Story:
    """Tell the story of a campaign's events, of which there is at least one."""
    counts = Counter(dated.event.grading for dated in events)
    years = sorted({dated.year for dated in events})
    return Story(
        lasted(events),
        tuple((grading, counts[grading]) for grading in GRADINGS if counts[grading]),
        tuple(
            (year, tuple(_scene(archive, d) for d in events if d.year == year)) for year in years
        ),
        sum(counts[grading] for grading in KNOWN),
        tuple(one for d in events if _is_known(d) and (one := _figures(archive, d)).groups),
        tuple(_dispute(archive, d) for d in events if _is_disputed(d)),
        _roles(events),
    )


def lasted(events: Sequence[Dated]) -> Span:
    """Return the time from the first day of the first event to the last day of the last."""
    first = min(events, key=lambda dated: dated.event.date.first)
    last = max(events, key=lambda dated: dated.event.date.last)
    return Span(first.event.date.start, last.event.date.end)


def _scene(archive: Archive, dated: Dated) -> Scene:
    """Return an event as it opens; copies are named only where nothing else carries the words."""
    opening = _opening(dated.event)
    named = {dated.event.sources[id].publisher: id for id in reversed(opening.sources)}
    own = [id for id in named if archive.publishers[id].kind not in LINELESS_PUBLISHER_KINDS]
    return Scene(dated, opening, tuple(sorted((named[id], id) for id in own or named)))


def _opening(event: Event) -> SourcedText:
    """Return the first statement about the event itself: one that rests only on sources from before
    it tells what went before.
    """
    return next(
        (s for s in event.account if not all(event.sources[id].background for id in s.sources)),
        event.account[0],
    )


def _figures(archive: Archive, dated: Dated) -> Told:
    return Told(dated, claims.counted(dated.event, archive))


def _dispute(archive: Archive, dated: Dated) -> Told:
    """Return a disputed event; its figures only where they do not stand among what is known."""
    return Told(dated, ()) if _is_known(dated) else _figures(archive, dated)


def _is_known(dated: Dated) -> bool:
    return dated.event.grading in KNOWN


def _is_disputed(dated: Dated) -> bool:
    return bool(dated.event.disputed) or dated.event.grading == "contested"


def _roles(events: Iterable[Dated]) -> tuple[tuple[Role, tuple[Participant, ...]], ...]:
    """Return who took part, by role; those with the most events first."""
    parts = [(part, dated.id) for dated in events for part in dated.event.actors]
    roles = []
    for role in ROLES:
        mine = [(part, id) for part, id in parts if part.role == role]
        actors = Counter(actor for actor, _ in {(part.actor, id) for part, id in mine})
        given = Counter((part.actor, part.attribution) for part, _ in mine)
        participants = tuple(
            Participant(
                actor,
                number,
                tuple((a, given[actor, a]) for a in ATTRIBUTIONS if given[actor, a])
                if role in ATTRIBUTED_ROLES
                else (),
            )
            for actor, number in sorted(actors.items(), key=lambda item: (-item[1], item[0]))
        )
        if participants:
            roles.append((role, participants))
    return tuple(roles)
