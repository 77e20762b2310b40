"""The search index: Pagefind's files beside the pages, made of documents that no reader sees.

In: documents by the path of their page in the site, and the builds, whose about pages are found
too. Out: `pagefind/` below a folder, one index a language, without the files of Pagefind's own
interfaces. The same documents give the same bytes: no filters and no sorts, whose order is random.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.index import PagefindIndex

from chronicle.finish import join
from chronicle.search import prose

FOLDER = "pagefind"

_ABOUT = re.compile(r"(?:ar/)?about/(?:.*/)?index\.html")
# Interfaces that the site does not use, and the program for pages of no known language.
_UNUSED = re.compile(r"pagefind-(?!entry|worker)|wasm\.unknown")


def build(folder: Path, builds: Mapping[str, Path], documents: Mapping[str, str]) -> None:
    """Write the index of `documents` into `folder`; nothing where there are none."""
    if not documents:
        return
    with TemporaryDirectory() as place:
        for path, text in {**documents, **_about(builds)}.items():
            file = Path(place, path, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        # One call with a folder: a call a document takes a tenth of a second each.
        asyncio.run(_read(place, folder / FOLDER))
    for file in (folder / FOLDER).iterdir():
        if _UNUSED.match(file.name):
            file.unlink()
    _sort(folder / FOLDER / "pagefind-entry.json")


def _about(builds: Mapping[str, Path]) -> dict[str, str]:
    """Return the documents of the pages below about/, in every language."""
    found: dict[str, str] = {}
    for path, file in join.layout(builds).items():
        if _ABOUT.fullmatch(path):
            language, inner = join.language_of(path)
            address = inner.removesuffix("index.html")
            text = file.read_text(encoding="utf-8")
            found[path.removesuffix("index.html")] = prose.document(address, language, text)
    return found


async def _read(documents: str, target: Path) -> None:
    async with PagefindIndex({"output_path": str(target)}) as index:
        await index.add_directory(documents)


def _sort(entry: Path) -> None:
    """Write the list of languages again: Pagefind's own order changes from run to run."""
    tree = json.loads(entry.read_text(encoding="utf-8"))
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry.write_text(text, encoding="utf-8", newline="\n")
