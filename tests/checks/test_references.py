"""Rules on ids: everything that is named exists, and nothing is named twice."""

from typing import Any

import pytest

from chronicle.checks.references import (
    former_ids_are_free,
    ids_exist,
    ids_fit_dates,
    lines_end,
    merged_events_stand,
    registry_ids_exist,
    relations_lead_elsewhere,
)
from tests import small
from tests.checks.finding import Finding, found
from tests.small import ID, source

SUGGESTED = 'unknown id "{}"; did you mean "{}"?'
FAR = "zzzzzz"


@pytest.mark.parametrize(
    ("changes", "field", "wrong", "right"),
    [
        ({"place": "hil"}, "place", "hil", "hill"),
        ({"part_of": ["spring", "sprin"]}, "part_of[1]", "sprin", "spring"),
        (
            {"actors": [{"actor": "rebel", "role": "target", "sources": ["a"]}]},
            "actors[0].actor",
            "rebel",
            "rebels",
        ),
        (
            {"actors": [{"actor": "rebels", "role": "target", "by": ["monito"], "sources": ["a"]}]},
            "actors[0].by[0]",
            "monito",
            "monitor",
        ),
        ({"claims": [small.claim(by="monito")]}, "claims[0].by", "monito", "monitor"),
        ({"claims": [small.claim(side="guar")]}, "claims[0].side", "guar", "guard"),
        ({"sources": {"a": source("pape")}}, "sources.a.publisher", "pape", "paper"),
        (
            {"sources": {"a": source(relies_on=["wire", "crow"])}},
            "sources.a.relies_on[1]",
            "crow",
            "crown",
        ),
        (
            {"related": [{"event": "2019-03-03-hil", "relation": "before"}]},
            "related[0].event",
            "2019-03-03-hil",
            ID,
        ),
        (
            {"merged": {"on": "2020-01-01", "into": "2019-03-03-hil", "reason": small.text()}},
            "merged.into",
            "2019-03-03-hil",
            ID,
        ),
    ],
)
def test_every_id_that_a_record_names_exists(
    changes: dict[str, Any], field: str, wrong: str, right: str
) -> None:
    said = SUGGESTED.format(wrong, right)
    assert found(ids_exist, small.event(**changes)) == [(field, said)]


def test_an_id_that_resembles_none_gets_no_suggestion() -> None:
    assert found(ids_exist, small.event(place=FAR)) == [("place", f'unknown id "{FAR}"')]


def test_a_publisher_is_no_side_and_an_actor_is_no_publisher() -> None:
    event = small.event(
        claims=[small.claim(by="crown", side="paper")], sources={"a": source("crown")}
    )
    fields = [field for field, _ in found(ids_exist, event)]
    assert fields == ["claims[0].side", "sources.a.publisher"]


def report(*events: str) -> dict[str, Any]:
    paragraph = {"heading": small.text(), "points": [{**small.text(), "events": list(events)}]}
    return {"intro": small.text(), "paragraphs": [paragraph]}


@pytest.mark.parametrize(
    ("registries", "expected"),
    [
        (
            {"actors": {"guard": small.actor("state", parent="guardd")}},
            [("guard.parent", SUGGESTED.format("guardd", "guard"))],
        ),
        (
            {"actors": {"guard": small.actor("state", parent="guard")}},
            [("guard.parent", '"guard" is under "guard" itself')],
        ),
        (
            {
                "actors": {
                    "a": small.actor("state", parent="b"),
                    "b": small.actor("state", parent="a"),
                }
            },
            [("a.parent", '"b" is under "a" itself'), ("b.parent", '"a" is under "b" itself')],
        ),
        (
            {"publishers": {"paper": small.publisher("newspaper", party="crow")}},
            [("paper.party", SUGGESTED.format("crow", "crown"))],
        ),
        (
            {"publishers": {"crown": small.publisher("official")}},
            [("crown", '"crown" is the id of an actor too; ids are unique')],
        ),
        (
            {"campaigns": {"spring": {**small.CAMPAIGNS["spring"], "report": report("x", ID)}}},
            [("spring.report.paragraphs[0].points[0].events[0]", 'unknown id "x"')],
        ),
    ],
)
def test_every_id_that_a_registry_names_exists(
    registries: dict[str, Any], expected: list[Finding]
) -> None:
    registries = {"publishers": {}, **registries}
    assert found(registry_ids_exist, small.event(), **registries) == expected


