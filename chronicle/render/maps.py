"""Maps as inline SVG, drawn at build time: events by place, and one place as an area.

In: events or a place. Out: markup of a figure that needs no script, or nothing where nothing can be
drawn. Every symbol is a link with a name; what has no point is counted under the map. Sizes are
geometry attributes, colours are classes: a page's policy allows no inline style. A map may hold
fifty links before the page's text, so a first link, seen when it has the focus, leads past them;
the symbols stay within reach of the keyboard, because nothing else names what is where at a glance.
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
from chronicle.geography import KM_PER_UNIT, BaseMap
from chronicle.language import Language
from chronicle.model import Place
from chronicle.render.ground import Ground
from chronicle.render.labels import Labels
from chronicle.render.names import Names
from chronicle.render.view import View, around, joined
from chronicle.vocabulary import RADIUS_KM, Governorate, PlaceKind

Href = Callable[..., Markup]

MARGIN: Final = 14
"""Room around the country, in map units (about 15 km)."""

CLOSEST: Final = 24
NEAREST: Final = 200
"""Width of the closest view of a governorate and of a campaign, in map units: the first shows a
city, the second enough of the country to know where one is.
"""

INSET: Final = 0.26
"""Share of a near map that the whole country takes in its corner."""

FARTHEST: Final = 0.6
"""A near view that takes in this share of the country's width shows no more than the country."""

ROUGH: Final[frozenset[PlaceKind]] = frozenset(
    {"area", "subdistrict", "district", "governorate", "region"}
)
"""Places that are no settlement: their symbol is broken, for it stands for a whole area."""

CLOSENESS: Final = 0.85
"""Symbols may touch, but not by more than this leaves: the number of each stays readable."""

SYMBOL: Final = 1 / 60
"""Radius of a symbol for one event, as a share of the map's width."""


FINGER: Final = 1 / 28
"""Radius around a symbol that answers a touch, as a share of the map's width: 24 px across on a
phone of 360 px (WCAG 2.2, 2.5.8)."""


@dataclass
class Symbol:
    """Places that stand too near one another to be told apart, with the number of events of each,
    the busiest first.
    """

    x: float
    y: float
    places: dict[str, int]
    rough: bool

    @property
    def events(self) -> int:
        return sum(self.places.values())

    def radius(self, width: float) -> float:
        """Area grows with the number of events, up to four times."""
        return width * SYMBOL * min(math.sqrt(self.events) * 0.3 + 0.7, 2)


def _touched(symbol: Symbol, symbols: Sequence[Symbol], view: View) -> Markup:
    """Return an unseen circle around a symbol that is smaller than a fingertip needs. It covers no
    other symbol; where the next one is too near for both, the list beside the map is the way.
    """
    near = [
        math.dist((symbol.x, symbol.y), (one.x, one.y)) - one.radius(view.width)
        for one in symbols
        if one is not symbol
    ]
    radius = min([view.width * FINGER, *near])
    if radius <= symbol.radius(view.width):
        return Markup("")
    return Markup('<circle class="map-touch" cx="{}" cy="{}" r="{}"/>').format(
        view.exact(symbol.x), view.exact(symbol.y), view.exact(radius, 1)
    )


def _overlap(one: Symbol, other: Symbol, width: float) -> bool:
    distance = math.dist((one.x, one.y), (other.x, other.y))
    return distance < CLOSENESS * (one.radius(width) + other.radius(width))


def _size(place: Place) -> float:
    """Return the radius of a settlement in km, 0 of what is none."""
    return 0 if place.kind in ROUGH else RADIUS_KM[place.kind] or 0


