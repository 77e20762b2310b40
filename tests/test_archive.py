"""The archive: events in order, and the indexes over them."""

from typing import Any

import pytest

from chronicle.archive import Archive
from tests import small
from tests.small import source

GONE = {"on": "2020-01-01", "reason": small.text()}


def dated(**dates: Any) -> Archive:
    """An archive of events by id and date."""
    return small.archive({id.replace("_", "-"): small.event(date=day) for id, day in dates.items()})


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2019-03-03", "2019-03-04"),
        ("2018", "2019-01-01"),
        ("2019-03-01", "2019-03"),
        ("2019-03-31", "2019-04"),
        ("2019-03-01/2019-03-04", "2019-03-01/2019-03-05"),
        ("2019-03-01", "2019-03-01/2019-03-02"),
        ({"earliest": "2019-03-01", "latest": "2019-03-03"}, "2019-03-02"),
    ],
)
def test_events_stand_in_order_of_their_first_and_then_their_last_day(
    earlier: Any, later: Any
) -> None:
    assert [event.id for event in dated(b=earlier, a=later).live] == ["b", "a"]
    assert [event.id for event in dated(b=later, a=earlier).live] == ["a", "b"]


def test_events_of_the_same_days_stand_in_order_of_their_ids() -> None:
    assert [event.id for event in dated(b="2019", c="2019", a="2019").live] == ["a", "b", "c"]


def test_neighbours_are_the_shown_events_around_one() -> None:
    events = {
        "a": small.event(date="2019-03-01"),
        "b": small.event(date="2019-03-02", withdrawn=GONE),
        "c": small.event(date="2019-03-03"),
        "d": small.event(date="2019-03-04"),
    }
    archive = small.archive(events)
    around = {id: [n and n.id for n in archive.neighbours(id)] for id in "acd"}
    assert around == {"a": [None, "c"], "c": ["a", "d"], "d": ["c", None]}


def test_withdrawn_and_merged_records_are_kept_but_stand_in_no_index() -> None:
    archive = small.archive(
        {
            "a": small.event(part_of=["spring"], withdrawn=GONE),
            "b": small.event(part_of=["spring"], merged={**GONE, "into": "c"}),
            "c": small.event(part_of=["spring"]),
        }
    )
    assert list(archive.events) == ["a", "b", "c"]
    for index in (
        archive.by_year,
        archive.by_place,
        archive.by_governorate,
        archive.by_type,
        archive.by_campaign,
    ):
        assert [[d.id for d in group] for group in index.values()] == [["c"]]
    assert archive.by_publisher["paper"] == [(archive.live[0], "a")]


def test_years_stand_in_order_and_are_those_of_the_first_day() -> None:
    archive = dated(b="2019", a="2017-12-31/2018-01-02", c="2014-05~")
    assert [(year, [d.id for d in group]) for year, group in archive.by_year.items()] == [
        (2014, ["c"]),
        (2017, ["a"]),
        (2019, ["b"]),
    ]


def test_a_place_outside_has_no_governorate() -> None:
    places = {
        "hill": small.place(),
        "port": {"name": small.text(), "kind": "outside", "country": "tr"},
    }
    events = {"a": small.event(), "b": small.event(place="port")}
    archive = small.archive(events, places=places)
    assert {code: [d.id for d in group] for code, group in archive.by_governorate.items()} == {
        "hama": ["a"]
    }


def test_an_actor_with_two_parts_of_one_role_stands_once_under_it() -> None:
    def part(role: str) -> dict[str, Any]:
        return {"actor": "rebels", "role": role, "sources": ["a"]}

    archive = small.archive(small.event(actors=[part("target"), part("target"), part("party")]))
    roles = archive.by_actor["rebels"]
    assert {role: [d.id for d in group] for role, group in roles.items()} == {
        "target": [small.ID],
        "party": [small.ID],
    }
    assert "crown" not in archive.by_actor


def test_children_are_the_actors_that_one_commands() -> None:
    part = {"actor": "guard", "role": "target", "sources": ["a"]}
    assert small.archive(small.event(actors=[part])).children == {"crown": ["guard"]}
    assert small.archive().children == {}


def test_relied_on_counts_sources_and_not_events() -> None:
    sources = {
        "a": source("paper", relies_on=["wire", "crown"]),
        "b": source("monitor", relies_on=["wire"]),
    }
    assert small.archive(small.event(sources=sources)).relied_on == {"wire": 2, "crown": 1}


def test_former_ids_lead_to_the_id_of_today() -> None:
    events = {"a": small.event(former_ids=["x", "y"]), "b": small.event(former_ids=["z"])}
    assert small.archive(events).former == {"x": "a", "y": "a", "z": "b"}


def test_an_event_knows_which_others_point_at_it() -> None:
    related = [{"event": "b", "relation": "before"}]
    archive = small.archive({"a": small.event(related=related), "b": small.event()})
    assert [(d.id, relation) for d, relation in archive.pointed_at["b"]] == [("a", "before")]


def test_an_empty_archive_has_empty_indexes() -> None:
    archive = small.archive()
    assert (archive.live, archive.by_year, archive.by_actor, archive.former) == ((), {}, {}, {})


def test_a_publisher_is_shown_where_an_event_reads_it_relies_on_it_or_names_it() -> None:
    archive = small.archive(
        small.event(
            actors=[{"actor": "rebels", "role": "target", "by": ["court"], "sources": ["a"]}],
            claims=[small.claim("monitor")],
            sources={"a": small.source("paper", relies_on=["wire"])},
        )
    )
    assert set(archive.shown_publishers) == {"court", "monitor", "paper", "wire"}
