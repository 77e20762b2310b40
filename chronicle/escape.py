"""The one escaping function: record text on its way into Markdown, HTML or front matter.

Numeric character references are read as text by Markdown, by HTML, inside attribute values and in
the titles and descriptions that MkDocs' templates print as they are (safety rule 15).
"""

from __future__ import annotations

import re
from typing import Final

_HARMLESS: Final = ",?/.:;()-"
"""Signs that neither Markdown nor HTML reads inside a line of text, left alone so that pages stay
readable: a bracket needs `[` before it, a reference needs `&`. `_LEADING` holds those that mean
something at the beginning of a line.
"""

_SIGNS: Final = {
    code: f"&#{code};"
    for code in range(0x21, 0x7F)
    if not chr(code).isalnum() and chr(code) not in _HARMLESS
}
_SPACE: Final = re.compile(r"\s+")
_LEADING: Final = re.compile(r"(\d+(?=[.)])|)([-:.)])")


def escape(text: str) -> str:
    """Collapse white space and write every ASCII sign that Markdown or HTML could read as a number.

    What would open a list or a definition at the beginning of a line (`- x`, `1. x`, `: x`) becomes
    a number too.
    """
    escaped = _SPACE.sub(" ", text).strip().translate(_SIGNS)
    leading = _LEADING.match(escaped)
    if leading:
        return f"{leading[1]}&#{ord(leading[2])};{escaped[leading.end():]}"
    return escaped
