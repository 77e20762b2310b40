"""Writes the records' YAML dialect: a tree in, text that `source` reads back as the same tree.

Everything in doubt is put in double quotes. A part that is short enough stands on one line in flow
style, as people write it in the records.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from chronicle.source import Tree

WIDTH: Final = 150
"""A longer part is spread over several lines."""

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ().;/+%-]*[\w).])?")
_DATE: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?(/\d{4}-\d{2}(-\d{2})?)?", re.ASCII)
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def scalar(value: Tree) -> str:
    """Write one value; text stands bare only where nothing could read it as something else."""
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0") + ("0" if value == int(value) else "")
    text = str(value)
    plain = _DATE.fullmatch(text) or (
        _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and " #" not in text
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(tree: Tree) -> str:
    """Write a tree on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(flow(part) for part in tree) + "]"
    return scalar(tree)


def block(tree: dict[str, Tree], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping, each ended, `indent` spaces deep."""
    margin = " " * indent
    for key, part in tree.items():
        written = f"{margin}{key}: {flow(part)}"
        if not isinstance(part, (dict, list)) or not part or _short(part, written):
            yield written + "\n"
        elif isinstance(part, dict):
            yield f"{margin}{key}:\n"
            yield from block(part, indent + 2)
        else:
            yield f"{margin}{key}:\n"
            for each in part:
                yield from item(each, indent + 2)


def item(tree: Tree, indent: int) -> Iterator[str]:
    """Yield the lines of one item of a list, the hyphen `indent` spaces deep."""
    margin = " " * indent
    written = f"{margin}- {flow(tree)}"
    if not isinstance(tree, dict) or len(written) <= WIDTH:
        yield written + "\n"
        return
    first, *others = block(tree, indent + 2)
    yield f"{margin}- {first.lstrip()}"
    yield from others


def _short(part: Tree, written: str) -> bool:
    """Whether a part stands on one line: a list of mappings never does, whatever its length."""
    nested = isinstance(part, list) and any(isinstance(each, dict) for each in part)
    deep = isinstance(part, dict) and any(isinstance(each, dict) for each in part.values())
    return not nested and not deep and len(written) <= WIDTH
