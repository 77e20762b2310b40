"""The offline edition: the finished site in, one ZIP out that a browser opens from a disk.

In: `site/` as it stands. Out: in a folder, the ZIP and the text edition of each language,
which a release carries. The site itself is not touched and does not carry the ZIP: it would double
what every deployment and every mirror copies.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from chronicle.address import LANGUAGES, text_edition
from chronicle.export.package import pack
from chronicle.language import Language
from chronicle.offline import leaf
from chronicle.problem import Problem

NAME = "syria-chronicle-offline.zip"
TOP = "syria-chronicle/"
"""The one folder that the ZIP unpacks to."""


def write(site: Path, folder: Path, languages: Mapping[str, Language]) -> list[Problem]:
    """Write the files of `folder` from the finished `site`; a Problem where there is none."""
    if not (site / "index.html").is_file():
        return [Problem("site/index.html", 0, "", "there is no site yet; run `make site` first")]
    files = {
        path: (site / path).read_bytes()
        for path in sorted(file.relative_to(site).as_posix() for file in site.rglob("*"))
        if leaf.belongs(path) and (site / path).is_file()
    }
    adapted = {TOP + path: leaf.adapt(path, data, files, languages) for path, data in files.items()}
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_bytes(pack(adapted))
    for code in LANGUAGES:
        (folder / f"syria-chronicle-{code}.html").write_bytes(files[text_edition(code)])
    return []
