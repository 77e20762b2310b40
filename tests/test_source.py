"""The strict loader: what it reads, what it refuses in which line, and that nothing stops it."""

import re
import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.source import DEPTH, EVENT_BYTES, Document, field_name, read

SECONDS = 10
"""Far more than any input of the allowed size takes, far less than a quadratic one."""


def problems(document: Document) -> list[str]:
    """The problems of a document as `line: field: message`."""
    return [
        f"{problem.line}: {problem.field}: {problem.message}"
        if problem.field
        else f"{problem.line}: {problem.message}"
        for problem in document.problems
    ]


def tree(text: str) -> Any:
    document = read("x.yml", text.encode())
    assert problems(document) == []
    return document.tree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("-12", -12),
        ("123456789012345", 123456789012345),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("2019-03-03", "2019-03-03"),
        ("2014-05~", "2014-05~"),
        ("2019-03", "2019-03"),
        ("'yes'", "yes"),
        ('"1:30"', "1:30"),
        ("'012'", "012"),
        ("'null'", "null"),
        ("'9999999999999999999'", "9999999999999999999"),
        ("yes and no", "yes and no"),
        ("1e", "1e"),
        ("e5", "e5"),
        ("12 dead", "12 dead"),
        ("Truth", "Truth"),
        ("[]", []),
        ("{}", {}),
        ("{a: {b: [1, x]}}", {"a": {"b": [1, "x"]}}),
        ("|\n  a\n  b", "a\nb\n"),
        (">-\n  a\n  b", "a b"),
        ("'می\u200cخواهم'", "می\u200cخواهم"),
    ],
)
def test_a_value_has_the_type_that_everyone_expects(text: str, expected: object) -> None:
    found = tree(f"key: {text}\n")["key"]
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "~",
        "True",
        "TRUE",
        "NULL",
        "Null",
        "012",
        "0o17",
        "0x1F",
        "0b11",
        "00",
        "-01",
        "+5",
        "+1.5",
        "1_000",
        "1:30",
        "1:30:00",
        "-1:30",
        "190:20:30.15",
        ".5",
        "5.",
        "1e3",
        "1.5E-3",
        ".5e1",
        "1.e5",
        "-.inf",
        ".INF",
        ".nan",
    ],
)
def test_what_two_readers_take_for_two_things_must_be_quoted(text: str) -> None:
    assert problems(read("x.yml", f"a: 1\nkey: {text}".encode())) == [
        f"2: key: {text} can be read in two ways; quote it: '{text}'"
    ]
    assert tree(f"key: '{text}'") == {"key": text}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b"\xef\xbb\xbfa: 1",
            "1: begins with a byte order mark; save the file as UTF-8 without one",
        ),
        (b"a: 1\nb: \xe9t\xe9", "2: byte 0xe9 is not UTF-8"),
        ("a: 1".encode("utf-16"), "1: byte 0xff is not UTF-8"),
        (b"a: 1\nb: 2\r\n", "2: ends a line with a carriage return; use LF"),
        (b"a:\n\tb: 1", "2: a tab as indentation; use spaces"),
        (b"a:\n  \tb: 1", "2: a tab as indentation; use spaces"),
        (b"a: &x 1", '1: "&x" is an anchor; write the value out'),
        (b"a: 1\nb: &x [1]", '2: "&x" is an anchor; write the value out'),
        (b"a: 1\nb: *a", '2: "*a" is an alias; write the value out'),
        (b"a: 1\n<<: {b: 1}", '2: "<<" is a merge key; write the keys out'),
        (b"a:\n  b: 1\n  <<: {c: 1}", '3: a: "<<" is a merge key; write the keys out'),
        (b"a: !x 1", '1: "!x" is a tag; leave it out'),
        (b"a: !!int 1", '1: "tag:yaml.org,2002:int" is a tag; leave it out'),
        (b"a: ! 1", '1: "!" is a tag; leave it out'),
        (b"a: 1\n---\nb: 1", "2: a second document begins; one file is one document"),
        (b"a: 1\nb: 2\na: 3", '3: a: "a" stands twice; first in line 1'),
        (b"a:\n  b: 1\n  b: 2", '3: a.b: "b" stands twice; first in line 2'),
        (b"a: 1\n? [b]\n: 1", "2: a mapping or list as a key; keys are plain words"),
        (b"a:\nb: 1", "1: a: no value; write one or leave the key out"),
        (b"a:\n  - 1\n  -", "3: a[1]: no value; write one or leave the key out"),
        (b"a: 1234567890123456", "1: a: a number of more than 15 signs; quote it if it is text"),
        (b"a: 0.12345678901234", "1: a: a number of more than 15 signs; quote it if it is text"),
        (b"a: " + b"9" * 5000, "1: a: a number of more than 15 signs; quote it if it is text"),
    ],
)  # fmt: skip
def test_what_the_dialect_does_not_know_is_refused_in_its_line(
    content: bytes, expected: str
) -> None:
    assert problems(read("x.yml", content)) == [expected]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1", 1), ("a: 1\nb: 'x", 2), ("a: b: c", 1), ("a: 1\n- b", 2), ("a: 1\n b: 1", 2)],
)
def test_what_is_no_yaml_says_so_in_its_line(text: str, line: int) -> None:
    (problem,) = read("x.yml", text.encode()).problems
    assert problem.line == line
    assert problem.message.startswith("not readable as YAML: ")
    assert problem.message.endswith("; mind indentation, and quote text that holds ': ' or ' #'")


