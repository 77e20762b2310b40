"""The chart of records by month, as inline SVG drawn at build time.

In: events. Out: markup of a figure with the same data as a table, or nothing where a chart would
say less than the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from chronicle.archive import Dated
from chronicle.language import Language
from chronicle.render.chart import FEWEST, along, folded, framed

MONTH: Final = 4
HEIGHT: Final = 60
LEAST: Final = 480
"""Width of a month, height of the tallest bar and least width of all, in the chart's units."""

MANY: Final = 6
"""Where there are more years, a narrow window names only every fifth."""


@dataclass(frozen=True)
class Months:
    """Events by month of their first day, and those whose month is not known, by year."""

    first: int
    last: int
    counts: Counter[tuple[int, int]]
    unknown: int

    @property
    def years(self) -> int:
        return self.last - self.first + 1

    @property
    def width(self) -> float:
        """Width of a month; those of a few years are wider, so that words keep their size."""
        return max(MONTH, LEAST / (self.years * 12))

    @property
    def tallest(self) -> int:
        return max(self.counts.values(), default=0)

    def of_year(self, year: int) -> int:
        return sum(number for (y, _), number in self.counts.items() if y == year)


def months(events: Sequence[Dated]) -> Months:
    """Count events by month; a span counts in the month in which it began."""
    starts = [dated.event.date.start for dated in events]
    known = [(start.year, start.month) for start in starts if start.month is not None]
    years = [start.year for start in starts]
    return Months(min(years), max(years), Counter(known), len(starts) - len(known))


def by_month(events: Sequence[Dated], language: Language) -> Markup:
    """Draw the records by month; nothing for a few events or for those of one year."""
    if len(events) < FEWEST:
        return Markup("")
    counted = months(events)
    if counted.first == counted.last:
        return Markup("")
    title = language.text(
        "chart.title",
        events=language.text("count.events", number=len(events)),
        first=str(counted.first),
        last=str(counted.last),
    )
    return framed(
        _drawn(counted, language),
        (_width(counted), HEIGHT + 26),
        title,
        _undated(counted, language),
        _table(counted, language),
    )


def _width(counted: Months) -> float:
    return counted.years * 12 * counted.width


def _drawn(counted: Months, language: Language) -> Markup:
    """Draw axis, bars and years. Time runs as the language reads: from the right in Arabic."""
    width, top, one = _width(counted), 10, counted.width
    base, wide, gap = top + HEIGHT, 12 * one, 0.15 * one

    def at(x: float, extent: float) -> float:
        return along(language, width, x, extent)

    bars = []
    for (year, month), number in sorted(counted.counts.items()):
        x = at((year - counted.first) * wide + (month - 1) * one, one)
        height = round(HEIGHT * number / counted.tallest, 1)
        bars.append(f"M{x:g} {base}v-{height:g}h{one - gap:g}v{height:g}z")
    labels = [
        Markup('<text{} x="{:g}" y="{}">{}</text>').format(
            Markup(' class="chart-minor"') if _minor(counted, year) else "",
            at((year - counted.first) * wide, wide) + wide / 2,
            base + 13,
            str(year),
        )
        for year in range(counted.first, counted.last + 1)
    ]
    ticks = "".join(
        f"M{at((year - counted.first) * wide, 0):g} {base}v4"
        for year in range(counted.first, counted.last + 1)
    )
    return Markup(
        '<path class="chart-axis" d="M0 {}h{}{}M0 {}h{}"/><path class="chart-bars" d="{}"/>{}'
        '<text class="chart-most" x="{:g}" y="{}">{}</text>'
    ).format(
        base,
        width,
        ticks,
        top,
        width,
        "".join(bars),
        Markup("").join(labels),
        at(2, 0),
        top - 2,
        language.text("chart.most", number=counted.tallest),
    )


def _minor(counted: Months, year: int) -> bool:
    """Whether a narrow window leaves the name of a year out."""
    return counted.years > MANY and year % 5 != 0 and year != counted.first


def _undated(counted: Months, language: Language) -> str:
    if not counted.unknown:
        return ""
    events = language.text("count.events", number=counted.unknown)
    return language.text("chart.undated", events=events)


def _table(counted: Months, language: Language) -> Markup:
    """Return the same data as a table: a row a year, a column a month."""
    row = Markup('<tr><th scope="row"><bdi>{}</bdi></th>{}<td>{}</td></tr>')
    cell = Markup("<td>{}</td>")
    body = Markup("").join(
        row.format(
            str(year),
            Markup("").join(
                cell.format(language.number(counted.counts[year, month])) for month in range(1, 13)
            ),
            language.number(counted.of_year(year)),
        )
        for year in range(counted.first, counted.last + 1)
    )
    numbers = Markup("").join(
        Markup('<th scope="col"><abbr title="{}">{}</abbr></th>').format(
            language.month_name(month), month
        )
        for month in range(1, 13)
    )
    head = Markup('<th scope="col">{}</th>{}<th scope="col">{}</th>').format(
        language.text("chart.year"), numbers, language.text("chart.total")
    )
    return folded(language, language.text("chart.caption"), head, body)
