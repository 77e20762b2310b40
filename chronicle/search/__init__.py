"""Search: the archive in, the documents that the index is made of out.

In: the archive, the languages of the site; the finished text of an about page. Out: HTML documents
that no reader sees, by the path of the page they stand for. Nothing hidden ships with a page: what
is found (tokens, by weight) and what is shown (title, date, place, kind, text) both stand in the
document. Making the index of them is left to `finish`, the tokens to `tokens`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.search import entries, events, prose
from chronicle.search.document import Document

__all__ = ["documents", "prose"]


def documents(archive: Archive, languages: Mapping[str, Language], code: str) -> dict[str, str]:
    """Return `dict[path of a page in the site, document]` for the events, places, actors and
    campaigns of the language `code`.

    `languages` are those of the site by their code: names of one are found in the others too.
    """
    made = _all(archive, languages[code], languages)
    return {document.path: document.html() for document in made}


def _all(
    archive: Archive, language: Language, languages: Mapping[str, Language]
) -> Iterator[Document]:
    yield from events.documents(archive, language, languages)
    yield from entries.places(archive, language, languages)
    yield from entries.actors(archive, language)
    yield from entries.campaigns(archive, language)
