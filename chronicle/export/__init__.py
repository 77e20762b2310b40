"""Open data: the archive in, the files that programs read out.

`files` is the only entrance for whoever writes them; each module makes one family of files. Pages
take words and linked data of single events from `words`, `citation` and `linked`. Nothing is
written here.
"""

from __future__ import annotations

from collections.abc import Mapping

from chronicle.archive import Archive
from chronicle.export import (
    api,
    citation,
    columns,
    feeds,
    geojson,
    package,
    schemas,
    search,
    tables,
)
from chronicle.language import Language


def files(
    archive: Archive,
    languages: Mapping[str, Language],
    records: Mapping[str, bytes],
    site_url: str,
) -> dict[str, bytes]:
    """Return `dict[path in the site, data]`.

    `languages` are those of the site by their code, `records` the bytes of each event's file by its
    id, and `site_url` is the public address of the site's root, or empty where none is set.
    """
    events = api.events(archive, languages, site_url)
    made = {columns.path(code): columns.file(archive, one) for code, one in languages.items()}
    made.update(api.files(archive, languages, events))
    made.update(schemas.files(languages["en"]))
    points = geojson.file(archive, languages, events.values())
    made.update(package.files(archive, languages, tables.rows(archive, events), points))
    for code, language in languages.items():
        made[search.words_path(code)] = search.words(language)
        made[search.names_path(code)] = search.known_names(archive, language)
        made.update(feeds.files(archive, language, site_url))
    for dated in archive.live:  # a withdrawn record's text must not be shown any more
        made[citation.path(dated.id, "yml")] = records[dated.id]
        made[citation.path(dated.id, "bib")] = citation.bibtex(dated, languages, site_url)
        made[citation.path(dated.id, "ris")] = citation.ris(dated, languages, site_url)
    return made
