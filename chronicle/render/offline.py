"""The page that says how to read without the site: text editions, the ZIP, a mirror.

In: the exports by their path, for the sizes beside the links. Out: one page. The link to the ZIP,
which releases carry, stands in the theme, which knows the address of the repository.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chronicle.address import LANGUAGES, address, text_edition
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.render.page import Page


def pages(_archive: Archive, language: Language, exports: Mapping[str, bytes]) -> Iterator[Page]:
    """Yield the page about reading offline."""
    here = address("offline")
    editions = [
        (code, path, _megabytes(exports[path]))
        for code in LANGUAGES
        if (path := text_edition(code)) in exports
    ]
    yield Page(
        here,
        "offline.md.j2",
        language.text("offline.title"),
        language.text("offline.description"),
        {"editions": editions},
        {"template": "offline.html"},
    )


def _megabytes(data: bytes) -> str:
    return f"{len(data) / 1_000_000:.1f}"
