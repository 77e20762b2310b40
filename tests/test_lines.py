"""Independent lines and what they support: small source graphs, one line each."""

from typing import Any

import pytest

from chronicle.lines import CircularLines, Line, exceeds, in_dispute, support
from chronicle.model import Event
from chronicle.vocabulary import GRADINGS, Grading
from tests import small


def graph(sources: str, parts: str = "", **changes: Any) -> Event:
    """Build an event from `a=paper<wire+crown` (a source, its publisher, what it relies on) and
    `rebels:attacker:claimed:a` (actor, role, attribution, source).
    """
    return small.model(
        Event, small.event(sources=_sources(sources), actors=_parts(parts), **changes)
    )


def _sources(text: str) -> dict[str, Any]:
    found = {}
    for word in text.split():
        key, _, rest = word.partition("=")
        publisher, _, origins = rest.partition("<")
        found[key] = small.source(publisher, relies_on=origins.split("+") if origins else [])
    return found


def _parts(text: str) -> list[dict[str, Any]]:
    rows = [word.split(":") for word in text.split()]
    return [
        {"actor": actor, "role": role, "attribution": known, "sources": [source]}
        for actor, role, known, source in rows
    ]


@pytest.mark.parametrize(
    ("sources", "parts", "lines", "independent", "impartial", "grading"),
    [
        ("a=paper", "", "paper", 1, 1, "weak"),
        ("a=paper b=wire", "", "paper wire", 2, 2, "fair"),
        ("a=paper b=paper", "", "paper", 1, 1, "weak"),
        ("a=paper<monitor b=wire<monitor", "", "monitor", 1, 1, "weak"),
        ("a=paper<monitor b=wire", "", "monitor wire", 2, 2, "fair"),
        ("a=paper<wire b=wire<monitor c=monitor<crown", "", "crown", 1, 0, "weak"),
        ("a=paper<paper", "", "paper", 1, 1, "weak"),
        ("a=paper<paper+crown b=wire", "", "crown paper wire", 2, 2, "fair"),
        ("a=paper<crown+rebels+villagers", "", "crown rebels villagers", 1, 1, "weak"),
        ("a=paper<nobody", "", "nobody", 1, 1, "weak"),
        ("a=crown-agency b=guard-channel", "", "crown", 1, 0, "weak"),
        ("a=crown-agency b=rebel-page", "", "crown rebels", 2, 0, "weak"),
        ("a=crown-agency b=villagers-page<villagers", "", "crown villagers", 2, 1, "fair"),
        ("a=guard-channel b=paper<guard c=wire<crown", "", "crown", 1, 0, "weak"),
        ("a=mirror b=handbook c=coded", "", "", 0, 0, "weak"),
        ("a=mirror<paper b=paper c=wire", "", "paper wire", 2, 2, "fair"),
        ("a=mirror<coded b=paper", "", "paper", 1, 1, "weak"),
        ("a=coded<monitor+wire b=paper", "", "paper", 1, 1, "weak"),
        ("a=coded<monitor+wire b=monitor", "", "monitor", 1, 1, "weak"),
        ("a=union-office b=paper", "", "paper union", 2, 2, "fair"),
        ("a=rebel-page b=paper", "rebels:attacker:claimed:a", "paper rebels", 2, 1, "confirmed"),
        ("a=paper<rebels", "rebels:attacker:claimed:a", "rebels", 1, 0, "weak"),
        ("a=paper b=wire", "rebels:attacker:claimed:a", "paper wire", 2, 2, "fair"),
        ("a=rebel-page b=paper", "rebels:attacker:claimed:b", "paper rebels", 2, 1, "fair"),
        ("a=rebel-page b=paper", "rebels:target:claimed:a", "paper rebels", 2, 1, "fair"),
        ("a=rebel-page b=paper", "rebels:attacker:alleged:a", "paper rebels", 2, 1, "fair"),
        ("a=crown-agency b=paper", "guard:party:claimed:a", "crown paper", 2, 1, "confirmed"),
        ("a=crown-agency b=paper", "crown:announcer:claimed:a", "crown paper", 2, 1, "confirmed"),
        ("a=court", "guard:attacker:confirmed:a", "court", 1, 1, "confirmed"),
        ("a=union-office", "guard:air-support:confirmed:a", "union", 1, 1, "confirmed"),
        ("a=paper b=wire", "guard:attacker:confirmed:a", "paper wire", 2, 2, "fair"),
        ("a=rebel-page b=paper", "rebels:attacker:disputed:a", "paper rebels", 2, 1, "contested"),
    ],
)
def test_a_graph_of_sources_has_its_lines_and_supports_a_grading(
    sources: str, parts: str, lines: str, independent: int, impartial: int, grading: str
) -> None:
    event, origins = graph(sources, parts), small.origins()
    found = support(event, origins)
    ends = sorted(line.id for line in origins.of_sources(event, event.sources))
    assert ends == lines.split()
    assert (found.lines, found.impartial, found.grading) == (independent, impartial, grading)


