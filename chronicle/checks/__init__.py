"""Rules over the whole archive: records in, problems out.

A rule is a generator of problems and its docstring is the rule, with its number in the safety
rules. Each module holds the rules of one subject. Nothing here changes a record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Final

from chronicle.checks import (
    addresses,
    claims,
    dates,
    grading,
    people,
    places,
    references,
    sourcing,
    texts,
)
from chronicle.checks.subject import Subject
from chronicle.load import Records
from chronicle.problem import Problem
from chronicle.source import field_name

Rule = Callable[[Subject], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *sourcing.RULES,
    *claims.RULES,
    *grading.RULES,
    *dates.RULES,
    *texts.RULES,
    *people.RULES,
    *places.RULES,
    *addresses.RULES,
)


def check(records: Records, today: date, published: Collection[str] = ()) -> list[Problem]:
    """Return every problem: those of reading and those that the rules find.

    `published` holds the event ids of an earlier state, which must not vanish. `today` serves the
    rules on future and recent dates alone; nothing that is written depends on it.
    """
    subject = Subject(records, today, published)
    found = [problem for rule in RULES for problem in rule(subject)]
    mended = _mended(records)
    return records.problems + [problem for problem in found if not _hidden(problem, mended)]


def _mended(records: Records) -> dict[str, list[str]]:
    """Return the fields, by file, whose faults are reported already."""
    fields: dict[str, list[str]] = {}
    for table in (
        records.events,
        records.actors,
        records.places,
        records.publishers,
        records.campaigns,
    ):
        for record in table.values():
            for place in record.mended:
                shown = field_name((*record.root, *place))
                fields.setdefault(record.document.path, []).append(shown)
    return fields


def _hidden(problem: Problem, mended: dict[str, list[str]]) -> bool:
    return any(
        problem.field == field or problem.field.startswith((f"{field}.", f"{field}["))
        for field in mended.get(problem.path, ())
    )
