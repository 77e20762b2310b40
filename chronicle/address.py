"""Every address of the site, in one place.

In: what a page is about. Out: its path relative to a language's root (`events/x/`), the Markdown
file behind it, and relative links between two pages, which work at a root, under a path and from a
disk alike.
"""

from __future__ import annotations

import posixpath
from typing import Final, Literal

LANGUAGES: Final[dict[str, str]] = {"en": "", "ar": "ar/"}
"""Folder of each language in the finished site; the first language stands at the root."""

Kind = Literal[
    "home",
    "event",
    "timeline",
    "year",
    "governorate",
    "places",
    "place",
    "actors",
    "actor",
    "campaigns",
    "campaign",
    "types",
    "type",
    "sources",
    "definitions",
    "corrections",
    "translations",
    "unmapped",
    "explore",
    "data",
    "search",
    "offline",
    "about",
    "contribute",
]

_PATTERNS: Final[dict[Kind, str]] = {
    "home": "",
    "event": "events/{}/",
    "timeline": "timeline/",
    "year": "timeline/{}/",
    "governorate": "governorates/{}/",
    "places": "places/",
    "place": "places/{}/",
    "actors": "actors/",
    "actor": "actors/{}/",
    "campaigns": "campaigns/",
    "campaign": "campaigns/{}/",
    "types": "types/",
    "type": "types/{}/",
    "sources": "sources/",
    "definitions": "definitions/",
    "corrections": "corrections/",
    "translations": "translations/",
    "unmapped": "unmapped/",
    "explore": "explore/",
    "data": "data/",
    "search": "search/",
    "offline": "offline/",
    "about": "about/{}/",
    "contribute": "contribute/{}",
}

GENERATED: Final[tuple[str, ...]] = (
    "index.md",
    *sorted(
        {
            pattern.split("/")[0]
            for kind, pattern in _PATTERNS.items()
            if kind not in ("home", "about", "contribute")
        }
    ),
)
"""Files and folders under docs/<language>/ that the build writes and may empty."""


def address(kind: Kind, id: str | int = "") -> str:
    """Return a page's address relative to its language's root: `events/x/`, or `` for home."""
    return _PATTERNS[kind].format(id)


def document(address: str) -> str:
    """Return the Markdown file behind an address, relative to docs/<language>/.

    Lists are `<folder>/index.md`, single pages `<folder>/<id>.md`: MkDocs serves both as folders.
    """
    parts = address.rstrip("/").split("/") if address else []
    if len(parts) < 2:
        return posixpath.join(*parts, "index.md")
    return "/".join(parts) + ".md"


def text_edition(language: str) -> str:
    """Return the path in the site of the file that holds all records of a language as text."""
    return f"text/{language}.html"


def exported(page: str, path: str, language: str) -> str:
    """Return the relative link from a page, in its language's folder, to an exported file."""
    return posixpath.relpath(path, LANGUAGES[language] + page or ".")


def link(page: str, target: str) -> str:
    """Return the relative link from one address to another, both relative to the same root."""
    path, hash, anchor = target.partition("#")
    here, there = page.split("/")[:-1], path.split("/")[:-1]
    shared = next(
        (n for n, (one, other) in enumerate(zip(here, there, strict=False)) if one != other),
        min(len(here), len(there)),
    )
    relative = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
    return (relative or "./") + hash + anchor


def full(language: str, address: str, site_url: str) -> str:
    """Return a page's address as the outside sees it, or from the site's root without `site_url`.

    `site_url` is the public address of the root; its final slash may be left out.
    """
    root = site_url.rstrip("/") + "/" if site_url else ""
    return root + LANGUAGES[language] + address
