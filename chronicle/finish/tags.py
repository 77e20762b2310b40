"""Start tags of a page and what they refer to, read with compiled patterns in one pass.

The pages are our own, so this need not repair broken HTML as a browser does; it must be fast on ten
thousand pages and never take text for a tag. The same tag stands on many pages and is read once.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

# Comments, and elements whose text holds no tags; what is inside them is dropped.
_RAW = re.compile(
    r"<(?:!--.*?-->|((script|style|textarea|title)\b[^>]*>).*?</\2\s*>)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"""<([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+"""
)

# Attributes whose value a browser fetches, sends to or leads to.
_ADDRESSES = frozenset(
    {"action", "background", "formaction", "href", "manifest", "poster", "src", "xlink:href"}
)
_NEVER = frozenset({"applet", "base", "embed", "frame", "iframe", "object", "style"})
_OUTBOUND = frozenset({"a", "area"})


@dataclass(frozen=True)
class Reading:
    """What one start tag says: its id, the addresses it holds, and what it must not hold."""

    id: str = ""
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    closed: bool = False
    """Whether a link out would carry rel="noopener noreferrer"."""
    faults: tuple[str, ...] = ()
    policy: bool = False


def readings(text: str) -> list[Reading]:
    """Return what the start tags of a page say, leaving out those that say nothing of interest."""
    shown = _RAW.sub(_opening, text)
    found = (read(name, attributes) for name, attributes in _TAG.findall(shown))
    return [reading for reading in found if reading is not NOTHING]


def _opening(raw: re.Match[str]) -> str:
    return f"<{raw[1]}" if raw[1] else ""


NOTHING = Reading()


@lru_cache(maxsize=1 << 16)
def read(name: str, attributes: str) -> Reading:
    """Read one start tag; `NOTHING` where it has no bearing on addresses, ids or safety."""
    tag = name.lower()
    values = {
        key.lower(): unescape(double or single or bare)
        for key, double, single, bare in _ATTRIBUTE.findall(attributes)
    }
    addresses = tuple(value for key, value in values.items() if key in _ADDRESSES)
    addresses += _sources(values.get("srcset", "")) + _sources(values.get("imagesrcset", ""))
    if values.get("property") == "og:image":
        addresses += (values.get("content", ""),)
    outbound = tag in _OUTBOUND
    equivalent = values.get("http-equiv", "").lower()
    reading = Reading(
        id=sys.intern(values.get("id", "")),
        links=addresses if outbound else (),
        loads=() if outbound else addresses,
        closed={"noopener", "noreferrer"} <= set(values.get("rel", "").split()),
        faults=tuple(_faults(tag, values, equivalent)),
        policy=equivalent == "content-security-policy",
    )
    return NOTHING if reading == NOTHING else reading


def _sources(value: str) -> tuple[str, ...]:
    return tuple(part.split()[0] for part in value.split(",") if part.strip())


def _faults(tag: str, values: dict[str, str], equivalent: str) -> list[str]:
    faults = [f"<{tag}> is not allowed in a page"] if tag in _NEVER else []
    if equivalent == "refresh":
        faults.append("<meta http-equiv=refresh> is not allowed; a page leads on with a link")
    for key in values:
        if key == "style":
            faults.append(f"style= on <{tag}>; the policy blocks it, use a class")
        elif key == "ping":
            faults.append(f"ping= on <{tag}>; nobody who reads is watched")
        elif key.startswith("on"):
            faults.append(f"{key}= on <{tag}>; the policy blocks it, listen in a script")
    return faults
