"""The archive as columns: the one file that the explore page of a language loads.

In: the archive and a language. Out: compact JSON, a list per property with one value per event,
in order of time; codes, places, actors and campaigns stand once, in dictionaries that the columns
point into by position. The data page describes it; what a name here means must not change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final

from chronicle import geography
from chronicle.archive import Archive, Dated
from chronicle.geography import BaseMap, Line, Shape
from chronicle.language import Language
from chronicle.model import Actor, Place, Text
from chronicle.search import names
from chronicle.tokens import words
from chronicle.vocabulary import EVENT_TYPES, GOVERNORATES, GRADINGS, RADIUS_KM

EPOCH: Final = date(2011, 1, 1)
"""Day 0 of the columns `first` and `last`."""


def path(language: str) -> str:
    """Return the file's path in the site."""
    return f"api/v1/explore/{language}.json"


def file(archive: Archive, language: Language) -> bytes:
    """Return the file of one language: UTF-8, no white space, keys in a fixed order."""
    text = json.dumps(tree(archive, language), ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"


def tree(archive: Archive, language: Language) -> dict[str, Any]:
    """Return what the file holds, as plain lists and mappings."""
    events = archive.live
    places = _Numbered(dated.event.place for dated in events)
    actors = _Numbered(actor for dated in events for actor in _actors(dated))
    campaigns = _Numbered(id for dated in events for id in dated.event.part_of)
    tongues = _Numbered(tongue for dated in events for tongue in _languages(dated))
    firsts = [(dated.event.date.first - EPOCH).days for dated in events]
    return {
        "version": 1,
        "language": language.code,
        "epoch": EPOCH.isoformat(),
        "types": _codes(EVENT_TYPES, lambda code: language.text(f"type.{code}.label")),
        "gradings": _codes(GRADINGS, lambda code: language.text(f"grading.{code}.label")),
        "governorates": _codes(GOVERNORATES, lambda code: language.text(f"governorate.{code}")),
        "places": _places(archive, places.values, language),
        "actors": {
            **_names(actors.values, lambda id: archive.actors[id].name, language),
            "tokens": [_tokens(archive.actors[id], language) for id in actors.values],
        },
        "campaigns": _names(campaigns.values, lambda id: archive.campaigns[id].name, language),
        "languages": _codes(tongues.values, language.language_name),
        "events": {
            "id": [_short(dated) for dated in events],
            "title": [dated.event.title.shown(language.code) for dated in events],
            # Days since the event before it in the list; the first one since the epoch.
            "first": [day - before for day, before in zip(firsts, [0, *firsts], strict=False)],
            # Days that the last day is after the first.
            "last": [(dated.event.date.last - dated.event.date.first).days for dated in events],
            "place": [places.of(dated.event.place) for dated in events],
            "type": [EVENT_TYPES.index(dated.event.type) for dated in events],
            "grading": [GRADINGS.index(dated.event.grading) for dated in events],
            "lines": [
                archive.origins.independent(dated.event, dated.event.sources) for dated in events
            ],
            "sources": [len(dated.event.sources) for dated in events],
            "claims": [len(dated.event.claims) for dated in events],
            "actors": [[actors.of(id) for id in _actors(dated)] for dated in events],
            "campaigns": [[campaigns.of(id) for id in dated.event.part_of] for dated in events],
            "languages": [[tongues.of(one) for one in _languages(dated)] for dated in events],
        },
        # The date in words, by position, for those that are not one known day.
        "dates": {
            str(position): language.date(dated.event.date)
            for position, dated in enumerate(events)
            if not _is_day(dated)
        },
        "map": _map(language),
    }


class _Numbered:
    """Gives ids their position in a dictionary; the most frequent ones get the short numbers."""

    def __init__(self, ids: Iterable[str]) -> None:
        counts: dict[str, int] = {}
        for id in ids:
            counts[id] = counts.get(id, 0) + 1
        self.values = sorted(counts, key=lambda id: (-counts[id], id))
        self._position = {id: position for position, id in enumerate(self.values)}

    def of(self, id: str) -> int:
        return self._position[id]


def _short(dated: Dated) -> str:
    """Return an id without the first day that it begins with, `~` for the place's id after it;
    after a slash the whole one.
    """
    day = f"{dated.event.date.first.isoformat()}-"
    if not dated.id.startswith(day):
        return f"/{dated.id}"
    rest = dated.id.removeprefix(day)
    place = dated.event.place
    return f"~{rest.removeprefix(place)}" if rest.startswith(place) else rest


def _is_day(dated: Dated) -> bool:
    span = dated.event.date
    return span.single and span.start.precision == "day" and not span.start.approximate


def _codes(codes: Sequence[str], label: Callable[[str], str]) -> dict[str, list[str]]:
    return {"id": list(codes), "name": [label(code) for code in codes]}


def _names(
    ids: Sequence[str], name: Callable[[str], Text], language: Language
) -> dict[str, list[str]]:
    return _codes(ids, lambda id: name(id).shown(language.code))


def _tokens(entry: Actor | Place, language: Language) -> str:
    """Return what an entry is found by, as search compares words, besides its name as shown."""
    shown = set(words(entry.name.shown(language.code)))
    return " ".join(token for token in names.of(entry) if token not in shown)


def _places(archive: Archive, ids: Sequence[str], language: Language) -> dict[str, list[Any]]:
    """Return the places; `governorate` is -1 outside them, points are null where there is none."""
    entries = [archive.places[id] for id in ids]
    return {
        **_names(ids, lambda id: archive.places[id].name, language),
        "tokens": [_tokens(place, language) for place in entries],
        "governorate": [
            GOVERNORATES.index(place.governorate) if place.governorate else -1 for place in entries
        ],
        "lat": [place.lat for place in entries],
        "lon": [place.lon for place in entries],
        "radius_km": [RADIUS_KM[place.kind] for place in entries],
    }


def _actors(dated: Dated) -> list[str]:
    return list(dict.fromkeys(part.actor for part in dated.event.actors))


def _languages(dated: Dated) -> list[str]:
    return sorted({source.language for source in dated.event.sources.values()})


def _map(language: Language) -> dict[str, Any]:
    """Return the base map: lines of map units, flat (x, y, x, y ...), and where names stand."""
    base = geography.load()
    return {
        "west": geography.WEST,
        "north": geography.NORTH,
        "shortening": round(geography.SHORTENING, 6),
        "bounds": list(base.bounds),
        "governorates": [[_flat(ring) for ring in shape.rings] for shape in _shapes(base)],
        "labels": [list(shape.label) for shape in _shapes(base)],
        "outline": [_flat(line) for line in base.outline],
        "sea": _flat(base.sea),
        "borders": [_flat(line) for line in base.borders],
        "rivers": [_flat(line) for line in base.rivers],
        "lakes": [_flat(line) for line in base.lakes],
        "neighbours": [[one.name[language.code], *one.at] for one in base.neighbours],
    }


def _shapes(base: BaseMap) -> list[Shape]:
    return [base.governorates[code] for code in GOVERNORATES]


def _flat(line: Line) -> list[int]:
    return [value for point in line for value in point]
