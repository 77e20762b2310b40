"""What search loads beside its index: its words and the names it may suggest."""

import json

import pytest

from chronicle import language
from chronicle.address import LANGUAGES
from chronicle.export import search
from tests import small, toy

LOADED = {code: language.load(code) for code in LANGUAGES}


def test_the_files_stand_among_the_exports_of_both_languages() -> None:
    files = toy.exports()
    assert {"search/words.json", "ar/search/words.json"} <= set(files)
    assert {"api/v1/names/en.json", "api/v1/names/ar.json"} <= set(files)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_are_those_of_the_language_with_every_form_of_its_plural(code: str) -> None:
    words = json.loads(search.words(LOADED[code]))
    assert tuple(words) == search.PANEL
    assert words["first"] == LOADED[code].entry("search.panel.first")


def test_names_come_with_their_page_and_tokens_those_with_most_events_first() -> None:
    events = {
        "2019-03-03-a": small.event(),
        "2019-03-04-b": small.event(date="2019-03-04"),
        "2019-03-05-c": small.event(date="2019-03-05", place="vale"),
    }
    places = {
        "hill": small.place(name=small.text("al-Hill", "التل")),
        "vale": small.place(name=small.text("A Vale", "واد"), aliases=["Wadi"]),
    }
    archive = small.archive(events, places=places)
    names = json.loads(search.known_names(archive, LOADED["en"]))["names"]
    assert names == [
        ["al-Hill", "places/hill/", "hill alhill التل"],
        ["A Vale", "places/vale/", "vale avale واد wadi"],
    ]