@pytest.mark.parametrize(
    ("sources", "counted", "independent"),
    [
        ("a=paper b=wire c=monitor", "a", 1),
        ("a=paper b=wire c=monitor", "a b", 2),
        ("a=paper<monitor b=wire<monitor c=monitor", "a b", 1),
        ("a=paper<crown+rebels b=wire", "a", 1),
        ("a=mirror", "a", 0),
        ("a=paper", "a a", 1),
        ("a=paper", "a missing", 1),
    ],
)
def test_a_statement_counts_the_lines_of_its_own_sources_alone(
    sources: str, counted: str, independent: int
) -> None:
    assert small.origins().independent(graph(sources), counted.split()) == independent


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ("a=paper<wire b=wire<paper", "a -> b -> a"),
        ("a=paper<wire b=wire<monitor c=monitor<wire", "b -> c -> b"),
        ("a=mirror<paper b=paper<mirror+crown", "a -> b -> a"),
    ],
)
def test_sources_that_rely_on_one_another_in_a_circle_are_refused(sources: str, said: str) -> None:
    with pytest.raises(CircularLines, match=said):
        small.origins().of_source(graph(sources), "a")


def test_a_chain_of_command_that_runs_in_a_circle_still_ends() -> None:
    actors = {"one": small.actor("state", parent="two"), "two": small.actor("state", parent="one")}
    assert small.archive(actors=actors).origins.topmost("one") in {"one", "two"}


def test_a_line_is_an_actor_or_a_publisher_and_says_which() -> None:
    origins = small.origins()
    assert origins.of_id("crown-agency") == {Line("actor", "crown")}
    assert origins.of_id("guard") == {Line("actor", "crown")}
    assert origins.of_id("paper") == {Line("publisher", "paper")}


@pytest.mark.parametrize(
    ("contests", "expected"),
    [({"contests": "responsibility"}, True), ({"contests": "occurrence"}, True), ({}, False)],
)
def test_an_event_is_contested_where_a_dispute_says_so(
    contests: dict[str, str], expected: bool
) -> None:
    disputed = [{**small.text(), "sources": ["a"], **contests}]
    event = graph("a=rebel-page b=paper", "rebels:attacker:claimed:a", disputed=disputed)
    assert bool(in_dispute(event)) is expected
    assert support(event, small.origins()).contested == in_dispute(event)


@pytest.mark.parametrize("supported", GRADINGS)
def test_a_grading_exceeds_only_those_that_stand_below_it(supported: Grading) -> None:
    above = [grading for grading in GRADINGS if exceeds(grading, supported)]
    assert above == list(GRADINGS[: GRADINGS.index(supported)])


def test_a_long_chain_of_sources_is_followed_to_its_end() -> None:
    length = 1500
    links = [f"s{n}=p{n}<p{n + 1}" for n in range(length)]
    event = graph(" ".join([*links, f"s{length}=p{length}"]))
    assert small.origins().of_source(event, "s0") == {Line("publisher", f"p{length}")}


def test_layers_that_rely_on_one_another_are_walked_once() -> None:
    """Forty layers of two sources have 2**40 ways through them."""
    layers = [f"s{n}{side}=p{n}<p{n + 1}" for n in range(40) for side in "ab"]
    event = graph(" ".join([*layers, "end=p40"]))
    assert small.origins().of_source(event, "s0a") == {Line("publisher", "p40")}


@pytest.mark.parametrize(
    ("parts", "acknowledged"),
    [
        ("rebels:attacker:claimed:a", {"claimed"}),
        ("guard:attacker:confirmed:c", {"confirmed"}),
        ("rebels:attacker:claimed:a guard:attacker:confirmed:c", {"claimed", "confirmed"}),
        ("rebels:attacker:claimed:b guard:attacker:alleged:b", set()),
    ],
)
def test_what_is_acknowledged_says_whether_by_the_actor_or_by_fact_finders(
    parts: str, acknowledged: set[str]
) -> None:
    event = graph("a=rebel-page b=paper c=court", parts)
    assert support(event, small.origins()).acknowledged == acknowledged
