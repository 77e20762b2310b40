"""Explore in a real browser: filters, brush, address, keyboard and downloads; none is needed."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from chronicle import archive as archives
from chronicle import load
from chronicle.archive import Archive, Dated
from tests.browser.conftest import DESKTOP
from tests.browser.pages import LANGUAGES

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
HAMA_2019 = "?from=2019-03&to=2019-03&governorate=hama"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archives.build(load.read(Path(__file__).parents[2]))


class Explorer:
    """An explore page that is open, with what the browser said and asked for."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, query: str = "") -> "Explorer":
        self.page.goto(self.address + query)
        expect(self.page.locator("[data-explore-app]")).to_be_visible()
        return self

    def box(self, value: str) -> Locator:
        return self.page.locator(f'[data-explore-facets] input[value="{value}"]').first

    def shown(self) -> int:
        """How many events the page says it found."""
        count = self.page.locator("[data-explore-count]")
        return int(count.get_attribute("data-explore-count") or -1)

    def finds(self, number: int) -> None:
        """Wait until the page says that it found so many events."""
        count = self.page.locator("[data-explore-count]")
        expect(count).to_have_attribute("data-explore-count", str(number))

    def titles(self) -> list[str]:
        return self.page.locator("[data-explore-list] h3").all_inner_texts()

    def query(self) -> str:
        return str(self.page.evaluate("location.search"))


@pytest.fixture(params=LANGUAGES.values(), ids=list(LANGUAGES))
def explorer(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Explorer]:
    context = browser.new_context(viewport=DESKTOP, accept_downloads=True)
    explorer = Explorer(context.new_page(), f"{site}{request.param}explore/")
    yield explorer
    context.close()
    assert explorer.messages == []
    assert [url for url in explorer.requests if not url.startswith((site, "blob:"))] == []


def test_everything_is_shown_at_first(explorer: Explorer, archive: Archive) -> None:
    explorer.open()
    assert explorer.shown() == len(archive.live)
    assert explorer.query() == ""


def test_a_filter_shows_its_events_and_stands_in_the_address(
    explorer: Explorer, archive: Archive
) -> None:
    explorer.open()
    explorer.box("idlib").check()
    assert explorer.shown() == len(archive.by_governorate["idlib"])
    assert explorer.query() == "?governorate=idlib"
    explorer.box("airstrike").check()
    both = [d for d in archive.by_governorate["idlib"] if d.event.type == "airstrike"]
    assert explorer.shown() == len(both)
    assert explorer.query() == "?governorate=idlib&type=airstrike"


def lasted_into(dated: Dated, first: str, last: str) -> bool:
    """Whether an event was in one of the months from `first` to `last`."""
    date = dated.event.date
    return date.first.isoformat()[:7] <= last and date.last.isoformat()[:7] >= first


BELONGS: dict[str, Callable[[Dated, Archive], bool]] = {
    "?campaign=baghuz-battle": lambda d, _: "baghuz-battle" in d.event.part_of,
    "?actor=hayat-tahrir-al-sham": lambda d, _: any(
        part.actor == "hayat-tahrir-al-sham" for part in d.event.actors
    ),
    "?grading=contested": lambda d, _: d.event.grading == "contested",
    "?language=de": lambda d, _: any(s.language == "de" for s in d.event.sources.values()),
    "?lines=5": lambda d, a: a.origins.independent(d.event, d.event.sources) >= 5,
    "?place=al-masasna": lambda d, _: d.event.place == "al-masasna",
    "?from=2019-02&to=2019-03": lambda d, _: lasted_into(d, "2019-02", "2019-03"),
}


@pytest.mark.parametrize("query", BELONGS)
def test_each_kind_of_filter_finds_what_the_records_say(
    explorer: Explorer, archive: Archive, query: str
) -> None:
    explorer.open(query)
    wanted = [dated for dated in archive.live if BELONGS[query](dated, archive)]
    assert 0 < len(wanted) < len(archive.live)
    assert explorer.shown() == len(wanted)
    code = "ar" if "/ar/" in explorer.address else "en"
    newest = [dated.event.title.side(code) for dated in reversed(wanted)]
    assert explorer.titles() == newest[: len(explorer.titles())]


def test_a_count_says_what_choosing_the_value_would_find(explorer: Explorer) -> None:
    explorer.open("?governorate=hama")
    for value in ("idlib", "airstrike", "fair"):
        inner = explorer.page.locator(f'input[value="{value}"]')
        facet = explorer.page.locator("details.facet", has=inner)
        facet.evaluate("details => { details.open = true; }")
        label = facet.locator("label", has=inner)
        count = int(label.locator(".facet-count").inner_text())
        before = explorer.shown()
        explorer.box(value).check()
        # Another governorate is added to the first; another kind of filter narrows it.
        assert explorer.shown() == (before + count if value == "idlib" else count)
        explorer.page.go_back()
        explorer.finds(before)


