"""Run one rule on small records."""

from datetime import date
from typing import Any

from chronicle.checks import Rule
from chronicle.checks.subject import Subject
from tests import small
from tests.small import Trees

Finding = tuple[str, str]


def found(rule: Rule, events: Any = None, **registries: Trees) -> list[Finding]:
    """What the rule says, as (field, message); a warning's message begins with `warning: `."""
    return found_on(small.TODAY, rule, events, **registries)


def found_on(today: date, rule: Rule, events: Any = None, **registries: Trees) -> list[Finding]:
    """What the rule says on that day."""
    subject = Subject(small.records(events, **registries), today)
    marks = {"error": "", "warning": "warning: "}
    return [(p.field, marks[p.severity] + p.message) for p in rule(subject)]


def messages(rule: Rule, events: Any = None) -> list[str]:
    """The messages alone."""
    return [message for _, message in found(rule, events)]
