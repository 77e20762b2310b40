"""The tokens of names: every spelling that the registries know, in both scripts.

In: entries of the registries. Out: tokens. A name of several words is also found where it is
written as one: "Deir Ezzor", "deirezzor", دير الزور, ديرالزور.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from chronicle.model import Actor, Campaign, Place, Text
from chronicle.tokens import words


def of(entry: Actor | Place | Campaign) -> list[str]:
    """Return the tokens of an entry's names and aliases, each once."""
    return list(dict.fromkeys(token for name in written(entry) for token in _tokens(name)))


def written(entry: Actor | Place | Campaign) -> Iterator[str]:
    """Yield every way in which an entry's name is written."""
    yield from _sides([entry.name])
    if isinstance(entry, Actor):
        yield from _sides([*([entry.short] if entry.short else []), *entry.names])
    yield from entry.aliases


def single(entry: Actor | Place | Campaign, language: str) -> list[str]:
    """Return the names and short forms of a single word by which an entry goes in a language."""
    texts = [entry.name, *([entry.short] if isinstance(entry, Actor) and entry.short else [])]
    named = (words(side) for text in texts if (side := text.side(language)))
    return [found[0] for found in named if len(found) == 1]


def _sides(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        yield from (side for side in (text.en, text.ar) if side)


@cache
def _tokens(name: str) -> tuple[str, ...]:
    found = words(name)
    parts = re.split(r"[ -]", name)
    whole = words("".join(parts))
    if 1 < len(parts) <= _JOINED and len(whole) == 1:
        return (*found, whole[0], "".join(found))
    return tuple(found)


_JOINED = 3
"""Words of a name that people may write together."""