def test_words_are_found_in_titles_places_actors_and_campaigns(explorer: Explorer) -> None:
    explorer.open()
    words = "المصاصنه هجوم" if "/ar/" in explorer.address else "MASASNA attack"
    explorer.page.locator("[data-explore-search]").fill(words)
    explorer.finds(1)
    expect(
        explorer.page.locator('[data-explore-list] a[href*="al-masasna-attack"]')
    ).to_be_visible()
    explorer.page.locator("[data-explore-search]").fill("zzzz")
    expect(explorer.page.locator("[data-explore-none]")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Daesh Baghuz", "2019-03-18-baghuz-airstrike"),
        ("داعش الباغوز", "2019-03-18-baghuz-airstrike"),
        ("3 March 2019 Masasneh", "2019-03-03-al-masasna-attack"),
        ("٣ آذار ٢٠١٩ المصاصنه", "2019-03-03-al-masasna-attack"),
        ("قسد مارس 2019", "2019-03-23-sdf-victory-declaration"),
    ],
)
def test_words_are_compared_as_search_compares_them(
    explorer: Explorer, query: str, found: str
) -> None:
    explorer.open("?q=" + query)
    expect(explorer.page.locator(f'[data-explore-list] a[href$="{found}/"]')).to_be_visible()


def test_back_and_forward_lead_through_the_selections(explorer: Explorer) -> None:
    explorer.open()
    everything = explorer.shown()
    explorer.box("hama").check()
    hama = explorer.shown()
    explorer.box("idlib").check()
    explorer.page.go_back()
    explorer.finds(hama)
    expect(explorer.box("idlib")).not_to_be_checked()
    explorer.page.go_back()
    explorer.finds(everything)
    explorer.page.go_forward()
    explorer.finds(hama)
    expect(explorer.box("hama")).to_be_checked()


def test_an_address_opens_in_a_fresh_browser_as_it_was_left(
    explorer: Explorer, browser: Browser
) -> None:
    explorer.open()
    explorer.box("hama").check()
    explorer.page.locator("[data-explore-sort]").select_option("oldest")
    explorer.page.locator(".leaflet-control-zoom-in").click()
    expect(explorer.page).to_have_url(re.compile("at="))
    explorer.page.locator(".explore-open").first.click()
    state = (explorer.shown(), explorer.titles())
    context = browser.new_context(viewport=DESKTOP)
    fresh = Explorer(context.new_page(), explorer.address).open(explorer.query())
    assert (fresh.shown(), fresh.titles()) == state
    assert fresh.query() == explorer.query()
    expect(fresh.page.locator(".explore-item-open")).to_have_count(1)
    expect(fresh.page.locator("[data-explore-sort]")).to_have_value("oldest")
    context.close()


def test_the_brush_selects_months_by_hand(explorer: Explorer) -> None:
    explorer.open()
    everything = explorer.shown()
    chart = explorer.page.locator("[data-explore-time] svg")
    box = chart.bounding_box()
    assert box
    explorer.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
    explorer.page.mouse.down()
    explorer.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=5)
    explorer.page.mouse.up()
    expect(explorer.page).to_have_url(re.compile("from="))
    found = dict(part.split("=") for part in explorer.query()[1:].split("&"))
    assert "2015" < found["from"] < found["to"] < "2021"
    assert 0 < explorer.shown() < everything


def test_the_brush_selects_months_with_the_keyboard(explorer: Explorer, archive: Archive) -> None:
    explorer.open()
    start = explorer.page.locator("[data-explore-time] input").first
    start.focus()
    for _ in range(12):
        explorer.page.keyboard.press("ArrowUp")
    expect(explorer.page).to_have_url(re.compile("from=2012-01"))
    later = [d for d in archive.live if d.event.date.last.isoformat() >= "2012"]
    assert explorer.shown() == len(later)
    assert "2012" in str(start.get_attribute("aria-valuetext"))


def test_a_card_shows_the_claims_of_the_event(explorer: Explorer) -> None:
    explorer.open("?q=" + ("المصاصنة" if "/ar/" in explorer.address else "al-Masasna"))
    item = explorer.page.locator(".explore-item", has=explorer.page.locator('a[href*="masasna-a"]'))
    item.locator(".explore-open").click()
    card = explorer.page.locator(".explore-card:not([hidden])")
    expect(card.locator("table.claims").first).to_contain_text("40+")
    links = card.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert links
    assert all("/events/" in link or "/actors/" in link or "/sources/" in link for link in links)


def test_the_whole_page_works_with_the_keyboard(explorer: Explorer) -> None:
    explorer.open()
    page = explorer.page
    page.locator("[data-explore-search]").focus()
    reached: list[str] = []
    for _ in range(140):
        page.keyboard.press("Tab")
        reached.append(
            str(
                page.evaluate(
                    "(e => e.value || e.dataset.exploreCsv !== undefined && 'csv' || "
                    "e.className || e.tagName)(document.activeElement)"
                )
            )
        )
        if reached[-1] == "csv":
            break
    assert "idlib" in reached
    assert any("leaflet-container" in one for one in reached)
    assert "explore-open" in reached
    assert reached[-1] == "csv"
    explorer.box("idlib").focus()
    page.keyboard.press("Space")
    assert explorer.query() == "?governorate=idlib"
    page.locator(".explore-chips button").focus()
    page.keyboard.press("Enter")
    assert explorer.query() == ""
    assert page.evaluate("document.activeElement !== document.body")


