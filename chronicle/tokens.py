"""What a search takes for the same word: a text in, plain tokens out, in either script.

The rules stand in docs/<language>/about/search.md, and for the reader's query a second time in
theme/assets/js/search.js; tests/tokens.yml holds both to one table of cases, so a change here is a
change in all four. Names, aliases and synonyms are left to `search`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Final

# Latin marks; Arabic ones: vowels, hamza and madda above or below, tatweel, marks of the Koran.
_MARKS: Final = re.compile(r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_LETTERS: Final = str.maketrans(
    {
        **dict(zip("ٱىیةکı", "اييهكi", strict=True)),
        "ء": None,
        **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
    }
)
_GENITIVE: Final = re.compile(r"['’]s(?![^\W_])")
_APOSTROPHES: Final = re.compile(r"['’‘ʼʿʾ`]")
_THOUSANDS: Final = re.compile(r"(\d)[,٬](?=\d{3}(?!\d))")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]+")

# The article as it is written in Latin letters before a hyphen: al-Bab, ez-Zor, ash-Shaddadi.
_LATIN_ARTICLE: Final = re.compile(r"(^|[\W_])[ae](?:sh|th|dh|[ldnrstz])-(?=[^\W_])")
_ARABIC_ARTICLE: Final = re.compile(r"^(?:[وفبكل]?ال|لل)(?=.{3})")
_LOOSE: Final = frozenset(
    _WORD.findall("al el the of in at on and a an by to for from with في من عن مع")
)
"""Words that say nothing beside another word."""

# English, Levantine and western names, as they are after `plain`.
_MONTHS: Final = (
    ("january", "jan", "كانون الثاني", "يناير"),
    ("february", "feb", "شباط", "فبراير"),
    ("march", "mar", "اذار", "مارس"),
    ("april", "apr", "نيسان", "ابريل"),
    ("may", "ايار", "مايو"),
    ("june", "jun", "حزيران", "يونيو"),
    ("july", "jul", "تموز", "يوليو"),
    ("august", "aug", "اب", "اغسطس"),
    ("september", "sep", "sept", "ايلول", "سبتمبر"),
    ("october", "oct", "تشرين الاول", "اكتوبر"),
    ("november", "nov", "تشرين الثاني", "نوفمبر"),
    ("december", "dec", "كانون الاول", "ديسمبر"),
)
_NUMBER: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME: Final = "|".join(sorted(_NUMBER, key=lambda name: (-len(name), name)))
_WRITTEN: Final = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?",
    r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>\d{4})",
    rf"(?P<day>\d\d?) (?P<month>{_NAME})(?:/(?:{_NAME}))?(?:,? (?P<year>\d{{4}}))?",
    rf"(?P<month>{_NAME})(?:/(?:{_NAME}))? (?P<day>\d\d?)(?:,? (?P<year>\d{{4}}))?",
    rf"(?P<month>{_NAME})(?:/(?:{_NAME}))?,? (?P<year>\d{{4}})",
)
_DATES: Final = tuple(re.compile(rf"(?P<before>^|[\W_]){form}(?![^\W_])") for form in _WRITTEN)


def tokens(text: str) -> list[str]:
    """Return the tokens of a query: dates as digits, words without articles, no loose words.

    `2019`, `201903` and `20190303` stand for a year, a month and a day, `0303` for a day of any
    year. A text of nothing but loose words keeps them.
    """
    folded = plain(text)
    for form in _DATES if _DIGIT.search(folded) else ():
        folded = form.sub(_dated, folded)
    found = _bare(folded)
    return [word for word in found if word not in _LOOSE] or found


def words(text: str) -> list[str]:
    """Return the tokens of a text without a look for dates in it: for names."""
    return _bare(plain(text))


@lru_cache(maxsize=64)  # a text is read with its dates and as bare words, one after the other
def plain(text: str) -> str:
    """Fold letters and digits: small, without marks; forms of alef, yaa, haa and hamza as one."""
    folded = _MARKS.sub("", unicodedata.normalize("NFD", text.lower())).translate(_LETTERS)
    folded = _APOSTROPHES.sub("", _GENITIVE.sub("", folded))
    return re.sub(r"\s+", " ", _THOUSANDS.sub(r"\1", folded)).strip()


def days(first: date, last: date) -> list[str]:
    """Return the date tokens of a span: each year, each month, and each day of up to 62."""
    found = [f"{year}" for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    found += [f"{month // 12:04d}{month % 12 + 1:02d}" for month in months]
    if (last - first).days < _LONGEST:
        span = range(first.toordinal(), last.toordinal() + 1)
        for day in map(date.fromordinal, span):
            found += [f"{day:%Y%m%d}", f"{day:%m%d}"]
    return found


_LONGEST: Final = 62
"""Days beyond which a span is no answer to a question for one day."""


def _bare(folded: str) -> list[str]:
    """Split a folded text into words and take the articles off."""
    found = _WORD.findall(_LATIN_ARTICLE.sub(r"\1", folded))
    return [word if word.isascii() else _ARABIC_ARTICLE.sub("", word) for word in found]


def _dated(found: re.Match[str]) -> str:
    parts = found.groupdict()
    name = parts["month"]
    month = _NUMBER.get(name) or int(name)
    day = int(parts.get("day") or 0)
    if not (1 <= month <= 12 and 0 <= day <= 31):
        return found[0]
    token = (parts.get("year") or "") + f"{month:02d}" + (f"{day:02d}" if day else "")
    return f"{parts['before']}{token}"
