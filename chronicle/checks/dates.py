"""Rules on days (safety rules 5 and 10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from chronicle.checks.subject import Subject, Where
from chronicle.dates import Span
from chronicle.model import Event
from chronicle.problem import Problem
from chronicle.vocabulary import FINER_THAN_TOWN

EARLY: Final = timedelta(days=2)
"""How long before an event's first day a source may appear: time zones and dates by dateline."""

SETTLED: Final = timedelta(days=14)
"""Until then a precise place may still put people at risk (safety rule 10)."""


def dates_are_past(subject: Subject) -> Iterator[Problem]:
    """E (5) no date lies in the future."""
    for record in subject.events:
        for where, day in _days(record.value):
            if day > subject.today:
                yield record.problem(where, f"{day} is in the future")


def _days(event: Event) -> Iterator[tuple[Where, date]]:
    yield ("date",), event.date.first
    if event.date.end.precision == "day":
        yield ("date",), event.date.last
    yield ("published",), event.published
    for index, claim in enumerate(event.claims):
        if claim.as_of:
            yield ("claims", index, "as_of"), claim.as_of.first
    for key, source in event.sources.items():
        if source.published:
            yield ("sources", key, "published"), source.published.first
        if source.accessed:
            yield ("sources", key, "accessed"), source.accessed
    for index, correction in enumerate(event.corrections):
        yield ("corrections", index, "on"), correction.on
    if event.withdrawn:
        yield ("withdrawn", "on"), event.withdrawn.on
    if event.merged:
        yield ("merged", "on"), event.merged.on


def spans_run_forward(subject: Subject) -> Iterator[Problem]:
    """E (5) nothing ends before it starts."""
    for record in subject.events:
        yield from _forward(record.problem, ("date",), record.value.date)
    for campaign in subject.records.campaigns.values():
        yield from _forward(campaign.problem, ("dates",), campaign.value.dates)


def _forward(problem: object, where: Where, span: Span) -> Iterator[Problem]:
    if span.last < span.first or span.end.first < span.start.first:
        assert callable(problem)
        yield problem(where, f"{span} ends before it starts")


def sources_follow_events(subject: Subject) -> Iterator[Problem]:
    """E (5) a source published more than two days before the event's first day, unless it says
    `background: true`.
    """
    for record in subject.events:
        if record.touched("date"):
            continue
        first = record.value.date.first
        for key, source in record.value.sources.items():
            published = source.published
            if published and not source.background and first - published.last > EARLY:
                message = f"{published} is before the event; right? then add background: true"
                yield record.problem(("sources", key, "published"), message)


def young_events_are_blurred(subject: Subject) -> Iterator[Problem]:
    """E (10) an event younger than 14 days with a place finer than a town."""
    for record in subject.events:
        place = subject.records.places.get(record.value.place)
        young = record.value.date.last > subject.today - SETTLED
        if young and place and place.value.kind in FINER_THAN_TOWN:
            message = (
                f"a {place.value.kind} in an event of the last 14 days; name the town or district"
            )
            yield record.problem(("place",), message)


RULES = (dates_are_past, spans_run_forward, sources_follow_events, young_events_are_blurred)
