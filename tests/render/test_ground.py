"""The ground of maps: what is drawn under every map."""

import re

from chronicle import geography
from chronicle.render.ground import Ground

GROUND = Ground(geography.load())


def test_the_capitals_of_governorates_are_dots() -> None:
    drawn = re.search(r'class="map-capital" d="([^"]+)"', GROUND.drawn(None))
    assert drawn
    assert drawn[1].count("M") == 13


def test_one_governorate_is_picked_out_over_the_land_and_under_the_water() -> None:
    assert "map-chosen" not in GROUND.drawn(None)
    kinds = re.findall(r'class="map-(\w+)"', GROUND.drawn("hama"))
    assert kinds.count("chosen") == 1
    assert kinds.index("syria") < kinds.index("chosen") < kinds.index("water")
