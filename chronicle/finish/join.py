"""Where each file of the two builds goes in the one site: English at the root, Arabic under ar/.

Both builds carry the same assets; the site keeps those of the English one, and the Arabic pages are
led one folder further up to them, so that nobody loads the same style sheet twice.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

ROOT_LANGUAGE = "en"


def layout(builds: Mapping[str, Path]) -> dict[str, Path]:
    """Return `dict[path in the site, file of a build]`, sorted; symbolic links are left out."""
    placed: dict[str, Path] = {}
    for language, folder in builds.items():
        at_root = language == ROOT_LANGUAGE
        for path in _files(folder):
            if at_root:
                placed[path] = folder / path
            elif not path.startswith("assets/") and path != "404.html":
                placed[f"{language}/{path}"] = folder / path
    return dict(sorted(placed.items()))


def _files(folder: Path) -> list[str]:
    return [
        file.relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
        if not (file := Path(place, name)).is_symlink()
    ]


def language_of(path: str) -> tuple[str, str]:
    """Split a path of the site into its language and its path in that language's build."""
    if path.startswith("ar/"):
        return "ar", path.removeprefix("ar/")
    return ROOT_LANGUAGE, path


def share_assets(path: str, text: str) -> str:
    """Lead the links of a page below ar/ to the assets of the root: one folder further up."""
    language, inner = language_of(path)
    if language == ROOT_LANGUAGE:
        return text
    return _own_assets(inner.count("/")).sub(r"\1../\2", text)


@lru_cache
def _own_assets(depth: int) -> re.Pattern[str]:
    up = r"\.\./" * depth
    return re.compile(rf'(\s(?:href|src)="(?:\./)?)({up}assets/)')
