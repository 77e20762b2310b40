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
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NARROWEST: ViewportSize = {"width": 320, "height": 640}
# What a zoom of 200 % makes of the desktop.
TWICE: ViewportSize = {"width": 640, "height": 400}

# Every rule that is on by default, of whatever weight, and that of WCAG 2.2 which is not.
RULES = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"

# What changes on an element, or on what it is drawn with, when the keyboard comes to it.
WITHOUT_FOCUS = """() => {
  const names = ["outline", "stroke", "strokeWidth", "backgroundColor", "boxShadow"];
  const look = element => [element, ...element.querySelectorAll("circle")]
    .map(part => names.map(name => getComputedStyle(part)[name]).join()).join();
  const focusable = "a[href], button, input, select, summary, [tabindex]";
  const found = [...document.querySelectorAll(focusable)].filter(element => {
    if (element.tabIndex < 0 || !element.checkVisibility({visibilityProperty: true})) return false;
    const before = look(element);
    element.focus({focusVisible: true});
    return document.activeElement === element && look(element) === before;
  }).map(element => element.outerHTML.slice(0, 120));
  document.activeElement.blur();
  return found;
}"""

# Links to other hosts whose sign is missing or points the wrong way.
UNSIGNED = """sign => [...document.querySelectorAll("a[href]:not(svg a)")]
  .filter(link => link.host !== location.host && link.protocol.startsWith("http"))
  .filter(link => !getComputedStyle(link, "::after").content.includes(sign))
  .map(link => link.outerHTML.slice(0, 120))"""

MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  const seconds = text => Math.max(...text.split(",").map(parseFloat));
  return seconds(style.transitionDuration) > 0.001 || seconds(style.animationDuration) > 0.001;
}).map(element => element.outerHTML.slice(0, 120))"""

# Drawings keep their own colours where the system's are forced: they must not be those of the page.
DRAWN = ".map-symbol circle:not(.map-touch), .map-ring, .chart-bars, .bar-sure, .bar-open"
UNSEEN = """selector => {
  const paper = getComputedStyle(document.body).backgroundColor;
  const clear = ["none", "rgba(0, 0, 0, 0)", paper];
  return [...document.querySelectorAll(selector)].filter(part => {
    const style = getComputedStyle(part);
    return clear.includes(style.fill) && clear.includes(style.stroke);
  }).map(part => part.outerHTML.slice(0, 120));
}"""

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


def test_neither_zoom_nor_a_window_of_320_px_needs_sideways_scroll(visit: Visit) -> None:
    sticking_out = []
    for size in (TWICE, NARROWEST):
        visit.page.set_viewport_size(size)
        if visit.page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            sticking_out.append(visit.page.evaluate(STICKING_OUT))
    visit.page.set_viewport_size(DESKTOP)
    assert sticking_out == []


def test_axe_finds_no_fault_on_a_desktop_or_on_a_phone_in_the_dark(visit: Visit) -> None:
    found = [] if visit.sampled else violations(visit.page, "light")
    visit.page.set_viewport_size(PHONE)
    found += violations(visit.page, "dark")
    visit.page.set_viewport_size(DESKTOP)
    assert found == [], "\n".join(found)


def test_whatever_the_keyboard_reaches_shows_that_it_has_the_focus(visit: Visit) -> None:
    assert visit.page.evaluate(WITHOUT_FOCUS) == []


def test_nothing_moves_for_readers_who_ask_for_less_motion(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    assert visit.page.evaluate(MOVING) == []
    visit.page.emulate_media(reduced_motion="no-preference")


def test_drawings_are_seen_in_the_colours_that_a_system_forces(visit: Visit) -> None:
    for scheme in SCHEMES:
        visit.page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert visit.page.evaluate(UNSEEN, DRAWN) == []
    visit.page.emulate_media(forced_colors="none", color_scheme="light")


def test_a_link_that_leaves_the_site_bears_a_sign_in_the_direction_of_reading(
    visit: Visit,
) -> None:
    assert visit.page.evaluate(UNSIGNED, {"en": "\u2197", "ar": "\u2196"}[visit.language]) == []


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


def violations(page: Page, scheme: Scheme) -> list[str]:
    """The faults that axe-core finds, with their elements; its text goes past the policy."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(f"axe.run({RULES})")
    page.emulate_media(color_scheme="light")
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
