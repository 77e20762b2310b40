"""The home page: what is new, and the ways in."""

import re
from typing import Any

from chronicle.render.home import FOUNDING, NEWEST, newest
from tests import small
from tests.render.reading import part, rendered
from tests.small import claim

GONE = {"on": "2020-02-01", "reason": small.text()}


def test_the_newest_records_are_those_published_last_and_of_one_day_the_latest_events() -> None:
    events = {
        f"e{number}": small.event(date=f"2019-03-0{number}", published="2020-01-01")
        for number in range(1, 9)
    }
    events["e1"] = small.event(date="2019-03-01", published="2020-02-01")
    order = [dated.id for dated in newest(small.archive(events))]
    assert order == ["e1", "e8", "e7", "e6", "e5", "e4"]
    assert len(order) == NEWEST


def test_withdrawn_records_are_not_new() -> None:
    archive = small.archive({"a": small.event(withdrawn=GONE), "b": small.event()})
    assert [dated.id for dated in newest(archive)] == ["b"]


def founding(*points: list[str], **events: dict[str, Any]) -> str:
    """The home page of an archive whose founding report names these events point by point."""
    report = {
        "intro": small.text(),
        "paragraphs": [
            {"heading": small.text(), "points": [{**small.text(), "events": ids} for ids in points]}
        ],
    }
    campaign = {"name": small.text(), "dates": "2019-03", "summary": small.text(), "report": report}
    trees = {id: small.event(part_of=[FOUNDING], **changes) for id, changes in events.items()}
    return rendered(small.archive(trees, campaigns={FOUNDING: campaign}), "home")


def example(page: str) -> list[tuple[str, str]]:
    """The rows of the example: (event, claimant)."""
    return re.findall(r'href="events/(\w)/#claim-(\w+)-killed"', page)


def test_the_example_is_the_longest_group_of_the_founding_reports_first_event() -> None:
    page = founding(
        ["b", "a"],
        a={"claims": [claim("monitor", number) for number in range(1, 7)]},
        b={
            "claims": [
                claim("wire", 1, who="civilians"),
                claim("monitor", 3),
                claim("crown", 4),
                claim("rebels", {"min": 5}),
            ]
        },
    )
    assert example(page) == [("b", "monitor"), ("b", "crown"), ("b", "rebels")]


def test_the_example_passes_over_points_without_events_and_withdrawn_events() -> None:
    claims = [claim("monitor", 3)]
    gone = {"claims": claims, "withdrawn": GONE}
    assert example(founding([], ["a", "b"], a=gone, b={"claims": claims})) == [("b", "monitor")]
    assert example(founding([], ["a"], a=gone)) == []


def test_without_the_founding_report_its_part_of_the_page_is_left_out() -> None:
    page = rendered(small.archive(small.event()), "home")
    assert FOUNDING not in page
    assert 'id="start"' not in page


def test_a_report_without_claims_is_shown_without_bars() -> None:
    page = founding(["a"], a={})
    assert f"campaigns/{FOUNDING}/" in page
    assert '<table class="claims' not in page


def test_corrections_have_a_heading_only_where_there_are_some() -> None:
    corrections = [{"on": "2020-03-01", "what": small.text("A date was wrong")}]
    page = rendered(small.archive(small.event(corrections=corrections)), "home")
    assert "A date was wrong" in part(page, "corrections")
    assert "{#corrections}" not in rendered(small.archive(small.event()), "home")


def test_every_page_with_a_number_of_events_says_that_it_is_a_selection() -> None:
    archive = small.archive(small.event(part_of=["spring"]))
    for kind, id in (
        ("home", ""),
        ("timeline", ""),
        ("year", 2019),
        ("governorate", "hama"),
        ("place", "hill"),
        ("campaign", "spring"),
        ("type", "ground-attack"),
    ):
        page = rendered(archive, kind, id)  # type: ignore[arg-type]
        assert "A selection of 1 event, researched one by one." in page, kind
