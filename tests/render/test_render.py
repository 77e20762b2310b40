"""All pages together."""

from chronicle import language
from chronicle.address import GENERATED, LANGUAGES
from chronicle.render import pages
from tests import small, toy


def test_both_languages_have_the_same_pages_all_in_generated_folders() -> None:
    english, arabic = (
        pages(toy.archive(), language.load(code), toy.exports()) for code in LANGUAGES
    )
    assert list(english) == list(arabic)
    assert {path.split("/")[0] for path in english} == set(GENERATED)


def test_pages_are_the_same_when_they_are_made_again() -> None:
    words = language.load("ar")
    assert pages(toy.archive(), words) == pages(toy.archive(), words)


def test_an_archive_without_events_has_pages_too() -> None:
    for code in LANGUAGES:
        found = pages(small.archive(), language.load(code))
        assert {"index.md", "timeline/index.md", "sources/index.md"} <= set(found)


def test_no_page_ends_without_a_line_end_or_holds_a_carriage_return() -> None:
    for text in pages(toy.archive(), language.load("en")).values():
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text
