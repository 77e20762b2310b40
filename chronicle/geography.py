"""The base map: the drawing of geography/base.yml in, shapes in map units out.

Map units: one hundredth of a degree of latitude is one unit, downwards; longitude is shortened by
the cosine of 35 degrees north, the middle of the country, so that distances look right both ways.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import yaml

from chronicle.vocabulary import GOVERNORATES, Governorate

FILE: Final = Path(__file__).parent.parent / "geography" / "base.yml"

WEST: Final = 34.1
NORTH: Final = 38.3
"""Degrees at the map's origin, its upper left corner."""

SHORTENING: Final = math.cos(math.radians(35))
KM_PER_UNIT: Final = 1.1113
"""One hundredth of a degree of latitude: a sixtieth of a degree is a nautical mile of 1.852 km."""

Point = tuple[int, int]
Line = tuple[Point, ...]


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return map units (x to the right, y downwards) of a point in degrees WGS84."""
    return (longitude - WEST) * 100 * SHORTENING, (NORTH - latitude) * 100


@dataclass(frozen=True)
class Shape:
    """A governorate: its rings in degrees (longitude, latitude) and in map units, and its label."""

    degrees: tuple[tuple[tuple[float, float], ...], ...]
    rings: tuple[Line, ...]
    label: Point

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in map units."""
        xs, ys = zip(*self.rings[0], strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point in map units lies inside: a ray from it crosses the ring an odd
        number of times.
        """
        ring = self.rings[0]
        crossed = [
            x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > y) != (y2 > y)
        ]
        return sum(crossed) % 2 == 1


@dataclass(frozen=True)
class Neighbour:
    """The name of a neighbouring country and where it stands."""

    name: Mapping[str, str]
    at: Point


@dataclass(frozen=True)
class BaseMap:
    """The whole drawing, in map units."""

    governorates: Mapping[Governorate, Shape]
    outline: tuple[Line, ...]
    inner: tuple[Line, ...]
    sea: Line
    borders: tuple[Line, ...]
    rivers: tuple[Line, ...]
    lakes: tuple[Line, ...]
    capitals: Line
    neighbours: tuple[Neighbour, ...]

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of all governorates together."""
        each = [shape.bounds for shape in self.governorates.values()]
        lefts, tops, rights, bottoms = zip(*each, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


@cache
def load(file: Path = FILE) -> BaseMap:
    """Read the drawing; a fault in it is ours and raises KeyError or ValueError."""
    tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    arcs = {name: _hundredths(text) for name, text in tree["arcs"].items()}
    used = Counter(
        name.lstrip("-")
        for entry in tree["governorates"].values()
        for names in entry["rings"]
        for name in names
    )
    return BaseMap(
        {code: _shape(tree["governorates"][code], arcs) for code in GOVERNORATES},
        tuple(_units(arcs[name]) for name in arcs if used[name] == 1),
        tuple(_units(arcs[name]) for name in arcs if used[name] > 1),
        _units(_hundredths(tree["sea"])),
        tuple(_units(_hundredths(line)) for line in tree["borders"]),
        tuple(_units(_hundredths(line)) for lines in tree["rivers"].values() for line in lines),
        tuple(_units(_hundredths(line)) for line in tree["lakes"].values()),
        _units(_hundredths(tree["capitals"])),
        tuple(
            Neighbour(entry["name"], _units(_hundredths(entry["at"]))[0])
            for entry in tree["neighbours"]
        ),
    )


def _hundredths(text: str) -> list[tuple[int, int]]:
    """Read `3628,3352 ...`: longitude and latitude in hundredths of a degree."""
    return [tuple(map(int, pair.split(","))) for pair in str(text).split()]  # type: ignore[misc]


def _units(points: Iterable[tuple[int, int]]) -> Line:
    """Turn hundredths of degrees into whole map units."""
    projected = (project(y / 100, x / 100) for x, y in points)
    return tuple((round(x), round(y)) for x, y in projected)


def _shape(entry: Mapping[str, Any], arcs: Mapping[str, list[tuple[int, int]]]) -> Shape:
    rings = [ring(names, arcs) for names in entry["rings"]]
    return Shape(
        tuple(tuple((x / 100, y / 100) for x, y in points) for points in rings),
        tuple(_units(points) for points in rings),
        _units(_hundredths(entry["label"]))[0],
    )


def ring(names: Sequence[str], arcs: Mapping[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Chain arcs into a ring. Raises ValueError where one does not begin at the other's end."""
    points: list[tuple[int, int]] = []
    for name in names:
        arc = arcs[name.lstrip("-")]
        arc = arc[::-1] if name.startswith("-") else arc
        if points and points[-1] != arc[0]:
            raise ValueError(f"arc {name} does not begin where the one before it ends")
        points += arc[1:] if points else arc
    if points[0] != points[-1]:
        raise ValueError(f"the ring of {', '.join(names)} does not close")
    return points
