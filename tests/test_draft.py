"""Mending: whatever is wrong with a record, the rest of it can still be examined."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chronicle import checks, draft, load, model, source
from chronicle.load import Records
from chronicle.model import Actor, Campaign, Event, Model, Place, Publisher
from chronicle.problem import Problem, report
from tests import toy

EVENT: dict[str, Any] = source.read(
    "x.yml", (toy.ROOT / "events/1901/1901-03-02-teapot-hill-attack.yml").read_bytes()
).tree
REGISTRIES: dict[str, tuple[type[Model], dict[str, Any]]] = {
    name: (kind, source.read("x.yml", (toy.ROOT / f"registry/{name}.yml").read_bytes()).tree)
    for name, kind in (
        ("actors", Actor),
        ("places", Place),
        ("publishers", Publisher),
        ("campaigns", Campaign),
    )
}


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("title", "en"), ("title", "en")),
        (("claims", 0, "count", "Count", "min"), ("claims", 0, "count", "min")),
        (("sources", "Owl_1", "[key]"), ("sources", "Owl_1")),
        (("place",), ("place",)),
        (("claims", 7), ("claims",)),
        ((), ()),
    ],
)
def test_a_location_of_pydantic_becomes_a_place_in_the_tree(
    location: tuple[str | int, ...], expected: tuple[str | int, ...]
) -> None:
    tree = {"title": {"en": 1}, "claims": [{"count": {"min": 1}}], "sources": {"Owl_1": {}}}
    assert draft.place(tree, location) == expected


@pytest.mark.parametrize(
    ("where", "left", "taken_out"),
    [
        (("title",), {"title": {"en": "placeholder", "ar": "نص مؤقت"}}, False),
        (("part_of", 0), {"part_of": ["xx", "b"]}, False),
        (("extra",), {}, True),
        (("former_ids",), {}, True),
        (("sources", "Owl_1"), {"sources": {}}, True),
        (("claims", 0, "side"), {"claims": [{"by": "a"}]}, True),
        (("claims", 0, "by"), {"claims": [{"by": "x", "side": 5}]}, False),
    ],
)
def test_a_fault_is_replaced_or_taken_out_and_lists_keep_their_length(
    where: tuple[str | int, ...], left: dict[str, Any], taken_out: bool
) -> None:
    tree: dict[str, Any] = {
        "title": 5,
        "part_of": [7, "b"],
        "extra": 1,
        "former_ids": 3,
        "sources": {"Owl_1": {}},
        "claims": [{"by": "a", "side": 5}],
    }
    assert draft.mend(Event, tree, where) == taken_out
    assert {key: tree[key] for key in left} == left
    if not left:
        assert where[0] not in tree


def test_every_placeholder_is_one_that_the_model_accepts() -> None:
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type)]
    found = [kind for kind in kinds if issubclass(kind, Model) and kind not in (Model, model.Entry)]
    assert len(found) > 15
    for kind in found:
        if kind is model.SourcedText:
            continue
        tree: dict[str, Any] = {"unknown": 1}
        draft.mend(kind, tree, ())
        kind.model_validate(tree)


def places(tree: Any, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a tree that can be spoiled."""
    found = [where] if where else []
    if isinstance(tree, (dict, list)):
        for key, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            found += places(part, (*where, key))
    return found


def spoil(tree: Any, where: tuple[str | int, ...], value: object, key: bool) -> None:
    """Put a value in a place of a tree, or rename the key there; a place may be gone already."""
    last: Any
    part: Any
    *path, last = where
    for part in path:
        if not isinstance(tree, (dict, list)) or (isinstance(tree, dict) and part not in tree):
            return
        if isinstance(tree, list) and (not isinstance(part, int) or part >= len(tree)):
            return
        tree = tree[part]
    if isinstance(tree, dict) and key:
        tree["Bad_Key"] = tree.pop(str(last), None)
    elif isinstance(tree, dict):
        tree[str(last)] = deepcopy(value)
    elif isinstance(tree, list) and last in range(len(tree)):
        tree[last] = deepcopy(value)


VALUES: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, 1.5, "", " ", "x", "A B", "2019-13-01", "0001-01-01", "9999-12-31", [], {},
     [None], {"": None}, {"en": 5}, {"min": 9, "max": 3}, "x" * 200, 10**14, "pending", [{}], [[]]]
)  # fmt: skip


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_spoiled_event_is_always_mended_and_can_be_examined(data: st.DataObject) -> None:
    tree = deepcopy(EVENT)
    spots = st.tuples(st.sampled_from(places(EVENT)), VALUES, st.booleans())
    for where, value, key in data.draw(st.lists(spots, min_size=1, max_size=6)):
        spoil(tree, where, value, key)
    problems: list[Problem] = []
    id = "1901-03-02-teapot-hill-attack"
    document = source.Document(f"events/1901/{id}.yml", tree)
    record = load.entry(problems, id, Event, document, tree, ())
    assert record
    assert record.draft == bool(problems)
    records = toy.records()
    records.events[id] = record
    records.problems += problems
    report(checks.check(records, toy.TODAY))


@pytest.mark.parametrize("name", REGISTRIES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_spoiled_registry_is_always_mended_and_can_be_examined(
    name: str, data: st.DataObject
) -> None:
    kind, good = REGISTRIES[name]
    tree = deepcopy(good)
    spots = st.tuples(
        st.sampled_from([place for place in places(good) if len(place) > 1]), VALUES, st.booleans()
    )
    for where, value, key in data.draw(st.lists(spots, min_size=1, max_size=4)):
        spoil(tree, where, value, key)
    records: Records = toy.records()
    table: dict[str, Any] = getattr(records, name)
    document = source.Document(f"registry/{name}.yml", tree)
    for id, part in tree.items():
        record = load.entry(records.problems, id, kind, document, part, (id,))
        assert record
        table[id] = record
    report(checks.check(records, toy.TODAY))


def test_a_mended_record_is_one_that_the_model_accepts_again() -> None:
    tree = deepcopy(EVENT)
    tree["claims"][0]["count"] = {"min": 9, "max": 3}
    with pytest.raises(ValidationError):
        Event.model_validate(tree)
    problems: list[Problem] = []
    record = load.entry(problems, "x", Event, source.Document("x.yml", tree), tree, ())
    assert record
    assert record.mended == (("claims", 0, "count"),)
    assert tree["claims"][0]["count"] == {"min": 9, "max": 3}, "what was read stays as it was"
