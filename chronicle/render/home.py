"""The home page: what this is, where to begin, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.model import Correction
from chronicle.render import claims
from chronicle.render.page import Page

NEWEST: Final = 6
"""Records on the home page: one phone screen."""

WAYS: Final = 12
"""Entries under each way in; the rest are one link away."""

FOUNDING: Final = "march-2019-report"
"""The campaign that retells the report this archive began with."""


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the home page."""
    yield Page(
        address("home"),
        "home.md.j2",
        language.text("home.title"),
        language.text("home.description"),
        {
            "newest": newest(archive),
            "corrections": corrections(archive)[:NEWEST],
            "founding": archive.campaigns.get(FOUNDING),
            "founding_id": FOUNDING,
            "example": _example(archive),
            "campaigns": _largest(archive),
            "actors": _busiest(archive),
        },
        {"home": True},
    )


def newest(archive: Archive) -> list[Dated]:
    """Return the records published last; of one day, the latest events first."""
    ordered = sorted(archive.live, key=lambda d: (d.event.published, d.event.date.first, d.id))
    return ordered[::-1][:NEWEST]


def corrections(archive: Archive) -> list[tuple[Dated, Correction]]:
    """Return all corrections, the latest first."""
    found = [(dated, c) for dated in archive.live for c in dated.event.corrections]
    return sorted(found, key=lambda pair: (pair[1].on, pair[0].id), reverse=True)


def _example(archive: Archive) -> tuple[Dated, claims.Group] | None:
    """Return the first shown event of the founding report with its group of most claims."""
    founding = archive.campaigns.get(FOUNDING)
    paragraphs = founding.report.paragraphs if founding and founding.report else []
    named = (id for paragraph in paragraphs for point in paragraph.points for id in point.events)
    first = next((id for id in named if archive.events[id].live), None)
    if first is None:
        return None
    dated = Dated(first, archive.events[first])
    groups = claims.counted(dated.event, archive)
    return (dated, max(groups, key=lambda group: len(group.rows))) if groups else None


def _largest(archive: Archive) -> list[tuple[str, int]]:
    counts = [(id, len(archive.by_campaign.get(id, []))) for id in archive.shown_campaigns]
    return sorted(counts, key=lambda item: (-item[1], item[0]))[:WAYS]


def _busiest(archive: Archive) -> list[tuple[str, int]]:
    counts = {
        actor: len({dated.id for events in roles.values() for dated in events})
        for actor, roles in archive.by_actor.items()
    }
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:WAYS]