NAMELESS = "a control, private or unassigned character"
UNSEEN = "which readers cannot see; remove it"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: x\u202ey", f"2: b: holds U+202E (RIGHT-TO-LEFT OVERRIDE), {UNSEEN}"),
        ("a: x\u2066y", f"1: a: holds U+2066 (LEFT-TO-RIGHT ISOLATE), {UNSEEN}"),
        ("a: x\u200fy", f"1: a: holds U+200F (RIGHT-TO-LEFT MARK), {UNSEEN}"),
        ("a: x\u200by", f"1: a: holds U+200B (ZERO WIDTH SPACE), {UNSEEN}"),
        ("a: x\u200cy", f"1: a: holds U+200C (ZERO WIDTH NON-JOINER), {UNSEEN}"),
        ("a: نص\u200c", f"1: a: holds U+200C (ZERO WIDTH NON-JOINER), {UNSEEN}"),
        ("a: x\u00ady", f"1: a: holds U+00AD (SOFT HYPHEN), {UNSEEN}"),
        ("a: 1\nb: \ue000", f"2: b: holds U+E000 ({NAMELESS}), {UNSEEN}"),
        ("a: \U000e0041", f"1: a: holds U+E0041 (TAG LATIN CAPITAL LETTER A), {UNSEEN}"),
        ("a: \u0378", f"1: a: holds U+0378 ({NAMELESS}), {UNSEEN}"),
        ('a: "\\x1b[31m"', f"1: a: holds U+001B ({NAMELESS}), {UNSEEN}"),
        ('a: "\\u202e"', f"1: a: holds U+202E (RIGHT-TO-LEFT OVERRIDE), {UNSEEN}"),
        ('a: 1\nb: "x\\ty"', f"2: b: holds U+0009 ({NAMELESS}), {UNSEEN}"),
        ("a: 1\nb: 2\nc: \x07x", f"3: holds U+0007 ({NAMELESS}), {UNSEEN}"),
        ("a: 1\nb: \x00", f"2: holds U+0000 ({NAMELESS}), {UNSEEN}"),
        ("a: 1 # x\u202ey", f"1: holds U+202E (RIGHT-TO-LEFT OVERRIDE), {UNSEEN}"),
        ("x\u202ey: 1", f"1: x\u202ey: holds U+202E (RIGHT-TO-LEFT OVERRIDE), {UNSEEN}"),
        ("a: [1, x\u202ey]", f"1: a[1]: holds U+202E (RIGHT-TO-LEFT OVERRIDE), {UNSEEN}"),
    ],
)  # fmt: skip
def test_a_character_that_nobody_sees_is_refused_in_its_line(text: str, expected: str) -> None:
    assert problems(read("x.yml", text.encode())) == [expected]


def test_every_fault_of_a_file_is_found_in_one_run() -> None:
    text = "a: yes\nb: 012\na: 1\nc:\nd: x\u202ey\n"
    assert [problem.line for problem in read("x.yml", text.encode()).problems] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("size", "fits"), [(EVENT_BYTES, True), (EVENT_BYTES + 1, False)])
def test_a_file_has_at_most_256_kib(size: int, fits: bool) -> None:
    document = read("x.yml", b"a: 1 #".ljust(size, b"x"))
    assert problems(document) == (
        [] if fits else [f"0: {size} bytes; at most {EVENT_BYTES} bytes are allowed"]
    )


