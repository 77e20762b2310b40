"""What every rule looks at: the records, the day, and the walks over them that rules share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from chronicle.lines import Origins
from chronicle.load import Record, Records
from chronicle.model import Event, Model, Text

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Subject:
    """The records under examination; `today` is a parameter so that a check can be repeated.

    `published` holds the event ids of an earlier state of the archive.
    """

    records: Records
    today: date
    published: Collection[str] = ()

    @cached_property
    def origins(self) -> Origins:
        actors = {id: record.value for id, record in self.records.actors.items()}
        publishers = {id: record.value for id, record in self.records.publishers.items()}
        return Origins(actors, publishers)

    @property
    def events(self) -> Iterator[Record[Event]]:
        yield from self.records.events.values()

    @property
    def entries(self) -> Iterator[Record[Any]]:
        """Every record and every registry entry."""
        tables: tuple[Mapping[str, Record[Any]], ...] = (
            self.records.events,
            self.records.actors,
            self.records.places,
            self.records.publishers,
            self.records.campaigns,
        )
        for table in tables:
            yield from table.values()

    @cached_property
    def texts(self) -> list[tuple[Record[Any], Where, Text]]:
        """Every bilingual text with its place, walked once for all rules."""
        return [
            (record, where, text)
            for record in self.entries
            for where, text in _texts(record.value, ())
        ]


_SIDES: Final = ("en", "ar")


def _texts(value: object, where: Where) -> Iterator[tuple[Where, Text]]:
    if isinstance(value, Text):
        yield where, value
    if isinstance(value, Model):
        for name, part in value.__dict__.items():
            if name not in _SIDES and part:
                yield from _texts(part, (*where, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*where, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*where, key))
