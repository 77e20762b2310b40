"""Events as GeoJSON (RFC 7946): a feature an event, its point the middle of an area.

A point says little without its precision: `precision` is the kind of place and `radius_km` how far
from the point it may lie. An event whose place has no point has a null geometry and stays in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from chronicle.archive import Archive
from chronicle.export import api, computed
from chronicle.export.computed import Shape
from chronicle.language import Language

NAME: Final = "events.geojson"


def file(archive: Archive, languages: Mapping[str, Language], events: Iterable[Shape]) -> bytes:
    """Return the file, from the shapes of the shown events."""
    collection = {
        "type": "FeatureCollection",
        **api.envelope(archive),
        "note": computed.note(archive, languages),
        "features": [_feature(archive, event) for event in events],
    }
    return api.data(collection)


def _feature(archive: Archive, event: Shape) -> Shape:
    computed = event["computed"]
    name = computed["names"]["place"]
    point = (computed["longitude"], computed["latitude"])  # RFC 7946: longitude first
    return {
        "type": "Feature",
        "id": event["id"],
        "geometry": None if None in point else {"type": "Point", "coordinates": list(point)},
        "properties": {
            "title_en": event["title"]["en"],
            "title_ar": event["title"]["ar"],
            "date": event["date"],
            "date_first": computed["date_first"],
            "date_last": computed["date_last"],
            "type": event["type"],
            "place": event["place"],
            "place_en": name["en"],
            "place_ar": name["ar"],
            "governorate": computed["governorate"],
            "precision": archive.places[event["place"]].kind,
            "radius_km": computed["radius_km"],
            "grading": event["grading"],
            "lines": computed["lines"],
            "page": computed["page"]["en"],
        },
    }
