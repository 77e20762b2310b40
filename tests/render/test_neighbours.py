"""The campaigns beside a campaign: which they are, and why they are named."""

from typing import Any

from chronicle.archive import Archive
from chronicle.render.neighbours import MOST, casts, neighbours
from tests import small

BOTH = ("crown", "rebels")


def campaign(dates: str) -> dict[str, Any]:
    return {"name": small.text("A campaign", "حملة"), "dates": dates, "summary": small.text()}


def event(part_of: list[str], *actors: str) -> dict[str, Any]:
    parts = [{"actor": actor, "role": "party", "sources": ["a"]} for actor in actors]
    return small.event(part_of=part_of, actors=parts)


def archive(dates: dict[str, str], events: dict[str, dict[str, Any]]) -> Archive:
    unknown = small.actor("non-state", name=small.text("Unknown", "مجهول"))
    return small.archive(
        events,
        campaigns={id: campaign(text) for id, text in dates.items()},
        actors={**small.ACTORS, "unknown": unknown},
    )


def found(archive: Archive, id: str = "this") -> dict[str, list[str]]:
    groups = neighbours(archive, id, casts(archive))
    return {when: [neighbour.id for neighbour in group] for when, group in groups}


DATES = {"this": "2015", "early": "2012", "late": "2017", "beside": "2014/2016"}


def test_neighbours_stand_before_at_the_same_time_and_after() -> None:
    events = {id: event([id], *BOTH) for id in DATES}
    assert found(archive(DATES, events)) == {
        "before": ["early"],
        "during": ["beside"],
        "after": ["late"],
    }


def test_one_common_actor_makes_no_neighbour_but_one_common_event_does() -> None:
    events = {
        "a": event(["this", "late"], "crown"),
        "b": event(["this"], "crown", "rebels"),
        "c": event(["early"], "crown"),
    }
    some = archive(DATES, events)
    assert found(some) == {"after": ["late"]}
    assert neighbours(some, "this", casts(some))[0][1][0].common == 1


def test_people_at_large_and_the_unknown_make_no_neighbours() -> None:
    events = {id: event([id], "villagers", "unknown", "crown") for id in ("this", "early")}
    assert found(archive(DATES, events)) == {}


def test_only_the_nearest_in_time_are_named() -> None:
    years = {f"y{year}": str(year) for year in range(2005, 2012)}
    dates = {"this": "2015", **years}
    some = archive(dates, {id: event([id], *BOTH) for id in dates})
    assert found(some) == {"before": ["y2011", "y2010", "y2009"][:MOST]}


def test_at_the_same_time_those_with_the_most_common_actors_come_first() -> None:
    dates = {"this": "2015", "kin": "2015", "cousin": "2015"}
    events = {
        "a": event(["this"], *BOTH),
        "b": event(["cousin"], *BOTH, "guard", "union"),
        "c": event(["kin"], *BOTH),
    }
    assert found(archive(dates, events)) == {"during": ["kin", "cousin"]}
