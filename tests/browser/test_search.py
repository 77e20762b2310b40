"""Search in a real browser: what is asked, what is found, and how it is used.

The queries of `queries.yml` are typed into the page of search of each language, one page for all.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES
from tests.browser.test_pages import PHONE, violations
from tests.test_tokens import CASES

pytestmark = pytest.mark.browser

FIRST = 5
SHOWN = 10
PARTS = re.compile(r"^pagefind/|/(?:search|search-box|tokens)\.js|\.json")


class Query(NamedTuple):
    """A row of the table in one language."""

    language: str
    ask: str
    finds: tuple[str, ...]
    avoids: tuple[str, ...]


def queries() -> Iterator[Query]:
    """Every row in every language that it holds in."""
    text = Path(__file__).with_name("queries.yml").read_text(encoding="utf-8")
    for row in yaml.load(text, Loader=yaml.BaseLoader):
        for language in [row["in"]] if "in" in row else LANGUAGES:
            yield Query(language, row["ask"], tuple(row["finds"]), tuple(row.get("not", ())))


@pytest.fixture(scope="module")
def boxes(site: str, browser: Browser) -> Iterator[dict[str, Page]]:
    """The page of search in each language, open."""
    context = browser.new_context(viewport=DESKTOP)
    pages = {language: context.new_page() for language in LANGUAGES}
    for language, page in pages.items():
        page.goto(f"{site}{LANGUAGES[language]}search/")
    yield pages
    context.close()


def found(page: Page, query: str) -> list[str]:
    """Type a query; the addresses of what is shown, relative to the language's root."""
    page.locator("input[name=q]").fill(query)
    page.wait_for_function(
        "query => document.querySelector('.search-results').dataset.query === query", arg=query
    )
    links = page.locator(".search-results li a").evaluate_all("all => all.map(one => one.pathname)")
    return ["/".join(str(path).split("/")[-3:]) for path in links]


@pytest.mark.parametrize(
    "query", list(queries()), ids=lambda query: f"{query.ask}-{query.language}"
)
def test_a_query_finds_its_events_first(boxes: dict[str, Page], query: Query) -> None:
    shown = found(boxes[query.language], query.ask)
    first, events = shown[:FIRST], [f"events/{id}/" for id in query.finds]
    assert [event for event in events if event not in first] == [], shown
    assert [id for id in query.avoids if f"events/{id}/" in shown] == []


def test_the_table_asks_enough_in_either_language() -> None:
    asked = [query.language for query in queries()]
    assert min(asked.count(language) for language in LANGUAGES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_the_browser_takes_the_same_words_for_the_same_as_the_build(
    boxes: dict[str, Page], name: str
) -> None:
    cases = CASES[name]
    given = boxes["en"].evaluate(
        "([name, texts]) => texts.map(text => Chronicle[name](text))",
        [name, [text for text, _ in cases]],
    )
    assert [[text, found] for (text, _), found in zip(cases, given, strict=True)] == cases


SLIPS = [
    ("bagouz", "baghouz", True),
    ("baghouzz", "baghouz", True),
    ("bsghouz", "baghouz", True),
    ("bahgouz", "baghouz", True),
    ("باغزو", "باغوز", True),
    ("baghouz", "baghouz", False),
    ("bagz", "baghouz", False),
    ("bahguoz", "baghouz", False),
    ("aleppo", "idlib", False),
]


@pytest.mark.parametrize(("typed", "name", "one"), SLIPS)
def test_one_slip_is_a_letter_more_less_wrong_or_two_changed_over(
    boxes: dict[str, Page], typed: str, name: str, one: bool
) -> None:
    pair = [typed, name]
    assert boxes["en"].evaluate("pair => Chronicle.slip(...pair)", pair) is one
    assert boxes["en"].evaluate("pair => Chronicle.slip(...pair)", pair[::-1]) is one


FORMS = [
    ("baghuz", "bagh", True),
    ("attack", "attacks", True),
    ("attack", "attacking", True),
    ("car", "cars", True),
    ("غارات", "غاره", False),
    ("displacement", "displaced", True),
    ("201903", "20190305", True),
    ("وعاصف", "عاصف", True),
    ("bag", "bagouz", False),
    ("came", "camp", False),
    ("israeli", "is", True),
    ("hama", "homs", False),
]


@pytest.mark.parametrize(("word", "token", "answers"), FORMS)
def test_a_word_answers_its_beginning_and_its_own_forms_only(
    boxes: dict[str, Page], word: str, token: str, answers: bool
) -> None:
    assert boxes["en"].evaluate("pair => Chronicle.near(...pair)", [word, token]) is answers


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("en", "Bagouz", "Baghuz"),
        ("en", "Alepppo", "Aleppo"),
        ("en", "Dier Ezzor", "Deir ez-Zor"),
        ("en", "Rakqa", "Raqqa"),
        ("ar", "القامسلي", "القامشلي"),
        ("ar", "المصاضنة", "المصاصنة"),
        ("ar", "Mansij", "منبج"),
    ],
)
def test_a_slip_in_the_name_of_a_place_suggests_the_place(
    boxes: dict[str, Page], language: str, typed: str, name: str
) -> None:
    page = boxes[language]
    found(page, typed)
    expect(page.locator(".search-meant a", has_text=name).first).to_be_visible()


