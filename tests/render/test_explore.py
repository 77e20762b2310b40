"""The explore page as it stands before its script, and without it."""

import html
import json
import re
from pathlib import Path

import pytest

from chronicle import language
from chronicle.render import explore
from tests import small
from tests.render.reading import rendered

SCRIPTS = Path(__file__).parents[2] / "theme" / "assets" / "js"


def words(page: str) -> dict[str, object]:
    found = re.search(r'id="explore-words">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, object] = json.loads(found[1])
    return read


def test_without_its_script_the_page_shows_the_ways_in_and_hides_the_controls() -> None:
    page = rendered(small.archive({"a": small.event()}), "explore")
    assert re.search(r"<div[^>]* data-explore-app[^>]* hidden>", page)
    for way in ("timeline", "places", "actors", "campaigns", "types", "unmapped"):
        assert f'<a href="../{way}/">' in page


@pytest.mark.parametrize(
    ("code", "path"),
    [("en", "../api/v1/explore/en.json"), ("ar", "../../api/v1/explore/ar.json")],
)
def test_each_language_leads_to_its_own_data(code: str, path: str) -> None:
    page = rendered(small.archive({"a": small.event()}), "explore", code=code)
    assert f'<a data-explore-data href="{path}">' in html.unescape(page)


def test_the_words_of_the_script_are_json_that_cannot_end_its_element() -> None:
    block = explore._data("x", "</script><!--&amp;")  # noqa: SLF001
    assert block == (
        '<script type="application/json" id="x">"\\u003c/script>\\u003c!--\\u0026amp;"</script>'
    )
    page = rendered(small.archive({"a": small.event()}), "explore")
    assert words(page) == json.loads(json.dumps(explore.words(language.load("en"))))


def test_the_script_uses_every_word_it_is_given_and_no_other() -> None:
    code = "".join((SCRIPTS / f"{name}.js").read_text() for name in ("explore", "explore-map"))
    used = set(re.findall(r"\b(?:say|words)\.(\w+)", code))
    given = set(explore.words(language.load("en")))
    assert used == given


def test_filters_and_orders_are_those_of_the_script() -> None:
    code = (SCRIPTS / "selection.js").read_text()
    listed = {
        name: tuple(json.loads(found))
        for name, found in re.findall(r"const (FACETS|SORTS) = (\[[^\]]+\]);", code)
    }
    # Independent lines are a number to reach, not a facet of their own in the script.
    assert listed == {"FACETS": explore.FACETS[:-1], "SORTS": explore.SORTS}
    assert explore.FACETS[-1] == "lines"
