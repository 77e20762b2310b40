"""What search loads beside its index: the words of its interface, and the names it suggests.

In: the archive and a language. Out: compact JSON. The words are loaded at the first query; the
names of places and actors only where a query finds nothing, to look for one that is a letter away.
"""

from __future__ import annotations

import json
from typing import Final

from chronicle.address import LANGUAGES, address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.search import names

PANEL: Final = (
    "first",
    "all",
    "none",
    "lost",
    "most",
    "meant",
    "more",
    "busy",
    "failed",
    "explore",
)
"""Words of the interface, keys of `search.panel`."""

_SHORTEST: Final = 3
"""Letters of a token below which everything is one letter away from everything."""


def words_path(language: str) -> str:
    """Return where the words stand: beside the search page."""
    return f"{LANGUAGES[language]}{address('search')}words.json"


def names_path(language: str) -> str:
    """Return where the names stand."""
    return f"api/v1/names/{language}.json"


def words(language: Language) -> bytes:
    """Return the words of the interface."""
    return _json({key: language.entry(f"search.panel.{key}") for key in PANEL})


def known_names(archive: Archive, language: Language) -> bytes:
    """Return `[name, page, tokens]` of every place and actor, those with most events first."""
    entries = [
        (len(archive.by_place[id]), address("place", id), place)
        for id, place in archive.shown_places.items()
    ] + [
        (sum(map(len, archive.by_actor.get(id, {}).values())), address("actor", id), actor)
        for id, actor in archive.shown_actors.items()
    ]
    return _json(
        {
            "version": 1,
            "language": language.code,
            "names": [
                [
                    entry.name.shown(language.code),
                    page,
                    " ".join(token for token in names.of(entry) if len(token) >= _SHORTEST),
                ]
                for _, page, entry in sorted(entries, key=lambda item: (-item[0], item[1]))
            ],
        }
    )


def _json(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
