"""Names on a map: where each may stand so that none hides a symbol or another name.

In: names with the points they belong to, the most important first. Out: SVG text; nothing for a
name that finds no room. A narrow window writes names larger, so that each is tried in both sizes;
one that only has room in a wide window is marked and left out in a narrow one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from markupsafe import Markup

from chronicle.render.view import View

Box = tuple[float, float, float, float]
Point = tuple[float, float]

LETTER: Final = 0.66
"""Width of a letter as a share of the font size; a little more than the fonts have."""

NARROW: Final = 1.35
"""How much larger names are in a narrow window (record.css)."""

SHIFTS: Final = (0.0, 1.4, -1.4, 2.6, -2.6)
"""Where else the name of an area may stand: up or down, in font sizes."""


@dataclass(frozen=True)
class Spot:
    """A point of a base line, and whether words stand centred on it, or west or east of it."""

    x: float
    y: float
    side: Literal["", "west", "east"] = ""


class Room:
    """The boxes that are taken in one size of window."""

    def __init__(self, view: View, size: float) -> None:
        self.view = view
        self.size = size
        self.taken: list[Box] = []

    def box(self, words: str, spot: Spot) -> Box:
        """Return what words take up that stand at a spot."""
        width = len(words) * self.size * LETTER
        left = spot.x - {"": width / 2, "west": width, "east": 0}[spot.side]
        return left, spot.y - self.size, left + width, spot.y + 0.35 * self.size

    def free(self, box: Box) -> bool:
        inside = self.view.holds(*box[:2]) and self.view.holds(*box[2:])
        return inside and not any(_meet(box, other) for other in self.taken)


class Labels:
    """The names of one map."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.size = view.width / 46
        self.wide = Room(view, self.size)
        self.narrow = Room(view, self.size * NARROW)

    def keep_free(self, at: Point, radius: float) -> None:
        """Let no name stand on a symbol."""
        self.keep((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))

    def keep(self, box: Box) -> None:
        """Let no name stand in a box."""
        self.wide.taken.append(box)
        self.narrow.taken.append(box)

    def corner(self, share: float) -> Box | None:
        """Take a corner of the map in which nothing stands; None where there is none."""
        boxes = self.view.corners(share)
        empty = (box for box in boxes if not any(_meet(box, other) for other in self.wide.taken))
        found = next(empty, None)
        if found:
            self.keep(found)
        return found

    def area(
        self, words: str, at: Point, kind: str = "", within: Callable[..., bool] | None = None
    ) -> Markup:
        """Write the name of an area in its middle, or above or below as far as it is within."""
        for rooms in self._rooms:
            for shift in SHIFTS:
                spot = Spot(at[0], at[1] + shift * rooms[0].size)
                if shift and within and not within(spot.x, spot.y - rooms[0].size / 3):
                    continue
                if self._take(rooms, words, spot):
                    return self._written(words, spot, kind, rooms)
        return Markup("")

    def symbol(self, names: Sequence[str], at: Point, radius: float, kind: str = "") -> Markup:
        """Write the first of a symbol's names that has room below it, above it or beside it."""
        for rooms in self._rooms:
            for words in names:
                for spot in _around(at, radius, rooms[0].size):
                    if self._take(rooms, words, spot):
                        return self._written(words, spot, kind, rooms)
        return Markup("")

    @property
    def _rooms(self) -> tuple[tuple[Room, ...], ...]:
        """Both windows first, then the wide one alone."""
        return (self.narrow, self.wide), (self.wide,)

    def _take(self, rooms: tuple[Room, ...], words: str, spot: Spot) -> bool:
        boxes = [room.box(words, spot) for room in rooms]
        free = all(room.free(box) for room, box in zip(rooms, boxes, strict=True))
        if free:
            for room, box in zip(rooms, boxes, strict=True):
                room.taken.append(box)
        return free

    def _written(self, words: str, spot: Spot, kind: str, rooms: tuple[Room, ...]) -> Markup:
        side = f"map-{spot.side}" if spot.side else ""
        kinds = " ".join(filter(None, [kind, side, "" if self.narrow in rooms else "map-minor"]))
        mark = Markup(' class="{}"').format(kinds) if kinds else Markup("")
        x, y = self.view.exact(spot.x), self.view.exact(spot.y)
        return Markup('<text{} x="{}" y="{}">{}</text>').format(mark, x, y, words)


def _around(at: Point, radius: float, size: float) -> Iterator[Spot]:
    (x, y), aside, down = at, radius + 0.3 * size, 0.35 * size
    yield Spot(x, y + radius + size)
    yield Spot(x, y - radius - 0.4 * size)
    yield Spot(x + aside, y + down, "east")
    yield Spot(x - aside, y + down, "west")
    for rise in (-0.9 * size, 0.9 * size):
        yield Spot(x + 0.8 * aside, y + down + rise, "east")
        yield Spot(x - 0.8 * aside, y + down + rise, "west")


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
