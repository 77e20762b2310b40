"""Campaigns: the list, a page per campaign as an ordered story, and the report retold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.lines import Support, support
from chronicle.model import Campaign, Point, Text
from chronicle.render import claims, story
from chronicle.render.names import Names
from chronicle.render.neighbours import Casts, casts, neighbours
from chronicle.render.page import Page


@dataclass(frozen=True)
class Other:
    """What others say of an event that a point of the report is about."""

    dated: Dated
    groups: tuple[claims.Group, ...]
    support: Support


@dataclass(frozen=True)
class RetoldPoint:
    """One point of a report with what others say of its events."""

    point: Point
    others: tuple[Other, ...]


@dataclass(frozen=True)
class RetoldParagraph:
    """One paragraph of a report."""

    heading: Text
    points: tuple[RetoldPoint, ...]


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the list of campaigns and a page for each."""
    names = Names(archive, language)
    ordered = sorted(
        archive.shown_campaigns.items(), key=lambda item: (item[1].dates.first, item[0])
    )
    yield Page(
        address("campaigns"),
        "campaigns.md.j2",
        language.text("campaigns.title"),
        language.text("campaigns.description"),
        {"campaigns": ordered},
    )
    known = casts(archive)
    for id, campaign in ordered:
        events = archive.by_campaign.get(id, [])
        title = names.plain(campaign.name)
        if campaign.report:
            template, told = "report.md.j2", {"paragraphs": _retold(archive, campaign)}
        else:
            template, told = "story.md.j2", _story(archive, id, events, known)
        yield Page(
            address("campaign", id),
            template,
            title,
            language.text("campaigns.page_description", name=title),
            {"id": id, "campaign": campaign, "events": events, **told},
            {"feed": f"campaigns/{id}"},
        )


def _story(archive: Archive, id: str, events: list[Dated], known: Casts) -> dict[str, Any]:
    """What the page of a campaign of events needs."""
    return {"story": story.told(archive, events), "neighbours": neighbours(archive, id, known)}


def _retold(archive: Archive, campaign: Campaign) -> list[RetoldParagraph]:
    """Set beside each point of a report what its events hold: claims, lines, grading."""
    paragraphs = campaign.report.paragraphs if campaign.report else []
    return [
        RetoldParagraph(
            paragraph.heading,
            tuple(
                RetoldPoint(
                    point,
                    tuple(_other(archive, id) for id in point.events if archive.events[id].live),
                )
                for point in paragraph.points
            ),
        )
        for paragraph in paragraphs
    ]


def _other(archive: Archive, id: str) -> Other:
    event = archive.events[id]
    found = support(event, archive.origins)
    return Other(Dated(id, event), claims.counted(event, archive), found)
