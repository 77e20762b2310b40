"""The data page: it names every file that the site offers, and says what each column means."""

import re
from html import unescape

import pytest

from chronicle import language
from chronicle.address import LANGUAGES
from chronicle.export import columns, package
from chronicle.export.fields import TABLES
from chronicle.render import pages
from tests import toy
from tests.render.reading import words


def page(code: str = "en", site_url: str = toy.SITE_URL) -> str:
    made = pages(toy.archive(), language.load(code), toy.exports(site_url), site_url)
    return unescape(made["data/index.md"])


def links(text: str, code: str = "en") -> set[str]:
    """Paths in the site that the page leads to."""
    up, inner = ("../../", "../../data/") if code == "ar" else ("../", "../data/")
    own = {f"data/{name}" for name in re.findall(r'href="([\w.-]+)"', text)}
    found = re.findall(r'href="((?:\.\./)+[^"#]+)"', text)
    return own | {path.replace(inner, "data/").removeprefix(up) for path in found}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_download_is_linked_with_its_size_and_its_rows(code: str) -> None:
    text = page(code)
    offered = {path for path in toy.exports() if path.startswith("data/")}
    assert offered <= links(text, code)
    rows = len(toy.archive().live)
    assert f"events.csv</bdi></a> <small>{language.load(code).text('data.tables.events')}" in text
    assert language.load(code).text("data.row_count", number=rows) in words(text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_list_of_the_api_is_linked_with_its_schema(code: str) -> None:
    kinds = re.compile(r"api/v1/(schema/)?(event|events|actors|places|campaigns|publishers)\.json")
    offered = {path for path in toy.exports() if kinds.fullmatch(path)}
    assert len(offered) == 11
    assert offered <= links(page(code), code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_column_of_every_table_is_explained(code: str) -> None:
    text = page(code)
    for table in TABLES:
        part = text.partition(f'id="table-{table.name.replace("_", "-")}"')[2].partition(
            "<details"
        )[0]
        shown = re.findall(r"<dt><code>([^<]+)</code></dt><dd>\w", part)
        assert shown[: len(table.fields)] == list(table.fields), table.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_part_of_the_explore_file_is_explained(code: str) -> None:
    tree = columns.tree(toy.archive(), language.load(code))
    text = page(code)
    for name in [*tree, *(f"events.{column}" for column in tree["events"])]:
        assert f"<dt><code>{name}</code></dt>" in text, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_checksums_are_those_of_the_sums_file(code: str) -> None:
    sums = toy.exports()[f"data/{package.SUMS}"].decode()
    shown = re.findall(r"<code>([0-9a-f]{64})</code>", page(code))
    assert len(shown) == len(TABLES) + 1
    assert all(digest in sums for digest in shown)


def test_feeds_are_listed_where_the_site_has_a_public_address() -> None:
    assert {"feeds/ar.xml", "feeds/changes/ar.xml", "feeds/corrections/ar.xml"} <= links(
        page("ar"), "ar"
    )
    assert "feeds/" not in page("ar", "")


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [("https://a.example/x", "https://a.example/x/api/v1/"), ("", "https://example.org/api/v1/")],
)
def test_the_examples_are_ready_to_run(site_url: str, expected: str) -> None:
    blocks = re.findall(
        r"<pre tabindex=\"0\"><code>(.*?)</code></pre>", page("en", site_url), re.DOTALL
    )
    assert len(blocks) == 4
    assert expected in blocks[0]
    assert not [block for block in blocks if "__" in block]


def test_pages_link_their_feed_only_where_there_is_one() -> None:
    words_ = language.load("en")
    for site_url, expected in ((toy.SITE_URL, True), ("", False)):
        made = pages(toy.archive(), words_, toy.exports(site_url), site_url)
        for path, feed in (
            ("corrections/index.md", "../feeds/corrections/en.xml"),
            ("campaigns/salt-road-dispute.md", "../../feeds/campaigns/salt-road-dispute/en.xml"),
        ):
            assert (f'href="{feed}"' in made[path]) == expected, path


def test_without_exports_there_is_no_data_page() -> None:
    assert "data/index.md" not in pages(toy.archive(), language.load("en"))
