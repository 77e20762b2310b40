"""Mends a faulty record so that the rest of it can still be checked.

In: a tree and the place of a fault in it. Out: the same tree, where the fault is replaced by a
placeholder that the model accepts. Lists keep their length, so that places and lines stay right.
What is found at a mended place later is not reported again; a draft is never shown.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Sequence
from copy import deepcopy
from typing import Annotated, Any, Final

from chronicle import model
from chronicle.model import Model
from chronicle.source import Tree

Where = tuple[str | int, ...]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_TEXT: Final = {"en": "placeholder", "ar": "نص مؤقت"}
_PLACEHOLDERS: Final[dict[type[Model], dict[str, Tree]]] = {
    model.Text: _TEXT,
    model.Statement: _TEXT,
    model.Dispute: _TEXT,
    model.Point: _TEXT,
    model.FormerName: _TEXT,
    model.Count: {"min": 0},
    model.Claim: {"by": "x", "harm": "killed", "who": "unknown", "count": {"min": 0}},
    model.Part: {"actor": "x", "role": "affected"},
    model.Source: {"publisher": "x", "title": "x", "language": "en"},
    model.Related: {"event": "x", "relation": "before"},
    model.External: {},
    model.Correction: {"on": "1900-01-01", "what": _TEXT},
    model.Withdrawn: {"on": "1900-01-01", "reason": _TEXT},
    model.Merged: {"on": "1900-01-01", "into": "x", "reason": _TEXT},
    model.Paragraph: {"heading": _TEXT, "points": [_TEXT]},
    model.Report: {"intro": _TEXT, "paragraphs": [{"heading": _TEXT, "points": [_TEXT]}]},
    model.Event: {
        "title": _TEXT,
        "date": "1900-01-01",
        "published": "1900-01-01",
        "type": "other",
        "place": "x",
        "account": [_TEXT],
        "sources": {"x": {"publisher": "x", "title": "x", "language": "en"}},
        "grading": "discounted",
    },
    model.Actor: {"name": _TEXT, "kind": "community", "description": _TEXT},
    model.Place: {"name": _TEXT, "kind": "country", "country": "sy"},
    model.Publisher: {"name": _TEXT, "kind": "reference"},
    model.Campaign: {"name": _TEXT, "dates": "1900", "summary": _TEXT},
}


def place(tree: Tree, where: Sequence[str | int]) -> Where:
    """Turn a pydantic location into a place in the tree, without what names no key or index."""
    found: list[str | int] = []
    for position, part in enumerate(where):
        if isinstance(tree, dict) and part in tree:
            tree = tree[str(part)]
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        elif not (isinstance(tree, dict) and position == len(where) - 1 and part != "[key]"):
            continue
        found.append(part)
    return tuple(found)


def mend(root: type[Model], tree: Tree, where: Where) -> bool:
    """Replace what stands at `where` by a placeholder, or take it out where it may be absent.

    Returns whether it was taken out. An empty place is the whole entry.
    """
    if not where:
        tree.clear()
        tree.update(_placeholder(root))
        return False
    holder, kind = holder_of(root, where)
    *path, last = where
    for part in path:
        tree = tree[part]
    if isinstance(tree, list):
        tree[int(last)] = _placeholder(kind)
    elif holder is None and _ID.fullmatch(str(last)):
        tree[last] = _placeholder(kind)
    elif holder and last in known_keys(holder) and last in _PLACEHOLDERS[holder]:
        tree[last] = deepcopy(_PLACEHOLDERS[holder][str(last)])
    else:
        tree.pop(last, None)
        return True
    return False


def known_keys(kind: type[Model]) -> list[str]:
    """Return the keys that a model knows, as people write them."""
    return [info.alias or name for name, info in kind.model_fields.items()]


def holder_of(root: type[Model], where: Where) -> tuple[type[Model] | None, Any]:
    """Return the model that holds the field at `where` (None in a list or table), and its type."""
    kind: Any = root
    holder: type[Model] | None = None
    for part in where:
        holder = None
        if isinstance(kind, type) and issubclass(kind, Model):
            holder = kind
            fields = {info.alias or name: info for name, info in kind.model_fields.items()}
            kind = _bare(fields[str(part)].annotation) if part in fields else None
        else:
            arguments = typing.get_args(kind)
            kind = _bare(arguments[-1]) if arguments else None
    return holder, kind


def _bare(annotation: Any) -> Any:
    """Strip `Annotated[...]` and `... | None` from a type."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return _bare(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return _bare(next(a for a in typing.get_args(annotation) if a is not type(None)))
    return annotation


def _placeholder(kind: Any) -> Tree:
    if isinstance(kind, type) and issubclass(kind, Model):
        return deepcopy(_PLACEHOLDERS[kind])
    return "xx"  # an id, a word and a code of a language alike
