"""Names and texts in the page's language, isolated where they are in another one.

In: entries of the registries. Out: markup, `bdi` with its language where a name stands in another
script, so that directions never run into each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

from markupsafe import Markup
from markupsafe import escape as html_escape

from chronicle.archive import Archive
from chronicle.escape import escape
from chronicle.export import linked, words
from chronicle.language import Language
from chronicle.lines import Line
from chronicle.model import Actor, Claim, Count, Event, FormerName, Publisher, Source, Text
from chronicle.render.claims import Group

_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_OTHER_SCRIPT: Final = {
    "en": ("ar", re.compile(r"[\u0600-\u06ff]+(?:[ ،,./-]+[\u0600-\u06ff]+)*")),
    "ar": (
        "en",
        re.compile(r"[A-Za-z](?:[\w./-]|&#39;)*(?: [A-Za-z](?:[\w./-]|&#39;)*)*(?<![./-])"),
    ),
}
"""Runs of the other script inside an escaped text, and the language they are marked as."""

_DIRECTION: Final = {"ar": "rtl", "fa": "rtl", "he": "rtl", "ku": "ltr", "ckb": "rtl", "ur": "rtl"}


class Names:
    """How one language calls things."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language

    def text(self, text: Text) -> Markup:
        """Return a text's side in this language, or the other one, marked, while it is pending."""
        own = text.side(self.language.code)
        if own is not None:
            return marked(own, self.language.code)
        code = "en" if self.language.code == "ar" else "ar"
        other = text.side(code) or ""
        return _isolated("span", other, code)

    def plain(self, text: Text) -> str:
        """Return a text without markup, for titles and descriptions."""
        return text.shown(self.language.code)

    def order(self, text: Text) -> str:
        """Return what a name is sorted by: without the article, capitals like small letters."""
        return self.plain(text).casefold().removeprefix("al-").removeprefix("ال")

    def of(self, id: str) -> Markup:
        """Return the name of an actor or publisher."""
        actor = self.archive.actors.get(id)
        return self.text(actor.name) if actor else self.publisher(self.archive.publishers[id])

    def short(self, id: str) -> Markup:
        """Return the short form of an actor or publisher where there is one."""
        entry: Actor | Publisher = self.archive.actors.get(id) or self.archive.publishers[id]
        if entry.short is None:
            return self.of(id)
        return (
            self.text(entry.short) if isinstance(entry, Actor) else self._single(entry.short, entry)
        )

    def joined(self, ids: list[str]) -> Markup:
        """Return short names as a list in words."""
        marked = [self.short(id) for id in ids]
        return Markup(self.language.joined(marked))

    def publisher(self, publisher: Publisher) -> Markup:
        """Return a publisher's name; one that it only has in one script is isolated."""
        return self._single(publisher.name, publisher)

    def _single(self, name: Text, publisher: Publisher) -> Markup:
        if name.en != name.ar:
            return self.text(name)
        written = name.en or ""
        if self.language.code == "en" and written.isascii():
            return Markup(escape(written))
        code = (
            "ar"
            if _ARABIC.search(written)
            else next((c for c in publisher.languages if c not in _DIRECTION), "en")
        )
        return self.text(name) if code == self.language.code else _isolated("bdi", written, code)

    def actor_then(self, id: str, event: Event) -> Markup:
        """Return the name that an actor carried when the event began."""
        actor = self.archive.actors[id]
        for name in actor.names:
            starts, ends = name.valid_from, name.valid_to
            began = event.date.first
            if (starts is None or starts.first <= began) and (ends is None or began <= ends.last):
                return self.text(name)
        return self.text(actor.name)

    def href(self, href: Callable[..., Markup], id: str) -> Markup:
        """Return the link to an actor's page or to a publisher's place on the sources page."""
        if id in self.archive.actors:
            return href("actor", id)
        return href("sources", anchor=id)

    def lines(self, lines: Sequence[Line]) -> Markup:
        return self.joined([line.id for line in lines])

    def strong(self, text: Markup) -> Markup:
        return Markup("<strong>{}</strong>").format(text)

    def code(self, text: str) -> Markup:
        """Return an id, isolated: it reads from left to right in either language."""
        return Markup(f'<bdi dir="ltr">{escape(text)}</bdi>')

    def codes(self, codes: str) -> Markup:
        """Return codes of the data, isolated like an id."""
        return self.code(codes)

    def block(self, text: str) -> Markup:
        """Return lines of code for a `<pre>` of an HTML block, which Markdown does not read."""
        return Markup(html_escape(text.rstrip()))

    def linked(self, tree: Mapping[str, Any]) -> Markup:
        """Return linked data as a block of data that no browser runs."""
        text = Markup(linked.script(tree))
        return Markup('<script type="application/ld+json">{}</script>').format(text)

    def url(self, address: str) -> Markup:
        """Return a web address for an attribute of an HTML block, which Markdown does not read."""
        return Markup(html_escape(address))

    def readable(self, address: str) -> Markup:
        """Return an attribute with a web address in its own letters, for print; nothing where they
        are those of the address itself or could turn the line around (safety rule 14).
        """
        shown = unquote(address)
        if shown == address or not shown.isprintable() or "\N{REPLACEMENT CHARACTER}" in shown:
            return Markup("")
        return Markup(' data-shown="{}"').format(shown.replace(" ", "%20"))

    def kilometres(self, radius: float) -> str:
        return f"{radius:g}"

    def foreign(self, text: str, code: str) -> Markup:
        """Return words that stand in one language only, marked where it is another one."""
        return marked(text, code) if code == self.language.code else _isolated("bdi", text, code)

    def aliases(self, aliases: Sequence[str]) -> Markup:
        """Return other spellings, each isolated in its script."""
        marked = [self.foreign(a, "ar" if _ARABIC.search(a) else "en") for a in aliases]
        return Markup(self.language.text("list.comma")).join(marked)

    @property
    def other_language(self) -> str:
        code = "en" if self.language.code == "ar" else "ar"
        return self.language.language_name(code)

    def other(self, text: Text) -> Markup:
        """Return a name in the other language, marked as such."""
        code = "en" if self.language.code == "ar" else "ar"
        return self.foreign(text.side(code) or "", code)

    def former(self, name: FormerName) -> Markup:
        """Return an earlier name with the time of its use."""
        own = self.text(name)
        start = name.valid_from and self.language.date(name.valid_from)
        end = name.valid_to and self.language.date(name.valid_to)
        form = "valid_span" if start and end else "valid_until" if end else "valid_since"
        if not (start or end):
            return own
        span = self.language.text(f"actors.{form}", start=start or "", end=end or "")
        return Markup(self.language.text("actors.valid", name=own, span=span))

    def line(self, line: Line) -> Markup:
        return self.of(line.id)

    def source(self, source: Source) -> Markup:
        """Return a source's headline as printed, in its language, or what it is about."""
        if source.title is None:
            assert source.about is not None
            return self.text(source.about)
        if source.language == self.language.code:
            return Markup(escape(source.title))
        return _isolated("bdi", source.title, source.language)

    def figure(self, count: Count, approximate: bool = False) -> Markup:
        """Return a count as digits: 21, 40+, up to 40, 16 to 21, about 20, about 16 to 21."""
        if count.min is not None and count.max is not None and not count.exact:
            low, high = (self._bound(bound, bound) for bound in (count.min, count.max))
            return self._between(low, high, approximate)
        return self._about(self._bound(count.min, count.max), approximate)

    def spread(self, group: Group) -> Markup:
        """Return from where to where a group's claims run: 21, 40+, 16 to 40+, about 20."""
        approximate = bool(group.told) and all(claim.approx for claim in group.told)
        low, high = group.range.min, group.range.max
        if low is None or high is None or low == high:
            count = Count(min=low) if group.open_ended else group.range
            return self.figure(count, approximate)
        bottom = self._bound(low, None if group.open_from else low)
        top = self._bound(high, None if group.open_ended else high)
        return self._between(bottom, top, approximate)

    def claim_figure(self, claim: Claim) -> Markup:
        return self.figure(claim.count, claim.approx)

    def _bound(self, low: int | None, high: int | None) -> Markup:
        """Return one end of a count: 40+, up to 40, 40."""
        number = self.language.number
        if high is None:
            shown = self.language.text("count_form.minimum", min=Markup(number(low or 0)))
            return Markup('<bdi dir="ltr">{}</bdi>').format(Markup(shown))
        if low is None:
            return Markup(self.language.text("count_form.maximum", max=Markup(number(high))))
        return Markup(number(high))

    def _between(self, low: Markup, high: Markup, approximate: bool) -> Markup:
        low = self._about(low, approximate)
        return Markup(self.language.text("count_form.range", min=low, max=high))

    def _about(self, shown: Markup, approximate: bool) -> Markup:
        return Markup(self.language.text("count_form.about", count=shown)) if approximate else shown

    def place(self, id: str) -> str:
        """Return a place with its governorate, plain: `al-Masasna, Hama`."""
        return words.place(self.archive, id, self.language)


@lru_cache(maxsize=100_000)
def marked(text: str, code: str) -> Markup:
    """Return a text in a language, escaped; runs of the other script in it are isolated."""
    other, pattern = _OTHER_SCRIPT[code]
    start = f'<bdi lang="{other}" dir="{_DIRECTION.get(other, "ltr")}">'
    return Markup(pattern.sub(lambda run: f"{start}{run[0]}</bdi>", escape(text)))


@lru_cache(maxsize=100_000)
def _isolated(tag: str, text: str, code: str) -> Markup:
    direction = _DIRECTION.get(code, "ltr")
    return Markup(f'<{tag} lang="{escape(code)}" dir="{direction}">{escape(text)}</{tag}>')
