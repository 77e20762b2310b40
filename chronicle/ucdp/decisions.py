"""Which rows a person has chosen for which events: words in, pairs out.

One decision is `event=id`, or `event=id+id` where UCDP has several rows for the event: the figure
of the first is written and the others are named in its note, never added. A file has one decision
a line; what follows a `#` is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from chronicle.problem import Problem
from chronicle.ucdp.matching import Candidate

Decisions = dict[str, tuple[int, ...]]
"""Event -> ids of UCDP; the first is the one whose figure is written."""

_DECISION: Final = re.compile(r"([a-z0-9][a-z0-9-]*)\s*=\s*([0-9]+(?:\+[0-9]+)*)")


def read(words: str, path: str) -> tuple[Decisions, list[Problem]]:
    """Read decisions from text: one a line, or several with commas between."""
    chosen: Decisions = {}
    problems: list[Problem] = []
    for number, line in enumerate(words.splitlines(), 1):
        for part in line.partition("#")[0].split(","):
            written = part.strip()
            found = _DECISION.fullmatch(written)
            if found and found[1] not in chosen:
                chosen[found[1]] = tuple(int(id) for id in found[2].split("+"))
            elif found:
                problems.append(Problem(path, number, "", f'"{found[1]}" stands twice'))
            elif written:
                message = f'"{written}" is no decision; write event=id or event=id+id'
                problems.append(Problem(path, number, "", message))
    return chosen, problems


def from_file(path: Path) -> tuple[Decisions, list[Problem]]:
    """Read a file of decisions."""
    try:
        return read(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(path.name, 0, "", f"cannot be read: {error}")]


def above(score: float, candidates: Mapping[str, Sequence[Candidate]]) -> Decisions:
    """Choose the best candidate of every event where it reaches a score and no other does."""
    return {
        event: (found[0].row.id,)
        for event, found in candidates.items()
        if found[0].score >= score and (len(found) == 1 or found[1].score < score)
    }
