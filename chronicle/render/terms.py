"""The terms that records use: event types with their pages, and all other definitions."""

from __future__ import annotations

from collections.abc import Iterator

from chronicle import vocabulary
from chronicle.address import address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.render.page import Page

TABLES = (
    ("gradings", "grading", vocabulary.GRADINGS),
    ("roles", "role", vocabulary.ROLES),
    ("attributions", "attribution", vocabulary.ATTRIBUTIONS),
    ("harms", "harm", vocabulary.HARMS),
    ("whos", "who", vocabulary.WHO),
    ("relations", "relation", vocabulary.RELATIONS),
    ("actor_kinds", "actor_kind", vocabulary.ACTOR_KINDS),
    ("publisher_kinds", "publisher_kind", vocabulary.PUBLISHER_KINDS),
)
"""(heading in `definitions`, table of labels, codes)"""


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the pages of event types and the page of definitions."""
    yield Page(
        address("types"),
        "types.md.j2",
        language.text("types.title"),
        language.text("types.description"),
        {"acled": vocabulary.ACLED, "ucdp": vocabulary.UCDP, "types": vocabulary.EVENT_TYPES},
    )
    for code in vocabulary.EVENT_TYPES:
        if events := archive.by_type.get(code):
            label = language.text(f"type.{code}.label")
            yield Page(
                address("type", code),
                "type.md.j2",
                label,
                language.text("types.page_description", type=label),
                {"code": code, "events": events},
            )
    yield Page(
        address("definitions"),
        "definitions.md.j2",
        language.text("definitions.title"),
        language.text("definitions.description"),
        {"tables": TABLES, "place_kinds": vocabulary.RADIUS_KM},
    )