class Maps:
    """The maps of one language."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language
        self.names = Names(archive, language)
        self.base: BaseMap = geography.load()
        self.ground = Ground(self.base)
        self._locators: dict[str, Markup] = {}

    def overview(
        self, events: Sequence[Dated], href: Href, governorate: Governorate | None = None
    ) -> Markup:
        """Return the map of some events, of the whole country or of one governorate; nothing where
        none of them has a point.
        """
        view = self._of_governorate(governorate, events) if governorate else self._whole
        return self._map(events, href, view, governorate, near=governorate is not None)

    def nearby(self, events: Sequence[Dated], href: Href) -> Markup:
        """Return the map of some events as near as they allow, with the names of their places."""
        points = self._points(events)
        view = self._whole
        if points:
            bounds = joined([(x, y, x, y) for x, y in points])
            near = around(bounds, max(bounds[2] - bounds[0], bounds[3] - bounds[1]) / 4, NEAREST)
            view = near if near.width < FARTHEST * view.width else view
        return self._map(events, href, view, None, near=view is not self._whole)

    def _map(
        self,
        events: Sequence[Dated],
        href: Href,
        view: View,
        governorate: Governorate | None,
        near: bool,
    ) -> Markup:
        symbols = self._symbols(events, view)
        if not symbols:
            return Markup("")
        drawn = sum(symbol.events for symbol in symbols)
        title = self.language.text(
            "map.title", events=self.language.text("count.events", number=drawn)
        )
        return Markup(
            '<figure class="map"><a class="map-skip" href="#map-end">{}</a>'
            '<svg viewBox="{}" role="group" aria-label="{}">{}{}</svg>'
            '<figcaption id="map-end">{}</figcaption></figure>'
        ).format(
            self.language.text("map.skip"),
            view.box,
            title,
            self.ground.drawn(governorate) + self._names(view, symbols, governorate, near),
            Markup("").join(
                self._drawn(symbol, view, href, _touched(symbol, symbols, view))
                for symbol in symbols
            ),
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
        view = self._whole
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
        ).format(view.box, words, self.ground.drawn(place.governorate), circle, around, words)

    def unmapped(self, events: Iterable[Dated]) -> list[Dated]:
        """Return the events that no map shows: their place has no point in the country."""
        view = self._whole
        return [dated for dated in events if not self._symbols([dated], view)]

    @cached_property
    def _whole(self) -> View:
        return around(self.base.bounds, MARGIN)

    def _of_governorate(self, governorate: Governorate, events: Sequence[Dated]) -> View:
        """Show a governorate with its places, of which some stand at its very edge."""
        shape = self.base.governorates[governorate].bounds
        bounds = joined([shape, *((x, y, x, y) for x, y in self._points(events))])
        return around(bounds, (shape[3] - shape[1]) / 8, CLOSEST)

    def _points(self, events: Sequence[Dated]) -> list[tuple[float, float]]:
        """Return the points of events inside the country."""
        found = (self._at(self.archive.places[id]) for id in {d.event.place for d in events})
        return [at for at in found if at and self._whole.holds(*at)]

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
            self._add(symbols, Symbol(*at, {id: number}, place.kind in ROUGH), view)
        return symbols

    def _add(self, symbols: list[Symbol], new: Symbol, view: View) -> None:
        """Add a symbol; whichever it would overlap take each other in, the one with more events
        keeping its point, until nothing overlaps: a symbol grows with what it takes in.
        """
        while near := next((s for s in symbols if _overlap(s, new, view.width)), None):
            symbols.remove(near)
            larger, smaller = (near, new) if near.events >= new.events else (new, near)
            both = {**larger.places, **smaller.places}
            larger.places = dict(sorted(both.items(), key=lambda item: (-item[1], item[0])))
            larger.rough = larger.rough and smaller.rough
            new = larger
        symbols.append(new)

    def _drawn(self, symbol: Symbol, view: View, href: Href, touched: Markup) -> Markup:
        events = self.language.text("count.events", number=symbol.events)
        places = [self.names.plain(self.archive.places[id].name) for id in [*symbol.places][:4]]
        shown = self._and_more(self.language.joined(places), len(symbol.places) - len(places))
        label = self.language.text("colon", label=shown, text=events)
        radius = symbol.radius(view.width)
        at = view.exact(symbol.x), view.exact(symbol.y)
        number = (
            Markup('<text x="{}" y="{}" font-size="{}">{}</text>').format(
                *at, view.exact(radius * 1.15, 1), self.language.number(symbol.events)
            )
            if symbol.events > 1
            else Markup("")
        )
        return Markup(
            '<a class="map-symbol{}" href="{}" aria-label="{}"><title>{}</title>'
            '<circle cx="{}" cy="{}" r="{}"/>{}{}</a>'
        ).format(
            " map-rough" if symbol.rough else "",
            self._target(symbol, href),
            label,
            label,
            *at,
            view.exact(radius, 1),
            number,
            touched,
        )

    def _target(self, symbol: Symbol, href: Href) -> Markup:
        """Lead to the place, or to the list that holds all places of the symbol."""
        if len(symbol.places) == 1:
            return href("place", next(iter(symbol.places)))
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

    def _names(
        self, view: View, symbols: Sequence[Symbol], governorate: Governorate | None, near: bool
    ) -> Markup:
        """Write the names of symbols on a near map, the busiest first, then those of areas."""
        labels = Labels(view)
        for symbol in symbols:
            labels.keep_free((symbol.x, symbol.y), symbol.radius(view.width))
        texts: list[Markup] = []
        inset = self._inset(view, labels) if near and governorate is None else Markup("")
        for symbol in sorted(symbols, key=lambda s: -s.events) if near else []:
            at, radius = (symbol.x, symbol.y), symbol.radius(view.width)
            texts.append(labels.symbol(self._called(symbol, governorate), at, radius, "map-place"))
        for code, shape in self.base.governorates.items():
            name = self.language.text(f"governorate.{code}")
            texts.append(labels.area(name, shape.label, within=shape.holds))
        for neighbour in self.base.neighbours if governorate is None else ():
            name = neighbour.name[self.language.code]
            texts.append(labels.area(name, neighbour.at, "map-abroad"))
        return Markup('{}<g class="map-labels" aria-hidden="true" font-size="{}">{}</g>').format(
            inset, view.exact(labels.size, 1), Markup("").join(texts)
        )

    def _inset(self, view: View, labels: Labels) -> Markup:
        """Draw the country small in an empty corner, with the part that the map shows."""
        corner = labels.corner(INSET)
        if corner is None:
            return Markup("")
        left, top = view.exact(corner[0]), view.exact(corner[1])
        width, height = view.exact(corner[2] - corner[0]), view.exact(corner[3] - corner[1])
        return Markup(
            '<svg class="map-inset" x="{}" y="{}" width="{}" height="{}" viewBox="{}"'
            ' aria-hidden="true"><path class="map-inset-ground" d="M{:g} {:g}h{:g}v{:g}h-{:g}z"/>{}'
            '<path class="map-inset-view" d="M{:g} {:g}h{:g}v{:g}h-{:g}z"/></svg>'
        ).format(
            left,
            top,
            width,
            height,
            self._whole.box,
            *self._whole.rectangle,
            self.ground.outline,
            *view.rectangle,
        )

    def _called(self, symbol: Symbol, governorate: Governorate | None) -> list[str]:
        """Name a symbol after its largest place, with how many others it takes in where there is
        room for that: a city rather than its quarters, a settlement rather than an area.
        """
        places = [self.archive.places[id] for id in symbol.places]
        name = self.names.plain(max(places, key=_size).name)
        if governorate:
            inside = self.language.text(f"governorate.{governorate}")
            name = name.removesuffix(self.language.text("list.comma") + inside)
        return [self._and_more(name, len(symbol.places) - 1), name]

    def _and_more(self, name: str, more: int) -> str:
        return self.language.text("map.more", place=name, number=more) if more else name
