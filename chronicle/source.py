"""Strict YAML: the bytes of a file in, a tree that remembers the line of every key out.

Only a small, safe dialect exists (safety rules 13 and 14): mappings, sequences, text, true, false,
null, decimal integers and decimal fractions. Everything is built from libyaml's event stream, one
event at a time and without recursion, so that no input can exhaust the stack; what the values mean
is left to `model`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from chronicle import characters
from chronicle.problem import Problem

Tree = Any
"""A dict, list or scalar; the model gives it its type."""

EVENT_BYTES: Final = 256 * 1024
REGISTRY_BYTES: Final = 2 * 1024 * 1024
DEPTH: Final = 12
"""Limits of safety rule 13."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_DIGITS: Final = 15
"""More is no number that a person wrote; Python refuses integers of over 4,300 digits."""
_AMBIGUOUS = re.compile(
    r"""(?ix) ~ | y | n | yes | no | on | off | true | false | null
    | [-+]?0[0-9_]+ | [-+]?0[xob][0-9a-f_]+ | \+[0-9.]+ | [-+]?[0-9][0-9]*_[0-9_]*
    | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9]*)?
    | [-+]?\.[0-9]+ | [-+]?[0-9]+\. | [-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)e[-+]?[0-9]+
    | [-+]?\.inf | \.nan
    """
)
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}


@dataclass
class Document:
    """One file as read: its bytes, its tree, the line of every key and item, and its faults."""

    path: str
    tree: Tree = None
    content: bytes = b""
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Sequence[str | int]) -> int:
        """Return the line of a place in the tree, or of the nearest thing that holds it."""
        for length in range(len(place), -1, -1):
            found = self.lines.get(tuple(place[:length]))
            if found is not None:
                return found
        return 1

    def fault(self, line: int, field: str, message: str) -> None:
        self.problems.append(Problem(self.path, line, field, message))


def field_name(place: Sequence[str | int]) -> str:
    """Write a place in the tree as a person points at it: `claims[2].count`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")


def read(path: str, content: bytes, limit: int = EVENT_BYTES) -> Document:
    """Read one file's bytes; faults are collected in the document, nothing is raised."""
    document = Document(path, content=content)
    text = _decoded(document, content, limit)
    if text is None:
        return document
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            builder.take(event)
            if builder.stopped:
                return document
    except yaml.YAMLError as error:
        if isinstance(error, yaml.reader.ReaderError):
            # libyaml names no line for a character that it refuses; our own rule does.
            _check_characters(document, text, [])
        if not document.problems:
            document.fault(_error_line(error, text), "", _error_message(error))
        return document
    _check_characters(document, text, builder.scalars)
    document.tree = builder.root
    return document


def _decoded(document: Document, content: bytes, limit: int) -> str | None:
    """Check what can be checked on the bytes; return the text, or None where it is unreadable."""
    if len(content) > limit:
        document.fault(0, "", f"{len(content)} bytes; at most {limit} bytes are allowed")
        return None
    if content.startswith(b"\xef\xbb\xbf"):
        document.fault(1, "", "begins with a byte order mark; save the file as UTF-8 without one")
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.fault(line, "", f"byte {content[error.start]:#04x} is not UTF-8")
        return None
    if "\r" in text:
        document.fault(
            text.count("\n", 0, text.index("\r")) + 1,
            "",
            "ends a line with a carriage return; use LF",
        )
        return None
    for line, row in enumerate(text.split("\n"), 1):
        if row.lstrip(" ").startswith("\t"):
            document.fault(line, "", "a tab as indentation; use spaces")
    return None if document.problems else text


def _error_line(error: yaml.YAMLError, text: str) -> int:
    """Return the line of an error; libyaml puts the end of a file one line too far."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return min(mark.line, text.rstrip().count("\n")) + 1 if mark else 1


def _error_message(error: yaml.YAMLError) -> str:
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return f"not readable as YAML: {said}; mind indentation, and quote text that holds ': ' or ' #'"


@dataclass
class _Level:
    """One open mapping or sequence; `key` is the mapping's key that waits for its value."""

    place: tuple[str | int, ...]
    node: dict[str, Tree] | list[Tree]
    key: str | None = None
    skip: bool = False


