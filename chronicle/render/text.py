"""The text edition: all that the records say in one file, which a browser's own find searches.

In: the archive and a language. Out: HTML without a script, a picture or a style sheet of its own
file, so that it can be kept on a phone or a stick. The letters of an address are the site's own:
`#<id of the event>`. What only a page can show, bars and maps, is said in words there too.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from chronicle.address import text_edition
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.lines import Support, support
from chronicle.render import claims
from chronicle.render.events import SourceGroup, heed, source_groups
from chronicle.render.names import Names
from chronicle.render.page import cited, environment

STYLE: Final = (
    "body{max-width:42rem;margin:1rem auto;padding:0 1rem;line-height:1.6;"
    "font-family:system-ui,sans-serif;overflow-wrap:anywhere}"
    ":lang(ar){line-height:1.8}small,footer{opacity:.85}:target{outline:2px solid}"
    ":root{color-scheme:light dark}article{border-top:1px solid;margin-top:2rem}"
)
"""The one style sheet that stands in a page of ours: the file has to be readable on its own, and
its policy names this text by its hash."""


@dataclass(frozen=True)
class Told:
    """An event with what its section says."""

    dated: Dated
    groups: list[claims.Group]
    sources: list[SourceGroup]
    numbers: dict[str, int]
    support: Support
    heed: list[str]


def file(archive: Archive, language: Language) -> tuple[str, bytes]:
    """Return the path in the site and the data of a language's text edition."""
    names = Names(archive, language)
    page = environment().get_template("text.html.j2")
    text = page.render(
        archive=archive,
        language=language,
        t=language.text,
        names=names,
        cited=cited,
        years=[(year, [_told(archive, d) for d in ds]) for year, ds in archive.by_year.items()],
        style=Markup(f"<style>{STYLE}</style>"),
        digest=Markup(_digest(STYLE)),
    )
    lines = (line.strip() for line in text.split("\n"))
    return text_edition(language.code), ("\n".join(filter(None, lines)) + "\n").encode()


def _told(archive: Archive, dated: Dated) -> Told:
    sources = source_groups(dated.event, archive)
    order = [id for group in sources for id, _ in group.sources]
    return Told(
        dated,
        claims.groups(dated.event, archive),
        sources,
        {id: number for number, id in enumerate(order, 1)},
        support(dated.event, archive.origins),
        heed(dated.event),
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
