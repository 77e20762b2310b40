"""Prints candidates: scored rows in, an aligned table of plain text out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from chronicle.ucdp.matching import Candidate

HEAD: Final = ("event", "id", "date", "place", "sides", "best/low/high", "km", "days", "score")
_WIDTH: Final = 44
"""Letters of a cell; UCDP joins the names of up to ten allies."""


def table(candidates: Mapping[str, Sequence[Candidate]]) -> str:
    """Return one line a candidate, the events in their order and the best candidate first."""
    rows = [HEAD, *(_cells(one) for found in candidates.values() for one in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _cells(one: Candidate) -> tuple[str, ...]:
    row = one.row
    days = str(row.first) if row.first == row.last else f"{row.first}/{row.last}"
    deaths = f"{row.deaths.best}/{row.deaths.low}/{row.deaths.high}"
    km = "-" if one.km is None else f"{one.km:.0f}"
    place = f"{row.place} ({row.where})"
    sides = f"{row.a.name} - {row.b.name}"
    return (
        one.event,
        str(row.id),
        days,
        _short(place),
        _short(sides),
        deaths,
        km,
        str(one.days),
        f"{one.score:.2f}",
    )


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 3] + "..."
