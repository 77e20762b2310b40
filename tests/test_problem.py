"""Problems: one line each, sorted, counted; as text and as GitHub's annotations."""

import pytest

from chronicle.problem import Problem, errors, report, summary

HOULA = Problem("events/2012/2012-05-25-houla.yml", 14, "place", 'unknown id "hula"')


@pytest.mark.parametrize(
    ("problem", "text", "github"),
    [
        (
            HOULA,
            'events/2012/2012-05-25-houla.yml:14: place: unknown id "hula"',
            '::error file=events/2012/2012-05-25-houla.yml,line=14::place: unknown id "hula"',
        ),
        (
            Problem("a.yml", 3, "sources.x", "no url", "warning"),
            "a.yml:3: warning: sources.x: no url",
            "::warning file=a.yml,line=3::sources.x: no url",
        ),
        (Problem("a.yml", 0, "", "missing"), "a.yml: missing", "::error file=a.yml::missing"),
        (
            Problem("a,b:100%.yml", 1, "", "50% more"),
            "a,b:100%.yml:1: 50% more",
            "::error file=a%2Cb%3A100%25.yml,line=1::50%25 more",
        ),
        (
            Problem("a\nb.yml", 2, "x\u202ey", '"p\r\n::error::q\x1b[31m"'),
            'a\\nb.yml:2: x\\u202ey: "p\\r\\n::error::q\\x1b[31m"',
            '::error file=a\\nb.yml,line=2::x\\u202ey: "p\\r\\n::error::q\\x1b[31m"',
        ),
        (
            Problem("\udcff.yml", 0, "", "حماة"),
            "\\udcff.yml: حماة",
            "::error file=\\udcff.yml::حماة",
        ),
    ],
    ids=["error", "warning", "whole file", "signs of commands", "controls", "bytes in a name"],
)
def test_a_problem_is_one_line(problem: Problem, text: str, github: str) -> None:
    assert report([problem]).split("\n")[:-1] == [text]
    assert report([problem], "github").split("\n")[:-1] == [github]


def test_a_report_is_sorted_by_file_and_line_and_says_each_thing_once() -> None:
    first = Problem("a.yml", 9, "", "x")
    second = Problem("a.yml", 10, "", "x")
    third = Problem("b.yml", 1, "", "x")
    expected = ["a.yml:9: x", "a.yml:10: x", "b.yml:1: x", "3 problems in 2 files"]
    assert report([third, second, first, second]).split("\n") == expected


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "0 problems in 0 files"),
        ([HOULA], "1 problem in 1 file"),
        ([Problem("a", 1, "", "x", "warning")], "0 problems in 0 files, 1 warning"),
        (
            [Problem("a", 1, "", "x"), Problem("a", 2, "", "x"), Problem("b", 1, "", "y")]
            + [Problem("c", line, "", "z", "warning") for line in (1, 2)],
            "3 problems in 2 files, 2 warnings",
        ),
    ],
)
def test_the_last_line_counts_problems_files_and_warnings(
    problems: list[Problem], expected: str
) -> None:
    assert summary(problems) == expected
    assert report(problems).split("\n")[-1] == expected


def test_only_errors_stop_the_build() -> None:
    warning = Problem("a", 1, "", "x", "warning")
    assert errors([warning, HOULA]) == [HOULA]
