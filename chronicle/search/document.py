"""One page as the index sees it: what is found, by weight, and what a result shows.

Pagefind reads it as HTML; the words of its body are the page's tokens, so that a query in the same
form meets them, and the text that readers know is kept beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from chronicle.address import LANGUAGES
from chronicle.search.synonyms import with_synonyms
from chronicle.tokens import tokens, words

TITLE: Final = 10.0
PLACE: Final = 8.0
DATE: Final = 8.0
NAME: Final = 4.0
ACCOUNT: Final = 1.0
SOURCE: Final = 0.2
"""Weights of Pagefind, 0 to 10: title, place and day first, then who and what, then the account."""

PARAGRAPH: Final = " ¶ "
"""Stands between the paragraphs of `text`; search.js chooses the one that answers best."""


_SHORTEST: Final = 3
"""Letters that stay of a word without the one joined to it."""


@dataclass(frozen=True)
class Document:
    """One page of one language."""

    address: str
    """Relative to the language's root, as `address` gives it."""
    language: str
    title: str
    kind: str
    """What the page is about, in a word or two: the type of an event, "place"."""
    text: tuple[str, ...]
    """Paragraphs of which a result shows one."""
    found: tuple[tuple[float, Iterable[str]], ...]
    """Tokens by weight."""
    date: str = ""
    place: str = ""

    @property
    def path(self) -> str:
        """The page's path in the site."""
        return f"{LANGUAGES[self.language]}{self.address}"

    def html(self) -> str:
        """Return the document that Pagefind reads."""
        shown = {
            "title": self.title,
            "date": self.date,
            "place": self.place,
            "kind": self.kind,
            "text": PARAGRAPH.join(self.text),
        }
        head = "".join(
            f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
            for name, value in shown.items()
            if value
        )
        body = "".join(
            f'<p data-pagefind-weight="{weight:g}">{" ".join(dict.fromkeys(words))}</p>'
            for weight, words in self.found
        )
        return (
            f'<!doctype html><html lang="{self.language}"><head>{head}</head>'
            f"<body data-pagefind-body>{body}</body></html>"
        )


def spoken(*texts: str) -> list[str]:
    """Return the tokens of running text: with its dates and as bare words, with synonyms.

    A word with و, ب or ل before it is found without them too; whether they belong to it only a
    dictionary knows, and a token too many does no harm.
    """
    found = dict.fromkeys(word for text in texts for word in [*tokens(text), *words(text)])
    return with_synonyms([*found, *(word[1:] for word in found if _joined(word))])


def _joined(word: str) -> bool:
    return word[0] in "وبل" and len(word) > _SHORTEST
