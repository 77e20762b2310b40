"""The one escaping function: record text on its way into Markdown, HTML or front matter.

Numeric character references are read as text by Markdown, by HTML, inside attribute values and in
the titles and descriptions that MkDocs' templates print as they are (safety rule 15).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HARMLESS: Final = ",?/.:;()-"
"""Signs that neither Markdown nor HTML reads inside a line of text, left alone so that pages stay
readable: a bracket needs `[` before it, a reference needs `&`. `_LEADING` and `_IN_COMPANY` hold
those that mean something at the beginning of a line or beside one another.
"""

_SIGNS: Final = {
    code: f"&#{code};"
    for code in range(0x21, 0x7F)
    if not chr(code).isalnum() and chr(code) not in _HARMLESS
}
_SPACE: Final = re.compile(r"\s+")
_LEADING: Final = re.compile(r"\(?(?:\d+|\w{1,9})[.)]|[-:.)/?]")
"""What opens a block: `- x`, `1. x`, `a) x`, `(i) x`, `: x`, `/// x`, `??? x`."""

_IN_COMPANY: Final = re.compile(r"-(?=-)|\.(?=\.)|:(?=//|[\w-]+:)|(?i:(?<=www)\.)")
"""What extensions turn into dashes, ellipses, links and pictures: `--`, `...`, `https://x`, `:x:`,
`www.x`.
"""


@lru_cache(maxsize=100_000)
def escape(text: str) -> str:
    """Collapse white space and write every ASCII sign that Markdown or HTML could read as a number.

    What would open a list, a definition or another block at the beginning of a line becomes a
    number too.
    """
    escaped = _IN_COMPANY.sub(_number, _SPACE.sub(" ", text).strip().translate(_SIGNS))
    leading = _LEADING.match(escaped)
    if leading:
        sign = leading.end() - 1
        return f"{escaped[:sign]}&#{ord(escaped[sign])};{escaped[leading.end() :]}"
    return escaped


def _number(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
