"""Registry entries that drafts need: those that exist, and new ones for names that match nothing.

In: names and points of rows. Out: ids, and at the end the registry files that hold just what the
drafts name. A new entry says no more than UCDP does; a person completes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from chronicle.archive import Archive
from chronicle.model import Text
from chronicle.source import Tree
from chronicle.ucdp import dialect
from chronicle.ucdp.names import GOVERNMENT, Names, key, office_name, slug
from chronicle.ucdp.rows import Row, Side
from chronicle.ucdp.wording import PRECISIONS, Languages, Name, both
from chronicle.vocabulary import Governorate, PlaceKind

REGISTRIES: Final = ("actors", "places", "publishers")
UCDP: Final = "ucdp"
"""The publisher's id."""

NAME: Final = "UCDP Georeferenced Event Dataset"

DECIMALS: Final = 4
"""Safety rule 9."""

EXACT, NEAR = 1, 2
"""where_prec of a point that is the place itself, and of one that is the nearest known."""

_KINDS: Final[Mapping[str, PlaceKind]] = {
    "village": "village",
    "farm": "village",
    "town": "town",
    "camp": "town",
    "suburb": "town",
    "neighborhood": "town",
    "neighbourhood": "town",
    "city": "city",
}
"""Last word of where_coordinates -> kind of place, where the point is exact; others are areas."""

_GOVERNORATES: Final[Mapping[str, Governorate]] = {
    "aleppo": "aleppo",
    "damascus": "damascus",
    "daraa": "daraa",
    "deir ez zor": "deir-ez-zor",
    "dayr az zawr": "deir-ez-zor",
    "hama": "hama",
    "hamah": "hama",
    "hasakah": "hasakah",
    "homs": "homs",
    "hims": "homs",
    "idlib": "idlib",
    "latakia": "latakia",
    "quneitra": "quneitra",
    "raqqa": "raqqa",
    "raqqah": "raqqa",
    "rif dimashq": "rif-dimashq",
    "suwayda": "suwayda",
    "tartus": "tartus",
}
"""UCDP's spellings of adm_1, as `names.key` leaves them, without the word governorate."""

_NEW: Final = "# New: complete it, or name the entry that it is.\n"


