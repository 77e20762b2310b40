"""Rows are read with their types, and whatever is wrong with one is listed with its number."""

import os
from datetime import date
from pathlib import Path

import pytest

from chronicle.problem import Problem
from chronicle.ucdp import rows
from chronicle.ucdp.columns import Refused
from chronicle.ucdp.rows import Deaths, Side
from tests.ucdp import invented

REFERENCE = os.environ.get("CHRONICLE_REFERENCE")


def test_a_row_has_its_types(tmp_path: Path) -> None:
    row = invented.row(
        tmp_path, source_office="Owl Watch; Bell & Drum;Owl Watch", side_a=" The\nOne"
    )
    assert (row.number, row.id, row.violence) == (2, 7, 1)
    assert (row.a, row.b) == (Side(11, "The One"), Side(999999, "Council of the Reeds"))
    assert row.offices == ("Owl Watch", "Bell & Drum")
    assert (row.first, row.last) == (date(1901, 3, 2), date(1901, 3, 2))
    assert row.point == (35.251234, 36.501234)
    assert row.deaths == Deaths(20, 25, 40, 21, 4, 0, 0)
    assert row.deaths.split


def test_allies_are_taken_apart_and_a_single_side_keeps_its_id() -> None:
    assert Side(5, "One, Two and a half").parts == [Side(0, "One"), Side(0, "Two and a half")]
    assert Side(5, "One").parts == [Side(5, "One")]


@pytest.mark.parametrize("name", ["plain.csv", "packed.csv.gz"])
def test_files_are_read_plain_or_compressed(tmp_path: Path, name: str) -> None:
    table = rows.read(invented.file(tmp_path, {}, {"id": "8"}, name=name))
    assert [row.id for row in table.rows] == [7, 8]


@pytest.mark.parametrize("columns", [invented.OLD, invented.NEW])
def test_a_candidate_file_without_a_header_is_read_from_its_first_row(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    path = tmp_path / "candidate.csv"
    lines = invented.cells(columns), invented.cells(columns, id="8")
    path.write_text("\ufeff" + invented.content(*lines, header=None), encoding="utf-8")
    table = rows.read(path)
    assert [(row.number, row.id, row.deaths.best) for row in table.rows] == [(1, 7, 25), (2, 8, 25)]


def test_characters_that_nobody_sees_do_not_come_in(tmp_path: Path) -> None:
    assert invented.row(tmp_path, side_a="T\u200bin\u202e \u00a0Guard\x07").a.name == "Tin Guard"


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"low": "26"}, ["best: low 26, best 25, high 40 are not in order"]),
        ({"high": "24"}, ["best: low 20, best 25, high 24 are not in order"]),
        ({"deaths_a": "-1"}, ["deaths_a: -1 is less than 0"]),
        ({"best": ""}, ["best: empty"]),
        ({"best": "many"}, ['best: "many" is not a whole number']),
        ({"latitude": "0", "longitude": "0"}, ["latitude: 0.0, 0.0 does not lie in or near Syria"]),
        (
            {"latitude": "36.5", "longitude": "nan"},
            ["latitude: 36.5, nan does not lie in or near Syria"],
        ),
        ({"longitude": "x"}, ['longitude: "x" is not a number of degrees']),
        ({"date_start": ""}, ["date_start: empty"]),
        ({"date_start": "3/2/1901"}, ['date_start: "3/2/1901" is not a day such as 2019-03-03']),
        (
            {"date_start": "1901-02-30"},
            ['date_start: "1901-02-30" is not a day such as 2019-03-03'],
        ),
        ({"date_end": "1901-03-01"}, ["date_end: 1901-03-01 is before date_start, 1901-03-02"]),
        (
            {"date_end": "1901-03-04"},
            ["date_prec: 1 (one day), but the dates are 1901-03-02 and 1901-03-04"],
        ),
        ({"where_prec": "8"}, ["where_prec: 8 is not a code from 1 to 7"]),
        ({"date_prec": "0"}, ["date_prec: 0 is not a code from 1 to 5"]),
        ({"type_of_violence": "4"}, ["type_of_violence: 4 is not a code from 1 to 3"]),
        ({"side_b": " "}, ["side_b: empty"]),
        ({"country_id": ""}, ["country_id: empty"]),
        ({"id": "", "side_a": ""}, ["id: empty", "side_a: empty"]),
    ],
)
def test_a_fault_is_listed_with_the_number_of_its_row(
    tmp_path: Path, changes: dict[str, str], faults: list[str]
) -> None:
    path = invented.file(tmp_path, {"id": "5"}, changes, {"id": "9"})
    table = rows.read(path)
    assert [row.id for row in table.rows] == [5, 9]
    found = [(fault.path, fault.line, f"{fault.field}: {fault.message}") for fault in table.faults]
    assert found == [(path.name, 3, fault) for fault in faults]
    assert table.faulty == 1


def test_an_id_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    path = invented.file(tmp_path, {}, {})
    table = rows.read(path)
    assert len(table.rows) == 1
    assert table.faults == [
        Problem(path.name, 3, "id", "7 stands twice; first in row 2", "warning")
    ]


def test_a_row_that_is_cut_short_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text(invented.content(invented.cells()[:20]))
    table = rows.read(path)
    assert table.rows == []
    assert "latitude" in {fault.field for fault in table.faults}


def test_rows_of_other_countries_are_counted_and_are_no_faults(tmp_path: Path) -> None:
    table = rows.read(invented.file(tmp_path, {"country_id": "645"}, {"id": "8"}))
    assert (table.elsewhere, len(table.rows), table.faults) == (1, 1, [])


def test_newer_releases_write_midnight_behind_a_day(tmp_path: Path) -> None:
    row = invented.row(
        tmp_path, date_start="1901-03-02 00:00:00.000", date_end="1901-03-02T00:00:00"
    )
    assert row.first == row.last == date(1901, 3, 2)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("latin.csv", "id,ä\n".encode("latin-1")),
        ("broken.csv.gz", b"no gzip"),
        ("quote.csv", b'id\n"open'),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refused):
        rows.read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        rows.read(tmp_path / "nothing.csv")


@pytest.mark.skipif(REFERENCE is None, reason="CHRONICLE_REFERENCE is not set: no real rows")
def test_the_real_rows_are_all_read_or_listed() -> None:
    table = rows.read(Path(str(REFERENCE)) / "data" / "ucdp-ged-syria-2016-2019.csv.gz")
    assert (len(table.rows) + table.faulty, table.faulty, table.elsewhere) == (16_566, 101, 0)
    assert sum(row.deaths.best == 0 for row in table.rows) > 1_000
