"""GeoJSON: valid, longitude first, precision as a property, nothing dropped for want of a point."""

import geojson
import pytest

from tests.export import real
from tests.export.real import ARCHIVES

FILE = "data/events.geojson"


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_reader_of_geojson_finds_every_event(name: str) -> None:
    read = geojson.loads(real.files(name)[FILE])
    assert isinstance(read, geojson.FeatureCollection)
    assert read.is_valid
    assert [feature["id"] for feature in read.features] == [d.id for d in real.archive(name).live]


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_point_is_that_of_the_place_and_null_where_there_is_none(name: str) -> None:
    archive = real.archive(name)
    seen = set()
    for feature in real.parsed(name, FILE)["features"]:
        place = archive.places[feature["properties"]["place"]]
        expected = None if place.lat is None else [place.lon, place.lat]
        assert (feature["geometry"] or {}).get("coordinates") == expected
        assert feature["properties"]["precision"] == place.kind
        seen.add(expected is None)
    assert seen == {True, False}


def test_a_point_never_stands_without_the_radius_in_which_it_may_lie() -> None:
    features = real.parsed("toy", FILE)["features"]
    shown = {
        f["id"]: (f["properties"]["precision"], f["properties"]["radius_km"]) for f in features
    }
    assert shown["1901-03-02-teapot-hill-attack"] == ("village", 2)
    assert shown["1903-02-01-harbour-declaration"] == ("outside", None)
