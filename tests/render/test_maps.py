"""Maps: what is drawn, what leads where, and what is counted beside the map."""

import math
import re
from typing import Any

import pytest

from chronicle import geography
from chronicle.archive import Archive
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
    assert re.findall(r"<circle[^>]+/><text[^>]+>(\d+)</text>", home) == ["3"]


def test_places_too_near_to_be_told_apart_share_a_symbol_that_leads_to_their_list() -> None:
    home = rendered(archive("hama-town", "near"), "home")
    assert symbols(home) == [("governorates/hama/", "A place and A place: 2 events")]


def test_a_link_leads_past_the_symbols_to_what_stands_below_the_map() -> None:
    home = rendered(archive("far"), "home")
    skip = home.index('<a class="map-skip" href="#map-end">Skip the map</a>')
    assert skip < home.index('class="map-symbol') < home.index('<figcaption id="map-end">')


def circles(page: str) -> list[list[tuple[float, float, float]]]:
    """The circles of each symbol, the seen one first."""
    number = r'c[xy]="([\d.]+)" c[xy]="([\d.]+)" r="([\d.]+)"'
    return [
        [(float(x), float(y), float(r)) for x, y, r in re.findall(number, symbol)]
        for symbol in re.findall(r'<a class="map-symbol.*?</a>', page)
    ]


def test_a_small_symbol_answers_a_fingertip_and_covers_no_other() -> None:
    crowd = {f"p{n}": place(**{**HAMA, "lat": 34.5 + n / 3.5}) for n in range(8)}
    some = small.archive({id: small.event(place=id) for id in crowd}, places=crowd)
    drawn = circles(rendered(some, "home"))
    assert len(drawn) > 3
    assert any(len(symbol) > 1 for symbol in drawn)
    for symbol in drawn:
        x, y, touched = symbol[-1]
        others = [other[0] for other in drawn if other is not symbol]
        gaps = [math.dist((x, y), (a, b)) - r for a, b, r in others]
        assert touched <= max(symbol[0][2], min(gaps)) + 1
    alone = circles(rendered(archive("far"), "home"))[0]
    view = re.search(
        r'class="map".*?viewBox="[-\d.]+ [-\d.]+ ([\d.]+)', rendered(archive("far"), "home")
    )
    assert view
    # 24 of the 360 px of a narrow phone.
    assert 2 * alone[1][2] / float(view[1]) * 360 >= 24


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
    assert 'class="map"' not in home
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


def names(page: str) -> list[str]:
    return re.findall(r'<text class="map-place[^"]*"[^>]*>([^<]+)</text>', page)


HOMES = {
    "city": place(**{**HAMA, "kind": "city"}, name=small.text("The city", "المدينة")),
    "quarter": place(
        **{**HAMA, "kind": "neighbourhood"}, name=small.text("Quarter, Hama", "حي، حماة")
    ),
    "fields": place(**{**HAMA, "kind": "area"}, name=small.text("The fields", "الحقول")),
    "mill": place(**{**HAMA, "lat": 35.4}, name=small.text("The mill, Hama", "الطاحونة، حماة")),
}


def homes(*places: str) -> Archive:
    events = {f"e{n}": small.event(place=id) for n, id in enumerate(places)}
    return small.archive(events, places=HOMES)


@pytest.mark.parametrize(
    ("places", "named"),
    [
        (["quarter", "quarter", "city", "fields"], "The city +2"),
        (["fields", "fields", "quarter"], "Quarter +1"),
        (["fields"], "The fields"),
        (["mill"], "The mill"),
    ],
)
def test_a_symbol_bears_the_name_of_its_largest_place_and_how_many_others(
    places: list[str], named: str
) -> None:
    assert names(rendered(homes(*places), "governorate", "hama")) == [named]


def test_arabic_says_in_words_how_many_other_places_there_are() -> None:
    page = rendered(homes("quarter", "city", "fields"), "governorate", "hama", code="ar")
    assert names(page) == ["المدينة ومكانان آخران"]


def test_a_screen_reader_hears_the_busiest_places_first() -> None:
    page = rendered(homes("quarter", "quarter", "city"), "governorate", "hama")
    assert symbols(page)[0][1] == "Quarter, Hama and The city: 3 events"


def box(page: str) -> tuple[float, float, float, float]:
    found = re.search(r'class="map">.*?<svg viewBox="(\S+) (\S+) (\S+) (\S+)"', page)
    assert found
    left, top, width, height = map(float, found.groups())
    return left, top, width, height


def test_a_small_governorate_fills_its_map() -> None:
    event = small.event(place="p")
    point = {"governorate": "damascus", "lat": 33.51, "lon": 36.29, "basis": "Invented"}
    page = rendered(
        small.archive(event, places={"p": place(kind="site", **point)}), "governorate", "damascus"
    )
    left, _, right, _ = geography.load().governorates["damascus"].bounds
    assert (right - left) / box(page)[2] > 0.5


def test_a_place_beyond_the_edge_of_its_governorate_is_still_on_its_map() -> None:
    edge = {**HAMA, "lat": 35.9, "lon": 36.2}
    some = small.archive(small.event(place="p"), places={"p": place(**edge)})
    page = rendered(some, "governorate", "hama")
    assert len(symbols(page)) == 1
    assert "Not on this map" not in words(page)


def campaign(*places: str) -> str:
    events = {f"e{n}": small.event(place=id, part_of=["spring"]) for n, id in enumerate(places)}
    return rendered(small.archive(events, places=PLACES), "campaign", "spring")


def test_the_map_of_a_campaign_is_as_near_as_its_events_allow() -> None:
    whole, near = box(rendered(archive("far"), "home")), box(campaign("hama-town", "near"))
    assert near[2] < whole[2] / 2
    assert near[2] / near[3] == pytest.approx(4 / 3, abs=0.01)
    assert box(campaign("hama-town", "far")) == whole


def test_a_near_map_names_its_places_and_shows_where_in_the_country_it_is() -> None:
    near, wide = campaign("hama-town", "abroad"), campaign("hama-town", "far")
    assert names(near) == ["A place"]
    assert near.count('<svg class="map-inset"') == 1
    assert "map-inset" not in wide
    assert names(wide) == []


def test_names_on_the_map_stand_in_the_language_of_the_page() -> None:
    arabic = rendered(archive("far"), "home", code="ar")
    assert ">تركيا<" in arabic
    assert ">دير الزور<" in arabic
    assert "Turkey" not in arabic


def test_a_name_with_hostile_signs_is_escaped() -> None:
    name = small.text('<b> & "x"', "مكان")
    some = small.archive(small.event(place="p"), places={"p": {**FAR, "name": name}})
    for code in ("en", "ar"):
        assert "<b>" not in rendered(some, "home", code=code)
