"""Reads the rows of a UCDP GED table: a CSV file in, typed rows and the faults of the others out.

A row with a fault is never dropped in silence: it becomes a Problem with its number, counted as a
spreadsheet counts (the header is row 1), and a reason. What a row means for a record is left to
`drafts` and `matching`.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from chronicle.problem import Problem
from chronicle.ucdp import columns
from chronicle.ucdp.columns import Refused

SYRIA: Final = 652
"""Syria's number in country_id (Gleditsch and Ward)."""

SOUTH, NORTH, WEST, EAST = 31.5, 38.0, 35.0, 43.0
"""Degrees around Syria, with about half a degree to spare: a point outside them is a slip."""

T = TypeVar("T")


@dataclass(frozen=True)
class Side:
    """One side of a dyad: UCDP's actor id and its name for it."""

    id: int
    name: str

    @property
    def parts(self) -> list[Side]:
        """The allies that UCDP joins into one side with commas; their own ids are not given."""
        names = [name.strip() for name in self.name.split(", ")]
        return [Side(0, name) for name in names] if len(names) > 1 else [self]


@dataclass(frozen=True)
class Deaths:
    """Persons killed: the three estimates, and how the best one is made up."""

    low: int
    best: int
    high: int
    a: int
    b: int
    civilians: int
    unknown: int

    @property
    def split(self) -> bool:
        """Whether the parts make up the best estimate."""
        return self.a + self.b + self.civilians + self.unknown == self.best


@dataclass(frozen=True)
class Row:
    """One event of UCDP. `point` is (latitude, longitude) in degrees WGS84; days are inclusive."""

    number: int
    id: int
    violence: int
    a: Side
    b: Side
    offices: tuple[str, ...]
    articles: str
    where: int
    place: str
    governorate: str
    point: tuple[float, float]
    clarity: int
    when: int
    first: date
    last: date
    deaths: Deaths


@dataclass
class Table:
    """A file as read: its good rows, the faults of the others, and rows of other countries."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    elsewhere: int = 0

    @property
    def faulty(self) -> int:
        """How many rows have faults."""
        return len({fault.line for fault in self.faults})


class Faulty(ValueError):
    """What is wrong with one row: (column, message) pairs."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__(faults)
        self.faults = faults


def read(path: Path) -> Table:
    """Read a CSV file, plain or compressed by gzip; Refused where it is not UCDP GED at all."""
    table = Table()
    numbered = enumerate(_cells(path), 1)
    _, first = next(numbered, (0, []))
    places, header = columns.places(first)
    seen: dict[int, int] = {}
    for number, cells in numbered if header else [(1, first), *numbered]:
        try:
            row = _row(number, cells, places)
        except Faulty as faulty:
            found = (Problem(path.name, number, *fault, "warning") for fault in faulty.faults)
            table.faults += found
            continue
        if row is None:
            table.elsewhere += 1
        elif row.id in seen:
            message = f"{row.id} stands twice; first in row {seen[row.id]}"
            table.faults.append(Problem(path.name, number, "id", message, "warning"))
        else:
            seen[row.id] = number
            table.rows.append(row)
    return table


def _cells(path: Path) -> Iterator[list[str]]:
    """Yield the cells of every row; a row of nothing is passed over, as spreadsheets do."""
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        text = content.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise Refused(f"cannot be read as UTF-8 text: {error}") from None
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise Refused(f"cannot be read as CSV: {error}") from None


def _row(number: int, cells: Sequence[str], places: dict[str, int]) -> Row | None:
    """Give a row its types; None where it lies in another country. Raises Faulty."""
    take = _Cells(cells, places)
    if take.whole("country_id") not in (None, SYRIA):
        return None
    values = {
        "number": number,
        "id": take.whole("id"),
        "violence": take.code("type_of_violence", 3),
        "a": Side(take.whole("side_a_new_id") or 0, take.words("side_a")),
        "b": Side(take.whole("side_b_new_id") or 0, take.words("side_b")),
        "offices": _offices(take.cell("source_office")),
        "articles": take.cell("source_article"),
        "where": take.code("where_prec", 7),
        "place": take.words("where_coordinates"),
        "governorate": take.cell("adm_1"),
        "point": take.point(),
        "clarity": take.code("event_clarity", 2),
        "when": take.code("date_prec", 5),
        "deaths": take.deaths(),
        **take.days(),
    }
    if take.faults:
        raise Faulty(take.faults)
    return Row(**values)  # type: ignore[arg-type]  # what a cell lacks is a fault, raised above


def _offices(text: str) -> tuple[str, ...]:
    """Return the offices, each once, in their order."""
    found = (office.strip() for office in text.split(";"))
    return tuple(dict.fromkeys(office for office in found if office))


_COUNTS: Final = ("low", "best", "high", "a", "b", "civilians", "unknown")


@dataclass
class _Cells:
    """The cells of one row by the names of their columns; collects what is wrong with them."""

    cells: Sequence[str]
    places: dict[str, int]
    faults: list[tuple[str, str]] = field(default_factory=list)

    def cell(self, column: str) -> str:
        """Return a cell without line ends and the characters that no record may hold."""
        place = self.places[column]
        text = self.cells[place] if place < len(self.cells) else ""
        return "".join(char for char in " ".join(text.split()) if char.isprintable())

    def words(self, column: str) -> str:
        return self._read(column, str, "") or ""

    def whole(self, column: str) -> int | None:
        return self._read(column, int, "a whole number")

    def code(self, column: str, most: int) -> int | None:
        number = self.whole(column)
        if number is not None and not 1 <= number <= most:
            self.fault(column, f"{number} is not a code from 1 to {most}")
        return number

    def point(self) -> tuple[float, float] | None:
        latitude = self._read("latitude", float, "a number of degrees")
        longitude = self._read("longitude", float, "a number of degrees")
        if latitude is None or longitude is None:
            return None
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            self.fault("latitude", f"{latitude}, {longitude} does not lie in or near Syria")
        return latitude, longitude

    def days(self) -> dict[str, date | None]:
        first = self._read("date_start", _day, "a day such as 2019-03-03")
        last = self._read("date_end", _day, "a day such as 2019-03-03")
        if first and last and last < first:
            self.fault("date_end", f"{last} is before date_start, {first}")
        elif first != last and first and last and self.cell("date_prec") == "1":
            self.fault("date_prec", f"1 (one day), but the dates are {first} and {last}")
        return {"first": first, "last": last}

    def deaths(self) -> Deaths | None:
        columns = [name if name in self.places else f"deaths_{name}" for name in _COUNTS]
        counts = [self.whole(column) for column in columns]
        for column, count in zip(columns, counts, strict=True):
            if count is not None and count < 0:
                self.fault(column, f"{count} is less than 0")
        known = [count for count in counts if count is not None]
        if len(known) < len(counts):
            return None
        deaths = Deaths(*known)
        if not deaths.low <= deaths.best <= deaths.high:
            written = f"low {deaths.low}, best {deaths.best}, high {deaths.high}"
            self.fault("best", f"{written} are not in order")
        return deaths

    def fault(self, column: str, message: str) -> None:
        self.faults.append((column, message))

    def _read(self, column: str, read: Callable[[str], T], what: str) -> T | None:
        text = self.cell(column)
        if not text:
            self.fault(column, "empty")
            return None
        try:
            return read(text)
        except ValueError:
            self.fault(column, f'"{text}" is not {what}')
            return None


_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?)?", re.ASCII)


def _day(text: str) -> date:
    """Read a day; newer releases write midnight behind it."""
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date.fromisoformat(found[1])
