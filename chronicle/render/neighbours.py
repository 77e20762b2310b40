"""The campaigns beside a campaign: those that tell of the same events, and those that ran before,
at the same time or after with the same actors.

In: the archive. Out: neighbours by time, the nearest kin first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from chronicle.archive import Archive
from chronicle.dates import Span

UNKNOWN: Final = "unknown"
"""The actor that stands where nobody is known to have acted."""

When = Literal["before", "during", "after"]
WHEN: Final[tuple[When, ...]] = ("before", "during", "after")

Casts = Mapping[str, Mapping[str, int]]
"""Campaign -> actor -> number of its events there."""

MOST: Final = 3
"""How many without a common event are named of each time: more would be no neighbours."""

LEAST_KIN: Final = 2
"""One common actor makes no kinship: an army is in half of all campaigns."""


@dataclass(frozen=True)
class Neighbour:
    """Another campaign: how many events are in both, and which organised actors took part in both,
    those with the most events in it first.
    """

    id: str
    when: When
    common: int
    actors: tuple[str, ...]
    distance: float
    """Days between the two; for those at the same time, the share of actors that are not in both.
    """


def casts(archive: Archive) -> Casts:
    """Return the organised actors of every campaign."""
    return {id: _actors(archive, id) for id in archive.shown_campaigns}


def neighbours(archive: Archive, id: str, casts: Casts) -> list[tuple[When, list[Neighbour]]]:
    """Return a campaign's neighbours: all with common events, and of each time the nearest ones
    with common actors.
    """
    found = sorted(_found(archive, id, casts), key=lambda n: (-n.common, n.distance, n.id))
    groups = []
    for when in WHEN:
        mine = [n for n in found if n.when == when]
        kin = [n for n in mine if not n.common and len(n.actors) >= LEAST_KIN][:MOST]
        if shown := [n for n in mine if n.common] + kin:
            groups.append((when, shown))
    return groups


def _found(archive: Archive, id: str, casts: Casts) -> Iterator[Neighbour]:
    events = {dated.id for dated in archive.by_campaign.get(id, [])}
    mine = casts[id]
    for other in archive.shown_campaigns:
        theirs = casts[other]
        both = sorted(mine.keys() & theirs.keys(), key=lambda a: (-mine[a] - theirs[a], a))
        common = sum(dated.id in events for dated in archive.by_campaign.get(other, []))
        if other != id and (common or both):
            strangers = 1 - len(both) / max(len(mine.keys() | theirs.keys()), 1)
            when, days = _when(archive.campaigns[id].dates, archive.campaigns[other].dates)
            yield Neighbour(other, when, common, tuple(both), days or strangers)


def _when(mine: Span, theirs: Span) -> tuple[When, int]:
    """Return when the other one was, and how many days lie between."""
    if theirs.last < mine.first:
        return "before", (mine.first - theirs.last).days
    if theirs.first > mine.last:
        return "after", (theirs.first - mine.last).days
    return "during", 0


def _actors(archive: Archive, id: str) -> dict[str, int]:
    """Count the events of each actor of a campaign, without people at large and the unknown."""
    counts: dict[str, int] = {}
    for dated in archive.by_campaign.get(id, []):
        for actor in {part.actor for part in dated.event.actors}:
            if actor != UNKNOWN and archive.actors[actor].kind != "community":
                counts[actor] = counts.get(actor, 0) + 1
    return counts
