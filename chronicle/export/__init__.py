"""Open data: the archive in, the files that programs read out.

`files` is the only entrance; each module makes one family of files. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping

from chronicle.archive import Archive
from chronicle.export import columns
from chronicle.language import Language


def files(archive: Archive, languages: Mapping[str, Language]) -> dict[str, bytes]:
    """Return `dict[path in the site, data]`; `languages` are those of the site by their code."""
    return {columns.path(code): columns.file(archive, one) for code, one in languages.items()}
