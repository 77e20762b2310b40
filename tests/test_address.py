"""Addresses, the documents behind them, and the links between them."""

from typing import get_args
from urllib.parse import urljoin

import pytest

from chronicle.address import GENERATED, Kind, address, document, exported, full, link


@pytest.mark.parametrize(
    ("kind", "id", "expected", "file"),
    [
        ("home", "", "", "index.md"),
        ("event", "2019-03-03-hill", "events/2019-03-03-hill/", "events/2019-03-03-hill.md"),
        ("timeline", "", "timeline/", "timeline/index.md"),
        ("year", 2019, "timeline/2019/", "timeline/2019.md"),
        ("governorate", "hama", "governorates/hama/", "governorates/hama.md"),
        ("places", "", "places/", "places/index.md"),
        ("place", "hill", "places/hill/", "places/hill.md"),
        ("actors", "", "actors/", "actors/index.md"),
        ("actor", "crown", "actors/crown/", "actors/crown.md"),
        ("campaigns", "", "campaigns/", "campaigns/index.md"),
        ("campaign", "spring", "campaigns/spring/", "campaigns/spring.md"),
        ("types", "", "types/", "types/index.md"),
        ("type", "battle", "types/battle/", "types/battle.md"),
        ("sources", "", "sources/", "sources/index.md"),
        ("definitions", "", "definitions/", "definitions/index.md"),
        ("corrections", "", "corrections/", "corrections/index.md"),
        ("translations", "", "translations/", "translations/index.md"),
        ("unmapped", "", "unmapped/", "unmapped/index.md"),
        ("explore", "", "explore/", "explore/index.md"),
        ("data", "", "data/", "data/index.md"),
        ("search", "", "search/", "search/index.md"),
        ("offline", "", "offline/", "offline/index.md"),
        ("about", "limits", "about/limits/", "about/limits.md"),
        ("contribute", "", "contribute/", "contribute/index.md"),
    ],
)
def test_every_kind_of_page_has_its_address_and_its_document(
    kind: Kind, id: str | int, expected: str, file: str
) -> None:
    assert address(kind, id) == expected
    assert document(expected) == file


def test_the_table_above_holds_every_kind() -> None:
    rows = test_every_kind_of_page_has_its_address_and_its_document.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert [row[0] for row in rows] == list(get_args(Kind))


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("", "", "./"),
        ("", "events/x/", "events/x/"),
        ("", "events/x/#a", "events/x/#a"),
        ("timeline/", "", "../"),
        ("events/x/", "", "../../"),
        ("events/x/", "events/x/", "./"),
        ("events/x/", "events/y/", "../y/"),
        ("events/x/", "actors/y/", "../../actors/y/"),
        ("events/x/", "places/", "../../places/"),
        ("timeline/", "timeline/2019/", "2019/"),
        ("timeline/2019/", "timeline/", "../"),
        ("sources/", "sources/#publisher-x", "./#publisher-x"),
        ("events/x/", "#a", "../../#a"),
    ],
)
def test_a_link_is_relative_and_leads_to_its_target_at_a_root_and_under_a_path(
    page: str, target: str, expected: str
) -> None:
    assert link(page, target) == expected
    for root in ("https://a.example/", "https://a.example/below/a/path/ar/"):
        assert urljoin(root + page, expected) == root + target


@pytest.mark.parametrize(
    ("page", "language", "expected"),
    [
        ("", "en", "api/v1/x.json"),
        ("", "ar", "../api/v1/x.json"),
        ("explore/", "en", "../api/v1/x.json"),
        ("events/x/", "ar", "../../../api/v1/x.json"),
    ],
)
def test_a_link_to_an_exported_file_leads_to_the_root_of_the_whole_site(
    page: str, language: str, expected: str
) -> None:
    assert exported(page, "api/v1/x.json", language) == expected


def test_the_generated_folders_are_those_of_the_addresses_without_the_hand_written_ones() -> None:
    assert GENERATED == (
        "index.md",
        "actors",
        "campaigns",
        "corrections",
        "data",
        "definitions",
        "events",
        "explore",
        "governorates",
        "offline",
        "places",
        "search",
        "sources",
        "timeline",
        "translations",
        "types",
        "unmapped",
    )


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("https://a.example/below/", "https://a.example/below/ar/events/x/"),
        ("https://a.example/below", "https://a.example/below/ar/events/x/"),
        ("", "ar/events/x/"),
    ],
)
def test_a_full_address_begins_with_that_of_the_site_where_it_has_one(
    site_url: str, expected: str
) -> None:
    assert full("ar", "events/x/", site_url) == expected
