"""What lies under every map: land, water, borders and capitals, as SVG paths with classes.

In: the base map. Out: markup in map units, whole numbers, each point relative to the one before.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from chronicle.geography import BaseMap, Line
from chronicle.vocabulary import Governorate


class Ground:
    """The drawing of the country, put together once."""

    def __init__(self, base: BaseMap) -> None:
        self.base = base

    def drawn(self, governorate: Governorate | None) -> Markup:
        """Draw land, sea and borders, with one governorate picked out."""
        under, over = self._land
        if governorate is None:
            return under + over
        rings = self.base.governorates[governorate].rings
        return under + _path("chosen", rings, close=True) + over

    @cached_property
    def outline(self) -> Markup:
        """The country's own line, for a small map inside a map."""
        return _path("outline", self.base.outline)

    @cached_property
    def _land(self) -> tuple[Markup, Markup]:
        """What lies under a governorate that is picked out, and what lies over it."""
        base = self.base
        rings = [shape.rings[0] for shape in base.governorates.values()]
        under = [
            _path("sea", [base.sea], close=True),
            _path("border", base.borders),
            _path("syria", rings, close=True),
        ]
        over = [
            _path("water", base.rivers),
            _path("lake", base.lakes, close=True),
            self.outline,
            _path("capital", [(city, city) for city in base.capitals], close=True),
        ]
        return Markup("").join(under), Markup("").join(over)


def _path(kind: str, lines: Iterable[Line], close: bool = False) -> Markup:
    """Write lines as one path of whole numbers, each point relative to the one before."""
    data = "".join(_steps(line, close) for line in lines)
    return Markup('<path class="map-{}" d="{}"/>').format(kind, data)


def _steps(line: Line, close: bool) -> str:
    points = line[:-1] if close and line[0] == line[-1] else line
    steps = [f"M{points[0][0]} {points[0][1]}"]
    here, mark = points[0], "l"
    for x, y in points[1:]:
        dx, dy = x - here[0], y - here[1]
        if dx or dy:
            steps.append(f"{mark}{dx}{'' if dy < 0 else ' '}{dy}")
            here, mark = (x, y), " "
    return "".join(steps).replace(" -", "-") + ("z" if close else "")