def test_what_is_found_is_told_to_screen_readers(explorer: Explorer) -> None:
    explorer.open()
    explorer.box("hama").check()
    status = explorer.page.locator("[data-explore-status]")
    expect(status).to_have_text(explorer.page.locator("[data-explore-count]").inner_text())


def test_a_symbol_of_the_map_names_its_events(explorer: Explorer) -> None:
    explorer.open("?place=al-masasna")
    explorer.page.locator("[data-explore-fit]").click()
    box = explorer.page.locator("[data-explore-map]").bounding_box()
    assert box
    explorer.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    popup = explorer.page.locator(".leaflet-popup-content")
    expect(popup.locator('a[href*="al-masasna-attack"]')).to_be_visible()


@pytest.mark.parametrize("kind", ["csv", "geojson"])
def test_the_selection_can_be_downloaded(
    explorer: Explorer, archive: Archive, kind: str, tmp_path: Path
) -> None:
    explorer.open("?governorate=hama")
    with explorer.page.expect_download() as download:
        explorer.page.locator(f"[data-explore-{kind}]").click()
    file = tmp_path / "selection"
    download.value.save_as(file)
    wanted = [dated.id for dated in archive.by_governorate["hama"]]
    text = file.read_bytes().decode()
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["id"] for row in rows] == wanted
        assert all(row["governorate"] == "hama" for row in rows)
        assert "\r\n" in text
    else:
        features = json.loads(text)["features"]
        assert [feature["id"] for feature in features] == wanted
        by_id = {feature["id"]: feature for feature in features}
        place = archive.places["al-masasna"]
        masasna = by_id["2019-03-03-al-masasna-attack"]
        assert masasna["geometry"]["coordinates"] == [place.lon, place.lat]


def test_reset_shows_everything_again(explorer: Explorer, archive: Archive) -> None:
    explorer.open(HAMA_2019)
    assert explorer.shown() < len(archive.live)
    explorer.page.locator("[data-explore-reset]").click()
    assert explorer.shown() == len(archive.live)
    assert explorer.query() == ""


def test_what_is_unknown_in_an_address_is_passed_over(explorer: Explorer, archive: Archive) -> None:
    explorer.open("?type=no&from=2019-13&to=x&place=%3Cb%3E&lines=77&sort=no&event=no&at=1,2")
    assert explorer.shown() == len(archive.live)


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_on_a_phone_it_is_used_by_touch_and_nothing_is_wider_than_the_screen(
    browser: Browser, site: str, prefix: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    explorer = Explorer(context.new_page(), f"{site}{prefix}explore/").open()
    explorer.page.locator("[data-explore-filters] > summary").tap()
    explorer.box("hama").tap()
    assert explorer.query() == "?governorate=hama"
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert explorer.messages == []
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_on_a_phone_a_symbol_tells_its_events_under_the_map_and_a_thumb_scrolls_past_it(
    browser: Browser, site: str, prefix: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    explorer = Explorer(context.new_page(), f"{site}{prefix}explore/").open("?place=al-masasna")
    plan = explorer.page.locator("[data-explore-map]")
    assert plan.evaluate("map => getComputedStyle(map).touchAction") == "pan-x pan-y"
    explorer.page.locator("[data-explore-fit]").tap()
    plan.scroll_into_view_if_needed()
    box = plan.bounding_box()
    assert box
    explorer.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    told = explorer.page.locator("[data-explore-here]")
    expect(told.locator('a[href*="al-masasna-attack"]')).to_be_in_viewport()
    expect(explorer.page.locator(".leaflet-popup-content")).to_have_count(0)
    told.locator("button").last.tap()
    expect(told).to_be_hidden()
    assert explorer.messages == []
    context.close()


def test_symbols_in_sight_are_named_after_their_place(explorer: Explorer) -> None:
    explorer.open("?place=al-masasna")
    explorer.page.locator("[data-explore-fit]").click()
    name = "المصاصنة" if "/ar/" in explorer.address else "al-Masasna"
    expect(explorer.page.locator(".explore-label-place span", has_text=name)).to_be_visible()


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_without_javascript_the_map_the_chart_and_the_ways_in_are_there(
    still_page: Page, site: str, prefix: str
) -> None:
    still_page.goto(f"{site}{prefix}explore/")
    expect(still_page.locator("figure.map svg")).to_be_visible()
    expect(still_page.locator("figure.chart svg").first).to_be_visible()
    expect(still_page.locator("[data-explore-app]")).to_be_hidden()
    still_page.locator('[data-explore-plain] a[href="../timeline/"]').click()
    expect(still_page).to_have_url(f"{site}{prefix}timeline/")


def test_when_the_data_cannot_be_had_the_page_says_so_and_stays_of_use(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.route("**/api/v1/explore/*.json", lambda route: route.abort())
    page.goto(f"{site}explore/")
    expect(page.locator("[data-explore-failed]")).to_be_visible()
    expect(page.locator("figure.map svg")).to_be_visible()
    context.close()
