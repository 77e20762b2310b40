"""Maps: what is drawn, what leads where, and what is counted beside the map."""

import re
from typing import Any

import pytest

from chronicle.archive import Archive
from chronicle.render.maps import Room, View
from tests import small
from tests.render.reading import rendered, words

HAMA = {"kind": "town", "governorate": "hama", "lat": 35.13, "lon": 36.76, "basis": "Invented"}
NEAR = {**HAMA, "lat": 35.15}
FAR = {**HAMA, "governorate": "hasakah", "lat": 36.5, "lon": 40.74}
ABROAD = {"kind": "outside", "country": "ru", "lat": 43.6, "lon": 39.7, "basis": "Invented"}
REGION = {**HAMA, "kind": "region", "country": "sy"}
REGION.pop("governorate")


def place(**changes: Any) -> dict[str, Any]:
    return {"name": small.text("A place", "مكان"), **changes}


PLACES = {
    "hama-town": place(**HAMA),
    "near": place(**NEAR),
    "far": place(**FAR),
    "abroad": place(**ABROAD),
    "wide": place(**REGION),
    "nowhere": place(kind="area", governorate="hama"),
}


def archive(*places: str) -> Archive:
    events = {f"e{n}": small.event(place=id) for n, id in enumerate(places)}
    return small.archive(events, places=PLACES)


def symbols(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<a class="map-symbol[^"]*" href="([^"]+)" aria-label="([^"]+)"', page)


def test_a_place_far_from_others_has_a_symbol_that_leads_to_it() -> None:
    home = rendered(archive("hama-town", "far", "far"), "home")
    assert symbols(home) == [
        ("places/far/", "A place: 2 events"),
        ("places/hama-town/", "A place: 1 event"),
    ]


def test_a_symbol_of_several_events_shows_their_number() -> None:
    home = rendered(archive("far", "far", "far"), "home")
    assert re.findall(r"<circle[^>]+/><text[^>]+>(\d+)</text></a>", home) == ["3"]


def test_places_too_near_to_be_told_apart_share_a_symbol_that_leads_to_their_list() -> None:
    home = rendered(archive("hama-town", "near"), "home")
    assert symbols(home) == [("governorates/hama/", "A place and A place: 2 events")]


def test_an_area_is_drawn_with_a_broken_edge() -> None:
    assert 'class="map-symbol map-rough"' in rendered(archive("wide"), "home")
    assert 'class="map-symbol map-rough"' not in rendered(archive("far"), "home")


def test_what_cannot_be_mapped_is_counted_and_listed() -> None:
    some = archive("far", "abroad", "nowhere")
    home = rendered(some, "home")
    assert "Not on this map: 2 events" in words(home)
    assert 'href="unmapped/"' in home
    assert re.findall(r"events/(e\d)/", rendered(some, "unmapped")) == ["e1", "e2"]


def test_no_empty_map_is_shown() -> None:
    home = rendered(archive("abroad"), "home")
    assert "<svg" not in home
    assert "Every event has a place" in rendered(archive("far"), "unmapped")


@pytest.mark.parametrize(("id", "radius"), [("hama-town", 4), ("wide", 80)])
def test_an_event_shows_its_place_as_an_area_to_scale(id: str, radius: int) -> None:
    page = rendered(archive(id), "event", "e0")
    drawn = re.search(r'<circle class="map-area[^"]*" cx="[\d.]+" cy="[\d.]+" r="([\d.]+)"/>', page)
    assert drawn
    assert float(drawn[1]) == pytest.approx(radius / 1.1113, abs=0.06)
    assert f"the circle has a radius of {radius} km" in words(page)


@pytest.mark.parametrize("id", ["abroad", "nowhere"])
def test_an_event_without_a_point_in_the_country_has_no_map(id: str) -> None:
    assert "<svg" not in rendered(archive(id), "event", "e0")


def test_the_map_of_a_governorate_names_its_places() -> None:
    page = rendered(archive("hama-town", "far"), "governorate", "hama")
    assert '<text class="map-place"' in page
    assert "places/far/" not in page
    assert 'class="map-chosen"' in page


def test_names_on_the_map_stand_in_the_language_of_the_page() -> None:
    arabic = rendered(archive("far"), "home", code="ar")
    assert ">تركيا<" in arabic
    assert ">دير الزور<" in arabic
    assert "Turkey" not in arabic


def test_names_never_overlap_and_stay_on_the_map() -> None:
    room = Room(View(0, 0, 100, 60), 10)
    room.take(50, 30, 8)
    placed = [room.text("Name", (50, 30), "") for _ in range(6)]
    written = [text for text in placed if text]
    assert 1 <= len(written) < 6
    boxes = room.taken
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1]
    assert all(box[1] >= 0 and box[3] <= 60 for box in boxes[1:])


def test_a_name_with_hostile_signs_is_escaped() -> None:
    name = small.text('<b> & "x"', "مكان")
    some = small.archive(small.event(place="p"), places={"p": {**FAR, "name": name}})
    for code in ("en", "ar"):
        assert "<b>" not in rendered(some, "home", code=code)


def test_the_capitals_of_governorates_are_dots() -> None:
    drawn = re.search(r'class="map-capital" d="([^"]+)"', rendered(archive("far"), "home"))
    assert drawn
    assert drawn[1].count("M") == 13
