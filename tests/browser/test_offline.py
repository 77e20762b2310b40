"""The offline edition opened from a disk: pages, links, maps, explore, and no word of error."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from chronicle import language, offline
from chronicle.offline import NAME, TOP
from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser


class Reader:
    """A browser on a disk, with what it said and asked for."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.root = folder.as_uri() + "/"
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, prefix: str, address: str) -> Page:
        self.page.goto(f"{self.root}{prefix}{address}index.html")
        return self.page


@pytest.fixture(scope="module")
def folder(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("offline")
    offline.write(built_site, made, {code: language.load(code) for code in LANGUAGES})
    with zipfile.ZipFile(made / NAME) as packed:
        packed.extractall(made)
    return made / TOP.rstrip("/")


@pytest.fixture
def reader(browser: Browser, folder: Path) -> Iterator[Reader]:
    context = browser.new_context(viewport=DESKTOP)
    reader = Reader(context.new_page(), folder)
    yield reader
    context.close()
    assert reader.messages == []
    assert [url for url in reader.requests if not url.startswith((reader.root, "blob:"))] == []


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_every_type_of_page_opens_with_its_styles_and_scripts(reader: Reader, prefix: str) -> None:
    for name, address in TYPES.items():
        page = reader.open(prefix, address)
        assert page.evaluate("typeof Chronicle") == "object", name
        assert page.evaluate("getComputedStyle(document.querySelector('.site-name')).color"), name
        assert page.evaluate("document.styleSheets.length") >= 3, name
        assert page.evaluate("getComputedStyle(document.body).fontFamily.includes('system-ui')")


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_links_maps_and_the_language_switch_lead_on(reader: Reader, prefix: str) -> None:
    page = reader.open(prefix, TYPES["home"])
    page.locator(".map-symbol").first.click(force=True)
    expect(page).not_to_have_url(f"{reader.root}{prefix}index.html")
    expect(page.locator("h1")).to_be_visible()
    page.locator(".site-name").click()
    expect(page).to_have_url(f"{reader.root}{prefix}index.html")
    page.locator("header a[hreflang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if prefix else "ar")
    page.locator('.events a[href*="events/"]').first.click()
    page.locator(".account .refs a").first.click()
    assert "#source-" in page.url


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_explore_filters_draws_and_leads_to_the_pages(reader: Reader, prefix: str) -> None:
    page = reader.open(prefix, TYPES["explore"])
    expect(page.locator("[data-explore-app]")).to_be_visible()
    page.locator('[data-explore-facets] input[value="hama"]').check()
    expect(page).to_have_url(re.compile(r"index\.html\?governorate=hama$"))
    page.locator(".leaflet-control-zoom-in").click()
    page.locator(".explore-open").first.click()
    page.locator(".explore-card:not([hidden]) a").click()
    expect(page.locator("#account")).to_be_visible()
    page.go_back()
    expect(page.locator("[data-explore-list] li").first).to_be_visible()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_a_text_edition_opens_and_its_contents_lead_to_an_event(
    reader: Reader, prefix: str
) -> None:
    code = "ar" if prefix else "en"
    page = reader.page
    page.goto(f"{reader.root}text/{code}.html")
    page.locator('main li a[href="#2019-03-03-al-masasna-attack"]').click()
    expect(page.locator("article:target h3")).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


@pytest.mark.parametrize(("prefix", "word"), [("", "Hama"), ("ar/", "حماة")])
@pytest.mark.parametrize("form", ["header form input", "main form input"])
def test_words_to_search_are_found_by_the_filter_of_explore(
    reader: Reader, prefix: str, word: str, form: str
) -> None:
    page = reader.open(prefix, TYPES["search" if form.startswith("main") else "home"])
    page.locator(form).fill(word)
    page.locator(form).press("Enter")
    expect(page.locator("[data-explore-app]")).to_be_visible()
    expect(page.locator("[data-explore-search]")).to_have_value(word)
    expect(page.locator("[data-explore-list] li").first).to_be_visible()
