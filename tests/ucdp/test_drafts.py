"""Drafts say what the dataset says, and an archive of them passes the checks."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chronicle import checks, load, source, write
from chronicle.problem import errors
from chronicle.ucdp import drafts, rows
from chronicle.ucdp.drafts import Drafts
from tests import toy
from tests.ucdp import invented

EVENT = "events/1901/1901-03-02-teapot-hill-village-ucdp-7.yml"


def made(root: Path, folder: Path, *changes: dict[str, str], today: date = toy.TODAY) -> Drafts:
    table = rows.read(invented.file(folder, *changes))
    assert table.faults == []
    return drafts.make(
        table.rows,
        invented.archive(root),
        root / "registry",
        invented.languages(),
        invented.RELEASE,
        today,
        "x.csv",
    )


def tree(made: Drafts, path: str = EVENT) -> Any:
    document = source.read(path, made.files[path].encode())
    assert document.problems == []
    return document.tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return invented.project(tmp_path)


ROWS: tuple[dict[str, str], ...] = (
    {},
    {"id": "8", "where_prec": "2", "source_office": "Reed Radio;Nobody's Paper"},
    {"id": "9", "where_prec": "3", "where_coordinates": "Far district", "adm_1": ""},
    {"id": "10", "where_prec": "4", "where_coordinates": "Hamah Governorate"},
    {"id": "11", "where_prec": "5", "where_coordinates": "Long road"},
    {"id": "12", "where_prec": "6", "where_coordinates": "Syria"},
    {"id": "13", "where_prec": "7", "where_coordinates": "Some water", "source_office": ""},
    {"id": "14", "type_of_violence": "3", "side_b": "Civilians", "side_b_new_id": "1"},
    {"id": "15", "date_start": "1901-02-01", "date_end": "1901-02-28", "date_prec": "4"},
    {"id": "16", "date_start": "1901-12-30", "date_end": "1902-01-02", "date_prec": "2"},
    {"id": "17", "side_a": 'Tin Guard, The 13th: a "Name"', "where_coordinates": "No: yes #1 town"},
    {"id": "18", "where_coordinates": "Teapot Hill village", "latitude": "36.5"},
)


def test_an_archive_of_drafts_passes_the_checks(root: Path, tmp_path: Path) -> None:
    found = made(root, tmp_path, *ROWS)
    out = tmp_path / "out"
    out.mkdir()
    write.write(out, found.files, ["events", "registry"])
    problems = checks.check(load.read(out), toy.TODAY)
    assert errors(problems) == []
    assert (found.events, found.faults) == (len(ROWS), [])
    assert len(list(out.glob("events/*/*.yml"))) == len(ROWS)


def test_the_same_rows_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert made(root, tmp_path, *ROWS).files == made(root, tmp_path, *ROWS).files


def test_a_draft_has_one_source_one_claim_and_no_more(root: Path, tmp_path: Path) -> None:
    event = tree(made(root, tmp_path, {}))
    assert event["place"] == "teapot-hill"
    assert event["date"] == "1901-03-02"
    assert event["published"] == toy.TODAY.isoformat()
    assert [(part["actor"], part["role"]) for part in event["actors"]] == [
        ("tin-guard", "party"),
        ("reed-council", "party"),
    ]
    assert list(event["sources"]) == ["ucdp"]
    assert event["sources"]["ucdp"]["relies_on"] == ["owl-watch"]
    (claim,) = event["claims"]
    assert (claim["by"], claim["harm"], claim["who"]) == ("ucdp", "killed", "combatants")
    assert claim["count"] == {"min": 20, "max": 40}
    assert "25" in claim["note"]["en"]
    assert "25" in claim["note"]["ar"]
    assert event["external"] == {"ucdp_ged": 7}
    assert "translation" not in event["title"]


def test_a_dataset_is_no_line_so_that_its_draft_is_weak(root: Path, tmp_path: Path) -> None:
    offices = {"source_office": "Owl Watch;Bell & Drum"}
    assert tree(made(root, tmp_path, offices))["grading"] == "weak"


def test_what_ucdp_read_stands_in_a_comment(root: Path, tmp_path: Path) -> None:
    text = made(root, tmp_path, {}).files[EVENT]
    assert "# UCDP read: Owl Watch,1901-03-03,Hats, and more hats\n" in text


def test_violence_against_civilians_has_an_attacker_whom_the_dataset_alleges(
    root: Path, tmp_path: Path
) -> None:
    event = tree(made(root, tmp_path, {"type_of_violence": "3", "side_b": "Villagers"}))
    assert event["type"] == "killing-of-civilians"
    attacker, target = event["actors"]
    assert (attacker["role"], attacker["attribution"], attacker["by"]) == (
        "attacker",
        "alleged",
        ["ucdp"],
    )
    assert target["role"] == "target"


@pytest.mark.parametrize(
    ("a", "b", "civilians", "unknown", "violence", "who"),
    [
        ("25", "0", "0", "0", "1", "combatants"),
        ("0", "0", "25", "0", "1", "civilians"),
        ("5", "0", "20", "0", "1", "mixed"),
        ("0", "0", "0", "25", "1", "unknown"),
        ("1", "0", "0", "24", "2", "mixed"),
        ("1", "0", "0", "0", "1", "unknown"),
        ("0", "0", "20", "5", "3", "civilians"),
        ("1", "0", "24", "0", "3", "mixed"),
    ],
)
def test_who_was_killed_is_read_from_the_parts(
    root: Path,
    tmp_path: Path,
    a: str,
    b: str,
    civilians: str,
    unknown: str,
    violence: str,
    who: str,
) -> None:
    parts = {"deaths_a": a, "deaths_b": b, "deaths_civilians": civilians, "deaths_unknown": unknown}
    event = tree(made(root, tmp_path, {**parts, "type_of_violence": violence}))
    assert event["claims"][0]["who"] == who


@pytest.mark.parametrize(
    ("where", "name", "adm_1", "kind", "inside", "english"),
    [
        ("1", "Spoon town", "Hamah Governorate", "town", "hama", "Spoon town"),
        ("1", "Spoon Bridge", "Hamah Governorate", "area", "hama", "Spoon Bridge"),
        ("2", "Spoon town", "Ar Raqqah Governorate", "district", "raqqa", "Area around Spoon town"),
        ("2", "Teapot Hill village", "", "district", None, "Area around Teapot Hill"),
        ("3", "Spoon district", "", "district", None, "Spoon district"),
        ("4", "Hamah Governorate", "Hamah Governorate", "governorate", "hama", "Hama governorate"),
        ("5", "Spoon road", "Homs Governorate", "region", "homs", "Spoon road"),
        ("6", "Syria", "", "country", None, "Syria"),
        ("7", "Spoon sea", "", "region", None, "Spoon sea"),
    ],
)
def test_a_new_place_is_as_coarse_as_the_row(
    root: Path,
    tmp_path: Path,
    where: str,
    name: str,
    adm_1: str,
    kind: str,
    inside: str | None,
    english: str,
) -> None:
    changes = {"where_prec": where, "where_coordinates": name, "adm_1": adm_1}
    found = made(root, tmp_path, changes)
    path = next(path for path in found.files if path.startswith("events/"))
    place = tree(found, path)["place"]
    entry = tree(found, "registry/places.yml")[place]
    assert (entry["kind"], entry.get("governorate"), entry["name"]["en"]) == (kind, inside, english)
    assert entry.get("country") == (None if inside else "sy")
    assert entry.get("lat") == (None if kind == "country" else 35.2512)
    assert ("translation" in entry["name"]) == ("Spoon" in english or kind == "country")


def test_a_place_of_the_same_name_elsewhere_is_another_place(root: Path, tmp_path: Path) -> None:
    assert tree(made(root, tmp_path, {"latitude": "36.9"}))["place"] == "teapot-hill-village"


def test_what_the_registry_does_not_know_is_new_and_marked(root: Path, tmp_path: Path) -> None:
    found = made(
        root,
        tmp_path,
        {"side_b": "Spoon Front", "side_b_new_id": "55", "source_office": "Spoon News"},
    )
    assert found.new == {"actors": 1, "places": 0, "publishers": 1}
    actor = tree(found, "registry/actors.yml")["spoon-front"]
    assert actor["name"] == {"en": "Spoon Front", "translation": "pending"}
    assert (actor["kind"], actor["ucdp"]) == ("non-state", 55)
    assert tree(found, "registry/publishers.yml")["spoon-news"]["kind"] == "aggregator"
    assert "# New: complete it" in found.files["registry/actors.yml"]


def test_entries_that_stand_are_copied_as_they_are_written(root: Path, tmp_path: Path) -> None:
    found = made(root, tmp_path, {"side_b": "Reed Runners", "side_b_new_id": "0"})
    written = (root / "registry" / "actors.yml").read_text(encoding="utf-8")
    copied = found.files["registry/actors.yml"]
    assert set(tree(found, "registry/actors.yml")) == {"reed-council", "reed-runners", "tin-guard"}
    assert all(line in written for line in copied.splitlines())


def test_a_registry_without_the_dataset_gets_it(tmp_path: Path) -> None:
    found = made(toy.ROOT, tmp_path, {})
    assert tree(found, "registry/publishers.yml")["ucdp"]["kind"] == "dataset"


@pytest.mark.parametrize(
    ("today", "drafted"), [("1901-03-16", 1), ("1901-03-15", 0), ("1901-03-01", 0)]
)
def test_a_row_of_the_last_days_is_listed_and_not_drafted(
    root: Path, tmp_path: Path, today: str, drafted: int
) -> None:
    found = made(root, tmp_path, {}, today=date.fromisoformat(today))
    assert found.events == drafted
    assert [fault.line for fault in found.faults] == [2] * (1 - drafted)
