"""Rules on sources (safety rule 1)."""

from typing import Any

import pytest

from chronicle.checks.sourcing import everything_is_sourced, sources_are_used
from chronicle.vocabulary import CAUSAL_RELATIONS, RELATIONS
from tests import small
from tests.checks.finding import found
from tests.small import source

NONE = "no source; name at least one in sources: [...]"
UNKNOWN = 'unknown id "aa"; did you mean "a"?'
CAUSAL = sorted(CAUSAL_RELATIONS)


def parts(named: list[str]) -> dict[str, dict[str, Any]]:
    """Everything that needs a source, by its field."""
    return {
        "account[0]": {"account": [{**small.text(), "sources": named}]},
        "claims[0]": {"claims": [small.claim(sources=named)]},
        "actors[0]": {"actors": [{"actor": "rebels", "role": "target", "sources": named}]},
        "disputed[0]": {"disputed": [{**small.text(), "sources": named}]},
        **{f"related[0] {relation}": related(relation, named) for relation in CAUSAL},
    }


def related(relation: str, named: list[str]) -> dict[str, Any]:
    return {"related": [{"event": "x", "relation": relation, "sources": named}]}


@pytest.mark.parametrize("place", parts([]))
def test_whatever_is_said_names_a_source(place: str) -> None:
    field = place.partition(" ")[0]
    assert found(everything_is_sourced, small.event(**parts([])[place])) == [(field, NONE)]


@pytest.mark.parametrize("place", parts([]))
def test_the_source_that_it_names_exists(place: str) -> None:
    field = place.partition(" ")[0]
    assert found(everything_is_sourced, small.event(**parts(["a", "aa"])[place])) == [
        (f"{field}.sources[1]", UNKNOWN)
    ]
    assert found(everything_is_sourced, small.event(**parts(["a"])[place])) == []


@pytest.mark.parametrize("relation", sorted({*RELATIONS} - CAUSAL_RELATIONS))
def test_a_relation_in_time_needs_no_source_but_a_named_one_exists(relation: str) -> None:
    assert found(everything_is_sourced, small.event(**related(relation, []))) == []
    assert found(everything_is_sourced, small.event(**related(relation, ["aa"]))) == [
        ("related[0].sources[0]", UNKNOWN)
    ]


def test_a_source_of_a_correction_exists() -> None:
    corrections = [{"on": "2020-02-01", "what": small.text(), "sources": ["aa"]}]
    assert found(everything_is_sourced, small.event(corrections=corrections)) == [
        ("corrections[0].sources[0]", UNKNOWN)
    ]


def test_a_source_that_carries_nothing_is_pointed_out() -> None:
    event = small.event(sources={"a": source(), "b": source()})
    said = "warning: nothing in the record names it"
    assert found(sources_are_used, event) == [("sources.b", said)]


@pytest.mark.parametrize(
    ("home", "url", "warned"),
    [
        ("https://paper.example/", None, True),
        ("https://paper.example/", "https://paper.example/a", False),
        (None, None, False),
    ],
)
def test_a_source_without_an_address_is_pointed_out_where_its_publisher_has_one(
    home: str | None, url: str | None, warned: bool
) -> None:
    publishers = {"paper": small.publisher("newspaper", **({"url": home} if home else {}))}
    event = small.event(sources={"a": source(**({"url": url} if url else {}))})
    said = "warning: no url; readers cannot look it up"
    expected = [("sources.a", said)] if warned else []
    assert found(sources_are_used, event, publishers=publishers) == expected
