"""Candidates are scored by date, distance, sides and type, and never by their figures."""

import os
from pathlib import Path
from typing import Any

import pytest

from chronicle import archive as archives
from chronicle import load
from chronicle.ucdp import matching, rows
from chronicle.ucdp.matching import Candidate
from tests import small
from tests.building import ROOT
from tests.ucdp import invented

REFERENCE = os.environ.get("CHRONICLE_REFERENCE")
PLACES = {
    "hill": small.place(kind="village", lat=35.25, lon=36.5, basis="x"),
    "governorate": small.place(kind="governorate", lat=35.25, lon=36.5, basis="x"),
    "nowhere": small.place(),
    "wide": small.place(kind="region", governorate=None, country="sy"),
}
ACTORS = {
    **small.ACTORS,
    "tin-guard": small.actor("state", ucdp=11),
    "reed-council": small.actor("non-state", ucdp=999999),
}
PARTS = [
    {"actor": "tin-guard", "role": "target", "sources": ["a"]},
    {"actor": "reed-council", "role": "attacker", "attribution": "alleged", "sources": ["a"]},
]
HERE = {
    "latitude": "35.25",
    "longitude": "36.5",
    "date_start": "2019-03-03",
    "date_end": "2019-03-03",
}


def found(
    folder: Path, *changes: dict[str, str], most: int = 9, **event: object
) -> list[Candidate]:
    tree = small.event(**{"place": "hill", "actors": PARTS, **event})
    archive = small.archive(tree, places=PLACES, actors=ACTORS)
    read = rows.read(invented.file(folder, *({**HERE, **one} for one in changes))).rows
    return matching.candidates(archive, read, most).get(small.ID, [])


def score(folder: Path, row: dict[str, str], **event: Any) -> float:
    candidates = found(folder, row, **event)
    return candidates[0].score if candidates else 0.0


def test_the_same_day_place_sides_and_type_score_one(tmp_path: Path) -> None:
    (candidate,) = found(tmp_path, {})
    assert (candidate.row.id, candidate.score, candidate.days, candidate.km) == (7, 1.0, 0, 0.0)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({}, {"date_start": "2019-03-04", "date_end": "2019-03-04"}),
        (
            {"date_start": "2019-03-04", "date_end": "2019-03-04"},
            {"date_start": "2019-03-05", "date_end": "2019-03-05"},
        ),
        ({}, {"date_end": "2019-03-31", "date_prec": "4"}),
        ({}, {"latitude": "35.3"}),
        ({"latitude": "35.3", "where_prec": "2"}, {"latitude": "35.3"}),
        ({}, {"where_prec": "4"}),
        ({"where_prec": "4"}, {"where_prec": "6"}),
        ({}, {"side_a": "Other Guard", "side_a_new_id": "77"}),
        ({}, {"type_of_violence": "3"}),
    ],
)
def test_what_agrees_better_scores_higher(
    tmp_path: Path, better: dict[str, str], worse: dict[str, str]
) -> None:
    assert 1 >= score(tmp_path, better) > score(tmp_path, worse) > 0


@pytest.mark.parametrize(
    "row",
    [
        {"date_start": "2019-03-06", "date_end": "2019-03-06"},
        {"date_start": "2019-02-28", "date_end": "2019-02-28"},
        {"latitude": "36.5"},
    ],
)
def test_a_row_of_other_days_or_of_another_place_is_no_candidate(
    tmp_path: Path, row: dict[str, str]
) -> None:
    assert found(tmp_path, row) == []


def test_the_figures_change_no_score(tmp_path: Path) -> None:
    none = {"low": "0", "best": "0", "deaths_a": "0", "deaths_b": "0"}
    claims = [small.claim(count=25)]
    assert score(tmp_path, none, claims=claims) == score(tmp_path, {}, claims=claims)


def test_a_row_of_a_whole_governorate_is_near_a_governorate(tmp_path: Path) -> None:
    village, whole = {"id": "8"}, {"id": "9", "where_prec": "4"}
    candidates = found(tmp_path, village, whole, place="governorate")
    assert [one.row.id for one in candidates] == [9, 8]


@pytest.mark.parametrize(
    ("place", "adm_1", "expected"),
    [("nowhere", "Hamah Governorate", 0.6), ("nowhere", "Idlib Governorate", 0), ("wide", "", 0)],
)
def test_a_place_without_a_point_agrees_with_its_governorate(
    tmp_path: Path, place: str, adm_1: str, expected: float
) -> None:
    assert score(tmp_path, {"adm_1": adm_1, "latitude": "36.0"}, place=place) == expected


def test_dead_civilians_may_stand_for_the_second_side(tmp_path: Path) -> None:
    actors = [PARTS[0], {"actor": "villagers", "role": "affected", "sources": ["a"]}]
    fighters: dict[str, str] = {}
    civilians = {"deaths_b": "0", "deaths_civilians": "4"}
    assert score(tmp_path, civilians, actors=actors) > score(tmp_path, fighters, actors=actors)


def test_an_event_that_the_dataset_would_not_have_scores_less(tmp_path: Path) -> None:
    assert score(tmp_path, {}, type="agreement") == 0.6


def test_only_the_best_are_returned(tmp_path: Path) -> None:
    candidates = found(tmp_path, {"id": "3", "latitude": "35.26"}, {"id": "2"}, {"id": "1"}, most=2)
    assert [one.row.id for one in candidates] == [1, 2]


@pytest.mark.skipif(REFERENCE is None, reason="CHRONICLE_REFERENCE is not set: no real rows")
def test_the_real_events_find_their_rows() -> None:
    table = rows.read(Path(str(REFERENCE)) / "data" / "ucdp-ged-syria-2016-2019.csv.gz")
    candidates = matching.candidates(archives.build(load.read(ROOT)), table.rows, 1)
    first = candidates["2019-03-03-al-masasna-attack"][0]
    assert (first.row.id, first.row.deaths.best, first.score) == (281723, 33, 1.0)
    expected = {
        "2019-03-02-sdf-baghuz-two-fronts": 281710,
        "2019-03-10-baghuz-final-assault": 282298,
        "2019-03-03-north-latakia-attack": 281728,
        "2019-10-26-barisha-raid": 309875,
    }
    assert {id: candidates[id][0].row.id for id in expected} == expected
