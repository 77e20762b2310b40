"""Turns rows of UCDP into draft records: rows and the archive in, the files of a folder out.

A draft says what UCDP says and no more: one source, one claim, the grading that its lines support.
It is where a person begins, not a record; what UCDP read stands in its comments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from chronicle import load
from chronicle.archive import Archive
from chronicle.checks.dates import SETTLED
from chronicle.lines import Origins, support
from chronicle.model import Actor, Event, Publisher
from chronicle.problem import Problem
from chronicle.source import Document, Tree
from chronicle.ucdp import dialect, wording
from chronicle.ucdp.entries import UCDP, Entries
from chronicle.ucdp.names import Names, slug
from chronicle.ucdp.rows import Row
from chronicle.ucdp.wording import ONE_SIDED, Languages, Name, both
from chronicle.vocabulary import EventType, Who

DOWNLOADS: Final = "https://ucdp.uu.se/downloads/"
"""Where UCDP publishes the dataset."""

_HEAD: Final = "# yaml-language-server: $schema=../../schema/event.schema.json\n"
_TASK: Final = (
    "# Draft made from UCDP GED, release {release}, id {id}. Before it becomes a record: read and\n"
    "# name the sources, write the account in your own words, look at type, place and actors.\n"
)
_ARTICLES: Final = 400
"""Letters of what UCDP read that a comment shows."""


@dataclass
class Drafts:
    """The files of the drafts' folder by path, and rows that gave none, with the reason."""

    files: dict[str, str] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    new: dict[str, int] = field(default_factory=dict)
    events: int = 0

    @property
    def summary(self) -> str:
        """How many registry entries are new, by registry."""
        return ", ".join(f"{number} new {name}" for name, number in self.new.items())


def make(
    rows: Iterable[Row],
    archive: Archive,
    registry: Path,
    languages: Languages,
    release: str,
    today: date,
    path: str,
) -> Drafts:
    """Return a draft for every row, and the registry entries that they name.

    `registry` is the project's folder of that name; `today` becomes the day of publication; `path`
    is the table's name in faults.
    """
    entries = Entries(archive, Names(archive), languages, release)
    drafts = Drafts()
    for row in rows:
        fault = _young(row, today) or _add(drafts, entries, row, today)
        if fault:
            drafts.faults.append(Problem(path, row.number, *fault, "warning"))
    drafts.events = len(drafts.files)
    drafts.new = {name: len(trees) for name, trees in entries.new.items()}
    drafts.files |= entries.files(registry)
    return drafts


def source(row: Row, publishers: list[str], languages: Languages, release: str) -> dict[str, Tree]:
    """Return the source for a row: the dataset, resting on the publishers that it read."""
    tree: dict[str, Tree] = {
        "publisher": UCDP,
        "about": both(languages, lambda words: wording.source(words, release, row)),
        "url": DOWNLOADS,
        "language": "en",
    }
    return {**tree, "relies_on": publishers} if publishers else tree


def claim(row: Row, source: str, note: dict[str, Tree]) -> dict[str, Tree]:
    """Return the row's figure as one claim by UCDP; the best estimate stands in the note."""
    low, high = row.deaths.low, row.deaths.high
    return {
        "by": UCDP,
        "harm": "killed",
        "who": who(row),
        "count": low if low == high else {"min": low, "max": high},
        "sources": [source],
        "note": note,
    }


def who(row: Row) -> Who:
    """Return who the killed were, as far as the parts of the best estimate tell."""
    deaths = row.deaths
    if row.violence == ONE_SIDED and not (deaths.a or deaths.b):
        return "civilians"
    groups: dict[Who, int] = {
        "combatants": deaths.a + deaths.b,
        "civilians": deaths.civilians,
        "unknown": deaths.unknown,
    }
    found = [group for group, number in groups.items() if number]
    if not found or not deaths.split:
        return "unknown"
    return found[0] if len(found) == 1 else "mixed"


def _young(row: Row, today: date) -> tuple[str, str] | None:
    if row.last > today - SETTLED:
        return "date_end", f"{row.last} lies in the last 14 days, or is still to come; wait"
    return None


