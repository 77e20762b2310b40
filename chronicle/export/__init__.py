"""Open data: the archive in, the files that programs read out.

`files` is the only entrance; each module makes one family of files. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping

from chronicle.archive import Archive
from chronicle.export import columns, search
from chronicle.language import Language


def files(archive: Archive, languages: Mapping[str, Language]) -> dict[str, bytes]:
    """Return `dict[path in the site, data]`; `languages` are those of the site by their code."""
    found: dict[str, bytes] = {}
    for code, language in languages.items():
        found[columns.path(code)] = columns.file(archive, language)
        found[search.words_path(code)] = search.words(language)
        found[search.names_path(code)] = search.known_names(archive, language)
    return found
