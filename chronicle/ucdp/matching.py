"""Finds UCDP's rows for our events: events and rows in, scored candidates out.

The score is made of date, distance, sides and type, never of the figures: a row is not the better
match for agreeing with a claim. Which candidate is the event is a person's decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chronicle.archive import Archive, Dated
from chronicle.model import Event, Place
from chronicle.ucdp.camps import agreement
from chronicle.ucdp.entries import governorate
from chronicle.ucdp.names import Names, kilometres
from chronicle.ucdp.rows import Row, Side
from chronicle.ucdp.wording import ONE_SIDED
from chronicle.vocabulary import RADIUS_KM, UCDP

SLACK: Final = timedelta(days=2)
"""How far apart the days may be: reports of a night, and dates of the report."""

_GAP: Final[Mapping[int, float]] = {0: 1.0, 1: 0.6, 2: 0.3}
"""Days between the two spans -> how well the dates agree."""

_REACH_KM: Final[Mapping[int, float]] = {1: 3, 2: 10, 3: 25, 4: 60, 5: 40, 6: 300, 7: 60}
"""where_prec -> km within which the row's point may stand for its place; most of code 2 is nearer
than the 25 km that the codebook allows.
"""

_FIRMNESS: Final[Mapping[int, float]] = {1: 1, 2: 1, 3: 0.7, 4: 0.5, 5: 0.6, 6: 0.25, 7: 0.5}
"""where_prec -> how much a small distance tells."""

_WIDE_KM: Final = 150.0
"""Radius taken for our places that have none."""

_UNPOINTED: Final = 0.6
"""How well a row of the right governorate agrees with a place that has no point."""

OPPOSITION_GROUPS: Final = "opposition-groups"
"""Stands for a side that the registry does not know: nearly all of them are small groups."""

_PART: Final = 10
"""A row this many times sharper than our place is thought to tell of a part of the event."""

LEAST: Final = 0.1
"""Candidates below this are not shown."""


@dataclass(frozen=True)
class Candidate:
    """A row that may be an event of ours: km between the points (None where ours has none), and
    days between the spans.
    """

    event: str
    row: Row
    km: float | None
    days: int
    score: float


def candidates(archive: Archive, rows: Iterable[Row], most: int) -> dict[str, list[Candidate]]:
    """Return the best `most` rows for every shown event that has any, the best first."""
    by_day = _by_day(rows)
    names = Names(archive)
    found: dict[str, list[Candidate]] = {}
    for dated in archive.live:
        near = _near(dated.event, by_day)
        scored = [one for row in near if (one := _score(dated, row, archive, names))]
        scored.sort(key=lambda one: (-one.score, one.days, one.km or 0, one.row.id))
        if scored:
            found[dated.id] = scored[:most]
    return found


def _by_day(rows: Iterable[Row]) -> dict[date, list[Row]]:
    """Index rows by each of their days, with the slack on both sides."""
    found: defaultdict[date, list[Row]] = defaultdict(list)
    for row in rows:
        day = row.first - SLACK
        while day <= row.last + SLACK:
            found[day].append(row)
            day += timedelta(days=1)
    return found


def _near(event: Event, by_day: Mapping[date, Sequence[Row]]) -> Iterator[Row]:
    """Yield the rows of an event's days, each once."""
    seen: set[int] = set()
    day = event.date.first
    while day <= event.date.last:
        for row in by_day.get(day, ()):
            if row.id not in seen:
                seen.add(row.id)
                yield row
        day += timedelta(days=1)


def _score(dated: Dated, row: Row, archive: Archive, names: Names) -> Candidate | None:
    """Score one row from 0 to 1; None where too little agrees."""
    event = dated.event
    near, km = _nearness(archive.places[event.place], row)
    days = _days_apart(event, row)
    score = near * _dates(event, row, days) * _sides(event, row, archive, names) * _type(event, row)
    if score < LEAST:
        return None
    return Candidate(dated.id, row, km, days, round(score, 2))


def _nearness(place: Place, row: Row) -> tuple[float, float | None]:
    """Return from 0 to 1 how well the places agree, and the km between them.

    A coarse row tells little about a village, and all there is to know about a governorate. A place
    without a point agrees a little with every row of its governorate.
    """
    if place.lat is None or place.lon is None:
        same = place.governorate is not None and place.governorate == governorate(row)
        return (_UNPOINTED if same else 0.0), None
    km = kilometres((place.lat, place.lon), row.point)
    radius, reach = RADIUS_KM[place.kind] or _WIDE_KM, _REACH_KM[row.where]
    firmness = max(_FIRMNESS[row.where], min(1.0, radius / reach))
    if reach < radius / _PART:
        firmness *= 0.9  # a row of one village in a governorate tells of a part
    return firmness / (1 + (km / (radius + reach)) ** 4), km


def _days_apart(event: Event, row: Row) -> int:
    return max((row.first - event.date.last).days, (event.date.first - row.last).days, 0)


def _dates(event: Event, row: Row, apart: int) -> float:
    """Days that agree, less where one span is much longer than the other: at most halved."""
    first, last = event.date.first, event.date.last
    shared = (min(last, row.last) - max(first, row.first)).days + 1
    whole = (max(last, row.last) - min(first, row.first)).days + 1
    return _GAP[apart] * (0.5 + 0.5 * max(shared, 1) / whole)


def _sides(event: Event, row: Row, archive: Archive, names: Names) -> float:
    """From 0.3, where neither side is among the event's actors, to 1, where both are."""
    ours = {part.actor for part in event.actors} | {c.side for c in event.claims if c.side}
    a, b = (agreement(_actors(side, row, names), ours, archive) for side in (row.a, row.b))
    if row.violence != ONE_SIDED and row.deaths.civilians:
        # Where civilians died, UCDP's second side may have had no part in the event itself.
        civilians = agreement(["civilians"], ours, archive)
        a, b = sorted((a, b, civilians))[1:]
    return 0.3 + 0.35 * (a + b)


def _actors(side: Side, row: Row, names: Names) -> list[str]:
    """Return the actors of a side."""
    return [names.actor(one, row.first) or OPPOSITION_GROUPS for one in side.parts]


def _type(event: Event, row: Row) -> float:
    """Whether UCDP has such an event at all, and with this type of violence."""
    kinds = UCDP.get(event.type)
    if kinds is None:
        return 0.6
    return 1.0 if row.violence in kinds else 0.75
