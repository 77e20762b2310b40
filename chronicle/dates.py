"""Dates with the precision they were written in (EDTF level 1, the part that records use).

In: text such as `2019-03-03`, `2014-05`, `2014`, `2014-05~`, `2019-02-09/2019-03-23`.
Out: `Span`, whose first and last day are inclusive. Words for dates are `language`'s.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]

_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """One written date: a day, a month or a year, perhaps approximate."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        return "month" if self.month is not None else "year"

    @property
    def first(self) -> date:
        month, day = (1 if part is None else part for part in (self.month, self.day))
        return date(self.year, month, day)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n)]
        return "-".join(parts) + ("~" if self.approximate else "")


@dataclass(frozen=True)
class Span:
    """When something was: from `start` to `end`.

    `within` is true where it happened on one unknown day between the two, false where it lasted
    from the one to the other. A single date has `start == end`.
    """

    start: Moment
    end: Moment
    within: bool = False

    @property
    def first(self) -> date:
        """The earliest day that the span can mean."""
        return self.start.first

    @property
    def last(self) -> date:
        """The latest day that the span can mean, inclusive."""
        return self.end.last

    @property
    def single(self) -> bool:
        return self.start == self.end

    def __str__(self) -> str:
        return str(self.start) if self.single else f"{self.start}/{self.end}"


def moment(text: str) -> Moment:
    """Read one date; ValueError says what would be right."""
    found = _MOMENT.fullmatch(text)
    if not found:
        raise ValueError(f'"{text}" is not a date; write 2019-03-03, 2019-03, 2019 or 2019-03~')
    year, month, day, tilde = found.groups()
    result = Moment(
        int(year), int(month) if month else None, int(day) if day else None, bool(tilde)
    )
    try:
        _ = result.first
    except ValueError:
        raise ValueError(f'"{text}" is not in the calendar') from None
    return result


def span(text: str) -> Span:
    """Read a date or an interval `start/end`; ValueError says what would be right."""
    start, slash, end = text.partition("/")
    first = moment(start)
    return Span(first, moment(end) if slash else first)
