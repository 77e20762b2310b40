"""Suggestions for mistyped words: ids, keys and codes."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the nearest known word, or nothing.

    0.6 is difflib's own default cutoff: nearer pairs read as slips, farther ones as other words.
    """
    nearest = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{nearest[0]}"?' if nearest else ""
