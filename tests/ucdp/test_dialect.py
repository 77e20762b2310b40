"""What is written in the dialect reads back as the same tree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle import source
from chronicle.ucdp import dialect

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1
)
HARD = st.sampled_from(
    [
        "no",
        "NULL",
        "1e3",
        "0x1f",
        "12:30",
        "2019",
        "-",
        "a: b",
        "a #b",
        "[x]",
        "'",
        '"',
        "~",
        "#",
        "*a",
    ]
)
KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True)
LEAVES = st.one_of(TEXTS, HARD, st.integers(-(10**9), 10**9), st.booleans(), st.none())
TREES = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=4), st.dictionaries(KEYS, part, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str) -> Any:
    document = source.read("x.yml", text.encode())
    assert document.problems == []
    return document.tree


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4))
def test_every_tree_reads_back(tree: dict[str, Any]) -> None:
    assert read("".join(dialect.block(tree))) == tree


@given(st.lists(st.dictionaries(KEYS, TREES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_every_list_reads_back_item_by_item(items: list[Any]) -> None:
    lines = [line for each in items for line in dialect.item(each, 2)]
    assert read("rows:\n" + "".join(lines)) == {"rows": items}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2019-03-03", "2019-03-03"),
        ("2019-02/2019-03", "2019-02/2019-03"),
        ("Syria TV", "Syria TV"),
        ("قتلى", "قتلى"),
        ("no", '"no"'),
        ("2019", '"2019"'),
        ('a "b": c', '"a \\"b\\": c"'),
        (35.5, "35.5"),
        (35.0, "35.0"),
        (36.66361234, "36.6636"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_a_value_stands_bare_only_where_nothing_could_misread_it(value: Any, written: str) -> None:
    assert dialect.scalar(value) == written


def test_short_parts_stand_on_one_line_and_long_ones_on_several() -> None:
    long = "x" * dialect.WIDTH
    text = "".join(dialect.block({"a": {"en": "b"}, "c": [{"d": 1}], "e": {"f": long}}))
    assert text == f"a: {{en: b}}\nc:\n  - {{d: 1}}\ne:\n  f: {long}\n"
