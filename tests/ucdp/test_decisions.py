"""A person's decisions are read from words; what is no decision is said."""

from pathlib import Path

import pytest

from chronicle.ucdp import decisions
from chronicle.ucdp.matching import Candidate
from tests.ucdp import invented


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one=7", {"one": (7,)}),
        ("one=7,two=8+9", {"one": (7,), "two": (8, 9)}),
        (
            "# a word\n\none = 7   # doubtful: other days, say\ntwo=8+9\n",
            {"one": (7,), "two": (8, 9)},
        ),
        ("", {}),
    ],
)
def test_decisions_are_pairs(words: str, expected: dict[str, tuple[int, ...]]) -> None:
    assert decisions.read(words, "x") == (expected, [])


@pytest.mark.parametrize(
    ("words", "line", "message"),
    [
        ("one", 1, '"one" is no decision; write event=id or event=id+id'),
        ("one=7\nTwo=8", 2, '"Two=8" is no decision; write event=id or event=id+id'),
        ("one=7+", 1, '"one=7+" is no decision; write event=id or event=id+id'),
        ("one=7\none=8", 2, '"one" stands twice'),
    ],
)
def test_what_is_no_decision_is_named_with_its_line(words: str, line: int, message: str) -> None:
    _, problems = decisions.read(words, "x")
    assert [(problem.line, problem.message) for problem in problems] == [(line, message)]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    chosen, problems = decisions.from_file(tmp_path / "nothing.txt")
    assert chosen == {}
    assert problems[0].message.startswith("cannot be read")


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [([0.9], True), ([0.9, 0.7], True), ([0.9, 0.8], False), ([0.79, 0.1], False)],
)
def test_a_threshold_chooses_only_a_single_candidate(
    tmp_path: Path, scores: list[float], chosen: bool
) -> None:
    row = invented.row(tmp_path)
    found = {"one": [Candidate("one", row, 1.0, 0, score) for score in scores]}
    assert decisions.above(0.8, found) == ({"one": (7,)} if chosen else {})
