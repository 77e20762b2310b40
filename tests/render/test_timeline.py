"""The timeline: all events, and the events of each year by month."""

import re
from typing import Any

from chronicle.archive import Archive
from chronicle.render.timeline import months
from tests import small
from tests.render.reading import rendered


def dated(**dates: Any) -> Archive:
    return small.archive({id: small.event(date=day) for id, day in dates.items()})


def test_a_years_events_stand_under_the_month_of_their_first_day() -> None:
    archive = dated(a="2019-03-03", b="2019-03", c="2019-01-30/2019-04-02", d="2019", e="2019-11~")
    found = [(month, [d.id for d in group]) for month, group in months(archive.by_year[2019])]
    assert found == [(0, ["d"]), (1, ["c"]), (3, ["b", "a"]), (11, ["e"])]


def test_months_are_named_and_events_with_a_year_alone_stand_under_the_year() -> None:
    page = rendered(dated(a="2019-03-03", b="2019"), "year", 2019)
    assert re.findall(r'<h2 id="month-(\d+)">([\w ]+?) <small>', page) == [
        ("0", "2019"),
        ("3", "March 2019"),
    ]


def test_years_lead_to_the_years_beside_them() -> None:
    archive = dated(a="2014", b="2017", c="2019")
    around = {
        year: re.findall(r'href="\.\./(\d{4})/" rel="(\w+)"', rendered(archive, "year", year))
        for year in (2014, 2017, 2019)
    }
    assert around == {
        2014: [("2017", "next")],
        2017: [("2014", "prev"), ("2019", "next")],
        2019: [("2017", "prev")],
    }


def test_the_timeline_leads_to_every_month_that_has_events_with_their_number() -> None:
    archive = dated(b="2019-03-03", a="2019-03-04", c="2014")
    page = rendered(archive, "timeline")
    assert re.findall(r'id="year-(\d+)"', page) == ["2014", "2019"]
    months = re.findall(r'href="([^"]+#month-\d+)">(\w+) <span[^>]+>(\d)<', page)
    assert months == [("2014/#month-0", "2014", "1"), ("2019/#month-3", "March", "2")]
