"""Pages: the archive in one language in, Markdown by path out.

`pages` is the only entrance. Each module below makes one family of pages; templates stand beside
them. Nothing is written here, and no page knows the other language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.render import (
    actors,
    campaigns,
    data,
    events,
    explore,
    gaps,
    home,
    offline,
    places,
    search,
    sources,
    terms,
    text,
    timeline,
)
from chronicle.render.page import Page, Pages

NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})
FAMILIES = (
    home,
    events,
    timeline,
    places,
    actors,
    campaigns,
    terms,
    sources,
    gaps,
    explore,
    search,
)


def pages(
    archive: Archive,
    language: Language,
    exports: Mapping[str, bytes] = NOTHING,
    site_url: str = "",
) -> dict[str, str]:
    """Return every generated page's Markdown by its path, POSIX, relative to docs/<language>/.

    `exports` are the files that the site offers beside its pages, by their path in it, and
    `site_url` is the public address of its root, or empty where none is set.
    """
    renderer = Pages(archive, language, exports)
    found = _all(archive, language, exports, site_url)
    return {page.document: renderer.render(page) for page in found}


def _all(
    archive: Archive, language: Language, exports: Mapping[str, bytes], site_url: str
) -> Iterator[Page]:
    for family in FAMILIES:
        yield from family.pages(archive, language)
    yield from data.pages(archive, language, exports, site_url)
    yield from offline.pages(archive, language, exports)


def text_edition(archive: Archive, language: Language) -> dict[str, bytes]:
    """Return `dict[path in the site, data]`: all records as text, in one file."""
    path, data = text.file(archive, language)
    return {path: data}


def last_changes(archive: Archive) -> dict[str, str]:
    """Return the day of an event page's last change by its address, as 2019-03-03."""
    return events.last_changes(archive)
