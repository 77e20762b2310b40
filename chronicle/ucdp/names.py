"""Finds the registry's entries behind UCDP's names: a name in, an id out, or nothing.

Names agree where they are the same after small differences of spelling are taken away: capitals,
accents, hyphens, apostrophes and the Arabic article. Anything looser is a person's decision.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Final

from chronicle.archive import Archive
from chronicle.model import Actor, Place, Publisher, Text
from chronicle.ucdp.rows import Side
from chronicle.vocabulary import RADIUS_KM

EARTH_KM: Final = 6371.0

_ARTICLES: Final = frozenset({"al", "ar", "as", "ash", "ad", "an", "at", "az", "el"})
_APART: Final = re.compile(r"[\s\-–/.,_:]+")
_READ_IN: Final = re.compile(r"\s*\((?:in|on) [^)]*\)\s*$", re.IGNORECASE)
"""`The Star (in SOHR)`: where UCDP read it; the text rests on the other."""

_SCHEME: Final = re.compile(r"^https?://(?:www\.)?|/+$")
GOVERNMENT: Final = "Government of "

CHANGE_OF_GOVERNMENT: Final = date(2024, 12, 8)
_TRANSITIONAL: Final = {"syrian-government": "syrian-transitional-government"}

NEAR_KM: Final = 10
"""A place of the same name farther away than this, beside its own radius, is another place."""


def key(name: str) -> str:
    """Return a name without capitals, accents, signs and articles, to be compared."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in plain if _letter(c) or _APART.match(c))
    words = [word for word in _APART.split(bare) if word]
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def _letter(char: str) -> bool:
    return char.isalnum() and unicodedata.category(char) != "Lm"  # no modifiers, no tatweel


def slug(name: str) -> str:
    """Return a name as an id may be written, at most 60 characters; `unnamed` if nothing is left.

    The letters that Unicode does not take apart (ı, ø) are few in UCDP's names and fall out.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("'", "").replace("’", ""))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "unnamed"


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points (latitude, longitude in degrees) in km (haversine)."""
    (a, b), (c, d) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def office_name(office: str) -> str:
    """Return an office as a name, without where UCDP read it and the form of an address."""
    return _SCHEME.sub("", _READ_IN.sub("", office)) or office


@dataclass(frozen=True)
class Names:
    """The registries by name. A name that stands for two entries stands for none."""

    archive: Archive

    def actor(self, side: Side, day: date) -> str | None:
        """Return the actor by UCDP's id, or else by name; `Government of X` may be the state X.

        UCDP keeps one name for a country's governments; `day` tells Syria's two apart.
        """
        found = self._actors_by_number.get(side.id) or self._actor_named(side)
        return _TRANSITIONAL.get(found or "", found) if day >= CHANGE_OF_GOVERNMENT else found

    def _actor_named(self, side: Side) -> str | None:
        found = self._actors.get(key(side.name))
        if found is None and side.name.startswith(GOVERNMENT):
            found = self._actors.get(key(side.name.removeprefix(GOVERNMENT)))
            return found if found and self.archive.actors[found].kind == "state" else None
        return found

    def publishers(self, office: str) -> list[str]:
        """Return the publisher with an office's name, or those of a name such as `paper/agency`."""
        name = office_name(office)
        whole = self._publishers.get(key(name))
        if whole:
            return [whole]
        return [id for part in name.split("/") if (id := self._publishers.get(key(part)))]

    def places(self, name: str) -> Iterator[str]:
        """Yield the places with that name."""
        yield from self._places.get(key(name), ())

    def near(self, id: str, point: tuple[float, float]) -> bool:
        """Return whether a place lies where a point is, as far as its own precision tells."""
        place = self.archive.places[id]
        if place.lat is None or place.lon is None:
            return False
        return kilometres((place.lat, place.lon), point) <= NEAR_KM + (RADIUS_KM[place.kind] or 0)

    @cached_property
    def _actors_by_number(self) -> dict[int, str]:
        return {actor.ucdp: id for id, actor in self.archive.actors.items() if actor.ucdp}

    @cached_property
    def _actors(self) -> dict[str, str]:
        return _unique(_by_key(self.archive.actors))

    @cached_property
    def _publishers(self) -> dict[str, str]:
        return _unique(_by_key(self.archive.publishers))

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        return _by_key(self.archive.places)


def _by_key(entries: Mapping[str, Actor | Place | Publisher]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, entry in sorted(entries.items()):
        for name in sorted({key(name) for name in _names(entry)} - {""}):
            found.setdefault(name, []).append(id)
    return found


def _names(entry: Actor | Place | Publisher) -> Iterator[str]:
    yield from entry.aliases
    texts: list[Text | None] = [entry.name]
    if not isinstance(entry, Place):
        texts.append(entry.short)
    if isinstance(entry, Actor):
        texts += entry.names
    for text in texts:
        if text:
            yield from _sides(text)


def _sides(text: Text) -> Iterable[str]:
    return (side for side in (text.en, text.ar) if side)


def _unique(found: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}
