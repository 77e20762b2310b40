"""The JSON Schemas: written from the model, named in every file, and fit for the real records."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from chronicle import source
from chronicle.commands import main
from chronicle.schema import schemas
from tests import toy

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def records(root: Path) -> list[Path]:
    """Every event file and registry file under a root, without the template."""
    return [*sorted(root.glob("events/*/*.yml")), *sorted(root.glob("registry/*.yml"))]


def kind(path: Path) -> str:
    return "event" if path.parent.parent.name == "events" else path.stem


def validator(name: str) -> Any:
    schema = json.loads(schemas()[f"schema/{name}.schema.json"])
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    return checker(schema)


def test_the_schemas_in_the_project_are_those_of_the_model() -> None:
    stored = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "schema").iterdir()
    }
    assert stored == schemas(), "run: python build.py schema"


def test_the_command_writes_the_schemas(tmp_path: Path) -> None:
    assert main(["schema", "--root", str(tmp_path)]) == 0
    for path, text in schemas().items():
        assert (tmp_path / path).read_bytes() == text.encode()


@pytest.mark.parametrize("root", [ROOT, toy.ROOT], ids=["real", "toy"])
def test_the_first_line_of_every_record_names_its_schema(root: Path) -> None:
    found = records(root)
    assert len(found) > 10
    for path in found:
        named = NAMED.match(path.read_text(encoding="utf-8"))
        assert named, path
        assert (path.parent / named[1]).resolve() == ROOT / f"schema/{kind(path)}.schema.json"


def test_the_template_names_the_schema_for_the_place_it_is_copied_to() -> None:
    named = NAMED.match((ROOT / "events/TEMPLATE.yml").read_text(encoding="utf-8"))
    assert named
    assert (ROOT / "events/2019" / named[1]).resolve() == ROOT / "schema/event.schema.json"


@pytest.mark.parametrize("root", [ROOT, toy.ROOT], ids=["real", "toy"])
def test_the_schema_accepts_every_record(root: Path) -> None:
    checkers = {name: validator(name) for name in
                ("event", "actors", "places", "publishers", "campaigns")}  # fmt: skip
    for path in records(root):
        document = source.read(path.name, path.read_bytes(), source.REGISTRY_BYTES)
        faults = [error.message for error in checkers[kind(path)].iter_errors(document.tree)]
        assert faults == [], path


GOOD = source.read("x", (toy.ROOT / "events/1903/1903-02-01-harbour-declaration.yml").read_bytes())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "3 March 2019"),
        ("date", {"earliest": "2019-03-01"}),
        ("published", "2019-03"),
        ("type", "battel"),
        ("place", "Teapot Hill"),
        ("titel", "x"),
        ("title", "x"),
        ("account", []),
        ("sources", {}),
        ("claims", [{"by": "x", "harm": "killed", "who": "unknown", "count": -1}]),
        ("claims", [{"by": "x", "harm": "killed", "who": "unknown", "count": "many"}]),
        ("former_ids", "x"),
    ],
)
def test_the_schema_refuses_what_an_editor_should_mark(field: str, value: object) -> None:
    assert validator("event").is_valid(GOOD.tree)
    assert not validator("event").is_valid({**GOOD.tree, field: value})


@pytest.mark.parametrize(
    "value",
    ["2019-03-03", "2019-03", "2019", 2019, "2014-05~", "2019-02-09/2019-03-23",
     {"earliest": "2019-03-01", "latest": "2019-03-06"}],
)  # fmt: skip
def test_the_schema_knows_every_form_of_a_date(value: object) -> None:
    assert validator("event").is_valid({**GOOD.tree, "date": value})


@pytest.mark.parametrize("value", [0, 21, {"min": 40}, {"max": 40}, {"min": 16, "max": 21}])
def test_the_schema_knows_every_form_of_a_count(value: object) -> None:
    row = {"by": "x", "harm": "killed", "who": "unknown", "count": value, "sources": ["drum"]}
    assert validator("event").is_valid({**GOOD.tree, "claims": [row]})
