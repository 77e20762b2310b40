"""Rules on places (safety rule 9)."""

from typing import Any

import pytest

from chronicle.checks.places import points_are_coarse, sites_are_public
from tests import small
from tests.checks.finding import Finding, found


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (35.1, 36.7578, []),
        (35, 36, []),
        (35.13184, 36.1, [("hill.lat", "35.13184 has more than 4 decimals; round it")]),
        (35.1, -36.12345, [("hill.lon", "-36.12345 has more than 4 decimals; round it")]),
    ],
)
def test_a_point_has_at_most_four_decimals(lat: float, lon: float, expected: list[Finding]) -> None:
    places = {"hill": small.place(lat=float(lat), lon=float(lon), basis="A gazetteer")}
    assert found(points_are_coarse, places=places) == expected


@pytest.mark.parametrize(
    ("changes", "accepted"),
    [
        ({"kind": "site"}, False),
        ({"kind": "site", "basis": "On the Union's public list"}, True),
        ({"kind": "village"}, True),
    ],
)
def test_a_site_says_how_it_is_publicly_known(changes: dict[str, Any], accepted: bool) -> None:
    said = "a site needs a basis that shows public knowledge of it"
    expected = [] if accepted else [("hill", said)]
    assert found(sites_are_public, places={"hill": small.place(**changes)}) == expected
