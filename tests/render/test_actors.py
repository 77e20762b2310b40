"""Actors: the list by kind, a page per actor with its events by role."""

import re
from typing import Any

import pytest

from tests import small
from tests.render.reading import part, rendered
from tests.small import claim


def part_of(role: str, actor: str = "rebels") -> dict[str, Any]:
    known = {"attribution": "alleged"} if role == "attacker" else {}
    return {"actor": actor, "role": role, "sources": ["a"], **known}


ARCHIVE = small.archive(
    {
        "a": small.event(actors=[part_of("target"), part_of("attacker", "guard")]),
        "b": small.event(actors=[part_of("attacker"), part_of("target")], claims=[claim("rebels")]),
        "c": small.event(claims=[claim("rebels"), claim("villagers")]),
    }
)


def test_actors_are_listed_by_kind_with_the_number_of_their_events() -> None:
    page = rendered(ARCHIVE, "actors")
    assert re.findall(r'<h2 id="kind-([\w-]+)">', page) == [
        "state",
        "non-state",
        "community",
    ]
    assert re.findall(r'href="(\w+)/">[^<]+</a> <small>(\d) event', page) == [
        ("crown", "0"),
        ("guard", "1"),
        ("rebels", "2"),
        ("villagers", "0"),
    ]


def test_an_actor_that_no_event_names_has_no_page_yet() -> None:
    assert "union" in ARCHIVE.actors
    assert "union" not in rendered(ARCHIVE, "actors")
    with pytest.raises(KeyError):
        rendered(ARCHIVE, "actor", "union")


def test_an_actors_events_stand_by_role_in_the_order_of_the_vocabulary() -> None:
    page = rendered(ARCHIVE, "actor", "rebels")
    assert re.findall(r"\{#([\w-]+)\}", page) == ["role-attacker", "role-target", "claims"]
    assert re.findall(r"events/(\w)/", part(page, "role-attacker")) == ["b"]
    assert re.findall(r"events/(\w)/", part(page, "role-target")) == ["a", "b"]
    assert re.findall(r"events/(\w)/", part(page, "claims")) == ["c"]


def test_who_only_makes_claims_has_them_on_its_page() -> None:
    page = rendered(ARCHIVE, "actor", "villagers")
    assert re.findall(r"events/(\w)/", part(page, "claims")) == ["c"]


def test_a_commander_and_its_force_lead_to_each_other() -> None:
    assert 'href="../crown/"' in rendered(ARCHIVE, "actor", "guard")
    assert "Its line counts as that of The Crown." in rendered(ARCHIVE, "actor", "guard")
    assert 'href="../guard/"' in rendered(ARCHIVE, "actor", "crown")
