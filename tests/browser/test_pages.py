"""What holds for every page, in both languages: see `pages` for which are opened.

A page is loaded once for its tests, so those that look at what it asked for and said come late.
"""

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, Visit
from tests.browser.pages import LANGUAGES

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
FAULTS = ("serious", "critical")

# The elements that stick out, without those that a container of their own scrolls.
STICKING_OUT = """() => {
  const wide = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
  };
  const scrolled = element => element.closest(".table-scroll, .md-typeset__scrollwrap, pre");
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter(element => wide(element) && !scrolled(element))
    .map(element => element.outerHTML.slice(0, 120));
}"""


def test_a_window_of_320_px_needs_no_sideways_scroll(visit: Visit) -> None:
    visit.page.set_viewport_size(NARROWEST)
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    sticking_out = visit.page.evaluate(STICKING_OUT) if width > NARROWEST["width"] else []
    visit.page.set_viewport_size(DESKTOP)
    assert width <= NARROWEST["width"], "\n".join(sticking_out)


def test_axe_finds_no_serious_fault(visit: Visit) -> None:
    found = violations(visit.page, "light")
    assert found == [], "\n".join(found)


def test_axe_finds_no_serious_fault_on_a_phone_in_the_dark(visit: Visit) -> None:
    visit.page.set_viewport_size(PHONE)
    found = violations(visit.page, "dark")
    visit.page.set_viewport_size(DESKTOP)
    assert found == [], "\n".join(found)


def test_nothing_is_said_to_the_console(visit: Visit) -> None:
    assert visit.messages == []


def test_no_other_host_is_asked_and_nothing_is_missing(visit: Visit) -> None:
    assert [url for url in visit.requests if not url.startswith(visit.site)] == []
    assert visit.failures == []


def test_the_language_switch_keeps_the_page(visit: Visit) -> None:
    other = next(language for language in LANGUAGES if language != visit.language)
    for language in (other, visit.language):
        visit.page.locator(f'header a[hreflang="{language}"]').click()
        expect(visit.page).to_have_url(visit.where(language))
        expect(visit.page.locator("html")).to_have_attribute("lang", language)
        direction = "rtl" if language == "ar" else "ltr"
        expect(visit.page.locator("html")).to_have_attribute("dir", direction)


def violations(page: Page, scheme: Literal["light", "dark"]) -> list[str]:
    """What axe-core calls serious or critical, with the element; its text goes past the policy."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    page.emulate_media(color_scheme="light")
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found["violations"]
        if rule["impact"] in FAULTS
        for node in rule["nodes"]
    ]
