"""Atom feeds: new events, changed events, corrections, and one per campaign, in each language.

In: the archive and the site's public address. Out: `dict[path in the site, bytes]`. An Atom feed
names itself and its entries by full addresses that last, so a site without a public address has no
feeds. Days are written as midnight in UTC, because a record knows no hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from chronicle.address import address, full
from chronicle.archive import Archive, Dated
from chronicle.export import citation, computed, words
from chronicle.language import Language
from chronicle.model import Correction

NEWEST: Final = 50
"""Entries of a feed; older ones stand in the lists of the site."""

FOLDER: Final = "feeds/"


@dataclass(frozen=True)
class Entry:
    """One entry: `sent` is the day that its feed is sorted by, and `anchor` tells it from the
    event's other entries.
    """

    dated: Dated
    sent: date
    summary: str
    anchor: str = ""

    @property
    def updated(self) -> date:
        return self.sent if self.anchor else self.dated.event.changed

    @property
    def changed(self) -> bool:
        return self.updated > self.dated.event.published


def files(archive: Archive, language: Language, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of one language; none where the site has no public address or no events."""
    if not site_url or not archive.live:
        return
    feed = _Feeds(archive, language, site_url)
    code = language.code
    site = language.text("site")
    new = [_event(archive, dated, language) for dated in archive.live]
    changed = [replace(entry, sent=entry.updated) for entry in new if entry.changed]
    corrections = [_correction(*pair, language) for pair in _corrections(archive)]
    yield feed.file(path(code), language.text("feeds.new", site=site), "", new)
    for name, title, entries in (
        ("changes", language.text("feeds.changes", site=site), changed),
        ("corrections", language.text("feeds.corrections", site=site), corrections),
    ):
        yield feed.file(path(code, name), title, address("corrections"), entries)
    by_id = {entry.dated.id: entry for entry in new}
    for id, campaign in archive.shown_campaigns.items():
        title = language.text("feeds.campaign", site=site, name=campaign.name.shown(code))
        entries = [by_id[dated.id] for dated in archive.by_campaign.get(id, [])]
        yield feed.file(path(code, f"campaigns/{id}"), title, address("campaign", id), entries)


def path(code: str, name: str = "") -> str:
    """Return the path in the site of a feed: `feeds/ar.xml`, `feeds/corrections/ar.xml`."""
    return f"{FOLDER}{name}/{code}.xml" if name else f"{FOLDER}{code}.xml"


@dataclass(frozen=True)
class _Feeds:
    archive: Archive
    language: Language
    site_url: str

    def file(self, path: str, title: str, page: str, entries: Iterable[Entry]) -> tuple[str, bytes]:
        shown = sorted(entries, key=_order, reverse=True)[:NEWEST]
        here = full("en", "", self.site_url) + path
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{self.language.code}">',
            f"<id>{escape(here)}</id>",
            f"<title>{escape(title)}</title>",
            f"<updated>{_time(self._updated(shown))}</updated>",
            f"<author><name>{escape(citation.AUTHOR)}</name></author>",
            f"<rights>CC BY 4.0, {computed.LICENCE}</rights>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(here)}/>',
            f'<link rel="alternate" type="text/html" href={quoteattr(self._full(page))}/>',
            *(line for entry in shown for line in self._entry(entry)),
            "</feed>",
        ]
        return path, "\n".join([*lines, ""]).encode()

    def _entry(self, entry: Entry) -> Iterator[str]:
        event = entry.dated.event
        page = self._full(address("event", entry.dated.id))
        yield "<entry>"
        yield f"<id>{escape(page + entry.anchor)}</id>"
        yield f"<title>{escape(event.title.shown(self.language.code))}</title>"
        yield f"<published>{_time(entry.sent if entry.anchor else event.published)}</published>"
        yield f"<updated>{_time(entry.updated)}</updated>"
        yield f'<category term="{event.type}"/>'
        yield f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
        yield f"<summary>{escape(entry.summary)}</summary>"
        yield "</entry>"

    def _full(self, page: str) -> str:
        return full(self.language.code, page, self.site_url)

    def _updated(self, shown: Sequence[Entry]) -> date:
        """Return the day of the newest entry; an empty feed is as old as the newest record."""
        days = [entry.updated for entry in shown]
        return max(days or [event.changed for event in self.archive.events.values()])


def _event(archive: Archive, dated: Dated, language: Language) -> Entry:
    summary = words.description(archive, dated, language)
    return Entry(dated, dated.event.published, summary)


def _corrections(archive: Archive) -> Iterator[tuple[Dated, int, Correction]]:
    """Yield every correction with its number in the record; the list is append-only."""
    for dated in archive.live:
        for number, correction in enumerate(dated.event.corrections, 1):
            yield dated, number, correction


def _correction(dated: Dated, number: int, one: Correction, language: Language) -> Entry:
    return Entry(dated, one.on, one.what.shown(language.code), f"#correction-{number}")


def _order(entry: Entry) -> tuple[date, date, str, str]:
    """Return what a feed is sorted by: the day it was sent, then the event's day."""
    return entry.sent, entry.dated.event.date.first, entry.dated.id, entry.anchor


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
