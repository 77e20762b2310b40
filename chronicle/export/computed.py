"""What the build works out of a record, and the plain values that shapes are made of.

In: entries of the archive. Out: texts, numbers, lists and mappings that JSON can hold. Everything
that stands under `computed` in a shape of an event is made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from chronicle.address import LANGUAGES, Kind, address, full
from chronicle.archive import Archive, Dated
from chronicle.dates import Span
from chronicle.language import Language
from chronicle.lines import Line, support
from chronicle.model import Event, Text
from chronicle.vocabulary import RADIUS_KM

Shape = dict[str, Any]

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"


def event(archive: Archive, dated: Dated, citation: Mapping[str, str]) -> Shape:
    """Return what the build worked out of a shown event; `citation` is its own, by language."""
    record, found = dated.event, support(dated.event, archive.origins)
    where = archive.places[record.place]
    return {
        **when(record.date),
        "governorate": where.governorate,
        "latitude": where.lat,
        "longitude": where.lon,
        "radius_km": RADIUS_KM[where.kind],
        "lines": found.lines,
        "impartial_lines": found.impartial,
        "line_ids": ids(archive.origins.of_sources(record, record.sources)),
        "supported_grading": found.grading,
        "changed": str(record.changed),
        "names": _names(archive, record),
        "citation": dict(citation),
        "page": pages("event", dated.id),
        "licence": LICENCE,
    }


def when(span: Span) -> Shape:
    """Return the days that a date can mean, and how precise it is."""
    same = span.start.precision == span.end.precision
    return {
        "date_first": str(span.first),
        "date_last": str(span.last),
        "date_precision": span.start.precision if same else "mixed",
    }


def text(one: Text) -> Shape:
    """Return both sides of a text; a pending one says so."""
    pending = {"translation": one.translation} if one.translation else {}
    return {"en": one.en, "ar": one.ar, **pending}


def date(span: Span) -> str:
    """Write a date in EDTF: `2019-03-03`, `2014-05~`, `2019-02/2019-03`, and
    `[2019-03-01..2019-03-06]` for one unknown day between two (level 2, "one of a set").
    """
    return f"[{span.start}..{span.end}]" if span.within else str(span)


def ids(lines: Iterable[Line]) -> list[str]:
    """Return the ids of lines, sorted."""
    return sorted(line.id for line in lines)


def pages(kind: Kind, id: str = "", anchor: str = "") -> Shape:
    """Return a page's address in each language, from the root of the site."""
    target = address(kind, id) + (f"#{anchor}" if anchor else "")
    return {code: full(code, target, "") for code in LANGUAGES}


def note(archive: Archive, languages: Mapping[str, Language]) -> Shape:
    """Return what every list must say: that it is a selection (safety rule 21)."""
    number = len(archive.live)
    return {
        code: one.text("selection", events=one.text("count.events", number=number))
        for code, one in languages.items()
    }


def _names(archive: Archive, record: Event) -> Shape:
    """Return the names behind the ids of a record, so that one file is enough to show it."""
    named = {claim.by for claim in record.claims}
    named |= {claim.side for claim in record.claims if claim.side}
    named |= {id for part in record.actors for id in (part.actor, *part.by)}
    for one in record.sources.values():
        named |= {one.publisher, *one.relies_on}
    return {
        "place": text(archive.places[record.place].name),
        "campaigns": {id: text(archive.campaigns[id].name) for id in record.part_of},
        "actors": {
            id: text(archive.actors[id].name) for id in sorted(named & archive.actors.keys())
        },
        "publishers": {
            id: text(archive.publishers[id].name)
            for id in sorted(named & archive.publishers.keys())
        },
    }
