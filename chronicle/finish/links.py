"""Every link, asset and anchor of the site exists, and nothing is loaded from another host.

In: the paths of the site and the finished text of its pages, one at a time. Out: Problems; the same
fault on many pages is one Problem that says on how many. Rules: safety.md 16, 19 and 20.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from chronicle.finish.tags import Reading, readings
from chronicle.problem import Problem

_SCHEME = re.compile(r"^(?:([a-zA-Z][a-zA-Z0-9+.-]*):|//)")
_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']+)""", re.IGNORECASE
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NOT_FOUND = "404.html"


class Links:
    """Looks at pages and style sheets one by one and remembers what the closing verdict needs.

    `used` is every file of the site that something looked at so far refers to.
    """

    def __init__(self, files: Collection[str], site_url: str) -> None:
        """`files`: all paths of the site; `site_url`: its public address, or empty."""
        self.used: set[str] = set()
        self._files = frozenset(files)
        self._site = site_url.rstrip("/") + "/" if site_url else ""
        self._base = urlsplit(self._site).path or "/"
        self._ids: dict[str, tuple[str, ...]] = {}
        self._anchors: dict[tuple[str, str], list[str]] = {}
        self._faults: dict[str, list[str]] = {}

    def look(self, path: str, text: str) -> None:
        """Read one finished page."""
        found = readings(text)
        ids = tuple(reading.id for reading in found if reading.id)
        self._ids[path] = ids
        if len(set(ids)) < len(ids):
            twice = sorted({one for one in ids if ids.count(one) > 1})
            self._fault(path, f"the id {', '.join(twice)} stands more than once in the page")
        if not any(reading.policy for reading in found):
            self._fault(
                path, "no content security policy: <meta charset> is missing or written otherwise"
            )
        for reading in dict.fromkeys(found):
            self._weigh(path, reading)

    def take(self, other: Links) -> None:
        """Take over what another has looked at; each page is looked at by one of them."""
        self.used |= other.used
        self._ids |= other._ids
        for key, pages in other._anchors.items():
            self._anchors.setdefault(key, []).extend(pages)
        for message, pages in other._faults.items():
            self._faults.setdefault(message, []).extend(pages)

    def look_at_styles(self, path: str, text: str) -> set[str]:
        """Read one style sheet; return the files of the site that it needs."""
        needed: set[str] = set()
        for groups in _CSS_ADDRESS.findall(_CSS_COMMENT.sub("", text)):
            address = "".join(groups)
            if address.startswith(("data:", "#")) or not address:
                continue
            needed |= self._follow(path, address, loads=True)
        return needed

    def problems(self) -> list[Problem]:
        """Return the faults of all that was looked at, with those anchors that lead nowhere."""
        for (target, anchor), pages in self._anchors.items():
            if anchor not in self._ids.get(target, (anchor,)):
                for page in pages:
                    self._fault(
                        page, f"link to {_address(target)}#{anchor}: the page has no such anchor"
                    )
        return sorted(_problem(message, pages) for message, pages in self._faults.items())

    def _weigh(self, path: str, reading: Reading) -> None:
        for fault in reading.faults:
            self._fault(path, fault)
        for address in reading.links:
            self._follow(path, address, loads=False, closed=reading.closed)
        for address in reading.loads:
            if not address.startswith("data:image/"):
                self._follow(path, address, loads=True)

    def _follow(self, path: str, address: str, loads: bool, closed: bool = False) -> set[str]:
        """Check one address where it stands; return the file of the site that it leads to."""
        inner = self._inside(path, address)
        if inner is None:
            self._outside(path, address, loads, closed)
            return set()
        plain, _, anchor = inner.partition("#")
        target = _resolve(path, plain.partition("?")[0])
        if target is None or target not in self._files:
            shown = address if target is None else "/" + target.removesuffix("index.html")
            self._fault(path, f"link to {shown} leads nowhere; an address of a folder ends in /")
            return set()
        self.used.add(target)
        if anchor:
            self._anchors.setdefault((target, unquote(anchor)), []).append(path)
        return {target}

    def _inside(self, path: str, address: str) -> str | None:
        """Return an address of the site as one relative to `path`, None for one of another host."""
        if self._site and address.startswith(self._site):
            return "/" + address.removeprefix(self._site)
        if _SCHEME.match(address) or not address.isprintable():
            return None
        if not address.startswith("/"):
            return address
        # A site may stand below a folder of its host; only the page for unknown addresses may know.
        if path == NOT_FOUND and address.startswith(self._base):
            return "/" + address.removeprefix(self._base)
        return None

    def _outside(self, path: str, address: str, loads: bool, closed: bool) -> None:
        scheme = _SCHEME.match(address)
        kind = (scheme.group(1) or "").lower() if scheme else ""
        if loads:
            self._fault(
                path,
                f"{address} is loaded from another host, or not by a relative address",
            )
        elif kind not in {"https", "http", "mailto"}:
            self._fault(
                path,
                f"link to {address}: only relative, https, http and mailto addresses are links",
            )
        elif kind != "mailto" and not closed:
            self._fault(path, f'link to {address} lacks rel="noopener noreferrer"')

    def _fault(self, path: str, message: str) -> None:
        self._faults.setdefault(message, []).append(path)


def _resolve(path: str, address: str) -> str | None:
    """Return the path of the site that `address` means on the page `path`.

    None for an address above the root, and for one with two slashes in a row."""
    if not address:
        return path
    if address.startswith("/"):
        folders, rest = [], address[1:]
    else:
        folders, rest = path.split("/")[:-1], address
    *middle, last = unquote(rest).split("/") if "%" in rest else rest.split("/")
    for part in [*middle, *([last] if last in {".", ".."} else [])]:
        if part == "..":
            if not folders:
                return None
            folders.pop()
        elif not part:
            return None
        elif part != ".":
            folders.append(part)
    folders.append(last if last not in {"", ".", ".."} else "index.html")
    return "/".join(folders)


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def _problem(message: str, pages: list[str]) -> Problem:
    different = sorted(set(pages))
    more = len(different) - 1
    tail = f" (and on {more} more {'page' if more == 1 else 'pages'})" if more else ""
    return Problem(different[0], 0, "", message + tail)
