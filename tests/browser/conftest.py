"""A headless Chromium in front of the real site, served under a sub-path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests import chromium
from tests.browser import pages
from tests.server import serve

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
CASES = [
    (language, name)
    for name in [*pages.TYPES, *range(pages.SAMPLE_SIZE)]
    for language in pages.LANGUAGES
]


@dataclass
class Visit:
    """A page that is open, and what the browser noticed while it loaded."""

    page: Page
    site: str
    language: str
    address: str
    sampled: bool
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down console messages, errors, requests and answers that are not good."""
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "response",
            lambda answer: self.failures.append(answer.url) if answer.status >= 400 else None,
        )
        self.page.on("requestfailed", lambda request: self.failures.append(request.url))

    def where(self, language: str) -> str:
        """The full address of this page in a language."""
        return self.site + pages.LANGUAGES[language] + self.address

    def open(self) -> None:
        """Load the page with all that it names; explore is open when its script has drawn it."""
        self.page.goto(self.where(self.language))
        if self.address == pages.TYPES["explore"]:
            self.page.locator("[data-explore-app]").wait_for()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none, every test that needs it fails with one line."""
    try:
        with chromium.launch() as launched:
            yield launched
    except chromium.BrowserMissing as missing:
        raise pytest.fail.Exception(str(missing), pytrace=False) from None


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[1]}-{case[0]}")
def visit(
    request: pytest.FixtureRequest, site: str, built_site: Path, browser: Browser
) -> Iterator[Visit]:
    """Every type of page and every page of the sample, in both languages, opened on a desktop."""
    language, name = request.param
    address = pages.sample(built_site)[name] if isinstance(name, int) else pages.TYPES[name]
    context = browser.new_context(viewport=DESKTOP)
    visit = Visit(context.new_page(), site, language, address, isinstance(name, int))
    visit.watch()
    visit.open()
    yield visit
    context.close()


@pytest.fixture
def still_page(browser: Browser) -> Iterator[Page]:
    """A page on a phone whose browser runs no JavaScript."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()
