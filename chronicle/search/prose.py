"""Documents of hand-written pages, read from the finished HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from chronicle.search.document import ACCOUNT, TITLE, Document, spoken

_BLOCKS: Final = frozenset({"p", "li", "h1", "h2", "h3", "dt", "dd", "td", "th", "pre"})


def document(address: str, language: str, text: str) -> str:
    """Return the document of a page; `address` is relative to the language's root."""
    reader = _Reader()
    reader.feed(text)
    title, *paragraphs = reader.paragraphs or [""]
    found = ((TITLE, spoken(title)), (ACCOUNT, spoken(*paragraphs)))
    return Document(address, language, title, "", tuple(paragraphs), found).html()


class _Reader(HTMLParser):
    """Collects the text of the article, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._inside = False
        self._words: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._inside = True
        elif tag in _BLOCKS:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "article":
            self._close()
        if tag == "article":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._words.append(data)

    def _close(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            self.paragraphs.append(text)
