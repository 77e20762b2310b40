"""Campaigns: the list, a page per campaign, and the report retold."""

import re
from typing import Any

from chronicle.archive import Archive
from tests import small
from tests.render.reading import part, rendered, words
from tests.small import claim

GONE = {"on": "2020-02-01", "reason": small.text()}
DISPUTED = [{**small.text("Who fired first"), "sources": ["a"]}]


def campaign(dates: str = "2019-03", **changes: Any) -> dict[str, Any]:
    name = small.text("A campaign", "حملة")
    return {"name": name, "dates": dates, "summary": small.text(), **changes}


def report(*events: str) -> dict[str, Any]:
    points = [{**small.text("What it said"), "events": list(events)}]
    return {
        "intro": small.text("How it began"),
        "paragraphs": [{"heading": small.text("First paragraph"), "points": points}],
    }


def test_campaigns_stand_in_order_of_time() -> None:
    campaigns = {"late": campaign("2019"), "early": campaign("2014"), "again": campaign("2019")}
    event = small.event(part_of=list(campaigns))
    page = rendered(small.archive(event, campaigns={**campaigns, "empty": campaign()}), "campaigns")
    assert re.findall(r'<a href="(\w+)/">', page) == ["early", "again", "late"]


def test_a_campaign_lists_its_events_in_order_and_what_is_disputed_in_them() -> None:
    events = {
        "a": small.event(date="2019-03-04", part_of=["spring"], disputed=DISPUTED),
        "b": small.event(date="2019-03-03", part_of=["spring"]),
        "c": small.event(date="2019-03-02", part_of=["spring"], withdrawn=GONE),
        "d": small.event(),
    }
    page = rendered(small.archive(events), "campaign", "spring")
    assert re.findall(r'events/(\w)/"', part(page, "events")) == ["b", "a"]
    assert "Who fired first" in part(page, "disputed")


def retold(**events: dict[str, Any]) -> Archive:
    return small.archive(
        {id: small.event(**changes) for id, changes in events.items()},
        campaigns={"spring": campaign(report=report(*events))},
    )


def test_beside_each_point_of_a_report_stands_what_its_events_hold() -> None:
    archive = retold(
        a={
            "claims": [claim("monitor", 16), claim("crown", {"min": 40})],
            "sources": {"a": small.source("paper"), "b": small.source("wire")},
            "grading": "fair",
            "disputed": DISPUTED,
        }
    )
    page = words(rendered(archive, "campaign", "spring"))
    for said in (
        "How it began",
        "First paragraph",
        "What it said",
        "2 sources, 2 independent lines",
        "Fair",
        "Killed: combatants: 16 to 40+ (2 claimants)",
        "What is disputed",
    ):
        assert said in re.sub(r" +(?=[+)])|(?<=[(]) +", "", page), said


def test_the_report_leads_to_groups_and_disputes_that_are_there() -> None:
    archive = retold(a={"claims": [claim("monitor", 16)], "disputed": DISPUTED})
    page, event = rendered(archive, "campaign", "spring"), rendered(archive, "event", "a")
    anchors = re.findall(r'events/a/#([\w-]+)"', page)
    assert len(anchors) == 2
    for anchor in anchors:
        assert f'id="{anchor}"' in event or f"{{#{anchor}}}" in event


def test_a_withdrawn_event_is_not_retold() -> None:
    gone = {"title": small.text("Gone one"), "claims": [claim(count=777)], "withdrawn": GONE}
    page = rendered(retold(a=gone, b={}), "campaign", "spring")
    assert "Gone one" not in page
    assert "777" not in page
