"""Citations: words in both languages, and files that reference managers read."""

import re
from typing import Any

import bibtexparser
import pytest

from chronicle import language
from chronicle.address import LANGUAGES
from chronicle.archive import Dated
from chronicle.export import citation
from tests import small
from tests.export import real
from tests.export.real import ARCHIVES

SITE = "https://a.example/below/"
WORDS = {code: language.load(code) for code in LANGUAGES}
TAG = re.compile(r"[A-Z][A-Z0-9]  - .*")


def dated(**changes: Any) -> Dated:
    return small.archive(small.event(published="2020-02-01", **changes)).live[0]


def bib(text: bytes) -> Any:
    """The only entry of a BibTeX file, read without a fault."""
    library = bibtexparser.parse_string(text.decode())
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry


@pytest.mark.parametrize(
    ("code", "site", "expected"),
    [
        (
            "en",
            "",
            "Syria Chronicle: An attack on the hill, 3 March 2019. Record 2019-03-03-hill, "
            "first published 1 February 2020.",
        ),
        (
            "en",
            SITE,
            "Syria Chronicle: An attack on the hill, 3 March 2019. Record 2019-03-03-hill, "
            "first published 1 February 2020. https://a.example/below/events/2019-03-03-hill/",
        ),
        (
            "ar",
            SITE,
            "سجل سوريا: هجوم على التل، 3 آذار/مارس 2019. الحدث 2019-03-03-hill، نُشر أول مرة في "
            "1 شباط/فبراير 2020. https://a.example/below/ar/events/2019-03-03-hill/",
        ),
    ],
)
def test_a_citation_in_words(code: str, site: str, expected: str) -> None:
    assert citation.text(dated(), WORDS[code], site) == expected


def test_bibtex_names_the_body_the_event_and_its_address() -> None:
    entry = bib(citation.bibtex(dated(), WORDS, SITE))
    assert (entry.entry_type, entry.key) == ("misc", "2019-03-03-hill")
    fields = {field.key: field.value for field in entry.fields}
    assert fields == {
        "author": "{Syria Chronicle contributors}",
        "title": "{An attack on the hill}",
        "titleaddon": "هجوم على التل",
        "howpublished": "Syria Chronicle",
        "date": "2020-02-01",
        "year": "2020",
        "note": "2019-03-03-hill, 3 March 2019",
        "url": "https://a.example/below/events/2019-03-03-hill/",
    }


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Talks & 40% of the road", r"Talks \& 40\% of the road"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        ("{x} ~ ^", r"\{x\} \textasciitilde{} \textasciicircum{}"),
        ("back\\slash", r"back\textbackslash{}slash"),
        ("two\n lines", "two lines"),
    ],
)
def test_signs_of_tex_in_a_title_are_printed(title: str, expected: str) -> None:
    text = citation.bibtex(dated(title=small.text(title)), WORDS, "")
    assert f"title = {{{{{expected}}}}}," in text.decode()
    assert bib(text).key == small.ID


def test_without_a_site_neither_file_names_an_address() -> None:
    assert b"url" not in citation.bibtex(dated(), WORDS, "")
    assert b"UR  -" not in citation.ris(dated(), WORDS, "")


def test_ris_is_a_tag_a_line_from_type_to_end() -> None:
    text = citation.ris(dated(), WORDS, SITE).decode()
    lines = text.removesuffix("\r\n").split("\r\n")
    assert [line for line in lines if not TAG.fullmatch(line)] == []
    assert (lines[0], lines[-1]) == ("TY  - ELEC", "ER  - ")
    assert "TI  - An attack on the hill" in lines
    assert "TT  - هجوم على التل" in lines
    assert "UR  - https://a.example/below/events/2019-03-03-hill/" in lines


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_shown_event_has_both_files_and_each_can_be_read(name: str) -> None:
    files = real.files(name)
    for one in real.archive(name).live:
        assert bib(files[f"events/{one.id}.bib"]).key == one.id
        ris = files[f"events/{one.id}.ris"].decode()
        assert all(TAG.fullmatch(line) for line in ris.split("\r\n")[:-1])
