"""Writes UCDP's figure into a record: a file's text and a figure in, the text with new lines out.

Lines are put in where they belong and nothing else is touched: a record stays as people wrote it.
What comes out is read again and held against what went in; if more changed, nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle import load, source
from chronicle.load import Record
from chronicle.model import Event
from chronicle.problem import Problem
from chronicle.source import Document, Tree
from chronicle.ucdp import dialect
from chronicle.ucdp.entries import UCDP

KEYS: Final = (UCDP, "ucdp-ged")
"""Keys of the source; the second where a record has read another page of UCDP."""


class CannotInsert(ValueError):
    """Why a record does not take the figure; the message says what a person can do."""


@dataclass(frozen=True)
class Figure:
    """What goes into a record; `claim` names its source by `key`."""

    key: str
    claim: dict[str, Tree]
    source: dict[str, Tree]
    id: int


def key(event: Event) -> str:
    """Return the key that the source will have; CannotInsert where the figure stands already."""
    if any(claim.by == UCDP for claim in event.claims) or event.external.ucdp_ged:
        raise CannotInsert("has a figure or an id of UCDP already; take it out to write it anew")
    for one in KEYS:
        if one not in event.sources:
            return one
    raise CannotInsert(f"has sources called {' and '.join(KEYS)} already; rename one")


def insert(text: str, record: Record[Event], figure: Figure) -> str:
    """Return a record's text with the figure; `record` is what `load` reads from that text.

    Raises CannotInsert where the lines have no place of their own.
    """
    lines = text.splitlines(keepends=True)
    if not text.endswith("\n"):
        raise CannotInsert("does not end with a line end; add one")
    added = sorted(_additions(lines, record.document, figure), reverse=True)
    for after, block in added:
        lines[after:after] = block
    written = "".join(lines)
    _verify(written, record, figure)
    return written


def _additions(
    lines: Sequence[str], document: Document, figure: Figure
) -> list[tuple[int, list[str]]]:
    """Return blocks of new lines, each with the number of the line after which it stands."""
    starts = {str(place[0]): line for place, line in document.lines.items() if len(place) == 1}
    claims = "claims" if "claims" in starts else None
    added = [
        _into(lines, starts, document, "sources", {figure.key: figure.source}),
        _external(lines, starts, figure.id),
    ]
    if claims:
        indent = _indent(lines, starts, document, claims)
        added.append((_end(lines, starts, claims), list(dialect.item(figure.claim, indent))))
    else:
        before = "disputed" if "disputed" in starts else "sources"
        block = ["claims:\n", *dialect.item(figure.claim, 2)]
        added.append((starts[before] - 1, block))
    return added


def _into(
    lines: Sequence[str],
    starts: Mapping[str, int],
    document: Document,
    name: str,
    tree: dict[str, Tree],
) -> tuple[int, list[str]]:
    """Return the lines of a mapping that go to the end of a block of mappings."""
    indent = _indent(lines, starts, document, name)
    return _end(lines, starts, name), list(dialect.block(tree, indent))


def _external(lines: Sequence[str], starts: Mapping[str, int], id: int) -> tuple[int, list[str]]:
    if "external" not in starts:
        block = list(dialect.block({"external": {"ucdp_ged": id}}))
        return _end(lines, starts, "grading"), block
    first = starts["external"]
    if first == len(lines) or not lines[first].startswith(" "):
        raise CannotInsert(f"has external on one line; write ucdp_ged: {id} into it yourself")
    margin = len(lines[first]) - len(lines[first].lstrip())
    return _end(lines, starts, "external"), [f"{' ' * margin}ucdp_ged: {id}\n"]


def _indent(lines: Sequence[str], starts: Mapping[str, int], document: Document, name: str) -> int:
    """Return how deep the entries of a block stand; CannotInsert where they are on one line."""
    inside = [
        line for place, line in document.lines.items() if len(place) == 2 and place[0] == name
    ]
    first = min(inside, default=starts[name])
    if first == starts[name]:
        raise CannotInsert(f"has {name} on one line; put each entry on a line of its own")
    row = lines[first - 1]
    return len(row) - len(row.lstrip())


def _end(lines: Sequence[str], starts: Mapping[str, int], name: str) -> int:
    """Return the number of the last line of a block, without blank lines and comments behind it."""
    later = [line for line in starts.values() if line > starts[name]]
    end = min(later, default=len(lines) + 1) - 1
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    return end


def _verify(written: str, record: Record[Event], figure: Figure) -> None:
    """Hold the written record against the old one: new are one claim, one source and one id."""
    document = source.read(record.document.path, written.encode())
    problems: list[Problem] = list(document.problems)
    found = load.entry(problems, record.id, Event, document, document.tree, ())
    if problems or found is None:
        raise CannotInsert(f"would not be valid: {'; '.join(p.message for p in problems)}")
    new, old = found.value, record.value
    expected = old.model_copy(
        update={
            "claims": [*old.claims, *new.claims[-1:]],
            "sources": {**old.sources, figure.key: new.sources[figure.key]},
            "external": old.external.model_copy(update={"ucdp_ged": figure.id}),
        }
    )
    if new != expected or new.claims[-1].by != UCDP:
        raise CannotInsert("would change in more than the figure; write it yourself")
