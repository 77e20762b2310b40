"""Shapes: exactly the fields that are allowed, dates as EDTF, and nothing of what is gone."""

from typing import Any

import pytest
from pydantic import BaseModel

from chronicle import model
from chronicle.dates import Moment, Span, span
from chronicle.export import computed, shape
from tests import small, toy
from tests.small import ID

GONE = {"on": "2020-02-01", "reason": small.text("It was wrong", "كان خطأ")}
HIDDEN: dict[type[BaseModel], set[str]] = {model.Event: {"withdrawn", "merged"}}
"""Fields that a shape leaves out: a record that has them is not shown."""

FULL = small.event(
    actors=[{"actor": "rebels", "role": "target", "sources": ["a"]}],
    claims=[small.claim(note=small.text(), side="guard")],
    disputed=[{**small.text(), "sources": ["a"]}],
    related=[{"event": "other", "relation": "before"}],
    corrections=[{"on": "2020-02-01", "what": small.text()}],
    part_of=["spring"],
)


def shaped() -> dict[str, Any]:
    archive = small.archive(FULL)
    return shape.event(archive, archive.live[0], {"en": "x", "ar": "س"})


def names(kind: type[BaseModel]) -> set[str]:
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    return fields - HIDDEN.get(kind, set())


def without(tree: dict[str, Any], *others: str) -> set[str]:
    return set(tree) - {"id", "computed", *others}


def test_an_event_has_every_field_of_its_record_and_no_other() -> None:
    event = shaped()
    assert without(event) == names(model.Event)
    optional = {"translation"}
    parts: list[tuple[dict[str, Any], type[BaseModel]]] = [
        (event["actors"][0], model.Part),
        (event["account"][0], model.Statement),
        (event["claims"][0], model.Claim),
        (event["disputed"][0], model.Dispute),
        (event["sources"]["a"], model.Source),
        (event["related"][0], model.Related),
        (event["corrections"][0], model.Correction),
        (event["external"], model.External),
    ]
    for tree, kind in parts:
        assert without(tree) == names(kind) - optional - {"id"}, kind
        assert ("id" in tree) == ("id" in names(kind)), kind


def test_an_entry_of_a_registry_has_every_field_of_the_model_and_no_other() -> None:
    archive = toy.archive()
    assert without(shape.actor(archive, "reed-council")) == names(model.Actor)
    assert without(shape.place(archive, "teapot-hill")) == names(model.Place)
    assert without(shape.publisher(archive, "owl-watch")) == names(model.Publisher)
    assert without(shape.campaign(archive, "salt-road-dispute")) == names(model.Campaign)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (span("2019-03-03"), "2019-03-03"),
        (span("2014-05"), "2014-05"),
        (span("2014~"), "2014~"),
        (span("2019-02-09/2019-03"), "2019-02-09/2019-03"),
        (Span(Moment(2019, 3, 1), Moment(2019, 3, 6), within=True), "[2019-03-01..2019-03-06]"),
    ],
)
def test_a_date_is_one_text_of_edtf(written: Span, expected: str) -> None:
    assert computed.date(written) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2019-03-03", ("2019-03-03", "2019-03-03", "day")),
        ("2016-02", ("2016-02-01", "2016-02-29", "month")),
        ("2014~", ("2014-01-01", "2014-12-31", "year")),
        ("2019-02-09/2019-03", ("2019-02-09", "2019-03-31", "mixed")),
    ],
)
def test_the_days_that_a_date_can_mean_are_computed(date: str, expected: tuple[str, ...]) -> None:
    archive = small.archive(small.event(date=date))
    computed = shape.event(archive, archive.live[0], {})["computed"]
    assert tuple(computed[f"date_{part}"] for part in ("first", "last", "precision")) == expected


def test_what_the_lines_support_is_computed_beside_what_the_editors_say() -> None:
    sources = {"a": small.source("wire"), "b": small.source("monitor")}
    archive = small.archive(small.event(sources=sources, grading="weak"))
    event = shape.event(archive, archive.live[0], {})
    assert event["grading"] == "weak"
    computed = event["computed"]
    assert (computed["supported_grading"], computed["lines"]) == ("fair", 2)
    assert computed["line_ids"] == ["monitor", "wire"]
    assert event["account"][0]["computed"] == {"lines": 1}


def test_the_names_of_everyone_in_the_record_stand_beside_it() -> None:
    names = shaped()["computed"]["names"]
    assert names["place"] == small.text("The hill", "التل")
    assert list(names["actors"]) == ["guard", "rebels"]
    assert list(names["publishers"]) == ["monitor", "paper"]
    assert list(names["campaigns"]) == ["spring"]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ({"withdrawn": GONE}, ("withdrawn", None)),
        ({"merged": {**GONE, "into": "2019-04-01-hill"}}, ("merged", "2019-04-01-hill")),
    ],
)
def test_of_a_record_that_is_gone_only_that_and_the_reason_are_left(
    end: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    archive = small.archive({ID: small.event(**end), "2019-04-01-hill": small.event()})
    former = shape.former(ID, archive.events[ID])
    assert set(former) == {"id", "status", "on", "into", "reason"}
    assert (former["status"], former["into"]) == expected
    assert former["reason"] == GONE["reason"]
