"""Makes the figure that goes into a record: an event's chosen rows in, claim and source out."""

from __future__ import annotations

from collections.abc import Sequence

from chronicle.archive import Archive
from chronicle.model import Event
from chronicle.ucdp import drafts, insertion, wording
from chronicle.ucdp.entries import UCDP
from chronicle.ucdp.insertion import CannotInsert, Figure
from chronicle.ucdp.names import Names
from chronicle.ucdp.rows import Row, Side
from chronicle.ucdp.wording import Languages, Name, both


def figure(
    event: Event, rows: Sequence[Row], archive: Archive, languages: Languages, release: str
) -> Figure:
    """Return the figure of the first row; its note names the other rows and adds nothing up.

    Raises CannotInsert where the record has a figure of UCDP already, or where an office that the
    rows rest on is no publisher of the registry: a dataset's line is theirs.
    """
    if UCDP not in archive.publishers:
        raise CannotInsert(f'registry/publishers.yml has no "{UCDP}"; add it, kind dataset')
    first, *others = rows
    key = insertion.key(event)
    names = Names(archive)
    publishers = _publishers(rows, names)
    sides = _sides(first, names, archive, languages)
    note = both(languages, lambda words: wording.note(words, first, sides, event.date, others))
    source = drafts.source(first, publishers, languages, release)
    return Figure(key, drafts.claim(first, key, note), source, first.id)


def _publishers(rows: Sequence[Row], names: Names) -> list[str]:
    offices = dict.fromkeys(office for row in rows for office in row.offices)
    unknown = [office for office in offices if not names.publishers(office)]
    if unknown:
        listed = ", ".join(f'"{office}"' for office in unknown)
        raise CannotInsert(
            f"row {rows[0].id} rests on {listed}; add the publisher, or the name as an alias, "
            "in registry/publishers.yml"
        )
    return list(dict.fromkeys(id for office in offices for id in names.publishers(office)))


def _sides(row: Row, names: Names, archive: Archive, languages: Languages) -> tuple[Name, Name]:
    """Return both sides by the registry's names, or none where it lacks a name of either."""
    a, b = (_name(side, row, names, archive, languages) for side in (row.a, row.b))
    return (a, b) if a and b else ({}, {})


def _name(side: Side, row: Row, names: Names, archive: Archive, languages: Languages) -> Name:
    ids = [names.actor(part, row.first) for part in side.parts]
    known = [archive.actors[id].name for id in dict.fromkeys(ids) if id]
    if not all(ids) or any(text.translation for text in known):
        return {}
    return {
        code: words.joined([text.shown(code) for text in known])
        for code, words in languages.items()
    }