def test_a_word_that_no_page_has_finds_nothing_and_says_so(boxes: dict[str, Page]) -> None:
    assert found(boxes["en"], "xylophonist") == []
    expect(boxes["en"].locator(".search-status")).to_contain_text("xylophonist")


def test_the_sentence_that_matched_is_shown_with_the_words_marked(boxes: dict[str, Page]) -> None:
    found(boxes["ar"], "هجوم المصاصنه طقس عاصف")
    first = boxes["ar"].locator(".search-results li").first
    expect(first.locator("mark").filter(has_text="عاصف")).to_be_visible()
    assert "20190303" not in first.inner_text()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_nothing_of_search_is_loaded_before_it_is_used(
    browser: Browser, site: str, prefix: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site + prefix + TYPES["event"], wait_until="networkidle")
    assert [url for url in asked if PARTS.search(url)] == []
    page.locator("header input[name=q]").focus()
    page.locator(".search [role=status]").wait_for(state="attached")
    assert [url for url in asked if url.startswith("pagefind/")] == []
    page.keyboard.type("2019")
    expect(page.locator(".search-panel li").first).to_be_visible()
    assert [url for url in asked if url.startswith("http")] == []
    assert len([url for url in asked if url.startswith("pagefind/")]) > 5
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_is_used_with_the_keyboard_alone(
    browser: Browser, site: str, language: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(site + LANGUAGES[language] + TYPES["timeline"])
    page.keyboard.press("/")
    box, panel = page.locator("header input[name=q]"), page.locator(".search-panel")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("Baghuz")
    links = panel.locator("li a")
    expect(links.nth(5)).to_be_attached()
    expect(page.locator("header [role=status]")).not_to_be_empty()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}{LANGUAGES[language]}search/?q=Baghuz")
    expect(page.locator(".search-results li").first).to_be_visible()
    context.close()


def test_the_panel_closes_when_the_reader_turns_elsewhere(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(site + TYPES["event"])
    page.locator("header input[name=q]").tap()
    page.keyboard.type("Aleppo")
    panel = page.locator(".search-panel")
    expect(panel.locator("li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.touchscreen.tap(3, PHONE["height"] - 3)
    expect(panel).to_be_hidden()
    page.locator("header input[name=q]").tap()
    panel.locator("li a").first.tap()
    expect(page).not_to_have_url(site + TYPES["event"])
    context.close()


def test_a_long_list_grows_and_keeps_the_place_of_the_reader(boxes: dict[str, Page]) -> None:
    page = boxes["en"]
    assert len(found(page, "Aleppo")) == SHOWN
    way = page.locator(".search-foot a")
    assert str(way.get_attribute("href")).endswith("/explore/?q=Aleppo")
    page.locator(".search-results button").click()
    expect(page.locator(".search-results li")).to_have_count(2 * SHOWN)
    expect(page.locator(".search-results li a").nth(SHOWN)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_fault_in_the_panel_and_on_the_page_with_results(
    browser: Browser, site: str, language: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site}{LANGUAGES[language]}search/?q=Bagouz+Hama")
    expect(page.locator(".search-meant a").first).to_be_visible()
    assert violations(page, scheme) == []
    page.goto(site + LANGUAGES[language] + TYPES["about"])
    page.locator("header input[name=q]").focus()
    page.keyboard.type("Bagouz Hama")
    expect(page.locator(".search-meant a").first).to_be_visible()
    assert violations(page, scheme) == []
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_box_leads_to_the_ways_in_without_javascript(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.goto(site + prefix + TYPES["event"])
    still_page.locator("header input[name=q]").fill("حماة")
    still_page.locator("header .search button").click()
    expect(still_page).to_have_url(re.compile(rf"{site}{prefix}search/\?q=.+"))
    still_page.locator('main a[href$="../timeline/"]').click()
    expect(still_page).to_have_url(site + prefix + TYPES["timeline"])
