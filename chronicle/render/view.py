"""The part of the base map that one map shows.

In: bounds in map units (`geography`). Out: a view, wide enough for its height and with room around.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom in map units."""

ASPECT: Final = 4 / 3
"""No map is narrower for its height: a tall one would fill a screen."""


@dataclass(frozen=True)
class View:
    """A rectangle of the drawing, in map units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> str:
        return " ".join(f"{value:g}" for value in (self.left, self.top, self.width, self.height))

    @property
    def rectangle(self) -> tuple[float, ...]:
        """Left, top, width, height and width again, as a path goes round it."""
        return self.left, self.top, self.width, self.height, self.width

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height

    def corners(self, share: float) -> list[Bounds]:
        """Return the corners of the view, each with a share of its width and height."""
        width, height = self.width * share, self.height * share
        lefts = self.left, self.left + self.width - width
        tops = self.top + self.height - height, self.top
        return [(x, y, x + width, y + height) for y in tops for x in lefts]

    def exact(self, value: float, finer: int = 0) -> str:
        """Write a coordinate to about a pixel, a size with `finer=1` to a tenth of one."""
        decimals = finer + (0 if self.width > 400 else 1 if self.width > 40 else 2)
        return f"{value:.{decimals}f}"


def around(bounds: Bounds, margin: float, least: float = 0) -> View:
    """Return the view of some bounds with a margin around them, at least so many units wide."""
    left, top, right, bottom = bounds
    height = max(bottom - top + 2 * margin, least / ASPECT)
    width = max(right - left + 2 * margin, height * ASPECT)
    height = max(height, width / ASPECT) if least else height
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return View(round(x, 2), round(y, 2), round(width, 2), round(height, 2))


def joined(bounds: Sequence[Bounds]) -> Bounds:
    """Return the bounds that hold all of some bounds."""
    lefts, tops, rights, bottoms = zip(*bounds, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
