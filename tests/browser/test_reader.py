"""What a reader does: open the drawer, change the language or the colours, follow a bad link."""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES
from tests.building import SITE_URL
from tests.server import serve

pytestmark = pytest.mark.browser

TIMELINE = {"": "Timeline", "ar/": "الخط الزمني"}


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_drawer_opens_and_leads_on_without_javascript(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.goto(site + prefix + TYPES["event"])
    links = still_page.locator("#navigation a")
    expect(links.first).not_to_be_in_viewport()
    still_page.locator("#drawer summary").click()
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
    expect(still_page.locator("#drawer summary")).to_be_focused()
    still_page.keyboard.press("Enter")
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
    # The search box is a form, which leads to its page by itself.
    buttons = still_page.locator("button:not(form[action] button)").all()
    assert [button for button in buttons if button.is_visible()] == []


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


@pytest.mark.parametrize(("prefix", "word"), [("", "Source"), ("ar/", "المصدر")])
def test_a_reference_is_a_word_to_listeners(
    still_page: Page, site: str, prefix: str, word: str
) -> None:
    still_page.goto(site + prefix + TYPES["event"])
    expect(still_page.locator(".refs a").first).to_have_accessible_name(
        re.compile(rf"^{word} \[\d+\]$")
    )


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


@pytest.mark.parametrize("path", ["/", "/a/b/"])
def test_a_copy_of_the_site_works_at_a_root_and_below_any_path(
    browser: Browser, built_site: Path, path: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    lost: list[str] = []
    page.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
    with serve(built_site, path) as root:
        for name in ("home", "event", "explore"):
            page.goto(root + "ar/" + TYPES[name])
            page.locator("header a[hreflang=en]").click()
            expect(page).to_have_url(root + TYPES[name])
        expect(page.locator("[data-explore-app]")).to_be_visible()
        page.locator("#navigation a").nth(2).click()
        expect(page).to_have_url(root + "timeline/")
    assert lost == []
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_on_paper_sources_are_spelled_out_and_the_page_says_where_it_is_from(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.emulate_media(media="print")
    still_page.set_viewport_size({"width": 794, "height": 1123})
    still_page.goto(site + prefix + TYPES["event"])
    for unprinted in ("#navigation", ".drawer", ".scheme", ".skip"):
        expect(still_page.locator(unprinted)).to_be_hidden()
    expect(still_page.locator(".own-address")).to_have_text(SITE_URL + prefix + TYPES["event"])
    shown = still_page.locator("#sources ~ ol a[data-shown]").first
    written = shown.evaluate("link => getComputedStyle(link, '::after').content")
    assert str(shown.get_attribute("data-shown")) in written
    assert "%D8" not in written
    assert still_page.evaluate("document.documentElement.scrollWidth") <= 794
