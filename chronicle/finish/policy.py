"""The content security policy, stamped into each finished page (safety.md, rule 20).

It stands right after `<meta charset>`, where it governs everything that follows, and never in a
template, where it would block `mkdocs serve`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

CHARSET = '<meta charset="utf-8">'

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
# Any other type is a block of data that no browser runs.
_EXECUTABLE = frozenset({"", "module", "text/javascript", "application/javascript"})


def stamp(text: str) -> str:
    """Return the page with its policy; a page without `CHARSET` comes back as it was.

    `links` reports a page that carries no policy.
    """
    return text.replace(CHARSET, f"{CHARSET}\n{_meta(_hashes(text))}", 1)


def _hashes(text: str) -> tuple[str, ...]:
    found = {
        _hash(body)
        for attributes, body in _SCRIPT.findall(text)
        if body and not _SOURCE.search(attributes) and _kind(attributes) in _EXECUTABLE
    }
    return tuple(sorted(found))


def _kind(attributes: str) -> str:
    match = _TYPE.search(attributes)
    return match.group(1).lower() if match else ""


@lru_cache
def _hash(body: str) -> str:
    digest = hashlib.sha256(body.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@lru_cache
def _meta(hashes: tuple[str, ...]) -> str:
    scripts = " ".join(("'self'", *hashes))
    rules = (
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
