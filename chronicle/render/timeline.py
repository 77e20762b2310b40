"""The timeline: all events, and the events of each year by month."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.render.page import Page


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the timeline and a page for each year."""
    yield Page(
        address("timeline"),
        "timeline.md.j2",
        language.text("timeline.title"),
        language.text("timeline.description"),
        {"years": [(year, months(events)) for year, events in archive.by_year.items()]},
    )
    years = list(archive.by_year)
    for position, year in enumerate(years):
        yield Page(
            address("year", year),
            "year.md.j2",
            language.text("timeline.year_title", year=str(year)),
            language.text("timeline.year_description", year=str(year)),
            {
                "year": year,
                "months": months(archive.by_year[year]),
                "before": years[position - 1] if position else None,
                "after": years[position + 1] if position + 1 < len(years) else None,
            },
        )


def months(events: list[Dated]) -> list[tuple[int, list[Dated]]]:
    """Group a year's events by the month of their first day; 0 holds those with a year alone."""

    def month(dated: Dated) -> int:
        return dated.event.date.start.month or 0

    return [(number, list(group)) for number, group in groupby(sorted(events, key=month), month)]
