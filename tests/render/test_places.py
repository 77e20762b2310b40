"""Places: the list, a page per governorate, a page per place."""

import re
from typing import Any

import pytest

from chronicle import language
from chronicle.render import pages
from tests import small
from tests.render.reading import part, rendered, words

PLACES = {
    "hill": small.place(name=small.text("Zulu hill", "تل")),
    "moor": small.place(name=small.text("Alpha moor", "سهل")),
    "steppe": {"name": small.text("The steppe", "بادية"), "kind": "region", "country": "sy"},
    "port": {"name": small.text("The port", "ميناء"), "kind": "outside", "country": "tr"},
    "unused": small.place(name=small.text("Nowhere", "لا مكان"), governorate="idlib"),
}
EVENTS = {id: small.event(place=id) for id in ("hill", "moor", "steppe", "port")}
ARCHIVE = small.archive(EVENTS, places=PLACES)


def test_places_are_listed_by_governorate_then_those_over_several_and_outside() -> None:
    page = rendered(ARCHIVE, "places")
    assert re.findall(r'<h2 id="in-([\w-]+)">', page) == ["hama", "several", "outside"]
    assert re.findall(r'<li><a href="(\w+)/">', page) == ["moor", "hill", "steppe", "port"]
    assert "Türkiye" in page


def test_a_governorate_has_a_page_only_where_something_happened() -> None:
    found = [path for path in pages(ARCHIVE, language.load("en")) if "governorates/" in path]
    assert found == ["governorates/hama.md"]


def test_a_governorate_counts_its_places_and_lists_its_events() -> None:
    page = rendered(ARCHIVE, "governorate", "hama")
    assert re.findall(r"places/(\w+)/", part(page, "places")) == ["moor", "hill"]
    assert re.findall(r"events/(\w+)/", part(page, "events")) == ["hill", "moor"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "town; no point is known"),
        (
            {"lat": 35.1, "lon": 36.5, "basis": "A gazetteer"},
            "town; it may lie anywhere within about 4 km",
        ),
        (
            {"lat": 35.1, "lon": 36.5, "basis": "A gazetteer", "kind": "site"},
            "site; it may lie anywhere within about 0.2 km",
        ),
        (
            {"lat": 35.1, "lon": 36.5, "basis": "A gazetteer", "kind": "country"},
            "country; not drawn on a map",
        ),
    ],
)
def test_a_place_says_how_precise_it_is(changes: dict[str, Any], said: str) -> None:
    archive = small.archive(small.event(), places={"hill": small.place(**changes)})
    assert said in words(rendered(archive, "place", "hill"))
    assert said in words(rendered(archive, "event", small.ID))


def test_a_place_without_a_point_shows_no_empty_rows() -> None:
    page = rendered(small.archive(small.event()), "place", "hill")
    assert "Point" not in words(page).replace("no point", "")
    assert "Other spellings" not in page
