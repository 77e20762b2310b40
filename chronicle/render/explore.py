"""The explore page: what stands in it before, and without, its script.

In: the archive and a language. Out: the page with the static map, the ways in, the empty controls
that the script fills, and the words it needs. What it shows comes from `export.columns`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup

from chronicle.address import address, exported
from chronicle.archive import Archive
from chronicle.export import columns
from chronicle.language import Language
from chronicle.render.page import Page

FACETS: Final = ("governorate", "type", "campaign", "actor", "grading", "language", "lines")
SORTS: Final = ("newest", "oldest", "lines", "claims")


def pages(_archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the explore page."""
    here = address("explore")
    yield Page(
        here,
        "explore.md.j2",
        language.text("explore.title"),
        language.text("explore.description"),
        {
            "columns": exported(here, columns.path(language.code), language.code),
            "sorts": SORTS,
            "words": _data("explore-words", words(language)),
        },
        {"template": "explore.html"},
    )


def words(language: Language) -> dict[str, Any]:
    """Return the words that the script writes, by their key there."""
    return {
        **language.entry("explore.script"),
        "facets": {name: language.text(f"explore.facet.{name}") for name in FACETS},
        "events": language.entry("count.events"),
        "months": language.entry("months"),
        "day": language.entry("date.day"),
        "month": language.entry("date.month"),
        "span": language.entry("date.span"),
        "comma": language.entry("list.comma"),
    }


def _data(id: str, value: object) -> Markup:
    """Write a block of data that no browser runs; no sign in it can end its element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))
    return Markup('<script type="application/json" id="{}">{}</script>').format(id, safe)
