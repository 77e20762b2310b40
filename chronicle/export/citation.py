"""How to cite an event: words, BibTeX and RIS.

In: a shown event with its languages and the site's address, which may be empty. Out: plain text of
the citation; bytes of the two files that reference managers read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chronicle.address import address, full
from chronicle.archive import Dated
from chronicle.language import Language

AUTHOR: Final = "Syria Chronicle contributors"
"""As in CITATION.cff and LICENSE-DATA."""

_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""What TeX reads as a command, and how it is written to be printed."""


def path(id: str, ending: str) -> str:
    """Return the path in the site of an event's file: `events/<id>.bib`."""
    return f"{address('event', id).rstrip('/')}.{ending}"


def text(dated: Dated, language: Language, site_url: str) -> str:
    """Return the citation in words; it ends with the page's address where the site has one."""
    words = language.text(
        "event.citation",
        title=dated.event.title.shown(language.code),
        date=language.date(dated.event.date),
        id=dated.id,
        published=language.day(dated.event.published),
    )
    return f"{words} {_page(dated, language.code, site_url)}".rstrip()


def texts(dated: Dated, languages: Mapping[str, Language], site_url: str) -> dict[str, str]:
    """Return the citation in words by language."""
    return {code: text(dated, language, site_url) for code, language in languages.items()}


def bibtex(dated: Dated, languages: Mapping[str, Language], site_url: str) -> bytes:
    """Return the BibTeX file: one entry whose key is the event's id; UTF-8, as biber reads it."""
    published = dated.event.published
    fields = {
        "author": f"{{{AUTHOR}}}",  # a second pair of braces: a body, not a person's name
        "title": f"{{{_tex(dated.event.title.shown('en'))}}}",
        "titleaddon": _tex(dated.event.title.shown("ar")),
        "howpublished": _tex(languages["en"].text("site")),
        "date": str(published),
        "year": str(published.year),
        "note": _tex(f"{dated.id}, {languages['en'].date(dated.event.date)}"),
        "url": _page(dated, "en", site_url),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{dated.id},", *lines, "}", ""]).encode()


def ris(dated: Dated, languages: Mapping[str, Language], site_url: str) -> bytes:
    """Return the RIS file: lines end in CR LF, and every tag is followed by `  - `."""
    published = dated.event.published
    tags = (
        ("TY", "ELEC"),
        ("ID", dated.id),
        ("AU", AUTHOR),
        ("TI", _line(dated.event.title.shown("en"))),
        ("TT", _line(dated.event.title.shown("ar"))),
        ("PB", languages["en"].text("site")),
        ("PY", str(published.year)),
        ("DA", f"{published:%Y/%m/%d}"),
        ("N1", f"{dated.id}, {languages['en'].date(dated.event.date)}"),
        ("UR", _page(dated, "en", site_url)),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value or tag == "ER").encode()


def _page(dated: Dated, code: str, site_url: str) -> str:
    return full(code, address("event", dated.id), site_url) if site_url else ""


def _tex(value: str) -> str:
    return _line(value).translate(_SPECIAL)


def _line(value: str) -> str:
    return " ".join(value.split())
