"""Rules on claims (safety rules 2 and 4)."""

from typing import Any

import pytest

from chronicle.checks.claims import (
    rows_stand_within_rows,
    scopes_are_explained,
    wide_claims_are_explained,
)
from tests import small
from tests.checks.finding import Finding, found
from tests.small import claim


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"id": "all"}, {"within": "all"}], []),
        ([{"within": "all"}, {"id": "all"}], []),
        ([{"id": "all"}, {"id": "some", "within": "all"}, {"within": "some"}], []),
        ([{"within": "all"}], [("claims[0].within", 'unknown id "all"')]),
        (
            [{"id": "all"}, {"within": "al"}],
            [("claims[1].within", 'unknown id "al"; did you mean "all"?')],
        ),
        ([{"id": "all", "within": "all"}], [("claims[0].within", '"all" runs in a circle')]),
        (
            [{"id": "a", "within": "b"}, {"id": "b", "within": "a"}],
            [
                ("claims[0].within", '"b" runs in a circle'),
                ("claims[1].within", '"a" runs in a circle'),
            ],
        ),
        ([{"id": "all"}, {"id": "all"}], [("claims[1].id", '"all" stands twice')]),
    ],
)
def test_a_row_stands_within_another_row(
    rows: list[dict[str, Any]], expected: list[Finding]
) -> None:
    event = small.event(claims=[claim(**row) for row in rows])
    assert found(rows_stand_within_rows, event) == expected


@pytest.mark.parametrize(
    ("rows", "widest"),
    [
        ([claim("monitor", 10), claim("rebels", 30)], None),
        ([claim("monitor", 10), claim("rebels", 31)], (10, 31)),
        ([claim("monitor", {"min": 10}), claim("rebels", 31)], (10, 31)),
        ([claim("monitor", {"min": 5, "max": 20}), claim("rebels", 10)], (5, 20)),
        ([claim("monitor", {"max": 4}), claim("rebels", 13)], (4, 13)),
        ([claim("monitor", 10), claim("monitor", 40)], None),
        ([claim("monitor", 10), claim("rebels", 40, harm="injured")], None),
        ([claim("monitor", 10), claim("rebels", 40, who="civilians")], None),
        ([claim("monitor", 10), claim("rebels", 40, side="guard")], None),
        ([claim("monitor", 40, id="all"), claim("rebels", 4, within="all")], None),
        ([claim("monitor", 0), claim("rebels", 2)], None),
        ([], None),
    ],
)
def test_claims_that_differ_by_more_than_a_factor_of_three_need_a_word(
    rows: list[dict[str, Any]], widest: tuple[int, int] | None
) -> None:
    expected = []
    if widest:
        message = f"warning: claims run from {widest[0]} to {widest[1]} and nothing is disputed"
        expected = [("claims[0]", message)]
    assert found(wide_claims_are_explained, small.event(claims=rows)) == expected


def test_a_dispute_is_the_word_that_wide_claims_need() -> None:
    rows = [claim("monitor", 10), claim("rebels", 40)]
    disputed = [{**small.text(), "sources": ["a"]}]
    assert found(wide_claims_are_explained, small.event(claims=rows, disputed=disputed)) == []


def test_a_claim_of_another_scope_is_no_contradiction() -> None:
    rows = [claim("monitor", 10), claim("rebels", 40, scope="wider", note=small.text())]
    assert found(wide_claims_are_explained, small.event(claims=rows)) == []


def test_a_claim_of_another_scope_says_in_its_note_what_it_counts() -> None:
    rows = [claim(scope="wider", note=small.text()), claim(scope="part")]
    message = '"part" without a `note` that says what is counted'
    assert found(scopes_are_explained, small.event(claims=rows)) == [("claims[1].scope", message)]
