"""What of a build the site does not need: leftovers of the theme, assets nothing refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# MkDocs writes these for its own search and with today's date; the site has its own sitemap.
LEFTOVER = re.compile(
    r"(?:^|/)(?:sitemap\.xml(?:\.gz)?|objects\.inv|search/[^/]*\.js(?:on)?|[^/]*\.map)$"
)


def without_leftovers(files: Mapping[str, Path]) -> dict[str, Path]:
    """Return the files without MkDocs' sitemaps, inventories, search indexes and source maps."""
    return {path: file for path, file in files.items() if not LEFTOVER.search(path)}


def used(
    files: Mapping[str, Path], linked: Iterable[str], references: Callable[[str, str], set[str]]
) -> list[str]:
    """Return, sorted, the files beside the pages that the site needs.

    Outside assets/ that is every one; below assets/ those in `linked`, and those that style sheets
    among them refer to: `references(path, text)` returns what one sheet needs.
    """
    kept = {path for path in files if not path.startswith("assets/") and not path.endswith(".html")}
    waiting = {path for path in linked if path in files and path.startswith("assets/")}
    while waiting:
        path = waiting.pop()
        kept.add(path)
        if path.endswith(".css"):
            found = references(path, files[path].read_text(encoding="utf-8"))
            waiting |= {other for other in found if other in files} - kept
    return sorted(kept)
