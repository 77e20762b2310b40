"""A line of the table: what was measured, the figure, and the target where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Unit = Literal["s", "ms", "kB", "x", ""]
DIGITS: dict[Unit, int] = {"s": 2, "ms": 0, "kB": 1, "x": 2, "": 0}
HEADINGS = ("what", "measured", "target", "")


@dataclass(frozen=True)
class Row:
    """One figure, kB being 1,000 bytes, and what it should be at most."""

    what: str
    figure: float
    unit: Unit
    at_most: float | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The text of the four columns."""
        if self.at_most is None:
            return self.what, self._amount(self.figure), "", ""
        verdict = "met" if self.figure <= self.at_most else "MISSED"
        return self.what, self._amount(self.figure), self._amount(self.at_most), verdict

    def _amount(self, number: float) -> str:
        return f"{number:.{DIGITS[self.unit]}f} {self.unit}".rstrip()


def table(rows: Iterable[Row]) -> str:
    """The rows as text in aligned columns, figures to the right."""
    lines = [HEADINGS, *(row.cells for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        f"{what:<{widths[0]}}  {measured:>{widths[1]}}  {target:>{widths[2]}}  {verdict}".rstrip()
        for what, measured, target, verdict in lines
    )
