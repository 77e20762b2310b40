"""The keyboard alone: to the text, past the map, through the page and out of it again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser

# Where the keyboard is: the position of the element among all of the page, none of them twice.
POSITION = """() => document.activeElement === document.body ? -1
  : [...document.querySelectorAll("*")].indexOf(document.activeElement)"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_first_link_leads_to_the_text(page: Page, site: str, prefix: str) -> None:
    page.goto(site + prefix + TYPES["event"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#text') !== null")


@pytest.mark.parametrize("name", ["home", "year", "governorate", "campaign", "actor"])
def test_one_key_leads_past_the_symbols_of_a_map(page: Page, site: str, name: str) -> None:
    page.goto(site + TYPES[name])
    skip = page.locator(".map-skip")
    expect(skip).not_to_be_in_viewport()
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.map svg') === null")
    assert page.evaluate(
        "document.querySelector('.map svg').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING"
    )


@pytest.mark.parametrize("name", TYPES)
def test_the_keyboard_goes_through_a_page_in_its_order_and_leaves_it(
    page: Page, site: str, name: str
) -> None:
    page.goto(site + TYPES[name])
    if name == "explore":
        page.locator("[data-explore-app]").wait_for()
    if page.locator(".map-skip").is_visible():
        page.locator(".map-skip").press("Enter")
    here = page.evaluate(POSITION)
    stops = 0
    while stops < 1000:
        page.keyboard.press("Tab")
        before, here = here, page.evaluate(POSITION)
        if here <= before:
            break
        stops += 1
    assert here == -1 or before == page.evaluate(
        "[...document.querySelectorAll('*')].indexOf([...document.querySelectorAll("
        "'a[href], button')].filter(e => e.checkVisibility()).at(-1))"
    )
    assert stops > 3
