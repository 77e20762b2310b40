"""All rules together: each has its number and words, and none repeats what reading said."""

import re

import pytest

from chronicle import checks
from chronicle.checks import RULES, Rule, check
from chronicle.load import Records, entry
from chronicle.model import Event
from chronicle.source import Document
from tests import small


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_docstring_of_a_rule_is_the_rule(rule: Rule) -> None:
    assert re.match(r"[EW] (\(\d+\) )?\w", rule.__doc__ or "")


def test_every_rule_of_every_module_is_run_once() -> None:
    modules = [module for name, module in vars(checks).items() if hasattr(module, "RULES") if name]
    assert len(modules) >= 9
    assert sorted(rule.__name__ for module in modules for rule in module.RULES) == sorted(
        rule.__name__ for rule in RULES
    )


def test_a_plain_record_has_no_problem() -> None:
    assert check(small.records(small.event()), small.TODAY) == []


def faulty(**changes: object) -> Records:
    """An event with faults as `load` leaves it: mended, with the problems that it found."""
    read = small.records()
    read.names.add(small.ID)
    path = f"events/2019/{small.ID}.yml"
    tree = small.event(**changes)
    record = entry(read.problems, small.ID, Event, Document(path), tree, ())
    assert record
    read.events[small.ID] = record
    return read


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"date": "soon"}, ["date"]),
        ({"date": "soon", "place": "hil"}, ["date", "place"]),
        ({"claims": [small.claim(by="Not An Id")]}, ["claims[0].by"]),
        ({"title": {"en": "terrorists"}}, ["title"]),
        ({"sources": {"a": small.source("Not An Id")}}, ["sources.a.publisher"]),
        (
            {"claims": [small.claim(by="nobody", harm="lost", sources=["b"])]},
            ["claims[0].by", "claims[0].harm", "claims[0].sources[0]"],
        ),
    ],
)
def test_a_fault_is_reported_once_and_hides_no_other(
    changes: dict[str, object], expected: list[str]
) -> None:
    found = check(faulty(**changes), small.TODAY)
    assert sorted(problem.field for problem in found if problem.severity == "error") == expected
