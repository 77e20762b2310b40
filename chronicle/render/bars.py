"""Charts of records by type and by governorate: bars that lie side by side, as inline SVG.

In: events. Out: markup of a figure in which each bar leads to the page of what it counts, with the
same data as a table; nothing where a chart would say less than the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from markupsafe import Markup

from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.render.chart import FEWEST, along, folded, framed
from chronicle.render.maps import Href

C = TypeVar("C", bound=str)

FEWEST_BARS: Final = 3
"""Two numbers need no drawing."""

MOST_BARS: Final = 14
"""As many as there are governorates; the table holds the rest."""

WIDTH: Final = 360
ROW: Final = 30
THICKNESS: Final = 12
"""In the chart's units. A phone draws a unit as a pixel, and a row is as high as a finger needs."""

LETTER: Final = 7
NUMBER: Final = 34
"""Width of a letter and room for a number, at the font size of the labels (story.css)."""


@dataclass(frozen=True)
class Bar:
    """How many events there are of one kind, and the page that lists them."""

    label: str
    number: int
    target: Markup


class Bars:
    """The charts by type and by governorate of one language."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language

    def by_type(self, events: Sequence[Dated], href: Href, *, always: bool = False) -> Markup:
        """Draw events by type; few of them only where the chart is the way in: `always`."""
        counts = Counter(dated.event.type for dated in events)
        bars = [
            Bar(self.language.text(f"type.{code}.label"), number, href("type", code))
            for code, number in _ranked(counts)
        ]
        return self._figure("type", bars, len(events), always)

    def by_governorate(
        self, events: Sequence[Dated], href: Href, *, always: bool = False
    ) -> Markup:
        """Draw events by governorate; those in none or in several are counted in the caption."""
        places = self.archive.places
        counts = Counter(g for dated in events if (g := places[dated.event.place].governorate))
        bars = [
            Bar(self.language.text(f"governorate.{code}"), number, href("governorate", code))
            for code, number in _ranked(counts)
        ]
        return self._figure("governorate", bars, len(events), always)

    def _figure(self, kind: str, bars: Sequence[Bar], events: int, always: bool) -> Markup:
        few = events < FEWEST or len(bars) < FEWEST_BARS
        if not bars or (few and not always):
            return Markup("")
        counted = self.language.text("count.events", number=events)
        title = self.language.text(f"chart.by_{kind}", events=counted)
        shown = bars[:MOST_BARS]
        return framed(
            self._drawn(shown),
            (WIDTH, ROW * len(shown)),
            title,
            self._left_out(bars, events),
            self._table(kind, bars),
        )

    def _left_out(self, bars: Sequence[Bar], events: int) -> str:
        """Say what the drawing leaves out."""
        said = []
        if missing := events - sum(bar.number for bar in bars):
            number = self.language.text("count.events", number=missing)
            said.append(self.language.text("chart.nowhere", events=number))
        if len(bars) > MOST_BARS:
            said.append(self.language.text("chart.more", number=MOST_BARS))
        return " ".join(said)

    def _drawn(self, bars: Sequence[Bar]) -> Markup:
        """Draw a row for each: its name, its bar, its number; the whole row is the link."""
        start = max(len(bar.label) for bar in bars) * LETTER + 8
        unit = (WIDTH - start - NUMBER) / max(bar.number for bar in bars)
        return Markup("").join(
            self._row(bar, row * ROW, start, max(bar.number * unit, 1))
            for row, bar in enumerate(bars)
        )

    def _row(self, bar: Bar, top: int, start: float, length: float) -> Markup:
        events = self.language.text("count.events", number=bar.number)
        middle = top + ROW / 2
        return Markup(
            '<a href="{}" aria-label="{}"><path class="chart-row" d="M0 {}h{}v{}H0z"/>'
            '<text x="{:g}" y="{:g}">{}</text>'
            '<path class="chart-bars" d="M{:g} {:g}h{:g}v{}h-{:g}z"/>'
            '<text x="{:g}" y="{:g}">{}</text></a>'
        ).format(
            bar.target,
            self.language.text("colon", label=bar.label, text=events),
            top,
            WIDTH,
            ROW,
            along(self.language, WIDTH, 0),
            middle,
            bar.label,
            round(along(self.language, WIDTH, start, length), 1),
            middle - THICKNESS / 2,
            round(length, 1),
            THICKNESS,
            round(length, 1),
            round(along(self.language, WIDTH, start + length + 5), 1),
            middle,
            self.language.number(bar.number),
        )

    def _table(self, kind: str, bars: Sequence[Bar]) -> Markup:
        row = Markup('<tr><th scope="row">{}</th><td>{}</td></tr>')
        body = Markup("").join(row.format(b.label, self.language.number(b.number)) for b in bars)
        head = Markup('<th scope="col">{}</th><th scope="col">{}</th>').format(
            self.language.text(f"chart.{kind}"), self.language.text("chart.records")
        )
        return folded(self.language, self.language.text(f"chart.caption_{kind}"), head, body)


def _ranked(counts: Counter[C]) -> list[tuple[C, int]]:
    """Order by number, the most frequent first; of equals, by code."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
