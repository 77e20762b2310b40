"""Rules on grading: no record says more than its lines support (safety rule 3)."""

from __future__ import annotations

from collections.abc import Iterator

from chronicle.checks.subject import Subject
from chronicle.lines import CircularLines, exceeds, in_dispute, support
from chronicle.problem import Problem
from chronicle.vocabulary import ATTRIBUTED_ROLES


def roles_are_attributed(subject: Subject) -> Iterator[Problem]:
    """E (3) an attacker or air-support role says how it is known: its attribution."""
    for record in subject.events:
        for index, part in enumerate(record.value.actors):
            if part.role in ATTRIBUTED_ROLES and part.attribution is None:
                message = (
                    f"{part.role} without attribution; "
                    "write claimed, confirmed, alleged, disputed or unknown"
                )
                yield record.problem(("actors", index), message)


def gradings_are_supported(subject: Subject) -> Iterator[Problem]:
    """E (3) a grading above what the lines support; `contested` and `discounted` without a reason
    in `disputed` or a disputed role. W all sources speak for parties to the conflict.
    """
    for record in subject.events:
        event = record.value
        if record.touched("actors", "sources", "disputed", "grading") or not event.live:
            continue
        try:
            found = support(event, subject.origins)
        except CircularLines:
            continue
        if exceeds(event.grading, found.grading):
            message = f"{event.grading} is more than the record supports: {found.grading}"
            why = f"; independent lines: {found.lines}, of no party: {found.impartial}"
            yield record.problem(("grading",), message + why)
        if event.grading == "contested" and not in_dispute(event):
            message = "contested, but no role is disputed and no disputed entry has contests"
            yield record.problem(("grading",), message)
        if event.grading == "discounted" and not event.disputed:
            yield record.problem(("grading",), "discounted without the reason in disputed")
        if not found.impartial:
            message = "every source speaks for a party to the conflict"
            yield record.problem(("sources",), message, warning=True)


RULES = (roles_are_attributed, gradings_are_supported)
