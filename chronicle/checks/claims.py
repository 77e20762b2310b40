"""Rules on claims: figures stay with those who claim them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from chronicle.checks.references import unknown
from chronicle.checks.subject import Subject
from chronicle.model import Claim
from chronicle.problem import Problem

SPREAD: Final = 3
"""Claims that differ by more than this factor need a word on why (safety rule 4)."""


def rows_stand_within_rows(subject: Subject) -> Iterator[Problem]:
    """E (2) a claim's id stands once; `within` names another row and does not run in a circle."""
    for record in subject.events:
        claims = record.value.claims
        rows: dict[str, Claim] = {}
        for index, claim in enumerate(claims):
            if claim.id in rows:
                yield record.problem(("claims", index, "id"), f'"{claim.id}" stands twice')
            elif claim.id:
                rows[claim.id] = claim
        for index, claim in enumerate(claims):
            where = ("claims", index, "within")
            if claim.within and claim.within not in rows:
                yield record.problem(where, unknown(claim.within, rows))
            elif _circular(claim, rows):
                yield record.problem(where, f'"{claim.within}" runs in a circle')


def _circular(claim: Claim, rows: dict[str, Claim]) -> bool:
    seen: set[str] = set()
    within = claim.within
    while within:
        if within in seen or within == claim.id:
            return True
        seen.add(within)
        within = rows[within].within if within in rows else None
    return False


def scopes_are_explained(subject: Subject) -> Iterator[Problem]:
    """E (4) a claim that counts something else than the event says what in its `note`."""
    for record in subject.events:
        for index, claim in enumerate(record.value.claims):
            if claim.scope and claim.note is None:
                message = f'"{claim.scope}" without a `note` that says what is counted'
                yield record.problem(("claims", index, "scope"), message)


def wide_claims_are_explained(subject: Subject) -> Iterator[Problem]:
    """W (4) claims on the same harm, group and side that differ by more than a factor of three,
    without a `disputed` entry.
    """
    for record in subject.events:
        if record.value.disputed or record.touched("claims", "disputed"):
            continue
        groups: defaultdict[tuple[str, str, str | None], list[tuple[int, Claim]]] = defaultdict(
            list
        )
        for index, claim in enumerate(record.value.claims):
            if claim.of_the_event:
                groups[claim.harm, claim.who, claim.side].append((index, claim))
        for rows in groups.values():
            widest = _spread([claim for _, claim in rows])
            if widest:
                message = f"claims run from {widest[0]} to {widest[1]} and nothing is disputed"
                yield record.problem(("claims", rows[0][0]), message, warning=True)


def _spread(claims: Sequence[Claim]) -> tuple[int, int] | None:
    """Return the lowest and highest bound where they lie too far apart and claimants differ."""
    bounds = [bound for c in claims for bound in (c.count.min, c.count.max) if bound]
    claimants = {claim.by for claim in claims}
    if len(claimants) < 2 or max(bounds, default=0) <= SPREAD * min(bounds, default=1):
        return None
    return min(bounds), max(bounds)


RULES = (rows_stand_within_rows, scopes_are_explained, wide_claims_are_explained)
