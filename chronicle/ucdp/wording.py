"""What records say about a row of UCDP: a row in, texts in both languages out.

The words stand in `strings/`. A text that needs a name without an Arabic form stands in English
alone and says `translation: pending`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from chronicle.dates import Moment, Span
from chronicle.language import Language
from chronicle.source import Tree
from chronicle.ucdp.rows import Row
from chronicle.vocabulary import PlaceKind

Languages = Mapping[str, Language]
Name = Mapping[str, str]
"""Code of a language -> the name in it; a language may be missing."""

ONE_SIDED: Final = 3
"""UCDP's type_of_violence for violence against civilians."""

PRECISIONS: Final[Mapping[int, PlaceKind]] = {
    2: "district",
    3: "district",
    4: "governorate",
    5: "region",
    6: "country",
    7: "region",
}
"""where_prec -> kind of place with that precision: 2 near a known point (about 25 km, a district's
radius), 3 district, 4 governorate, 5 line or area, 6 country, 7 water or air. 1 is the point.
"""

DISTRICT: Final = 3
"""From this where_prec on the point stands for a district or more."""

FEW: Final = 3
"""So many other rows are named with their figures; more would bury the note."""

SUMMARY: Final = 2
"""event_clarity of what was reported in summary form only."""


def both(languages: Languages, say: Callable[[Language], str], *names: Name) -> dict[str, Tree]:
    """Say something in every language that has all the names it needs."""
    able = [code for code in languages if all(code in name for name in names)]
    text: dict[str, Tree] = {code: say(languages[code]) for code in able}
    return text if len(able) == len(languages) else {**text, "translation": "pending"}


def source(words: Language, release: str, row: Row) -> str:
    """Name the dataset as it asks to be cited, its release, and the row."""
    return words.text("ucdp.source", release=release, id=str(row.id))


def title(words: Language, row: Row, place: Name) -> str:
    """Give a draft its title."""
    if row.violence == ONE_SIDED:
        return words.text("ucdp.title_one_sided", place=place[words.code])
    return words.text("ucdp.title", place=place[words.code])


def statement(words: Language, row: Row, sides: tuple[Name, Name], place: Name) -> str:
    """Say what the row says happened, without a figure."""
    a, b = (side[words.code] for side in sides)
    values = {"place": place[words.code], "date": words.date(span(row))}
    if row.violence == ONE_SIDED:
        return words.text("ucdp.statement_one_sided", side=a, **values)
    return words.text("ucdp.statement", a=a, b=b, **values)


def note(
    words: Language,
    row: Row,
    sides: tuple[Name, Name],
    date: Span | None = None,
    others: Sequence[Row] = (),
) -> str:
    """Say what a reader must know about the figure: the best estimate, its parts, its extent.

    `date` is that of the record where it may differ from the row's; `others` are rows that belong
    to the same event. Nothing is added up.
    """
    sentences = [_estimate(words, row), _parts(words, row, sides)]
    if date:
        sentences.append(_extent(words, row, date))
    if row.where >= DISTRICT:
        kind = words.text(f"place_kind.{PRECISIONS[row.where]}.label")
        sentences.append(words.text("ucdp.where", kind=kind))
    if row.clarity == SUMMARY:
        sentences.append(words.text("ucdp.summary"))
    if others:
        sentences.append(words.text("ucdp.others", list=_listed(words, others)))
    return " ".join(sentence for sentence in sentences if sentence)


def _estimate(words: Language, row: Row) -> str:
    low, best, high = row.deaths.low, row.deaths.best, row.deaths.high
    if low == best == high:
        return words.text("ucdp.same", best=best)
    return words.text("ucdp.best", low=low, best=best, high=high)


def _parts(words: Language, row: Row, sides: tuple[Name, Name]) -> str:
    """Name the parts of the best estimate; nothing where they do not make it up."""
    deaths = row.deaths
    if not deaths.best or not deaths.split:
        return ""
    a = sides[0].get(words.code) or words.text("ucdp.side_a")
    b = sides[1].get(words.code) or words.text("ucdp.side_b")
    civilians, unknown = words.text("ucdp.civilians"), words.text("ucdp.unknown")
    parts = (
        (a, deaths.a),
        (b, deaths.b),
        (civilians, deaths.civilians),
        (unknown, deaths.unknown),
    )
    listed = [f"{name} {words.number(count)}" for name, count in parts if count]
    return words.text("ucdp.parts", list=words.text("list.comma").join(listed))


def _extent(words: Language, row: Row, date: Span) -> str:
    if (date.first, date.last) == (row.first, row.last):
        return ""
    written = words.date(_days(row))
    if row.first <= date.first and date.last <= row.last:
        return words.text("ucdp.dated_wider", date=written)
    if date.first <= row.first and row.last <= date.last:
        return words.text("ucdp.dated_narrower", date=written)
    return words.text("ucdp.dated_other", date=written)


def _listed(words: Language, others: Sequence[Row]) -> str:
    """Name other rows with their figures; where they are many, by their ids alone."""
    if len(others) > FEW:
        return words.text("list.comma").join(str(row.id) for row in others)
    return words.text("ucdp.semicolon").join(_other(words, row) for row in others)


def _other(words: Language, row: Row) -> str:
    deaths, date = row.deaths, words.date(_days(row))
    if deaths.low == deaths.best == deaths.high:
        return words.text("ucdp.other_same", id=str(row.id), date=date, best=deaths.best)
    low, best, high = deaths.low, deaths.best, deaths.high
    return words.text("ucdp.other", id=str(row.id), date=date, best=best, low=low, high=high)


def span(row: Row) -> Span:
    """Return a row's days as a span of the record's kind: one day, or one unknown day in several.

    date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year. A month or a year is written as
    such only where the row's days fill it; what is sharper stays sharper.
    """
    days = _days(row)
    whole = (Moment(row.first.year, row.first.month), Moment(row.first.year))
    for moment in (days.start, *whole):
        if (moment.first, moment.last) == (row.first, row.last):
            return Span(moment, moment)
    return Span(days.start, days.end, within=True)


def _days(row: Row) -> Span:
    """Return a row's days from the first to the last, whatever happened on which of them."""
    first, last = (Moment(day.year, day.month, day.day) for day in (row.first, row.last))
    return Span(first, last)
