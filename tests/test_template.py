"""What contributors copy: the template record and the example in CONTRIBUTING; the toy archive."""

import re
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chronicle import checks, load, source
from chronicle.model import Actor, Campaign, Event, Model, Place, Publisher
from chronicle.problem import report
from tests import toy

ROOT = Path(__file__).parents[1]
TEMPLATE = (ROOT / "events/TEMPLATE.yml").read_text(encoding="utf-8")
EVERYTHING = re.sub(r"^( *)#~ ", r"\1", TEMPLATE, flags=re.MULTILINE)
"""The template with its rare lines in use."""


def models(kind: Any) -> Iterator[type[Model]]:
    """Every model that a type holds."""
    if isinstance(kind, type) and issubclass(kind, Model):
        yield kind
    for inner in typing.get_args(kind) if not isinstance(kind, type) else ():
        yield from models(inner)


def owner(kind: type[Model], name: str) -> str:
    """The model that brought a field in: Text for the sides of a Statement."""
    return next(base.__name__ for base in reversed(kind.__mro__) if name in vars(base).get(
        "__annotations__", ()))  # fmt: skip


def used(value: object) -> Iterator[tuple[str, str]]:
    """Every field that says something in a record, as (model, name of the field)."""
    if isinstance(value, Model):
        for name in value.model_fields_set:
            yield owner(type(value), name), name
            yield from used(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from used(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from used(item)


def fields(root: type[Model], seen: set[type[Model]] | None = None) -> set[tuple[str, str]]:
    """Every field of every model that can be reached, as (name of the model, name of the field)."""
    seen = set() if seen is None else seen
    if root in seen:
        return set()
    seen.add(root)
    found = {(owner(root, name), name) for name in root.model_fields}
    for field in root.model_fields.values():
        for inner in models(field.annotation):
            found |= fields(inner, seen)
    return found


def check(root: Path) -> list[str]:
    return report(checks.check(load.read(root), toy.TODAY)).split("\n")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The real registries, and the real events that the template names."""
    for folder in ("events", "registry"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize("text", [TEMPLATE, EVERYTHING], ids=["as it stands", "with rare lines"])
def test_a_copy_of_the_template_passes_the_check(text: str, archive: Path) -> None:
    before = check(archive)
    (archive / "events/2019/2019-03-03-your-event.yml").write_text(text, encoding="utf-8")
    assert check(archive) == before


def test_the_template_with_its_rare_lines_uses_every_field() -> None:
    document = source.read("TEMPLATE.yml", EVERYTHING.encode())
    event = Event.model_validate(document.tree)
    assert fields(Event) - set(used(event)) == set()


def test_the_template_shows_only_what_a_new_record_needs() -> None:
    keys = set(source.read("TEMPLATE.yml", TEMPLATE.encode()).tree)
    assert not keys & {"corrections", "former_ids", "merged", "withdrawn"}
    required = {name for name, field in Event.model_fields.items() if field.is_required()}
    named = re.search(r"only (.*?) must stand", TEMPLATE.replace("\n# ", " "))
    assert named
    assert set(re.findall(r"\w+", named[1])) - {"and"} == required


def test_the_toy_archive_uses_every_field_and_every_relation() -> None:
    records = toy.records()
    tables: list[dict[str, load.Record[Any]]] = [
        records.events,
        records.actors,
        records.places,
        records.publishers,
        records.campaigns,
    ]
    found = {field for table in tables for entry in table.values() for field in used(entry.value)}
    for root in (Event, Actor, Place, Publisher, Campaign):
        assert fields(root) - found == set(), root
    relations = {r.relation for e in records.events.values() for r in e.value.related}
    (annotation,) = typing.get_args(typing.get_type_hints(Event)["related"])
    assert relations == set(typing.get_args(typing.get_type_hints(annotation)["relation"]))


def test_the_toy_archive_has_no_problem() -> None:
    assert check(toy.ROOT) == ["0 problems in 0 files"]


def test_the_example_in_the_contributor_documentation_is_a_record() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    document = source.read("CONTRIBUTING.md", example.encode())
    assert document.problems == []
    Event.model_validate(document.tree)


def test_the_example_in_the_contributor_documentation_passes_the_check(archive: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    before = check(archive)
    (archive / "events/2019/2019-03-03-example.yml").write_text(example, encoding="utf-8")
    assert check(archive) == before


def test_the_contributor_documentation_names_every_field_of_an_event() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("## The fields\n")[2].partition("\n## ")[0]
    for name in Event.model_fields:
        assert re.search(rf"`{name}`", table), name
