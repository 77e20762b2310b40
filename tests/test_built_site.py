"""Every page of the real site, read by an HTML parser as strict as a browser's.

The build's own check of links reads start tags with patterns; here the pages go through html5lib.
"""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from chronicle.address import LANGUAGES
from tests.building import SITE_URL

pytestmark = pytest.mark.slow

DIRECTION = {"en": "ltr", "ar": "rtl"}
HEADING = re.compile(r"h[1-6]")
LEADS = {"a", "area"}
ADDRESSES = ("href", "src", "action", "poster", "data", "xlink:href")
BARRED = {"iframe", "object", "embed", "base", "style", "frame", "applet", "marquee"}


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    path: str
    text: str

    @cached_property
    def tree(self) -> Element:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree: Element = parser.parse(self.text)
        assert not self.faults(parser), self.faults(parser)
        return tree

    def faults(self, parser: html5lib.HTMLParser) -> list[str]:
        return [f"{self.path}: line {line}: {code}" for (line, _), code, _ in parser.errors]

    @property
    def address(self) -> str:
        return SITE_URL + self.path.removesuffix("index.html")

    @property
    def language(self) -> str:
        return "ar" if self.path.startswith("ar/") else "en"

    @cached_property
    def elements(self) -> list[Element]:
        return [element for element in self.tree.iter() if isinstance(element.tag, str)]

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(element.attrib["id"] for element in self.elements if "id" in element.attrib)

    def values(self, *names: str) -> list[tuple[Element, str]]:
        """Elements with the value of one of these attributes."""
        return [
            (element, element.attrib[name])
            for element in self.elements
            for name in names
            if name in element.attrib
        ]


def local(element: Element) -> str:
    """The name of an element; those of a drawing stand in a namespace."""
    return str(element.tag).rpartition("}")[2]


