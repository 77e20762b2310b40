"""The base map: sound in itself, and true to the reference where that is present."""

import json
import os
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from shapely import Point, Polygon, union_all
from shapely.geometry import shape

from chronicle import geography, language
from chronicle.geography import KM_PER_UNIT, load, project
from chronicle.load import read
from chronicle.vocabulary import GOVERNORATES

ROOT = Path(__file__).parents[1]
REFERENCE = os.environ.get("CHRONICLE_REFERENCE")
needs_reference = pytest.mark.skipif(
    REFERENCE is None, reason="CHRONICLE_REFERENCE is not set: no reference geography to compare"
)
SMALL = {"damascus": 0.85, "quneitra": 0.85}
"""Governorates of a few kilometres, which hundredths of a degree draw less closely."""

TOLERANCE = 5 / 111.13
"""5 km in degrees of latitude: some official points lie outside their governorate."""


def polygon(code: str) -> Polygon:
    rings = load().governorates[code].degrees  # type: ignore[index]
    return Polygon(rings[0], rings[1:])


def reference() -> dict[str, Any]:
    assert REFERENCE
    path = Path(REFERENCE) / "geo" / "governorates.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    named = {feature["properties"]["name_en"]: feature["geometry"] for feature in features}
    english = language.load("en")
    return {code: shape(named[english.text(f"governorate.{code}")]) for code in GOVERNORATES}


def test_every_governorate_is_drawn_as_a_sound_ring() -> None:
    assert set(load().governorates) == set(GOVERNORATES)
    for code in GOVERNORATES:
        assert polygon(code).is_valid, code
        assert polygon(code).area > 0, code


def test_no_two_governorates_overlap() -> None:
    for one, other in combinations(GOVERNORATES, 2):
        assert polygon(one).intersection(polygon(other)).area < 1e-12, (one, other)


def test_the_governorates_leave_no_gap() -> None:
    country = union_all([polygon(code) for code in GOVERNORATES])
    assert isinstance(country, Polygon)
    assert not country.interiors


def test_a_label_stands_inside_its_governorate() -> None:
    for code, drawn in load().governorates.items():
        ring = Polygon(drawn.rings[0])
        assert ring.distance(Point(drawn.label)) <= 1, code


def test_the_drawing_keeps_its_weight() -> None:
    tree = geography.FILE.read_text(encoding="utf-8")
    assert 400 <= tree.count(",") <= 900


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"), [(38.3, 34.1, 0, 0), (37.3, 34.1, 0, 100)]
)
def test_map_units_are_hundredths_of_a_degree_downwards(
    latitude: float, longitude: float, x: float, y: float
) -> None:
    assert project(latitude, longitude) == pytest.approx((x, y))


def test_a_degree_of_longitude_is_as_long_as_it_is_in_the_middle_of_the_country() -> None:
    (left, _), (right, _) = project(35, 36), project(35, 37)
    assert (right - left) * KM_PER_UNIT == pytest.approx(91.3, abs=0.5)


def test_an_arc_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        geography.ring(["a", "b"], {"a": [(0, 0), (1, 1)], "b": [(2, 2), (0, 0)]})
    with pytest.raises(ValueError, match="does not close"):
        geography.ring(["a"], {"a": [(0, 0), (1, 1)]})


@needs_reference
def test_every_governorate_is_true_to_the_reference() -> None:
    for code, official in reference().items():
        drawn = polygon(code)
        overlap = drawn.intersection(official).area / drawn.union(official).area
        assert overlap >= SMALL.get(code, 0.93), (code, overlap)


def test_every_place_of_the_registry_lies_in_its_governorate() -> None:
    for id, record in read(ROOT).places.items():
        place = record.value
        if place.governorate and place.lat is not None and place.lon is not None:
            distance = polygon(place.governorate).distance(Point(place.lon, place.lat))
            assert distance <= TOLERANCE, id


@pytest.mark.parametrize(
    ("x", "y", "inside"), [(1, 1, True), (3, 3, False), (5, 1, True), (-1, 2, False), (3, 1, True)]
)
def test_a_point_lies_in_a_shape_where_a_ray_leaves_it_an_odd_number_of_times(
    x: float, y: float, inside: bool
) -> None:
    notched = ((0, 0), (6, 0), (6, 4), (4, 4), (4, 2), (2, 2), (2, 4), (0, 4), (0, 0))
    assert geography.Shape((), (notched,), (1, 1)).holds(x, y) is inside


def test_every_governorate_holds_its_label() -> None:
    for code, drawn in geography.load().governorates.items():
        assert drawn.holds(*drawn.label), code


def test_no_strip_of_land_lies_between_the_coast_of_tartus_and_the_sea() -> None:
    base = geography.load()
    coast = [point for point in base.governorates["tartus"].rings[0] if point in base.sea]
    assert len(coast) == 5
    west = min(x for x, _ in base.governorates["tartus"].rings[0])
    assert west == min(x for x, _ in coast)
