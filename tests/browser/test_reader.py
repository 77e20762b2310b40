"""What a reader does: open the drawer, change the language or the colours, follow a bad link."""

from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser

TIMELINE = {"": "Timeline", "ar/": "الخط الزمني"}


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_drawer_opens_and_leads_on_without_javascript(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.goto(site + prefix + TYPES["event"])
    links = still_page.locator("#navigation a")
    expect(links.first).not_to_be_in_viewport()
    still_page.locator("label[for=drawer]").click()
    expect(links.first).to_be_in_viewport()
    links.filter(has_text=TIMELINE[prefix]).first.click()
    expect(still_page).to_have_url(site + prefix + "timeline/")


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_drawer_opens_with_the_keyboard_alone_without_javascript(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.goto(site + prefix)
    still_page.keyboard.press("Tab")  # the link that skips to the text
    still_page.keyboard.press("Tab")
    expect(still_page.locator("#drawer")).to_be_focused()
    still_page.keyboard.press("Space")
    expect(still_page.locator("#navigation a").first).to_be_in_viewport()


@pytest.mark.parametrize("name", ["home", "event", "year"])
def test_the_language_switch_works_without_javascript(
    still_page: Page, site: str, name: str
) -> None:
    still_page.goto(site + TYPES[name])
    still_page.locator("header a[hreflang=ar]").click()
    expect(still_page).to_have_url(site + "ar/" + TYPES[name])
    still_page.locator("header a[hreflang=en]").click()
    expect(still_page).to_have_url(site + TYPES[name])


def test_without_javascript_no_button_stands_there_that_does_nothing(
    still_page: Page, site: str
) -> None:
    still_page.goto(site)
    idle = still_page.locator("button:not([type=submit])").all()
    assert [button for button in idle if button.is_visible()] == []


def test_the_choice_of_colours_lasts_and_nothing_is_stored_before_it(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme="light")
    page = context.new_page()
    page.goto(site)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.locator("[data-scheme-toggle]").click()
    page.goto(site + "ar/" + TYPES["event"])
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert page.evaluate("Object.keys(localStorage)") == ["chronicle-scheme"]
    assert context.cookies() == []
    context.close()


def test_an_unknown_address_gets_the_page_in_both_languages_and_its_links_work(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    answer = page.goto(site + "events/no/such/page/")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    expect(page.locator("main [lang=ar][dir=rtl]").first).to_be_visible()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(site)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == background
    page.goto(site + "no-such-page")
    page.locator('main a[href$="ar/timeline/"]').click()
    expect(page).to_have_url(site + "ar/timeline/")
    context.close()