class _Builder:
    """Builds the tree out of parser events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root: Tree = None
        self.levels: list[_Level] = []
        self.scalars: list[tuple[str, int, tuple[str | int, ...]]] = []
        self.stopped = False
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(line, "a second document begins; one file is one document")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(line, f'"*{event.anchor}" is an alias; write the value out')
        elif isinstance(event, yaml.NodeEvent):
            self._check_node(event, line)
            if not self.stopped:
                self._open(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.levels.pop()

    def _stop(self, line: int, message: str) -> None:
        self.document.fault(line, "", message)
        self.stopped = True

    def _check_node(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._stop(line, f'"&{event.anchor}" is an anchor; write the value out')
        elif tag := getattr(event, "tag", None):
            self._stop(line, f'"{tag}" is a tag; leave it out')

    def _open(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            if self._awaits_key():
                self._take_key(event, line)
            else:
                place = self._place(line)
                self.scalars.append((event.value, line, place))
                self._put(self._value(event, line, place))
            return
        if self._awaits_key():
            self._stop(line, "a mapping or list as a key; keys are plain words")
            return
        place = self._place(line)
        node: dict[str, Tree] | list[Tree] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(node)
        self.levels.append(_Level(place, node))
        if len(self.levels) > DEPTH:
            self._stop(line, f"nested more than {DEPTH} levels deep")

    def _awaits_key(self) -> bool:
        return (
            bool(self.levels)
            and isinstance(self.levels[-1].node, dict)
            and (self.levels[-1].key is None)
        )

    def _take_key(self, event: yaml.ScalarEvent, line: int) -> None:
        level = self.levels[-1]
        level.key = event.value
        place = (*level.place, event.value)
        self.scalars.append((event.value, line, place))
        assert isinstance(level.node, dict)
        level.skip = event.value in level.node or event.value == "<<"
        if event.value == "<<":
            self.document.fault(
                line, field_name(level.place), '"<<" is a merge key; write the keys out'
            )
        elif level.skip:
            first = self.document.lines[place]
            self.document.fault(
                line, field_name(place), f'"{event.value}" stands twice; first in line {first}'
            )
        else:
            self.document.lines[place] = line

    def _place(self, line: int) -> tuple[str | int, ...]:
        """Return where the value that comes now stands, and note its line."""
        if not self.levels:
            return ()
        level = self.levels[-1]
        if isinstance(level.node, dict):
            assert level.key is not None
            return (*level.place, level.key)
        place = (*level.place, len(level.node))
        self.document.lines[place] = line
        return place

    def _put(self, value: Tree) -> None:
        if not self.levels:
            self.root = value
            return
        level = self.levels[-1]
        if isinstance(level.node, list):
            level.node.append(value)
            return
        assert level.key is not None
        if not level.skip:
            level.node[level.key] = value
        level.key = None

    def _value(self, event: yaml.ScalarEvent, line: int, place: tuple[str | int, ...]) -> Tree:
        """Give a scalar its type; only plain (unquoted) scalars can be other than text."""
        text: str = event.value
        if event.style is not None and not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        number = _NUMBER.fullmatch(text)
        if number and len(text) > _DIGITS:
            message = f"a number of more than {_DIGITS} signs; quote it if it is text"
            self.document.fault(line, field_name(place), message)
        elif number:
            return float(text) if number[1] else int(text)
        elif text == "":
            self.document.fault(line, field_name(place), "no value; write one or leave the key out")
        elif _AMBIGUOUS.fullmatch(text):
            self.document.fault(
                line, field_name(place), f"{text} can be read in two ways; quote it: '{text}'"
            )
        return text


def _check_characters(
    document: Document, text: str, scalars: list[tuple[str, int, tuple[str | int, ...]]]
) -> None:
    """Find characters that a reader cannot see (safety rule 14), in values and in comments."""
    held = set(text).union(*(value for value, _, _ in scalars))
    barred = characters.barred(held)
    if not barred:
        return
    seen: set[tuple[int, str]] = set()
    for value, line, place in scalars:
        for char in characters.found(value, barred):
            seen.add((line, char))
            document.fault(line, field_name(place), characters.message(char))
    for number, row in enumerate(text.split("\n"), 1):
        for char in characters.found(row, barred):
            if (number, char) not in seen:
                document.fault(number, "", characters.message(char))