def test_a_longer_circle_of_command_is_found() -> None:
    actors = {
        "a": small.actor("state", parent="b"),
        "b": small.actor("state", parent="c"),
        "c": small.actor("state", parent="b"),
    }
    fields = {field for field, _ in found(registry_ids_exist, actors=actors, publishers={})}
    assert {"b.parent", "c.parent"} <= fields


def test_a_former_id_belongs_to_no_other_event() -> None:
    events = {
        "2019-03-03-hill": small.event(former_ids=["2019-03-03-mound", "2019-03-04-hill"]),
        "2019-03-04-hill": small.event(former_ids=["2019-03-03-mound"]),
    }
    assert found(former_ids_are_free, events) == [
        ("former_ids[1]", '"2019-03-04-hill" is the id of an event today'),
        ("former_ids[0]", '"2019-03-03-mound" is a former id of 2019-03-03-hill'),
    ]


def merged(into: str) -> dict[str, Any]:
    return small.event(merged={"on": "2020-01-01", "into": into, "reason": small.text()})


@pytest.mark.parametrize(
    ("events", "refused"),
    [
        ({"2019-03-03-a": merged("2019-03-03-b"), "2019-03-03-b": small.event()}, []),
        ({"2019-03-03-a": merged("2019-03-03-a")}, ["2019-03-03-a"]),
        (
            {
                "2019-03-03-a": merged("2019-03-03-b"),
                "2019-03-03-b": merged("2019-03-03-c"),
                "2019-03-03-c": small.event(),
            },
            ["2019-03-03-b"],
        ),
        (
            {
                "2019-03-03-a": merged("2019-03-03-b"),
                "2019-03-03-b": small.event(withdrawn={"on": "2020-01-01", "reason": small.text()}),
            },
            ["2019-03-03-b"],
        ),
    ],
)
def test_a_merged_record_leads_to_one_that_is_shown(
    events: dict[str, Any], refused: list[str]
) -> None:
    expected = [("merged.into", f'"{id}" is not a shown event') for id in refused]
    assert found(merged_events_stand, events) == expected


def test_sources_that_rely_on_one_another_in_a_circle_are_named() -> None:
    sources = {
        "a": source("paper", relies_on=["wire"]),
        "b": source("wire", relies_on=["paper"]),
        "c": source("monitor"),
    }
    end = "let one end rely on nothing"
    assert found(lines_end, small.event(sources=sources)) == [
        ("sources.a.relies_on", f"goes in a circle: a -> b -> a; {end}"),
        ("sources.b.relies_on", f"goes in a circle: b -> a -> b; {end}"),
    ]


@pytest.mark.parametrize(
    ("id", "written", "said"),
    [
        ("2019-03-03-hill", "2019-03-03", None),
        ("2019-03-hill", "2019-03-03", None),
        ("2019-hill", "2019-03-03", None),
        ("2019-03-03-hill", "2019-03-01/2019-03-05", None),
        ("2019-03-03-hill", {"earliest": "2019-03-01", "latest": "2019-03-06"}, None),
        ("2018-12-30-hill", "2018-12-30/2019-01-02", None),
        ("2019-03-03", "2019-03-03", None),
        ("2019-03-04-x", "2019-03-03", "2019-03-03 does not hold the date in the id, 2019-03-04"),
        ("2019-04-hill", "2019-03", "2019-03 does not hold the date in the id, 2019-04"),
        ("2018-hill", "2019", "2019 does not hold the date in the id, 2018"),
        ("hill-2019", "2019", 'the id "hill-2019" does not begin with a date such as 2019-'),
        (
            "2019-02-30-hill",
            "2019-02",
            'the id "2019-02-30-hill" begins with a date that is not in the calendar',
        ),
    ],
)
def test_an_id_begins_with_a_date_inside_the_event(id: str, written: Any, said: str | None) -> None:
    expected = [("date", said)] if said else []
    assert found(ids_fit_dates, {id: small.event(date=written)}) == expected


def test_a_correction_of_the_date_leaves_the_id_and_a_warning() -> None:
    corrections = [{"on": "2020-02-01", "what": small.text(), "changed": ["date"]}]
    assert found(ids_fit_dates, small.event(date="2019-03-05", corrections=corrections)) == [
        ("date", "warning: 2019-03-05 does not hold the date in the id, 2019-03-03")
    ]


def test_an_event_is_not_related_to_itself() -> None:
    related = [{"event": ID, "relation": "before"}]
    message = f'"{ID}" is this event itself; name another one'
    assert found(relations_lead_elsewhere, small.event(related=related)) == [
        ("related[0].event", message)
    ]
