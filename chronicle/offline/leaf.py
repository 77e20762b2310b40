"""One file of the site on its way to a disk, where no server answers.

In: its path, its data, and all files of the site. Out: data that works from file://. A folder's
address opens a listing there, so links name its page; a script may load no data, so explore's
stands in its page; Pagefind loads its index as data, so words to search lead to explore's filter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from chronicle.address import LANGUAGES, address, exported, link, text_edition
from chronicle.export import columns
from chronicle.language import Language

_LINK: Final = re.compile(r'(\s(?:href|action)=")([^"]*)"')
_ADDRESS: Final = re.compile(r"^(?![a-zA-Z][a-zA-Z0-9+.-]*:|//|[#?]|$)([^?#]*)(.*)$", re.DOTALL)
_FOLDER: Final = re.compile(r"(?:^|/)\.{0,2}$")
_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_SEARCH_FORM: Final = re.compile(
    r'(<form\b[^>]*\saction=")[^"]*("[^>]*?)\sdata-search(?:="[^"]*")?'
)
_SEARCH_SCRIPT: Final = re.compile(r'<script\b[^>]*\bsrc="[^"]*assets/js/search\.js"></script>')
_LEFT_OUT: Final = re.compile(r"^(?:pagefind/|404\.html$|sitemap\.xml$|\.)")
"""What needs a server: the index of the search, and what only a server or a search engine reads."""

_WORDS: Final = '<script type="application/json" id="explore-words">'
_APP: Final = " data-explore-app "


def belongs(path: str) -> bool:
    """Whether a file of the site is part of the offline edition."""
    return not _LEFT_OUT.match(path)


def adapt(
    path: str, data: bytes, files: Mapping[str, bytes], languages: Mapping[str, Language]
) -> bytes:
    """Return a file as it works from a disk; `languages` are those of the site by their code."""
    if not path.endswith("/index.html") and path != "index.html":
        return data
    code = next((c for c, prefix in LANGUAGES.items() if prefix and path.startswith(prefix)), "en")
    page = path.removeprefix(LANGUAGES[code]).removesuffix("index.html")
    text = _without_search(data.decode(), page, languages[code])
    if page == address("explore"):
        text = _with_columns(text, files[columns.path(code)].decode())
    return _allowed(_LINK.sub(_led, text)).encode()


def _led(link: re.Match[str]) -> str:
    return f'{link[1]}{led(link[2])}"'


def led(address: str) -> str:
    """Return an address with the page of its folder named, where it leads to one of the site."""
    split = _ADDRESS.match(address)
    if not split or not _FOLDER.search(split[1]):
        return address
    folder = split[1] if not split[1] or split[1].endswith("/") else f"{split[1]}/"
    return f"{folder}index.html{split[2]}"


def _allowed(text: str) -> str:
    """Let a page use the files beside it: not every browser takes 'self' for them on a disk."""
    return _POLICY.sub(lambda found: found[0].replace("'self'", "'self' file:"), text, count=1)


def _with_columns(text: str, data: str) -> str:
    """Put explore's data before its words; no sign in it can end its element."""
    safe = data.strip().replace("<", "\\u003c").replace("&", "\\u0026")
    block = f'<script type="application/json" id="explore-columns">{safe}</script>'
    named = text.replace(_APP, f'{_APP}data-leaf="index.html" ', 1)
    return named.replace(_WORDS, block + _WORDS, 1)


def _without_search(text: str, page: str, language: Language) -> str:
    """Lead every search form to explore, and say so on the page of the search."""
    explore = link(page, address("explore"))
    text, forms = _SEARCH_FORM.subn(rf"\g<1>{explore}\g<2>", _SEARCH_SCRIPT.sub("", text))
    if page != address("search") or not forms:
        return text
    words = language.text(
        "offline.search",
        explore=_link(explore, language.text("explore.title")),
        text=_link(
            exported(page, text_edition(language.code), language.code),
            language.text("offline.text"),
        ),
    )
    return text.replace("</h1>", f"</h1>\n<p>{words}</p>", 1)


def _link(address: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, words)
