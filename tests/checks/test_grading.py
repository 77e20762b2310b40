"""Rules on grading (safety rule 3)."""

from typing import Any

import pytest

from chronicle.checks.grading import gradings_are_supported, roles_are_attributed
from tests import small
from tests.checks.finding import Finding, found
from tests.small import source

TWO = {"a": source("paper"), "b": source("wire")}
PARTIAL = "warning: every source speaks for a party to the conflict"


def part(role: str, attribution: str | None = None) -> dict[str, Any]:
    known = {"attribution": attribution} if attribution else {}
    return {"actor": "rebels", "role": role, "sources": ["a"], **known}


def dispute(**changes: str) -> list[dict[str, Any]]:
    return [{**small.text(), "sources": ["a"], **changes}]


@pytest.mark.parametrize(
    ("role", "attribution", "accepted"),
    [
        ("attacker", None, False),
        ("air-support", None, False),
        ("attacker", "unknown", True),
        ("air-support", "alleged", True),
        ("target", None, True),
        ("party", None, True),
    ],
)
def test_an_attack_says_how_it_is_known_whose_it_was(
    role: str, attribution: str | None, accepted: bool
) -> None:
    said = f"{role} without attribution; write claimed, confirmed, alleged, disputed or unknown"
    expected = [] if accepted else [("actors[0]", said)]
    assert found(roles_are_attributed, small.event(actors=[part(role, attribution)])) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"grading": "weak"}, []),
        ({"grading": "fair", "sources": TWO}, []),
        ({"grading": "weak", "sources": TWO}, []),
        (
            {"grading": "fair"},
            [
                (
                    "grading",
                    "fair is more than the record supports: weak; "
                    "independent lines: 1, of no party: 1",
                )
            ],
        ),
        (
            {"grading": "confirmed", "sources": TWO},
            [
                (
                    "grading",
                    "confirmed is more than the record supports: fair; "
                    "independent lines: 2, of no party: 2",
                )
            ],
        ),
        (
            {"grading": "fair", "sources": TWO, "disputed": dispute(contests="occurrence")},
            [
                (
                    "grading",
                    "fair is more than the record supports: contested; "
                    "independent lines: 2, of no party: 2",
                )
            ],
        ),
        ({"grading": "contested", "disputed": dispute(contests="responsibility")}, []),
        ({"grading": "contested", "actors": [part("attacker", "disputed")]}, []),
        (
            {"grading": "contested", "sources": TWO, "disputed": dispute()},
            [("grading", "contested, but no role is disputed and no disputed entry has contests")],
        ),
        ({"grading": "discounted", "disputed": dispute()}, []),
        ({"grading": "discounted"}, [("grading", "discounted without the reason in disputed")]),
        ({"sources": {"a": source("crown-agency")}}, [("sources", PARTIAL)]),
        (
            {"sources": {"a": source("crown-agency"), "b": source("rebel-page")}},
            [("sources", PARTIAL)],
        ),
        ({"sources": {"a": source("paper", relies_on=["villagers"])}}, []),
        (
            {
                "grading": "confirmed",
                "withdrawn": {"on": "2020-01-01", "reason": small.text()},
            },
            [],
        ),
    ],
)
def test_no_grading_says_more_than_the_lines_support(
    changes: dict[str, Any], expected: list[Finding]
) -> None:
    assert found(gradings_are_supported, small.event(**changes)) == expected


def test_sources_in_a_circle_are_left_to_the_rule_on_circles() -> None:
    sources = {"a": source("paper", relies_on=["wire"]), "b": source("wire", relies_on=["paper"])}
    assert found(gradings_are_supported, small.event(sources=sources, grading="confirmed")) == []
