"""Without JavaScript every page says what it says with it, and everything on it works.

Explore's filters and the search need it; their pages lead on without it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser

NEED_SCRIPTS = ("explore", "search")
READ = [name for name in TYPES if name not in NEED_SCRIPTS]


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page whose browser runs no JavaScript."""
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def lively(browser: Browser) -> Iterator[Page]:
    """The same with JavaScript."""
    context = browser.new_context(viewport=DESKTOP)
    yield context.new_page()
    context.close()


def text(page: Page) -> str:
    """What the page says."""
    return " ".join(page.locator("main").inner_text().split())


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("name", READ)
def test_a_page_says_the_same_without_javascript(
    still: Page, lively: Page, site: str, prefix: str, name: str
) -> None:
    for page in (still, lively):
        page.goto(site + prefix + TYPES[name])
    # Buttons that do nothing without a script are made by one.
    lively.evaluate("document.querySelectorAll('main button').forEach(one => one.remove())")
    assert text(still) == text(lively)
    # A form leads on by itself; any other button would do nothing.
    buttons = still.locator("button:not(form[action] button)").all()
    assert [button for button in buttons if button.is_visible()] == []
    closed = still.locator("main details:not([open]) > summary")
    if closed.count():
        before = still.locator("main details[open]").count()
        closed.first.click()
        expect(still.locator("main details[open]")).to_have_count(before + 1)


@pytest.mark.parametrize("name", [name for name in NEED_SCRIPTS if name in TYPES])
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_a_page_that_needs_scripts_leads_on_without_them(
    still: Page, site: str, prefix: str, name: str
) -> None:
    still.goto(site + prefix + TYPES[name])
    links = still.locator("main li a")
    assert sum(link.is_visible() for link in links.all()) > 5
    links.filter(visible=True).first.click()
    expect(still).not_to_have_url(site + prefix + TYPES[name])
    expect(still.locator("h1")).to_be_visible()


def test_a_map_a_claim_and_a_source_are_reached_by_links(still: Page, site: str) -> None:
    still.goto(site)
    still.locator(".map-symbol").first.click()
    expect(still.locator("h1")).to_be_visible()
    still.goto(site + TYPES["event"])
    still.locator('.facts a[href^="#claims"]').first.click()
    expect(still.locator("table.claims").first).to_be_in_viewport()
    still.locator(".account .refs a").first.click()
    expect(still.locator("#sources ~ ol li:target")).to_be_in_viewport()
