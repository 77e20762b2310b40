"""Reads the record from disk: files in, typed entries and all their problems out.

Left to `checks`: whatever concerns more than one value. A record with faults is not dropped: the
faulty parts are mended with placeholders and the result is kept as a draft, so that one run finds
everything else that is wrong with it too. A draft is never shown; an error stops the build before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError

from chronicle import draft, faults, source
from chronicle.draft import Where
from chronicle.model import Actor, Campaign, Event, Model, Place, Publisher
from chronicle.problem import Problem
from chronicle.source import Document, Tree, field_name
from chronicle.spelling import suggestion

TEMPLATE: Final = "TEMPLATE.yml"
LINK: Final = "a symbolic link; put the file itself here"
ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")

_ROUNDS: Final = 6
"""Validation rounds over a faulty entry; models nest at most five deep."""

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Record(Generic[M]):
    """One entry as read: its model, where it stands, and which of its parts were faulty."""

    id: str
    value: M
    document: Document
    root: Where = ()
    mended: tuple[Where, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether faulty parts had to be mended."""
        return bool(self.mended)

    def touched(self, *fields: str) -> bool:
        """Whether one of these top-level fields had a faulty part."""
        return any(place[:1] == (name,) for place in self.mended for name in fields)

    def problem(self, where: Where, message: str, warning: bool = False) -> Problem:
        """Return a problem at a place inside this entry, with its file and line."""
        place = (*self.root, *where)
        return Problem(
            self.document.path,
            self.document.line(place),
            field_name(place),
            message,
            "warning" if warning else "error",
        )


@dataclass
class Records:
    """Everything read, by id. `names` holds the ids of unreadable events too."""

    events: dict[str, Record[Event]] = field(default_factory=dict)
    actors: dict[str, Record[Actor]] = field(default_factory=dict)
    places: dict[str, Record[Place]] = field(default_factory=dict)
    publishers: dict[str, Record[Publisher]] = field(default_factory=dict)
    campaigns: dict[str, Record[Campaign]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read(root: Path) -> Records:
    """Read events/ and registry/ under `root`; nothing is raised for what a person wrote."""
    records = Records()
    registries: list[tuple[str, type[Model], dict[str, Any]]] = [
        ("actors", Actor, records.actors),
        ("places", Place, records.places),
        ("publishers", Publisher, records.publishers),
        ("campaigns", Campaign, records.campaigns),
    ]
    for name, model, entries in registries:
        _read_registry(records, root, root / "registry" / f"{name}.yml", model, entries)
    _report_strays(records, root, [name for name, _, _ in registries])
    for path in _event_files(records, root):
        _read_event(records, root, path)
    return records


def _report_strays(records: Records, root: Path, names: list[str]) -> None:
    """Report what has no place in registry/ (safety rule 17); a mistyped name would go unread."""
    for path in sorted((root / "registry").glob("*")):
        shown = path.relative_to(root).as_posix()
        if path.name in {f"{name}.yml" for name in names}:
            continue
        if path.is_symlink():
            records.problems.append(Problem(shown, 0, "", LINK))
        elif path.suffix in (".yml", ".yaml"):
            message = "not a registry" + suggestion(path.name, [f"{name}.yml" for name in names])
            records.problems.append(Problem(shown, 0, "", message))


def _event_files(records: Records, root: Path) -> Iterator[Path]:
    """Yield the event files in order; report what has no place in events/ (safety rule 17)."""
    for path in sorted((root / "events").rglob("*")):
        shown = path.relative_to(root).as_posix()
        if path.is_symlink():
            records.problems.append(Problem(shown, 0, "", LINK))
        elif path.is_dir() or path == root / "events" / TEMPLATE:
            continue
        elif path.suffix != ".yml" or not ID.fullmatch(path.stem):
            records.problems.append(
                Problem(shown, 0, "", "a file name is an id of a-z, 0-9 and -, and ends in .yml")
            )
        elif path.parent.parent != root / "events" or not re.fullmatch(r"\d{4}", path.parent.name):
            records.problems.append(Problem(shown, 0, "", "event files lie in events/<year>/"))
        else:
            yield path


def _read_event(records: Records, root: Path, path: Path) -> None:
    document = source.read(path.relative_to(root).as_posix(), path.read_bytes())
    records.problems += document.problems
    if path.stem in records.names:
        records.problems.append(Problem(document.path, 0, "", f'id "{path.stem}" stands twice'))
        return
    records.names.add(path.stem)
    record = entry(records.problems, path.stem, Event, document, document.tree, ())
    if record:
        records.events[path.stem] = record


def _read_registry(
    records: Records, root: Path, path: Path, model: type[M], entries: dict[str, Record[M]]
) -> None:
    shown = path.relative_to(root).as_posix()
    if path.is_symlink() or not path.is_file():
        records.problems.append(Problem(shown, 0, "", "missing, or not a plain file"))
        return
    document = source.read(shown, path.read_bytes(), source.REGISTRY_BYTES)
    records.problems += document.problems
    if not isinstance(document.tree, dict):
        if not document.problems:
            records.problems.append(Problem(shown, 1, "", "not a mapping of ids to entries"))
        return
    for id, tree in document.tree.items():
        if not ID.fullmatch(id):
            message = f'"{id}" is not an id; use a-z, 0-9 and -'
            records.problems.append(Problem(shown, document.line((id,)), id, message))
        record = entry(records.problems, id, model, document, tree, (id,))
        if record:
            entries[id] = record


def entry(
    problems: list[Problem], id: str, model: type[M], document: Document, tree: Tree, root: Where
) -> Record[M] | None:
    """Give a tree its type; report every fault and mend it, so that the rest can be checked.

    Each round mends what the model refused and tries again, because a model's own rules only run
    once its fields are in order. Returns None where there is nothing to mend.
    """
    if not isinstance(tree, dict):
        if not document.problems:
            message = "not a mapping of fields to values"
            problems.append(Problem(document.path, document.line(root), field_name(root), message))
        return None
    mended: list[Where] = []
    thinned: set[Where] = set()
    for _ in range(_ROUNDS):
        try:
            return Record(id, model.model_validate(tree), document, root, tuple(mended))
        except ValidationError as error:
            tree = tree if mended else deepcopy(tree)
            found = error.errors(include_url=False)
        places = [draft.place(tree, fault["loc"]) for fault in found]
        for fault, place in zip(found, places, strict=True):
            if place in thinned:
                continue  # what it misses now was taken out by the mending
            shown = (*root, *place)
            message = faults.message(fault, model, place)
            problems.append(
                Problem(document.path, document.line(shown), field_name(shown), message)
            )
        for place in sorted(set(places), key=len, reverse=True):
            if draft.mend(model, tree, place):
                thinned.add(place[:-1])
        mended += places
    return None
