"""Words for what the model refuses: no message speaks of Python, every one says what is right."""

import json
import re
from typing import Any

import pytest

from chronicle import faults, load, schema, source
from chronicle.model import Event, Model, Place, Publisher
from chronicle.problem import Problem
from tests import toy

GOOD = "1903/1903-02-01-harbour-declaration"


def event() -> dict[str, Any]:
    content = (toy.ROOT / f"events/{GOOD}.yml").read_bytes()
    tree: dict[str, Any] = source.read("x.yml", content).tree
    return tree


def messages(model: type[Model], tree: dict[str, Any]) -> list[str]:
    problems: list[Problem] = []
    document = source.Document("x.yml", tree)
    load.entry(problems, "x", model, document, tree, ())
    return [f"{problem.field}: {problem.message}" for problem in problems]


GRADINGS = "is not one of: confirmed, fair, contested, weak, discounted"
LIST = "is not a list; write [a, b] or a line with - for each"
EMPTY = "is not a text; write something or leave the key out"
COUNTRY = "is not a country code; write sy or another of ISO 3166 in small letters"
LANGUAGE = "is not a language code; write en, ar or another of ISO 639"
PLACE: dict[str, Any] = {"name": {"en": "x", "ar": "نص"}, "kind": "town", "country": "sy"}
PUBLISHER: dict[str, Any] = {"name": "x", "kind": "newspaper"}


@pytest.mark.parametrize(
    ("model", "change", "expected"),
    [
        (Event, {"grading": "Fair"}, f'grading: "Fair" {GRADINGS}; did you mean "fair"?'),
        (Event, {"placs": "x"}, 'placs: unknown key "placs"; did you mean "place"?'),
        (Event, {"zzz": "x"}, 'zzz: unknown key "zzz"'),
        (Event, {"place": 12}, "place: 12 is not text; quote it if it looks like a number"),
        (Event, {"place": None}, "place: null is not text; quote it if it looks like a number"),
        (Event, {"place": True}, "place: true is not text; quote it if it looks like a number"),
        (Event, {"place": "A B"}, 'place: "A B" is not an id; use a-z, 0-9 and -'),
        (Event, {"place": "x" * 101}, f'place: "{"x" * 56}... has more than 100 characters'),
        (Event, {"part_of": "x"}, f'part_of: "x" {LIST}'),
        (Event, {"title": "x"}, 'title: "x" is not a mapping of keys to values'),
        (Event, {"sources": []}, "sources: [] is not a mapping of keys to values"),
        (Event, {"account": []}, "account: [] has fewer than 1 entries"),
        (Event, {"external": {"ucdp_ged": 1.5}}, "external.ucdp_ged: 1.5 is not a whole number"),
        (Event, {"external": {"ucdp_ged": 0}}, "external.ucdp_ged: 0 is not more than 0"),
        (Event, {"external": {"acled": ""}}, f'external.acled: "" {EMPTY}'),
        (Event, {"external": {"acled": " "}}, f'external.acled: " " {EMPTY}'),
        (Place, {"lat": "north", "lon": 36.1, "basis": "x"}, 'lat: "north" is not a number'),
        (Place, {"lat": 91, "lon": 36.1, "basis": "x"}, "lat: 91 is more than 90"),
        (Place, {"lat": -91, "lon": 36.1, "basis": "x"}, "lat: -91 is less than -90"),
        (Place, {"country": "SY"}, f'country: "SY" {COUNTRY}'),
        (Place, {"pcode": "3036"}, 'pcode: "3036" is not a P-code; write C3036 or SY0502'),
        (Publisher, {"languages": ["English"]}, f'languages[0]: "English" {LANGUAGE}'),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_words_that_say_what_would_be_right(
    model: type[Model], change: dict[str, Any], expected: str
) -> None:
    tree = {Event: event(), Place: PLACE, Publisher: PUBLISHER}[model]
    assert messages(model, tree) == []
    assert messages(model, tree | change) == [expected]


def test_every_pattern_of_the_model_has_its_words() -> None:
    """A pattern without words would be a traceback."""
    text = "\n".join(schema.schemas().values())
    patterns = {json.loads(found) for found in re.findall(r'"pattern": ("(?:\\.|[^"])*")', text)}
    dates = {pattern for pattern in patterns if r"\d{4}" in pattern}
    assert patterns - dates == set(faults.FORMS)
