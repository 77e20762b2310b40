"""Characters that a reader cannot see (safety rule 14): text in, the barred ones in it out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

BARRED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
"""Control, format (bidirectional, zero width), private use, unassigned, surrogate, separators."""

ZERO_WIDTH_NON_JOINER: Final = "\u200c"
_STRAY: Final = re.compile(r"(?<![\u0600-\u06ff])\u200c|\u200c(?![\u0600-\u06ff])")


def barred(characters: Iterable[str]) -> set[str]:
    """Return those characters that no record may hold; a line end is not among them."""
    return {char for char in characters if _is_barred(char)}


def found(text: str, among: set[str]) -> Iterator[str]:
    """Yield each barred character of a text once; ZWNJ is right between Arabic letters."""
    for char in sorted(among.intersection(text)):
        if char != ZERO_WIDTH_NON_JOINER or _STRAY.search(text):
            yield char


def message(char: str) -> str:
    """Return what is wrong, with the character's code and name."""
    name = unicodedata.name(char, "a control, private or unassigned character")
    return f"holds U+{ord(char):04X} ({name}), which readers cannot see; remove it"


_known: dict[str, bool] = {}


def _is_barred(char: str) -> bool:
    if char not in _known:
        _known[char] = char != "\n" and unicodedata.category(char) in BARRED_CATEGORIES
    return _known[char]
