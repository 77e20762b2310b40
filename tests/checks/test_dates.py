"""Rules on days (safety rules 5 and 10)."""

from datetime import date
from typing import Any

import pytest

from chronicle.checks.dates import (
    dates_are_past,
    sources_follow_events,
    spans_run_forward,
    young_events_are_blurred,
)
from tests import small
from tests.checks.finding import found, found_on
from tests.small import source

TODAY = date(2019, 3, 10)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("date", {"date": "2019-03-11"}),
        ("date", {"date": "2019-04"}),
        ("date", {"date": "2020"}),
        ("date", {"date": "2019-03-03/2019-03-11"}),
        ("date", {"date": {"earliest": "2019-03-01", "latest": "2019-03-11"}}),
        ("published", {"published": "2019-03-11"}),
        ("claims[0].as_of", {"claims": [small.claim(as_of="2019-03-11")]}),
        ("sources.a.published", {"sources": {"a": source(published="2019-03-11")}}),
        ("sources.a.accessed", {"sources": {"a": source(accessed="2019-03-11")}}),
        ("corrections[0].on", {"corrections": [{"on": "2019-03-11", "what": small.text()}]}),
        ("withdrawn.on", {"withdrawn": {"on": "2019-03-11", "reason": small.text()}}),
        ("merged.on", {"merged": {"on": "2019-03-11", "into": "x", "reason": small.text()}}),
    ],
)
def test_no_date_lies_in_the_future(field: str, changes: dict[str, Any]) -> None:
    event = small.event(**{"date": "2019-03-03", "published": "2019-03-10", **changes})
    said = set(found_on(TODAY, dates_are_past, event))
    assert [place for place, _ in said] == [field]
    assert all(message.endswith("is in the future") for _, message in said)


@pytest.mark.parametrize("written", ["2019-03-10", "2019-03", "2019", "2019~", "2019-02/2019-03"])
def test_a_date_that_has_begun_is_not_in_the_future(written: str) -> None:
    event = small.event(date=written, published="2019-03-10")
    assert found_on(TODAY, dates_are_past, event) == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2019-03-04/2019-03-03", "2019-03-04/2019-03-03"),
        ("2019-04/2019-03", "2019-04/2019-03"),
        ("2019-03-04/2019-02", "2019-03-04/2019-02"),
        ({"earliest": "2019-03-06", "latest": "2019-03-01"}, "2019-03-06/2019-03-01"),
    ],
)
def test_nothing_ends_before_it_starts(written: Any, shown: str) -> None:
    said = f"{shown} ends before it starts"
    assert found(spans_run_forward, small.event(date=written)) == [("date", said)]
    campaigns = {"spring": {**small.CAMPAIGNS["spring"], "dates": written}}
    assert found(spans_run_forward, campaigns=campaigns) == [("spring.dates", said)]


@pytest.mark.parametrize("written", ["2019-03-03", "2019-03-03/2019-03-03", "2019-03/2019-03-09"])
def test_a_span_may_be_a_single_day_and_mix_precisions(written: str) -> None:
    assert found(spans_run_forward, small.event(date=written)) == []


@pytest.mark.parametrize(
    ("published", "accepted"),
    [
        ("2019-03-01", True),
        ("2019-02-28", False),
        ("2019-03", True),
        ("2019-02", False),
        ("2018", False),
        ("2019", True),
        ("2019-03-04", True),
    ],
)
def test_a_source_is_at_most_two_days_older_than_the_event(published: str, accepted: bool) -> None:
    said = f"{published} is before the event; right? then add background: true"
    event = small.event(sources={"a": source(published=published)})
    expected = [] if accepted else [("sources.a.published", said)]
    assert found(sources_follow_events, event) == expected


def test_a_source_for_the_background_may_be_older() -> None:
    event = small.event(sources={"a": source(published="2011", background=True)})
    assert found(sources_follow_events, event) == []


@pytest.mark.parametrize(
    ("kind", "today", "refused"),
    [
        ("village", date(2019, 3, 3), True),
        ("village", date(2019, 3, 16), True),
        ("village", date(2019, 3, 17), False),
        ("site", date(2019, 3, 4), True),
        ("neighbourhood", date(2019, 3, 4), True),
        ("town", date(2019, 3, 4), False),
        ("governorate", date(2019, 3, 4), False),
    ],
)
def test_an_event_of_the_last_14_days_names_no_place_finer_than_a_town(
    kind: str, today: date, refused: bool
) -> None:
    said = f"a {kind} in an event of the last 14 days; name the town or district"
    places = {"hill": small.place(kind=kind)}
    expected = [("place", said)] if refused else []
    assert found_on(today, young_events_are_blurred, small.event(), places=places) == expected
