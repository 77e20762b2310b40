"""The page of search: a form, and what leads on where no script runs. The rest is search.js."""

from __future__ import annotations

from collections.abc import Iterator

from chronicle.address import Kind, address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.render.page import Page

WAYS: tuple[Kind, ...] = (
    "explore",
    "timeline",
    "places",
    "actors",
    "campaigns",
    "types",
    "sources",
)
"""Lists that together lead to every event, each named by its own title."""


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the page of search."""
    yield Page(
        address("search"),
        "search.md.j2",
        language.text("search.title"),
        language.text("search.description"),
        {
            "ways": [(kind, language.text(f"{kind}.title")) for kind in WAYS],
            "years": archive.by_year,
        },
        {"template": "search.html"},
    )
