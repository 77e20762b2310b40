"""Rules on places (safety rule 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chronicle.checks.subject import Subject
from chronicle.problem import Problem

DECIMALS: Final = 4
"""About 10 m: finer would point at a door."""


def points_are_coarse(subject: Subject) -> Iterator[Problem]:
    """E (9) coordinates with more than 4 decimals."""
    for record in subject.records.places.values():
        for name in ("lat", "lon"):
            value = getattr(record.value, name)
            if value is not None and round(value, DECIMALS) != value:
                message = f"{value} has more than {DECIMALS} decimals; round it"
                yield record.problem((name,), message)


def sites_are_public(subject: Subject) -> Iterator[Problem]:
    """E (9) a place of kind `site` says in its basis how it is publicly known."""
    for record in subject.records.places.values():
        if record.value.kind == "site" and not record.value.basis:
            yield record.problem((), "a site needs a basis that shows public knowledge of it")


RULES = (points_are_coarse, sites_are_public)
