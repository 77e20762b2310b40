"""The archive shows its own gaps: corrections, missing translations, what no map shows."""

from __future__ import annotations

from collections.abc import Iterator

from chronicle.address import address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.model import Model, Text
from chronicle.render.home import corrections
from chronicle.render.maps import Maps
from chronicle.render.names import Names
from chronicle.render.page import Page


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the lists of corrections, of missing translations and of what no map shows."""
    yield Page(
        address("corrections"),
        "corrections.md.j2",
        language.text("corrections.title"),
        language.text("corrections.description"),
        {"corrections": corrections(archive)},
        {"feed": "corrections"},
    )
    yield Page(
        address("translations"),
        "translations.md.j2",
        language.text("translations.title"),
        language.text("translations.description"),
        {"pending": list(_pending(archive, Names(archive, language)))},
    )
    yield _unmapped(archive, language)


def _unmapped(archive: Archive, language: Language) -> Page:
    return Page(
        address("unmapped"),
        "unmapped.md.j2",
        language.text("unmapped.title"),
        language.text("unmapped.description"),
        {"events": Maps(archive, language).unmapped(archive.live)},
    )


def _pending(archive: Archive, names: Names) -> Iterator[tuple[str, str, str, Text]]:
    """Yield (kind of page, id, title, text) for every text that waits for its translation."""
    for dated in archive.live:
        for text in texts(dated.event):
            if text.translation:
                yield "event", dated.id, names.plain(dated.event.title), text
    for kind, entries in (
        ("actor", archive.shown_actors),
        ("place", archive.shown_places),
        ("campaign", archive.shown_campaigns),
    ):
        for id, entry in entries.items():
            for text in texts(entry):
                if text.translation:
                    yield kind, id, names.plain(entry.name), text


def texts(value: object) -> Iterator[Text]:
    """Yield every bilingual text inside a model."""
    if isinstance(value, Text):
        yield value
    if isinstance(value, Model):
        value = [part for part in value.__dict__.values() if part]
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)
