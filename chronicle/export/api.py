"""The static API: JSON files under api/v1/, one a kind of thing and one an event.

In: the archive. Out: `dict[path in the site, bytes]`. Shapes come from `shape`; what a name means
here does not change within a version: a change that breaks a reader gets a new one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from chronicle.archive import Archive
from chronicle.export import citation, computed, shape
from chronicle.export.computed import Shape
from chronicle.language import Language

ROOT: Final = "api/v1/"

LISTED: Final = (
    "id",
    "title",
    "date",
    "published",
    "type",
    "place",
    "part_of",
    "grading",
)
"""What the list of events holds of each; the rest stands in the event's own file."""

LISTED_COMPUTED: Final = (
    "date_first",
    "date_last",
    "date_precision",
    "governorate",
    "latitude",
    "longitude",
    "radius_km",
    "lines",
    "impartial_lines",
    "changed",
    "page",
)


def files(
    archive: Archive, languages: Mapping[str, Language], events: Mapping[str, Shape]
) -> Iterator[tuple[str, bytes]]:
    """Yield every file; `events` are the shapes of the shown ones, in order of time."""
    for id, one in events.items():
        yield path(id), data(one)
    gone = _gone(archive)
    for one in gone:
        yield path(one["id"]), data(one)
    yield f"{ROOT}events.json", data(_events(archive, languages, events.values(), gone))
    registries: tuple[tuple[str, Iterable[str], Callable[[Archive, str], Shape]], ...] = (
        ("actors", archive.shown_actors, shape.actor),
        ("places", archive.shown_places, shape.place),
        ("campaigns", archive.shown_campaigns, shape.campaign),
        ("publishers", archive.shown_publishers, shape.publisher),
    )
    for name, ids, shaped in registries:
        rows = [shaped(archive, id) for id in ids]
        yield f"{ROOT}{name}.json", data({**envelope(archive), name: rows})


def path(id: str) -> str:
    """Return the path in the site of an event's file."""
    return f"{ROOT}events/{id}.json"


def events(archive: Archive, languages: Mapping[str, Language], site_url: str) -> dict[str, Shape]:
    """Return the shape of every shown event by its id, in order of time."""
    return {
        dated.id: shape.event(archive, dated, citation.texts(dated, languages, site_url))
        for dated in archive.live
    }


def changed(archive: Archive) -> str:
    """Return the day of the archive's last change: it stands for a version of the data."""
    return max((str(event.changed) for event in archive.events.values()), default="")


def envelope(archive: Archive) -> Shape:
    """Return what stands at the head of every list."""
    return {"version": 1, "licence": computed.LICENCE, "changed": changed(archive)}


def data(value: Any) -> bytes:
    """Write JSON: UTF-8, no white space, keys in the order of the shape, one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _events(
    archive: Archive, languages: Mapping[str, Language], rows: Iterable[Shape], gone: list[Shape]
) -> Shape:
    return {
        **envelope(archive),
        "note": computed.note(archive, languages),
        "events": [summary(row) for row in rows],
        "former": gone,
    }


def summary(event: Shape) -> Shape:
    """Return the part of an event's shape that the list of events holds."""
    computed = {name: event["computed"][name] for name in LISTED_COMPUTED}
    return {**{name: event[name] for name in LISTED}, "computed": computed}


def _gone(archive: Archive) -> list[Shape]:
    """Return what stands under ids that show no record any more, sorted by id."""
    ended = [shape.former(id, event) for id, event in archive.events.items() if not event.live]
    moved = [shape.renamed(old, id) for old, id in archive.former.items()]
    return sorted([*ended, *moved], key=lambda one: str(one["id"]))
