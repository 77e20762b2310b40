"""One sitemap, both languages, dates from the record."""

from xml.etree import ElementTree

import pytest

from chronicle.finish.sitemap import belongs, sitemap

SPACE = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
PAGES = [
    "index.html",
    "ar/index.html",
    "events/x/index.html",
    "ar/events/x/index.html",
    "only/index.html",
]


def entries(site_url: str) -> dict[str, tuple[str | None, dict[str, str]]]:
    tree = ElementTree.fromstring(sitemap(PAGES, {"events/x/": "2019-03-04"}, site_url))
    return {
        str(entry.findtext("s:loc", None, SPACE)): (
            entry.findtext("s:lastmod", None, SPACE),
            {
                link.attrib["hreflang"]: link.attrib["href"]
                for link in entry.findall("x:link", SPACE)
            },
        )
        for entry in tree.findall("s:url", SPACE)
    }


@pytest.mark.parametrize("site_url", ["https://example.org/a/", "https://example.org/a"])
def test_each_address_names_its_pair_and_the_date_of_its_record(site_url: str) -> None:
    pair = {
        "en": "https://example.org/a/events/x/",
        "ar": "https://example.org/a/ar/events/x/",
        "x-default": "https://example.org/a/events/x/",
    }
    found = entries(site_url)
    assert found[pair["en"]] == found[pair["ar"]] == ("2019-03-04", pair)
    assert found["https://example.org/a/only/"] == (None, {})


def test_addresses_are_sorted() -> None:
    found = list(entries("https://example.org/"))
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("index.html", "", True),
        ("ar/events/x/index.html", "", True),
        ("404.html", "", False),
        ("events/old/index.html", '<meta name="robots" content="noindex">', False),
    ],
)
def test_pages_without_an_address_of_their_own_are_left_out(
    path: str, text: str, expected: bool
) -> None:
    assert belongs(path, text) is expected
