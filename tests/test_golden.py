"""Golden pages: one of each family of the toy archive, in both languages, byte for byte.

A change of template, words or order shows here as a difference that a reviewer reads. To write the
pages anew: `UPDATE_GOLDEN=1 python -m pytest tests/test_golden.py`, then look at `git diff`.
"""

import os
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from chronicle import language
from chronicle.address import LANGUAGES, Kind, address, document
from chronicle.export import package
from chronicle.render import pages, text_edition
from tests import toy

FOLDER = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN"

FAMILIES: dict[str, tuple[Kind, str | int]] = {
    "home": ("home", ""),
    "event": ("event", "1901-03-02-teapot-hill-attack"),
    "event, contested": ("event", "1901-04-lamp-market-bombing"),
    "event, withdrawn": ("event", "1902-07-01-bell-tower-theft"),
    "event, merged": ("event", "1901-03-03-teapot-hill-raid"),
    "event, renamed": ("event", "1901-03-02-hill-of-hats"),
    "timeline": ("timeline", ""),
    "year": ("year", 1901),
    "governorate": ("governorate", "hama"),
    "places": ("places", ""),
    "place": ("place", "teapot-hill"),
    "actors": ("actors", ""),
    "actor": ("actor", "tin-guard"),
    "campaigns": ("campaigns", ""),
    "campaign": ("campaign", "salt-road-dispute"),
    "report": ("campaign", "march-2019-report"),
    "types": ("types", ""),
    "type": ("type", "ground-attack"),
    "sources": ("sources", ""),
    "definitions": ("definitions", ""),
    "corrections": ("corrections", ""),
    "translations": ("translations", ""),
    "unmapped": ("unmapped", ""),
    "explore": ("explore", ""),
    "data": ("data", ""),
    "search": ("search", ""),
    "offline": ("offline", ""),
}
DOCUMENTS = {family: document(address(kind, id)) for family, (kind, id) in FAMILIES.items()}


@cache
def rendered(code: str) -> dict[str, str]:
    """Every page of the toy archive in one language."""
    return pages(toy.archive(), language.load(code), exports(), toy.SITE_URL)


def exports() -> dict[str, bytes]:
    """The toy archive's exports; the ZIP's bytes would depend on the machine's zlib."""
    made = [text_edition(toy.archive(), language.load(code)) for code in LANGUAGES]
    editions = {path: data for edition in made for path, data in edition.items()}
    return {**toy.exports(), **editions, package.FOLDER + package.ARCHIVE: b"ZIP"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_page_is_the_golden_one(family: str, code: str) -> None:
    path = DOCUMENTS[family]
    page, golden = rendered(code)[path], FOLDER / code / path
    if os.environ.get(UPDATE):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(page.encode())
    assert golden.is_file(), f"no golden page; {UPDATE}=1 writes it"
    assert page == golden.read_bytes().decode(), f"{path} differs; if rightly so, {UPDATE}=1"


def test_every_kind_of_generated_page_has_a_golden_one() -> None:
    by_hand = {"about", "contribute"}
    assert {kind for kind, _ in FAMILIES.values()} == set(get_args(Kind)) - by_hand


def test_no_golden_page_is_left_over() -> None:
    kept = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.is_file()}
    assert kept == {f"{code}/{path}" for code in LANGUAGES for path in DOCUMENTS.values()}
