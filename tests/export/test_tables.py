"""CSV: quoted as RFC 4180 says, safe from formulas, and undone without loss."""

import csv
import io
from collections import Counter
from typing import Any

import pytest

from chronicle.export.fields import FIELDS, SEPARATOR, TABLES, Table, base
from chronicle.export.tables import cell
from chronicle.export.tables import csv as written
from tests.export import real
from tests.export.real import ARCHIVES

COUNTED = {"claims": "claim_count", "sources": "source_count"}
ROW = Table("x", ("id", "name_en"), ("id",), {}, ())


def rows(name: str, table: str) -> list[dict[str, str]]:
    """The rows of a table as Python's own reader finds them."""
    text = real.files(name)[f"data/{table}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("", ""),
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('say "x"', '"say ""x"""'),
        ("two\nlines", '"two\nlines"'),
        ("نص، عربي", "نص، عربي"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-70.5, "-70.5"),
        (["a", "b"], "a;b"),
        ([], ""),
        ("=1+1", "'=1+1"),
        ("+963", "'+963"),
        ("-5", "'-5"),
        ("@name", "'@name"),
        ("\tx", "'\tx"),
        ("\rx", '"\'\rx"'),
        ("'quoted' title", "''quoted' title"),
        ("=SUM(A1,A2)", '"\'=SUM(A1,A2)"'),
        (["=1", "b"], "'=1;b"),
    ],
)
def test_a_cell_is_safe_and_numbers_stay_numbers(value: Any, expected: str) -> None:
    assert cell(value) == expected


@pytest.mark.parametrize("text", ["=1", "'=1", "''", "-", "plain", "'a, \"b\"'", "@x,\r\n"])
def test_what_was_made_safe_can_be_undone(text: str) -> None:
    data = written(ROW, [{"id": "a", "name_en": text}]).decode()
    (row,) = csv.DictReader(io.StringIO(data, newline=""), strict=True)
    assert not row["name_en"].startswith(("=", "+", "-", "@"))
    assert row["name_en"].removeprefix("'") == text


@pytest.mark.parametrize("name", ARCHIVES)
def test_lines_end_in_cr_lf_and_every_row_has_every_column(name: str) -> None:
    for table in TABLES:
        data = real.files(name)[f"data/{table.name}.csv"]
        assert data.startswith(",".join(table.fields).encode() + b"\r\n")
        assert data.endswith(b"\r\n")
        assert data.count(b"\r") == data.count(b"\r\n")
        assert all(None not in row and None not in row.values() for row in rows(name, table.name))


def test_counts_of_tables_and_of_the_api_agree() -> None:
    archive = real.archive("real")
    events = [dated.event for dated in archive.live]
    expected = {
        "events": len(real.parsed("real", "api/v1/events.json")["events"]),
        "event_actors": sum(len(event.actors) for event in events),
        "statements": sum(len(event.account) + len(event.disputed) for event in events),
        "claims": sum(len(event.claims) for event in events),
        "sources": sum(len(event.sources) for event in events),
        **{
            kind: len(real.parsed("real", f"api/v1/{kind}.json")[kind])
            for kind in ("actors", "places", "publishers", "campaigns")
        },
    }
    assert {table.name: len(rows("real", table.name)) for table in TABLES} == expected


def test_counts_inside_a_row_agree_with_the_rows_of_other_tables() -> None:
    counted = {table: Counter(row["event"] for row in rows("real", table)) for table in COUNTED}
    for event in rows("real", "events"):
        for table, column in COUNTED.items():
            assert int(event[column]) == counted[table][event["id"]], event["id"]


def test_no_member_of_a_list_holds_what_separates_lists() -> None:
    archive = real.archive("real")
    entries = [
        *archive.shown_actors.values(),
        *archive.shown_places.values(),
        *archive.shown_publishers.values(),
        *archive.shown_campaigns.values(),
    ]
    members = [alias for one in entries for alias in one.aliases]
    members += [
        text
        for actor in archive.shown_actors.values()
        for name in actor.names
        for text in (name.en, name.ar)
        if text
    ]
    assert len(members) > 1000
    assert [text for text in members if SEPARATOR in text] == []


def test_an_open_count_has_an_empty_cell_and_not_a_nought() -> None:
    claims = [row for row in rows("toy", "claims") if row["event"].endswith("teapot-hill-attack")]
    assert [(row["count_min"], row["count_max"]) for row in claims] == [
        ("21", "21"),
        ("2", "5"),
        ("40", ""),
        ("90", ""),
        ("", "16"),
        ("20", "20"),
        ("0", "0"),
        ("1", "3"),
    ]
    assert [row["within"] for row in claims][1] == claims[0]["row"] == "all-dead"


def test_every_column_is_described_once_and_every_description_is_used() -> None:
    used = {base(name)[0] for table in TABLES for name in table.fields}
    assert used == set(FIELDS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title_en", ("title", "en")),
        ("place_name_ar", ("place_name", "ar")),
        ("date_first", ("date_first", "")),
        ("id", ("id", "")),
    ],
)
def test_the_name_of_a_column_may_end_in_its_language(name: str, expected: tuple[str, str]) -> None:
    assert base(name) == expected
