"""A problem is a value: where it is, what was written, what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Format = Literal["text", "github"]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file.

    `path` is relative to the project's root, with forward slashes. `line` counts from 1; 0 means
    the file as a whole. `field` is written as a person would point at it: `claims[2].count`, or
    empty. `message` repeats the value as written and says what would be right.
    """

    path: str
    line: int
    field: str
    message: str
    severity: Severity = "error"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those problems that stop the build."""
    return [problem for problem in problems if problem.severity == "error"]


def report(problems: Iterable[Problem], format: Format = "text") -> str:
    """Return all problems sorted, one a line, and the count as the last line."""
    ordered = sorted(set(problems))
    line = _github if format == "github" else _text
    return "\n".join([*map(line, ordered), summary(ordered)])


def summary(problems: Iterable[Problem]) -> str:
    """Return the closing line: how many problems and warnings in how many files."""
    ordered = list(problems)
    found = errors(ordered)
    warnings = len(ordered) - len(found)
    parts = [f"{_count(len(found), 'problem')} in {_count(len({p.path for p in found}), 'file')}"]
    if warnings:
        parts.append(_count(warnings, "warning"))
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _text(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    mark = "warning: " if problem.severity == "warning" else ""
    field = f"{problem.field}: " if problem.field else ""
    return _printable(f"{place}: {mark}{field}{problem.message}")


def _github(problem: Problem) -> str:
    """Write GitHub's workflow command; its escapes are those of actions/toolkit's command.ts."""
    field = f"{problem.field}: " if problem.field else ""
    message = _printable(f"{field}{problem.message}").replace("%", "%25")
    path = _printable(problem.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    place = f"file={path}" + (f",line={problem.line}" if problem.line else "")
    return f"::{problem.severity} {place}::{message}"


def _printable(text: str) -> str:
    """Write line ends, controls and bidirectional marks as escapes.

    A problem is one line, and what a record holds must not steer the terminal or the annotations.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
