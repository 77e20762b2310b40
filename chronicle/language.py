"""A language: its words, and how it writes numbers, dates and lists.

In: `strings/<code>.yml`. Out: plain text, except where a caller passes markup in; then the
result is markup and the words around it are escaped. It knows no template and no record.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, Literal, cast

import yaml
from babel import Locale
from markupsafe import Markup
from markupsafe import escape as html_escape

from chronicle.dates import Moment, Span
from chronicle.escape import escape

FOLDER: Final = Path(__file__).parent / "strings"

Plural = Literal["zero", "one", "two", "few", "many", "other"]


class UnknownKey(KeyError):
    """A key that stands in no strings file."""


@dataclass(frozen=True)
class Language:
    """One language of the site; `tree` is its strings file."""

    code: str
    direction: Literal["ltr", "rtl"]
    tree: Mapping[str, Any]

    def text(self, key: str, **values: object) -> str:
        """Return the words under a dotted key, with `{name}` slots filled.

        A plural entry is chosen by the value `count`. Where a value is `Markup`, the result is
        `Markup` too. Raises UnknownKey for a key that does not exist.
        """
        entry = self._leaves.get(key) or self.entry(key)
        if isinstance(entry, Mapping):
            count = values.get("number", values.get("count"))
            if not isinstance(count, int):
                raise UnknownKey(f"{self.code}: {key} is not one text")
            entry = entry.get(self.plural(count), entry.get("other"))
        if not values and "{" not in entry:
            return str(entry)
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup("").join(self._filled(str(entry), values))
        return "".join(str(self._shown(values, part)) for part in _split(str(entry)))

    def entry(self, key: str) -> Any:
        """Return what stands under a dotted key: a text, or a table of plural forms or of texts."""
        node: Any = self.tree
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                raise UnknownKey(f"{self.code}: {key}")
            node = node[part]
        return node

    def plural(self, count: int) -> Plural:
        """Return the CLDR plural category of a whole number."""
        return cast(Plural, self._locale.plural_form(count))

    def number(self, value: int) -> str:
        """Write a whole number."""
        return digits(value)

    def date(self, span: Span) -> str:
        """Write a date in words, with the precision that it was written in."""
        if span.within:
            return self.text(
                "date.within", start=self._moment(span.start), end=self._moment(span.end)
            )
        if span.single:
            return self._moment(span.start)
        return self.text("date.span", start=self._start(span), end=self._moment(span.end))

    def day(self, day: datetime.date) -> str:
        """Write one day in words."""
        return self._moment(Moment(day.year, day.month, day.day))

    def month(self, year: int, month: int) -> str:
        return self._moment(Moment(year, month))

    def joined(self, items: Sequence[str]) -> str:
        """Join words as the language lists them: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        kind = type(items[0])  # Markup joins Markup, or what it holds would be escaped twice
        between, last = kind(self.text("list.between")), kind(self.text("list.last"))
        return between.join(items[:-1]) + last + items[-1]

    def language_name(self, code: str) -> str:
        """Return the name of a language by its ISO 639 code, from CLDR."""
        return str(self._locale.languages.get(code, code))

    def country_name(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code in small letters, from CLDR."""
        return str(self._locale.territories.get(code.upper(), code.upper()))

    @cached_property
    def _leaves(self) -> Mapping[str, str]:
        """All texts by their dotted key: most of what a page asks for, without walking the tree."""
        return {key: entry for key in self.keys if isinstance(entry := self.entry(key), str)}

    @cached_property
    def _locale(self) -> Locale:
        return Locale(self.code)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All dotted keys; a table of plural forms is one key."""
        return frozenset(_keys(self.tree, ()))

    def _start(self, span: Span) -> str:
        """Write the first date of a span without the month or year that the second repeats."""
        start, end = span.start, span.end
        if start.approximate or end.approximate or start.precision != end.precision:
            return self._moment(start)
        if start.year != end.year or start.month is None:
            return self._moment(start)
        if start.day is None or start.month != end.month:
            form = "date.start_day" if start.day else "date.start_month"
            return self.text(form, day=start.day or 0, month=self.month_name(start.month))
        return str(start.day)

    def _moment(self, moment: Moment) -> str:
        values: dict[str, object] = {"year": str(moment.year), "day": str(moment.day)}
        if moment.month:
            values["month"] = self.month_name(moment.month)
        written = self.text(f"date.{moment.precision}", **values)
        return self.text("date.about", date=written) if moment.approximate else written

    def month_name(self, month: int) -> str:
        """Return the name of a month, 1 to 12."""
        return str(self.entry("months")[month - 1])

    def _shown(self, values: Mapping[str, object], part: str) -> object:
        if not part.startswith("{"):
            return part
        value = values[part[1:-1]]
        return self.number(value) if isinstance(value, int) else value

    def _filled(self, text: str, values: Mapping[str, object]) -> Iterator[Markup]:
        for part in _split(text):
            shown = self._shown(values, part)
            own = shown is part
            yield (
                Markup(html_escape(shown))
                if own or isinstance(shown, Markup)
                else Markup(escape(str(shown)))
            )


def digits(value: int) -> str:
    """Write a whole number: Western digits with a comma between thousands, in both languages."""
    return f"{value:,}"


@cache
def _split(text: str) -> list[str]:
    """Split a text into its words and its `{name}` slots."""
    return [part for part in re.split(r"(\{\w+\})", text) if part]


def _keys(node: Any, path: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(node, Mapping) or ("other" in node and set(node) <= _PLURALS):
        yield ".".join(path)
        return
    for key, part in node.items():
        yield from _keys(part, (*path, key))


_PLURALS: Final = {"zero", "one", "two", "few", "many", "other"}
_DIRECTIONS: Final[dict[str, Literal["ltr", "rtl"]]] = {"en": "ltr", "ar": "rtl"}


def load(code: str) -> Language:
    """Load a language of the site by its code."""
    text = (FOLDER / f"{code}.yml").read_text(encoding="utf-8")
    return Language(code, _DIRECTIONS[code], yaml.load(text, Loader=yaml.CSafeLoader))