@pytest.fixture(scope="module")
def pages(built_site: Path) -> list[Page]:
    """Every page of the site; the text editions, which leave it, have tests of their own."""
    return [
        Page(file.relative_to(built_site).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(built_site.rglob("*.html"))
        if file.parent.name != "text" or file.parents[1] != built_site
    ]


@pytest.fixture(scope="module")
def files(built_site: Path) -> set[str]:
    return {
        file.relative_to(built_site).as_posix() for file in built_site.rglob("*") if file.is_file()
    }


def target(page: Page, address: str) -> tuple[str, str] | None:
    """The file of the site and the anchor that an address means; None outside the site."""
    base = SITE_URL if page.path == "404.html" else page.address
    full = urlsplit(urljoin(base, address))
    whole = f"{full.scheme}://{full.netloc}{unquote(full.path)}"
    if not whole.startswith(SITE_URL):
        return None
    path = whole.removeprefix(SITE_URL)
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(full.fragment)


def test_there_is_a_page_of_every_address_in_both_languages(pages: list[Page]) -> None:
    found = {
        code: {page.path.removeprefix("ar/") for page in pages if page.language == code}
        for code in LANGUAGES
    }
    assert found["en"] - found["ar"] == {"404.html"}
    assert found["ar"] - found["en"] == set()
    assert len(found["ar"]) > 100


def test_every_page_is_html_without_a_fault(pages: list[Page]) -> None:
    faults = []
    for page in pages:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(page.text)
        faults += page.faults(parser)
    assert faults == []


def test_every_link_and_every_anchor_leads_somewhere(pages: list[Page], files: set[str]) -> None:
    anchors = {page.path: set(page.ids) for page in pages}
    faults = []
    for page in pages:
        for element, address in page.values(*ADDRESSES):
            if element.tag in {"meta", "data"} or address.startswith(("data:", "mailto:")):
                continue
            found = target(page, address)
            if found is None:
                continue
            path, anchor = found
            if path not in files:
                faults.append(f"{page.path}: {address} leads nowhere")
            elif anchor and path in anchors and anchor not in anchors[path]:
                faults.append(f"{page.path}: {address}: no such anchor")
    assert faults == []


def test_no_page_asks_another_host_for_anything(pages: list[Page]) -> None:
    asked = [
        f"{page.path}: {address}"
        for page in pages
        for element, address in page.values(*ADDRESSES, "srcset")
        if element.tag not in LEADS and element.tag != "link"
        if target(page, address) is None
    ]
    linked = [
        f"{page.path}: {element.attrib['href']}"
        for page in pages
        for element in page.elements
        if element.tag == "link" and target(page, element.attrib["href"]) is None
    ]
    assert asked + linked == []


def test_a_link_out_says_neither_where_it_came_from_nor_hands_over_the_window(
    pages: list[Page],
) -> None:
    open_links = [
        f"{page.path}: {address}"
        for page in pages
        for element, address in page.values("href")
        if element.tag in LEADS and target(page, address) is None
        if not {"noopener", "noreferrer"} <= set(element.attrib.get("rel", "").split())
        if not address.startswith("mailto:")
    ]
    assert open_links == []
    referrer = '<meta name="referrer" content="no-referrer">'
    assert [page.path for page in pages if referrer not in page.text] == []


def test_of_the_theme_only_what_pages_use_is_shipped_and_once_for_both_languages(
    pages: list[Page], files: set[str]
) -> None:
    assets = {path for path in files if "assets/" in path}
    assert all(path.startswith("assets/") for path in assets)
    assert [path for path in assets if re.search(r"\.map$|lunr|bundle|workers|\.gz$", path)] == []
    named = {
        found[0]
        for page in pages
        for _, address in page.values("href", "src")
        if (found := target(page, address))
    }
    scripts = {path for path in assets if path.endswith((".js", ".css"))}
    assert scripts <= named
    assert ".nojekyll" in files


def test_ids_are_unique_and_hold_no_white_space(pages: list[Page]) -> None:
    twice = [(page.path, id) for page in pages for id, count in page.ids.items() if count > 1]
    assert twice == []
    assert [id for page in pages for id in page.ids if not id or re.search(r"\s", id)] == []


def test_every_page_says_its_language_and_direction(pages: list[Page]) -> None:
    wrong = [
        (page.path, page.tree.attrib)
        for page in pages
        if page.tree.attrib.get("lang") != page.language
        or page.tree.attrib.get("dir") != DIRECTION[page.language]
    ]
    assert wrong == []


def test_whatever_is_marked_with_arabic_or_english_has_the_direction_of_its_script(
    pages: list[Page],
) -> None:
    wrong = [
        (page.path, element.tag, element.attrib)
        for page in pages
        for element, code in page.values("lang")
        if code in DIRECTION and element.attrib.get("dir") != DIRECTION[code]
    ]
    assert wrong == []


def test_arabic_letters_stand_in_english_pages_only_where_they_are_marked(
    pages: list[Page],
) -> None:
    wrong = []
    for page in pages:
        if page.language == "en":
            wrong += [f"{page.path}: {text}" for text in unmarked(page.tree, "en")]
    assert wrong == []


def unmarked(element: Element, language: str) -> list[str]:
    """Texts with Arabic letters below an element that no `lang=ar` covers; titles cannot be marked,
    and examples of code stand as they are written.
    """
    if not isinstance(element.tag, str) or element.tag in {"title", "script", "code"}:
        return []
    code = element.attrib.get("lang", language)
    found = []
    if code == "en" and re.search(r"[\u0621-\u064a]", element.text or ""):
        found.append((element.text or "").strip()[:60])
    for child in element:
        found += unmarked(child, code)
        if code == "en" and re.search(r"[\u0621-\u064a]", child.tail or ""):
            found.append((child.tail or "").strip()[:60])
    return found


def test_words_in_latin_letters_stand_in_arabic_pages_only_where_they_are_marked(
    pages: list[Page],
) -> None:
    wrong = []
    for page in pages:
        # The data page names columns and values that programs read in the middle of its sentences.
        if page.language == "ar" and page.path != "ar/data/index.html":
            wrong += [f"{page.path}: {text}" for text in unmarked_latin(page.tree)]
    assert wrong == []


def unmarked_latin(element: Element) -> list[str]:
    """Texts with Latin words below an element that no `lang` covers and no `bdi` sets apart;
    abbreviations and names of formats are read the same in either language.
    """
    if not isinstance(element.tag, str) or element.tag in {"title", "script", "code", "bdi"}:
        return []
    if element.attrib.get("lang", "ar") != "ar" or element.attrib.get("dir") == "ltr":
        return []
    own = [element.text, *(child.tail for child in element)]
    found = [
        text.strip()[:60]
        for text in own
        if text and re.search(r"\b(?!http\b|GeoJSON\b|BibTeX\b)[A-Za-z][a-z]{2,}", text)
    ]
    return found + [text for child in element for text in unmarked_latin(child)]


def test_no_page_holds_a_style_a_handler_or_a_frame(pages: list[Page]) -> None:
    faults = [
        f"{page.path}: <{element.tag} {name}>"
        for page in pages
        for element in page.elements
        for name in ["", *element.attrib]
        if element.tag in BARRED or name == "style" or name.lower().startswith("on")
    ]
    assert faults == []


def test_the_policy_stands_right_after_the_charset_and_nowhere_else(pages: list[Page]) -> None:
    for page in pages:
        head = page.tree.find("head")
        assert head is not None
        first, second = list(head)[:2]
        assert first.attrib == {"charset": "utf-8"}, page.path
        assert second.attrib["http-equiv"] == "Content-Security-Policy", page.path
        assert second.attrib["content"].startswith("default-src 'none'; script-src 'self'")
        assert page.text.count("Content-Security-Policy") == 1, page.path


def test_every_page_has_one_first_heading_and_skips_no_level(pages: list[Page]) -> None:
    faults = []
    for page in pages:
        levels = [int(e.tag[1]) for e in page.elements if HEADING.fullmatch(e.tag)]
        if levels.count(1) != 1 or levels[0] != 1:
            faults.append(f"{page.path}: {levels.count(1)} first headings, {levels[:3]}")
        for before, after in pairwise(levels):
            if after > before + 1:
                faults.append(f"{page.path}: h{after} after h{before}")
    assert faults == []


def test_every_page_has_a_title_and_a_description_of_its_own_language(pages: list[Page]) -> None:
    for page in pages:
        title = page.tree.findtext("head/title") or ""
        assert title.strip(), page.path
        if page.language == "ar":
            assert re.search(r"[\u0621-\u064a]", title), page.path
        descriptions = [
            element.attrib["content"]
            for element in page.elements
            if element.attrib.get("name") == "description"
        ]
        assert len(descriptions) == 1, page.path
        assert "&#" not in title + descriptions[0], page.path


def test_titles_of_one_language_differ(pages: list[Page]) -> None:
    titles = Counter((page.language, page.tree.findtext("head/title")) for page in pages)
    assert {title: count for title, count in titles.items() if count > 1} == {}


def test_each_page_names_its_pair_and_the_pair_names_it_back(pages: list[Page]) -> None:
    alternates = {
        page.address: {
            element.attrib["hreflang"]: element.attrib["href"]
            for element in page.elements
            if element.tag == "link" and "hreflang" in element.attrib
        }
        for page in pages
        if page.path != "404.html"
    }
    for address, pair in alternates.items():
        assert set(pair) == {"en", "ar", "x-default"}, address
        assert pair["x-default"] == pair["en"]
        assert address in pair.values()
        assert alternates[pair["en"]] == alternates[pair["ar"]] == pair


def test_every_picture_and_every_drawing_has_words_or_says_that_it_needs_none(
    pages: list[Page],
) -> None:
    drawings = [e for page in pages for e in page.elements if local(e) == "svg"]
    assert len(drawings) > len(pages) / 2
    silent = [
        f"{page.path}: <{element.tag}>"
        for page in pages
        for element in page.elements
        if (element.tag == "img" and "alt" not in element.attrib)
        or (
            local(element) == "svg"
            and element.attrib.get("aria-hidden") != "true"
            and not (element.attrib.get("aria-label") and element.attrib.get("role"))
        )
    ]
    assert silent == []


def test_no_empty_section_list_or_table_is_shown(pages: list[Page]) -> None:
    hidden = {
        inner
        for page in pages
        for element in page.elements
        if "hidden" in element.attrib
        for inner in element.iter()
    }
    empty = [
        f"{page.path}: <{element.tag} class={element.attrib.get('class')}>"
        for page in pages
        for element in page.elements
        if element.tag in {"ul", "ol", "dl", "table", "section", "p", "li", "h2", "h3", "caption"}
        if not "".join(element.itertext()).strip()
        and not any(local(inner) == "svg" for inner in element.iter())
        and element not in hidden
    ]
    assert empty == []


def test_nothing_of_a_template_or_of_markdown_is_left_in_the_text(pages: list[Page]) -> None:
    remains = re.compile(r"\{\{|\{%|\{#|\{\*|&amp;#\d+;|None</|Undefined|Markup\(")
    left = [f"{page.path}: {found}" for page in pages for found in remains.findall(page.text)]
    assert left == []


def test_a_preview_has_a_title_a_description_and_a_picture_of_its_language(
    pages: list[Page], files: set[str]
) -> None:
    for page in pages:
        if page.path == "404.html":
            continue
        said = {
            element.attrib["property"]: element.attrib["content"]
            for element in page.elements
            if element.tag == "meta" and "property" in element.attrib
        }
        assert set(said) == {"og:title", "og:description", "og:image"}, page.path
        assert all(said.values())
        assert said["og:image"] == f"{SITE_URL}assets/images/social-{page.language}.png"
        assert said["og:image"].removeprefix(SITE_URL) in files


def test_every_page_leads_feed_readers_to_the_new_events_of_its_language(
    pages: list[Page],
) -> None:
    for page in pages:
        feeds = [
            target(page, element.attrib["href"])
            for element in page.elements
            if element.attrib.get("type") == "application/atom+xml" and element.tag == "link"
        ]
        if page.path != "404.html":
            assert feeds[0] == (f"feeds/{page.language}.xml", ""), page.path
        if re.fullmatch(r"(ar/)?campaigns/[^/]+/index.html", page.path):
            id = page.path.split("/")[-2]
            assert feeds[1:] == [(f"feeds/campaigns/{id}/{page.language}.xml", "")], page.path


def test_every_event_page_holds_linked_data_of_its_event(pages: list[Page]) -> None:
    seen = 0
    for page in pages:
        blocks = [
            element.text or ""
            for element in page.elements
            if element.attrib.get("type") == "application/ld+json"
        ]
        if 'class="account"' in page.text:
            (tree,) = (json.loads(block) for block in blocks)
            assert tree["@type"] == "Event"
            (heading,) = page.tree.iter("h1")
            assert tree["name"] == re.sub(r"\s+", " ", "".join(heading.itertext())).strip()
            seen += 1
    assert seen > 600


def test_counts_of_pages_and_of_the_tables_agree(pages: list[Page], built_site: Path) -> None:
    for name in ("events", "actors", "places", "campaigns"):
        lines = (built_site / f"data/{name}.csv").read_bytes().decode()
        ids = {row["id"] for row in csv.DictReader(io.StringIO(lines, newline=""))}
        shown = {
            page.path.split("/")[1]
            for page in pages
            if re.fullmatch(rf"{name}/[^/]+/index.html", page.path) and "noindex" not in page.text
        }
        assert shown == ids, name
