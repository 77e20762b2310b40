"""The static API: the records can be read back from it, and every file follows its schema."""

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from chronicle.export import api, schemas
from chronicle.model import Actor, Campaign, Event, Place, Publisher
from tests import toy
from tests.building import ROOT
from tests.export import real
from tests.export.real import ARCHIVES

REGISTRIES: dict[str, type[BaseModel]] = {
    "actors": Actor,
    "places": Place,
    "publishers": Publisher,
    "campaigns": Campaign,
}
WITHIN = re.compile(r"\[(.+)\.\.(.+)\]")


def record(value: Any) -> Any:
    """A shape as a record writes it: nothing computed, nothing empty, spans as mappings."""
    if isinstance(value, dict):
        kept = {key: record(part) for key, part in value.items() if key != "computed"}
        return {key: part for key, part in kept.items() if part is not None}
    if isinstance(value, list):
        return [record(part) for part in value]
    if isinstance(value, str) and (found := WITHIN.fullmatch(value)):
        return {"earliest": found[1], "latest": found[2]}
    return value


def entry(shape: dict[str, Any]) -> dict[str, Any]:
    """A shape without its id, which a record does not repeat."""
    return {key: part for key, part in record(shape).items() if key != "id"}


def of_kind(name: str, kind: str) -> Iterator[tuple[str, Any]]:
    """Files of one kind of the API: path and content."""
    pattern = r"events/[^/]+" if kind == "event" else kind
    for path, data in real.files(name).items():
        if re.fullmatch(rf"api/v1/{pattern}\.json", path):
            yield path, json.loads(data)


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_record_can_be_built_again_from_the_api_alone(name: str) -> None:
    listed = real.parsed(name, "api/v1/events.json")["events"]
    built = {
        one["id"]: Event.model_validate(entry(real.parsed(name, api.path(one["id"]))))
        for one in listed
    }
    archive = real.archive(name)
    assert list(built) == [dated.id for dated in archive.live]
    assert built == {dated.id: dated.event for dated in archive.live}


@pytest.mark.parametrize("kind", REGISTRIES)
@pytest.mark.parametrize("name", ARCHIVES)
def test_every_entry_of_a_registry_can_be_built_again(name: str, kind: str) -> None:
    rows = real.parsed(name, f"api/v1/{kind}.json")[kind]
    built = {row["id"]: REGISTRIES[kind].model_validate(entry(row)) for row in rows}
    assert built == getattr(real.archive(name), f"shown_{kind}")


@pytest.mark.parametrize("kind", ["event", "events", *REGISTRIES])
@pytest.mark.parametrize("name", ARCHIVES)
def test_every_file_follows_its_schema(name: str, kind: str) -> None:
    schema = real.parsed(name, f"{schemas.FOLDER}{kind}.json")
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    checker.check_schema(schema)
    found = list(of_kind(name, kind))
    assert found
    for path, content in found:
        assert [f"{path}: {error.message[:300]}" for error in checker.iter_errors(content)] == []


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("event", ("date",), "3 March 2019"),
        ("event", ("date",), {"earliest": "2019-03-01", "latest": "2019-03-02"}),
        ("event", ("claims", 0, "count"), 21),
        ("event", ("type",), "picnic"),
        ("event", ("withdrawn",), None),
        ("event", ("computed", "lines"), "3"),
        ("event", ("computed", "secret"), 1),
        ("events", ("events", 0, "account"), []),
        ("places", ("places", 0, "lat"), 95),
        ("actors", ("actors", 0, "name"), "A name"),
    ],
)
def test_a_schema_refuses_what_the_api_does_not_write(
    kind: str, path: tuple[str | int, ...], value: Any
) -> None:
    validator = jsonschema.Draft202012Validator(
        json.loads(toy.exports()[f"{schemas.FOLDER}{kind}.json"])
    )
    event = api.path("1901-03-02-teapot-hill-attack")
    content = json.loads(toy.exports()[event if kind == "event" else f"api/v1/{kind}.json"])
    assert validator.is_valid(content)
    place = content
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert not validator.is_valid(content)


def test_every_field_of_a_schema_says_what_it_means() -> None:
    silent = []
    for path, data in toy.exports().items():
        if path.startswith(schemas.FOLDER):
            for name, definition in json.loads(data).get("$defs", {}).items():
                fields = definition.get("properties", {})
                computed = fields.get("computed", {}).get("properties", {})
                silent += [
                    f"{name}.{field}" for field, one in computed.items() if "description" not in one
                ]
    assert silent == []


def test_an_id_that_shows_no_record_any_more_keeps_a_file_that_says_why() -> None:
    listed = real.parsed("toy", "api/v1/events.json")
    former = {one["id"]: one for one in listed["former"]}
    assert {id: one["status"] for id, one in former.items()} == {
        "1901-03-02-hill-of-hats": "renamed",
        "1901-03-03-teapot-hill-raid": "merged",
        "1902-07-01-bell-tower-theft": "withdrawn",
    }
    for id, one in former.items():
        assert real.parsed("toy", api.path(id)) == one
    assert not set(former) & {one["id"] for one in listed["events"]}


def test_nothing_of_a_withdrawn_or_merged_record_is_published() -> None:
    archive, files = real.archive("toy"), real.files("toy")
    everything = b"".join(files.values())
    for id, event in archive.events.items():
        if not event.live:
            assert {path for path in files if id in path} == {api.path(id)}
            assert (event.account[0].en or "").encode() not in everything


def test_a_record_is_offered_byte_for_byte_as_it_stands() -> None:
    for dated in real.archive("real").live:
        file = ROOT / "events" / dated.id[:4] / f"{dated.id}.yml"
        assert real.files("real")[f"events/{dated.id}.yml"] == file.read_bytes()


def test_a_list_says_that_it_is_a_selection_and_under_which_licence() -> None:
    listed = real.parsed("toy", "api/v1/events.json")
    assert listed["note"]["en"].startswith("A selection of 7 events")
    assert listed["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert listed["changed"] == "2026-02-01"
