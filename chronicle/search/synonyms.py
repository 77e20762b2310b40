"""Words that are looked for as one: broken plurals and other forms that no stemmer brings together.

In: `synonyms.yml`. Out: tokens with those that stand for the same beside them. They are added when
the index is made, so that the reader's browser needs no list.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from chronicle.tokens import words

FILE = Path(__file__).with_name("synonyms.yml")


def with_synonyms(found: Iterable[str]) -> list[str]:
    """Return the tokens, each with its synonyms behind it."""
    table = groups()
    return [other for word in found for other in table.get(word, (word,))]


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Return token -> itself and its synonyms."""
    with FILE.open("rb") as file:
        listed: list[str] = yaml.load(file, Loader=yaml.CSafeLoader)
    table: dict[str, tuple[str, ...]] = {}
    for line in listed:
        group = words(line)
        for word in group:
            others = (*table.get(word, (word,)), *(one for one in group if one != word))
            table[word] = tuple(dict.fromkeys(others))
    return table
