"""The search index: Pagefind's files beside the pages, made of documents that no reader sees.

In: documents by the path of their page in the site, and the builds, whose about pages are found
too. Out: `pagefind/` below a folder, one index a language, without the files of Pagefind's own
interfaces; Problems where Pagefind failed. The same documents give the same bytes: no filters and
no sorts, whose order is random.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from chronicle.finish import join
from chronicle.problem import Problem
from chronicle.search import prose

FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"

_ABOUT = re.compile(r"(?:ar/)?about/(?:.*/)?index\.html")
# Interfaces that the site does not use, and the program for pages of no known language.
_UNUSED = re.compile(r"pagefind-(?!entry|worker)|wasm\.unknown")


def build(folder: Path, builds: Mapping[str, Path], documents: Mapping[str, str]) -> list[Problem]:
    """Write the index of `documents` into `folder`; nothing where there are none."""
    if not documents:
        return []
    with TemporaryDirectory() as name:
        place = Path(name)
        languages = _lay_out(place, {**documents, **_about(builds)})
        # A process a language, side by side: the memory of one is what grows with the archive.
        running = {language: _start(place, language) for language in languages}
        said = {language: process.communicate()[0] for language, process in running.items()}
        outputs = [_output(place, language) for language in languages]
        failed = [said[code] for code, process in running.items() if process.returncode]
        # Files are never empty; one that is was cut short.
        failed += [
            f"{file.name} is empty"
            for out in outputs
            for file in _files(out)
            if not file.stat().st_size
        ]
        if failed:
            return [Problem(FOLDER, 0, "Pagefind", " ".join(text.split())) for text in failed]
        _bring_together(outputs, folder / FOLDER)
    return []


def _lay_out(place: Path, documents: Mapping[str, str]) -> list[str]:
    """Write the documents as the pages of a site a language; return the languages."""
    languages = set()
    for path, text in documents.items():
        language, _ = join.language_of(path)
        languages.add(language)
        file = place / "in" / language / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return sorted(languages)


def _output(place: Path, language: str) -> Path:
    return place / "out" / language


def _start(place: Path, language: str) -> subprocess.Popen[str]:
    """Start the program itself: its Python service is ended before the files are whole."""
    site, target = place / "in" / language, _output(place, language)
    return subprocess.Popen(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(target)],
        cwd=place,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def _bring_together(outputs: list[Path], target: Path) -> None:
    """Make one folder of the indexes; what both hold is the same but for the list of languages."""
    languages: dict[str, object] = {}
    for output in outputs:
        entry = json.loads((output / ENTRY).read_text(encoding="utf-8"))
        languages |= entry["languages"]
        for file in _files(output):
            inner = file.relative_to(output)
            if not _UNUSED.match(inner.as_posix()):
                (target / inner).parent.mkdir(parents=True, exist_ok=True)
                shutil.move(file, target / inner)
    text = json.dumps(
        {**entry, "languages": languages}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    (target / ENTRY).write_text(text, encoding="utf-8", newline="\n")


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]


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