@pytest.mark.parametrize(("depth", "fits"), [(DEPTH, True), (DEPTH + 1, False)])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_nesting_ends_at_twelve_levels(opening: str, closing: str, depth: int, fits: bool) -> None:
    document = read("x.yml", (opening * depth + "1" + closing * depth).encode())
    assert problems(document) == ([] if fits else ["1: nested more than 12 levels deep"])


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("a: 1\nb:\n  c: 2\n", ("b", "c"), 3),
        ("a: 1\nb:\n  - 1\n\n  - 2\n", ("b", 1), 5),
        ("a:\n  - x: 1\n    y: 2\n", ("a", 0, "y"), 3),
        ("a: {b: 1,\n  c: 2}", ("a", "c"), 2),
        ("a: 1\nb:\n  c: 2\n", ("b", "missing", 3), 2),
        ("a: 1\n", ("missing",), 1),
        ("# comment\n\na: |\n  x\nb: 1\n", ("b",), 5),
    ],
)
def test_the_line_of_every_key_and_item_is_remembered(
    text: str, place: tuple[str | int, ...], line: int
) -> None:
    assert read("x.yml", text.encode()).line(place) == line


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((), ""),
        (("place",), "place"),
        (("claims", 2, "count"), "claims[2].count"),
        (("sources", "sohr", "relies_on", 0), "sources.sohr.relies_on[0]"),
    ],
)
def test_a_place_is_written_as_a_person_points_at_it(
    place: tuple[str | int, ...], expected: str
) -> None:
    assert field_name(place) == expected


HUGE = {
    "brackets": b"[" * 50_000,
    "braces": b"{a: " * 50_000,
    "lists": b"- " * 50_000,
    "questions": b"? " * 50_000,
    "closing brackets": b"]" * 50_000,
    "keys": b"".join(b"k%d: 1\n" % number for number in range(20_000)),
    "one key": b"k: 1\n" * 50_000,
    "one long list": b"[" + b"1," * 120_000 + b"1]",
    "tabs": b"\t\n" * 120_000,
    "spaces": b" " * 250_000,
    "a quotation without end": b'a: "' + b"x" * 250_000,
    "digits": b"a: " + b"1" * 250_000,
    "digits and a letter": b"a: " + b"1" * 250_000 + b"x",
    "underscores": b"a: 1" + b"_" * 250_000 + b"x",
    "colons": b"a: '" + b"1:" * 120_000 + b"'",
    "zeros": b"a: 0" + b"0" * 250_000 + b"x",
    "anchors": b"&a " * 80_000,
    "overrides": "a: \u202e\n".encode() * 30_000,
    "non-joiners": b"a: " + "\u200c".encode() * 80_000,
    "documents": b"---\n" * 60_000,
    "a comment": b"#" * 250_000,
    "bytes of no meaning": bytes(range(256)) * 1_000,
}


@pytest.mark.parametrize("content", HUGE.values(), ids=HUGE)
def test_no_input_takes_long(content: bytes) -> None:
    start = time.perf_counter()
    read("x.yml", content)
    assert time.perf_counter() - start < SECONDS


@given(st.binary(max_size=2_000))
def test_no_bytes_stop_the_loader(content: bytes) -> None:
    document = read("x.yml", content)
    assert all(problem.path == "x.yml" for problem in document.problems)


SIGNS = st.sampled_from(
    [*"[]{}:,-?&*!|>'\"%@`#\n \t~", ": ", "- ", "\n  ", "a", "1", "<<", "---\n", "\u202e", "é", "ن"]
)


@given(st.lists(SIGNS).map("".join) | st.text())
@settings(max_examples=500)
def test_no_text_stops_the_loader_and_every_line_it_names_is_there(text: str) -> None:
    content = text.encode("utf-8", errors="surrogatepass")
    document = read("x.yml", content)
    # libyaml counts NEL, LS and PS (all barred) and the end of the file as ends of lines too.
    ends = sum(text.count(sign) for sign in "\n\r\u0085\u2028\u2029")
    assert all(0 <= problem.line <= ends + 2 for problem in document.problems)


visible = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"]), max_size=30
)
scalars = (
    st.booleans()
    | st.none()
    | st.integers(-(10**14) + 1, 10**15 - 1)
    | st.decimals(-90, 90, places=4).map(float).filter(lambda number: "e" not in repr(number))
    | visible
    | st.sampled_from(["yes", "1:30", "012", "null", "- x", "a: b", "x #y", "2019-03", "&a", "!x"])
)
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(visible, inner, max_size=4),
    max_leaves=20,
)


class Writer(yaml.SafeDumper):
    """PyYAML's writer; it writes out what stands twice, as a record must."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def quoted(writer: Writer, text: str) -> yaml.ScalarNode:
    """Quote what PyYAML would leave bare and the dialect may not know, such as y and 012."""
    style = None if re.fullmatch(r"[A-Za-z]{6,}( \w+)*", text) else "'"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Writer.add_representer(str, quoted)


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


@given(st.dictionaries(visible, documents, max_size=5), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_written_document_is_read_back_equal(value: dict[str, Any], flow: bool) -> None:
    if depth(value) > DEPTH or "<<" in str(value):
        return
    text = yaml.dump(
        value, Dumper=Writer, allow_unicode=True, default_flow_style=flow, sort_keys=False
    )
    document = read("x.yml", text.encode())
    assert problems(document) == []
    assert document.tree == value
    assert repr(document.tree) == repr(value), "types too: 1 is not 1.0 and not true"
