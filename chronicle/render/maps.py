"""Maps as inline SVG, drawn at build time: events by place, and one place as an area.

In: events or a place. Out: markup of a figure that needs no script, or nothing where nothing can be
drawn. Every symbol is a link with a name; what has no point is counted under the map. Sizes are
geometry attributes, colours are classes: a page's policy allows no inline style.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from markupsafe import Markup
from markupsafe import escape as html_escape

from chronicle import geography
from chronicle.archive import Archive, Dated
from chronicle.geography import KM_PER_UNIT, BaseMap, Line
from chronicle.language import Language
from chronicle.model import Place
from chronicle.render.names import Names
from chronicle.vocabulary import RADIUS_KM, Governorate, PlaceKind

Href = Callable[..., Markup]

MARGIN: Final = 14
"""Room around what a map shows, in map units (about 15 km)."""

ASPECT: Final = 4 / 3
"""No map is narrower for its height: a tall one would fill a screen."""

ROUGH: Final[frozenset[PlaceKind]] = frozenset(
    {"area", "subdistrict", "district", "governorate", "region"}
)
"""Places that are no settlement: their symbol is broken, for it stands for a whole area."""

CLOSENESS: Final = 0.85
"""Symbols may touch, but not by more than this leaves: the number of each stays readable."""

SYMBOL: Final = 1 / 60
"""Radius of a symbol for one event, as a share of the map's width."""


@dataclass(frozen=True)
class View:
    """The part of the drawing that a map shows, in map units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> str:
        return " ".join(f"{value:g}" for value in (self.left, self.top, self.width, self.height))

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


@dataclass
class Symbol:
    """Places that stand too near one another to be told apart, with their events."""

    x: float
    y: float
    places: list[str]
    events: int
    rough: bool

    def radius(self, width: float) -> float:
        """Area grows with the number of events, up to four times."""
        return width * SYMBOL * min(math.sqrt(self.events) * 0.3 + 0.7, 2)


def _overlap(one: Symbol, other: Symbol, width: float) -> bool:
    distance = math.dist((one.x, one.y), (other.x, other.y))
    return distance < CLOSENESS * (one.radius(width) + other.radius(width))


class Maps:
    """The maps of one language."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language
        self.names = Names(archive, language)
        self.base: BaseMap = geography.load()
        self._locators: dict[str, Markup] = {}

    def overview(
        self, events: Sequence[Dated], href: Href, governorate: Governorate | None = None
    ) -> Markup:
        """Return the map of some events, of the whole country or of one governorate; nothing where
        none of them has a point.
        """
        view = self._view(governorate)
        symbols = self._symbols(events, view)
        if not symbols:
            return Markup("")
        drawn = sum(symbol.events for symbol in symbols)
        title = self.language.text(
            "map.title", events=self.language.text("count.events", number=drawn)
        )
        return Markup(
            '<figure class="map"><svg viewBox="{}" role="group" aria-label="{}">{}{}</svg>'
            "<figcaption>{}</figcaption></figure>"
        ).format(
            view.box,
            title,
            self._ground(governorate) + self._labels(view, symbols, governorate),
            Markup("").join(self._drawn(symbol, view, href) for symbol in symbols),
            self._caption(len(events) - drawn, href),
        )

    def locator(self, id: str) -> Markup:
        """Return a map of the country with one place as an area to scale; nothing where the place
        has no point or is no area that can be drawn.
        """
        if id not in self._locators:
            self._locators[id] = self._locator(id)
        return self._locators[id]

    def _locator(self, id: str) -> Markup:
        place = self.archive.places[id]
        radius = RADIUS_KM[place.kind]
        at = self._at(place)
        view = self._view(None)
        if at is None or radius is None or not view.holds(*at):
            return Markup("")
        name = self.names.place(id)
        words = self.language.text("map.locator", place=name, number=self.names.kilometres(radius))
        ring = view.width * SYMBOL * 1.3
        area = radius / KM_PER_UNIT
        circle = Markup('<circle class="map-area{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
            " map-rough" if place.kind in ROUGH else "", *at, area
        )
        around = (
            Markup("")
            if area > ring
            else Markup('<circle class="map-ring" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
                *at, ring
            )
        )
        return Markup(
            '<figure class="map map-locator"><svg viewBox="{}" role="img" aria-label="{}">{}{}{}'
            "</svg><figcaption>{}</figcaption></figure>"
        ).format(view.box, words, self._ground(place.governorate), circle, around, words)

    def unmapped(self, events: Iterable[Dated]) -> list[Dated]:
        """Return the events that no map shows: their place has no point in the country."""
        view = self._view(None)
        return [dated for dated in events if not self._symbols([dated], view)]

    def _view(self, governorate: Governorate | None) -> View:
        shape = self.base.governorates[governorate] if governorate else self.base
        left, top, right, bottom = shape.bounds
        margin = MARGIN if governorate is None else max(MARGIN, (bottom - top) / 8)
        height = bottom - top + 2 * margin
        width = max(right - left + 2 * margin, height * ASPECT)
        return View((left + right - width) / 2, top - margin, width, height)

    def _at(self, place: Place) -> tuple[float, float] | None:
        if place.lat is None or place.lon is None or RADIUS_KM[place.kind] is None:
            return None
        return geography.project(place.lat, place.lon)

    def _symbols(self, events: Sequence[Dated], view: View) -> list[Symbol]:
        """Group events by place, and places that would overlap into one symbol."""
        counts: dict[str, int] = {}
        for dated in events:
            counts[dated.event.place] = counts.get(dated.event.place, 0) + 1
        symbols: list[Symbol] = []
        for id, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            place = self.archive.places[id]
            at = self._at(place)
            if at is None or not view.holds(*at):
                continue
            self._add(symbols, Symbol(*at, [id], number, place.kind in ROUGH), view)
        return symbols

    def _add(self, symbols: list[Symbol], new: Symbol, view: View) -> None:
        """Add a symbol; whichever it would overlap take each other in, the one with more events
        keeping its point, until nothing overlaps: a symbol grows with what it takes in.
        """
        while near := next((s for s in symbols if _overlap(s, new, view.width)), None):
            symbols.remove(near)
            larger, smaller = (near, new) if near.events >= new.events else (new, near)
            larger.places += smaller.places
            larger.events += smaller.events
            larger.rough = larger.rough and smaller.rough
            new = larger
        symbols.append(new)

    def _drawn(self, symbol: Symbol, view: View, href: Href) -> Markup:
        events = self.language.text("count.events", number=symbol.events)
        places = [self.names.plain(self.archive.places[id].name) for id in symbol.places[:4]]
        more = len(symbol.places) - len(places)
        shown = self.language.joined(places) + (f" +{more}" if more else "")
        label = self.language.text("colon", label=shown, text=events)
        radius = symbol.radius(view.width)
        number = (
            Markup('<text x="{:.0f}" y="{:.0f}" font-size="{:.1f}">{}</text>').format(
                symbol.x, symbol.y, radius * 1.15, self.language.number(symbol.events)
            )
            if symbol.events > 1
            else Markup("")
        )
        return Markup(
            '<a class="map-symbol{}" href="{}" aria-label="{}"><title>{}</title>'
            '<circle cx="{:.0f}" cy="{:.0f}" r="{:.1f}"/>{}</a>'
        ).format(
            " map-rough" if symbol.rough else "",
            self._target(symbol, href),
            label,
            label,
            symbol.x,
            symbol.y,
            radius,
            number,
        )

    def _target(self, symbol: Symbol, href: Href) -> Markup:
        """Lead to the place, or to the list that holds all places of the symbol."""
        if len(symbol.places) == 1:
            return href("place", symbol.places[0])
        inside = {self.archive.places[id].governorate for id in symbol.places}
        governorate = inside.pop() if len(inside) == 1 else None
        return href("governorate", governorate) if governorate else href("places")

    def _caption(self, missing: int, href: Href) -> Markup:
        words = Markup(html_escape(self.language.text("map.note")))
        if missing:
            events = self.language.text("count.events", number=missing)
            link = Markup('<a href="{}">{}</a>').format(
                href("unmapped"), self.language.text("map.missing_link")
            )
            words += " " + Markup(self.language.text("map.missing", events=events, link=link))
        return words

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
            _path("outline", base.outline),
            _path("capital", [(city, city) for city in base.capitals], close=True),
        ]
        return Markup("").join(under), Markup("").join(over)

    def _ground(self, governorate: Governorate | None) -> Markup:
        """Draw land, sea and borders, with one governorate picked out."""
        under, over = self._land
        if governorate is None:
            return under + over
        rings = self.base.governorates[governorate].rings
        return under + _path("chosen", rings, close=True) + over

    def _labels(
        self, view: View, symbols: Sequence[Symbol], governorate: Governorate | None
    ) -> Markup:
        """Write names where they hide no symbol and no other name; leave out what has no room."""
        room = Room(view, view.width / 46)
        for symbol in symbols:
            room.take(symbol.x, symbol.y, symbol.radius(view.width))
        texts = []
        if governorate:
            single = [symbol for symbol in symbols if len(symbol.places) == 1]
            texts += [
                room.text(
                    self.names.plain(self.archive.places[symbol.places[0]].name),
                    (symbol.x, symbol.y + symbol.radius(view.width) + room.size),
                    "map-place",
                )
                for symbol in single
            ]
        texts += [
            room.text(
                self.language.text(f"governorate.{code}"),
                shape.label,
                "map-minor" if code in _CROWDED else "",
            )
            for code, shape in self.base.governorates.items()
        ]
        texts += [
            room.text(neighbour.name[self.language.code], neighbour.at, "map-abroad")
            for neighbour in self.base.neighbours
            if governorate is None
        ]
        return Markup('<g class="map-labels" aria-hidden="true" font-size="{:.1f}">{}</g>').format(
            room.size, Markup("").join(texts)
        )


