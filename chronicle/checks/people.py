"""Rules that protect people (safety rule 8; whom to name is on the reviewer's checklist)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chronicle.checks.subject import Subject
from chronicle.problem import Problem

_PRIVATE: Final = {
    "an e-mail address": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+"),
    "a social handle": re.compile(r"(?<!\w)@\w{2,}"),
    "a telephone number": re.compile(r"(?<![\d.,])(?:\+|00)\d[\d \-()]{7,}\d"),
    "an identity or telephone number": re.compile(r"(?<![\d.,\-/])\d{9,}(?![\d,])"),
}
_EMBEDDED: Final = re.compile(
    r"<\s*(img|video|audio|iframe|embed|object|script)\b|!\[", re.IGNORECASE
)


def no_private_data(subject: Subject) -> Iterator[Problem]:
    """E (8) phone numbers, e-mail addresses, identity numbers and social handles. E (11) images,
    video or embeds.
    """
    for record, where, text in subject.texts:
        for code in ("en", "ar"):
            side = text.side(code) or ""
            for name, pattern in _PRIVATE.items():
                found = pattern.search(side)
                if found:
                    yield record.problem(
                        (*where, code), f'"{found[0]}" looks like {name}; remove it'
                    )
                    break
            if _EMBEDDED.search(side):
                yield record.problem((*where, code), "an image, video or embed; name it in words")


RULES = (no_private_data,)