@dataclass
class Entries:
    """Collects what drafts name; `new` holds trees by registry and id."""

    archive: Archive
    names: Names
    languages: Languages
    release: str
    used: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in REGISTRIES})
    new: dict[str, dict[str, Tree]] = field(default_factory=lambda: {n: {} for n in REGISTRIES})
    _ids: dict[tuple[object, ...], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        archive = self.archive
        self._taken |= {*archive.actors, *archive.publishers, *archive.places}

    def actors(self, side: Side, day: date) -> list[str]:
        """Return the actors of a side on a day."""
        return list(dict.fromkeys(self._actor(one, day) for one in side.parts))

    def publishers(self, office: str) -> list[str]:
        """Return the publishers behind an office; a new one is no line until a person judges it."""
        found = self.names.publishers(office)
        if found:
            self.used["publishers"].update(found)
            return found
        name = office_name(office)
        tree = {"name": name, "kind": "aggregator"}
        return [self._add("publishers", ("publisher", key(name)), slug(name), tree)]

    def place(self, row: Row) -> str:
        """Return the place of a row, as precise as where_prec allows."""
        kind = PRECISIONS.get(row.where) or _kind(row.place)
        found = self._named(row) if row.where == EXACT else self._coarse(row, kind)
        if found:
            self.used["places"].add(found)
            return found
        tree = self._place_tree(row, kind)
        point = (tree.get("lat"), tree.get("lon"))
        name = tree["name"]["en"]
        unique = ("place", kind, key(name), tree.get("governorate"), point)
        return self._add("places", unique, slug(name), tree)

    def name(self, registry: str, id: str) -> Name:
        """Return an entry's name by language; a language may be missing."""
        if id in self.new[registry]:
            written = self.new[registry][id]["name"]
            return {code: written[code] for code in self.languages if code in written}
        entry: Text = getattr(self.archive, registry)[id].name
        sides = {code: entry.side(code) for code in self.languages}
        return {code: side for code, side in sides.items() if side}

    def files(self, registry: Path) -> dict[str, str]:
        """Return the registry files that hold what was used and what is new, sorted by id."""
        self._complete()
        texts = {"registry/campaigns.yml": "{}\n"}
        for name in REGISTRIES:
            standing = dict(_blocks(registry / f"{name}.yml"))
            blocks = {id: standing[id] for id in self.used[name] if id in standing}
            for id, tree in self.new[name].items():
                blocks[id] = _NEW + "".join(dialect.block({id: tree}))
            texts[f"registry/{name}.yml"] = "".join(blocks[id] for id in sorted(blocks)) or "{}\n"
        return texts

    def _actor(self, side: Side, day: date) -> str:
        found = self.names.actor(side, day)
        if found:
            self.used["actors"].add(found)
            return found
        tree: dict[str, Tree] = {
            "name": {"en": side.name, "translation": "pending"},
            "kind": "state" if side.name.startswith(GOVERNMENT) else "non-state",
        }
        if side.id:
            tree["ucdp"] = side.id
        tree["description"] = both(
            self.languages,
            lambda words: words.text("ucdp.actor", name=side.name),
            {"en": side.name},
        )
        return self._add("actors", ("actor", key(side.name)), slug(side.name), tree)

    def _coarse(self, row: Row, kind: PlaceKind) -> str | None:
        """Return the registry's district, governorate, region or country of that name."""
        found = [id for id in self.names.places(row.place) if self.archive.places[id].kind == kind]
        return found[0] if len(found) == 1 and row.where != NEAR else None

    def _place_tree(self, row: Row, kind: PlaceKind) -> dict[str, Tree]:
        inside = governorate(row)
        tree: dict[str, Tree] = {"name": self._place_name(row, kind, inside), "kind": kind}
        tree |= {"governorate": inside} if inside else {"country": "sy"}
        if kind != "country":
            tree["lat"], tree["lon"] = (round(degrees, DECIMALS) for degrees in row.point)
            tree["basis"] = f"UCDP GED, release {self.release}: {row.place}, where_prec {row.where}"
        return tree

    def _place_name(self, row: Row, kind: PlaceKind, inside: Governorate | None) -> dict[str, Tree]:
        if kind == "governorate" and inside:
            labels = {c: w.text(f"governorate.{inside}") for c, w in self.languages.items()}
            return both(
                self.languages,
                lambda words: words.text("ucdp.governorate", name=labels[words.code]),
            )
        known = self._named(row)
        name = self.name("places", known) if known else {"en": row.place}
        if row.where == NEAR:
            return both(
                self.languages,
                lambda words: words.text("ucdp.around", place=name[words.code]),
                name,
            )
        return both(self.languages, lambda words: name[words.code], name)

    def _named(self, row: Row) -> str | None:
        """Return the registry's place of a row's name where it lies at the row's point."""
        bare = " ".join(_bare(row.place))
        found = {
            id
            for name in (row.place, bare)
            for id in self.names.places(name)
            if self.names.near(id, row.point)
        }
        return found.pop() if len(found) == 1 else None

    def _add(self, registry: str, unique: tuple[object, ...], id: str, tree: Tree) -> str:
        """Add a new entry once; another thing of the same name gets a number behind its id."""
        if unique in self._ids:
            return self._ids[unique]
        free, number = id, 2
        while free in self._taken:
            free, number = f"{id}-{number}", number + 1
        self._taken.add(free)
        self._ids[unique] = free
        self.new[registry][free] = tree
        return free

    def _complete(self) -> None:
        """Add the publisher itself, and whoever stands above what is used."""
        if UCDP in self.archive.publishers:
            self.used["publishers"].add(UCDP)
        else:
            self.new["publishers"][UCDP] = {"name": NAME, "kind": "dataset"}
        parties = (self.archive.publishers[id].party for id in self.used["publishers"])
        waiting = [id for id in (*parties, *self.used["actors"]) if id]
        while waiting:
            id = waiting.pop()
            self.used["actors"].add(id)
            if parent := self.archive.actors[id].parent:
                waiting.append(parent)


def _kind(place: str) -> PlaceKind:
    return _KINDS.get(place.rsplit(" ", 1)[-1].casefold(), "area")


def _bare(place: str) -> Sequence[str]:
    """Return the words of a place's name without the kind at its end."""
    words = place.split()
    return words[:-1] if len(words) > 1 and words[-1].casefold() in _KINDS else words


def governorate(row: Row) -> Governorate | None:
    """Return the governorate that adm_1 names, if it names one."""
    return _GOVERNORATES.get(key(row.governorate).removesuffix(" governorate"))


def _blocks(registry: Path) -> Iterator[tuple[str, str]]:
    """Yield the entries of a registry file as they are written, without comments between them."""
    lines = registry.read_text(encoding="utf-8").splitlines(keepends=True)
    id, block = "", ""
    for line in lines:
        if line[0].isspace() or line == "\n":
            block += line
            continue
        if id:
            yield id, block
        found = re.match(r"([a-z0-9][a-z0-9-]*):", line)
        id, block = (found[1], line) if found else ("", "")
    if id:
        yield id, block