class Room:
    """The room for names on a map: each takes a box, and no two boxes overlap."""

    LETTER: Final = 0.56
    """Width of a letter as a share of the font size; a little more than the fonts have."""

    SHIFTS: Final = (0.0, 1.4, -1.4, 2.6, -2.6)
    """Where else a name may stand: up or down, in font sizes."""

    def __init__(self, view: View, size: float) -> None:
        self.view = view
        self.size = size
        self.taken: list[tuple[float, float, float, float]] = []

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep the place of a symbol free."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def text(self, words: str, at: tuple[float, float], kind: str) -> Markup:
        """Write a name at a point or near it; nothing where there is no room."""
        half = len(words) * self.size * self.LETTER / 2
        for shift in self.SHIFTS:
            x, y = at[0], at[1] + shift * self.size
            box = (x - half, y - self.size, x + half, y + 0.3 * self.size)
            inside = self.view.holds(*box[:2]) and self.view.holds(*box[2:])
            if inside and not any(_meet(box, other) for other in self.taken):
                self.taken.append(box)
                mark = Markup(' class="{}"').format(kind) if kind else Markup("")
                return Markup('<text{} x="{:.0f}" y="{:.0f}">{}</text>').format(mark, x, y, words)
        return Markup("")


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


_CROWDED: Final = frozenset({"damascus", "quneitra", "tartus", "latakia"})
"""Small governorates whose names are left out where a map is narrow."""


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
