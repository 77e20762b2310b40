"""Nobody is told: every page is opened and used, and every request and trace is written down."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser

TRACES = """async () => ({
  storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  databases: (await indexedDB.databases()).map(one => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NO_TRACES: dict[str, Any] = {"storage": [], "databases": [], "caches": [], "workers": 0}
POLICY = 'meta[http-equiv="Content-Security-Policy"]'


def use(page: Page, language: str, name: str) -> None:
    """What a reader does on a page beyond reading it."""
    if name == "explore":
        page.locator("[data-explore-app]").wait_for()
        page.locator('[data-explore-facets] input[value="hama"]').check()
        page.locator(".explore-open").first.click()
        page.locator(".explore-card:not([hidden]) table.claims").first.wait_for()
        page.locator(".leaflet-control-zoom-in").click()
    box = page.locator("form[data-search] input").first
    if name in {"home", "search"} and box.count():
        box.fill("حماة" if language == "ar" else "Hama")
        box.press("Enter")
        page.wait_for_load_state("networkidle")
    for summary in page.locator("main details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_of_every_type_of_page_is_known_to_the_site_alone_and_leaves_no_trace(
    browser: Browser, site: str, language: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    hosts: set[str] = set()
    said: list[str] = []
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    context.on("console", lambda message: said.append(f"{message.page}: {message.text}"))
    context.on("weberror", lambda error: said.append(str(error.error)))
    page = context.new_page()
    for name, address in TYPES.items():
        page.goto(site + LANGUAGES[language] + address)
        use(page, language, name)
        assert page.evaluate(TRACES) == NO_TRACES, name
        policy = page.locator(POLICY).get_attribute("content") or ""
        assert policy.startswith("default-src 'none'; "), name
        assert "unsafe" not in policy, name
        assert "//" not in policy, name
    assert hosts == {urlsplit(site).netloc}
    assert said == []
    assert context.cookies() == []
    context.close()