def _add(drafts: Drafts, entries: Entries, row: Row, today: date) -> tuple[str, str] | None:
    """Add a row's draft; return what is wrong with it where the model does not take it."""
    tree = _tree(row, entries, today)
    id = _id(row)
    path = f"events/{id[:4]}/{id}.yml"
    problems: list[Problem] = []
    record = load.entry(problems, id, Event, Document(path), tree, ())
    if problems or record is None:
        return "", "; ".join(problem.message for problem in problems)
    tree["grading"] = support(record.value, _origins(entries)).grading
    head = _HEAD + _TASK.format(release=entries.release, id=row.id) + _read(row)
    drafts.files[path] = head + "".join(dialect.block(tree))
    return None


def _tree(row: Row, entries: Entries, today: date) -> dict[str, Tree]:
    languages = entries.languages
    actors = [entries.actors(side, row.first) for side in (row.a, row.b)]
    place = entries.place(row)
    where = entries.name("places", place)
    sides = tuple({c: s for c in languages if (s := _joined(ids, entries, c))} for ids in actors)
    a, b = sides
    publishers = [id for office in row.offices for id in entries.publishers(office)]
    note = both(languages, lambda words: wording.note(words, row, _complete(a, b, languages)))
    statement = both(
        languages, lambda words: wording.statement(words, row, (a, b), where), a, b, where
    )
    return {
        "title": both(languages, lambda words: wording.title(words, row, where), where),
        "date": _date(row),
        "published": today.isoformat(),
        "type": _type(row),
        "place": place,
        "actors": _actors(row, actors),
        "account": [{**statement, "sources": [UCDP]}],
        "claims": [claim(row, UCDP, note)],
        "sources": {UCDP: source(row, list(dict.fromkeys(publishers)), languages, entries.release)},
        "grading": "weak",
        "external": {"ucdp_ged": row.id},
    }


def _joined(ids: list[str], entries: Entries, code: str) -> str | None:
    """Join the names of one side in one language; None where one has no name in it."""
    names = [entries.name("actors", id).get(code) for id in ids]
    known = [name for name in names if name]
    return entries.languages[code].joined(known) if len(known) == len(names) else None


def _complete(a: Name, b: Name, languages: Languages) -> tuple[Name, Name]:
    """Return the names of both sides, or none: a note names them alike in every language."""
    return (a, b) if all(code in a and code in b for code in languages) else ({}, {})


def _actors(row: Row, sides: list[list[str]]) -> list[Tree]:
    """Return the parts: UCDP does not say who attacked whom, save in violence against civilians."""
    a, b = sides
    if row.violence != ONE_SIDED:
        parties = dict.fromkeys([*a, *b])
        return [{"actor": id, "role": "party", "sources": [UCDP]} for id in parties]
    alleged = {"role": "attacker", "attribution": "alleged", "by": [UCDP], "sources": [UCDP]}
    attackers = [{"actor": id, **alleged} for id in a]
    return attackers + [{"actor": id, "role": "target", "sources": [UCDP]} for id in b]


def _type(row: Row) -> EventType:
    return "killing-of-civilians" if row.violence == ONE_SIDED else "battle"


def _date(row: Row) -> Tree:
    span = wording.span(row)
    return {"earliest": str(span.start), "latest": str(span.end)} if span.within else str(span)


def _id(row: Row) -> str:
    """Return the draft's id; it holds no more of the date than all the row's days share."""
    first, last = row.first, row.last
    day = first.isoformat() if first == last else f"{first:%Y-%m}"
    day = day if (first.year, first.month) == (last.year, last.month) else f"{first:%Y}"
    return f"{day}-{slug(row.place)}-ucdp-{row.id}"


def _read(row: Row) -> str:
    articles = row.articles.replace('"', "").strip()
    shown = articles if len(articles) <= _ARTICLES else articles[:_ARTICLES] + " ..."
    return f"# UCDP read: {shown}\n" if shown else ""


def _origins(entries: Entries) -> Origins:
    """Return the lines behind the registries and what is new in them."""
    archive, new = entries.archive, entries.new
    publishers = {id: Publisher.model_validate(tree) for id, tree in new["publishers"].items()}
    actors = {id: Actor.model_validate(tree) for id, tree in new["actors"].items()}
    return Origins({**archive.actors, **actors}, {**archive.publishers, **publishers})
