"""Pages: the archive in one language in, Markdown by path out.

`pages` is the only entrance. Each module below makes one family of pages; templates stand beside
them. Nothing is written here, and no page knows the other language.
"""

from __future__ import annotations

from collections.abc import Iterator

from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.render import (
    actors,
    campaigns,
    events,
    explore,
    gaps,
    home,
    places,
    search,
    sources,
    terms,
    timeline,
)
from chronicle.render.page import Page, Pages

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


def pages(archive: Archive, language: Language) -> dict[str, str]:
    """Return every generated page's Markdown by its path, POSIX, relative to docs/<language>/."""
    renderer = Pages(archive, language)
    return {page.document: renderer.render(page) for page in _all(archive, language)}


def _all(archive: Archive, language: Language) -> Iterator[Page]:
    for family in FAMILIES:
        yield from family.pages(archive, language)


def last_changes(archive: Archive) -> dict[str, str]:
    """Return the day of an event page's last change by its address, as 2019-03-03."""
    return events.last_changes(archive)
