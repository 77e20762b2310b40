"""Rules that hold the two languages against each other (safety rule 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from chronicle.checks.subject import Subject
from chronicle.problem import Problem

SMALL: Final = 12
"""Figures up to twelve may stand in words, so only those above are compared."""

SHORT: Final = 0.35
"""Arabic of our records has 0.7 to 1.1 times the letters of the English; less is a lost part."""

_INDIC: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_SEPARATOR: Final = re.compile(r"(?<=\d)[,٬\u202f\u00a0](?=\d{3}(?!\d))")
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}|\d{1,2}\.\d{2}(?=\s*(?:[ap]\.?m\b|[صم]\b))")
_FIGURE: Final = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*(?:[-\u2013]\s*)?"
    r"(thousand|million|billion|ألف|ألفا|ألفاً|ألفًا|آلاف|الاف|مليون|مليونا|مليوناً|مليونًا|ملايين|مليار|مليارا|مليارات)\b)?",
    re.IGNORECASE,
)
_FACTORS: Final = (
    (1_000, ("thousand", "ألف", "ألفا", "ألفاً", "ألفًا", "آلاف", "الاف")),
    (1_000_000, ("million", "مليون", "مليونا", "مليوناً", "مليونًا", "ملايين")),
    (1_000_000_000, ("billion", "مليار", "مليارا", "مليارات")),
)
_FACTOR: Final = {word: factor for factor, words in _FACTORS for word in words}
_ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_ARABIC_SENTENCE: Final = re.compile(
    r"(?<![\u0600-\u06ff])(?:[\u0600-\u060b\u060d-\u06ff]+[\s،,]+){4,}[\u0600-\u06ff]+"
)


def figures(text: str) -> set[Decimal]:
    """Return the figures above twelve that a text contains, multiplied out, without clock times."""
    plain = _CLOCK.sub(" ", _SEPARATOR.sub("", text.translate(_INDIC)))
    found = set()
    for match in _FIGURE.finditer(plain):
        factor = _FACTOR.get((match[2] or "").lower(), 1)
        found.add(Decimal(match[1]) * factor)
    return {figure.normalize() for figure in found if figure > SMALL}


def figures_agree(subject: Subject) -> Iterator[Problem]:
    """E (7) the two sides of a text differ in the figures above twelve that they contain."""
    for record, where, text in subject.texts:
        if text.en is None or text.ar is None or text.en == text.ar:
            continue
        english, arabic = figures(text.en), figures(text.ar)
        if english != arabic:
            only = [
                f"{', '.join(f'{n:f}' for n in sorted(here - there))} only in {code}"
                for code, here, there in (("en", english, arabic), ("ar", arabic, english))
                if here - there
            ]
            yield record.problem(where, f"the figures differ: {'; '.join(only)}")


def sides_are_in_their_language(subject: Subject) -> Iterator[Problem]:
    """E (7) an `ar` with fewer than half Arabic letters among its letters; an `en` that holds an
    Arabic sentence. A name without an established form may stand in either script.
    """
    for record, where, text in subject.texts:
        if text.en == text.ar:
            continue
        letters = sum(char.isalpha() for char in text.ar or "")
        if letters and 2 * len(_ARABIC_LETTER.findall(text.ar or "")) < letters:
            yield record.problem((*where, "ar"), "fewer than half of its letters are Arabic")
        sentence = _ARABIC_SENTENCE.search(text.en or "")
        if sentence:
            yield record.problem((*where, "en"), f'holds an Arabic sentence: "{sentence[0][:40]}"')


def names_alone_stand_in_one_form(subject: Subject) -> Iterator[Problem]:
    """E (7) only a publisher's name may be the same text on both sides."""
    publishers = subject.records.publishers
    for record, where, text in subject.texts:
        if text.en is not None and text.en == text.ar and publishers.get(record.id) is not record:
            yield record.problem(where, "en and ar are the same text; write both languages")


def no_side_is_cut_short(subject: Subject) -> Iterator[Problem]:
    """W (7) one side of a text is suspiciously short beside the other."""
    for record, where, text in subject.texts:
        if text.en is None or text.ar is None:
            continue
        short, long = sorted((len(text.en), len(text.ar)))
        if long > 40 and short < SHORT * long:
            code = "ar" if len(text.ar) == short else "en"
            yield record.problem((*where, code), f"{short} characters beside {long}", warning=True)


_ENGLISH_WORDS: Final = (
    "terrorists?|terrorism|regime|martyrs?|martyred|jihadis?|jihadists?|infidels?|apostates?|thugs|"
    "liberated|cleans(?:ed|ing)|mopped up|wiped out|vermin|rats|cowardly|heroic|barbaric|savage|"
    "rafid\\w*|nusayri\\w*|shabiha|neutrali[sz]ed"
)
_ARABIC_WORDS: Final = (
    "إرهابي\\w*|الإرهاب\\w*|ارهابي\\w*|النظام السوري|قوات النظام|نظام الأسد|شهيد|شهداء|استشه\\w+|"
    "ميليشي\\w+|مليشي\\w+|داعش|دواعش|الدواعش|نصيري\\w*|روافض|الرافضة|مجوس\\w*|كفار|مرتدين|مرتزقة|"
    "خوارج|شبيحة|جرذان|تطهير|بطولي\\w*|دحر|جهادي\\w*"
)
_CHARGED: Final = {
    "en": re.compile(rf"\b(?:{_ENGLISH_WORDS})\b", re.IGNORECASE),
    "ar": re.compile(rf"(?<!\w)[وفبكل]?(?:ال|لل)?(?:{_ARABIC_WORDS})(?!\w)"),
}
_QUOTED: Final = re.compile(r"\"[^\"]*\"|«[^«»]*»|“[^“”]*”|‘[^‘’]*’|(?<!\w)'[^']*'(?!\w)")


def words_are_neutral(subject: Subject) -> Iterator[Problem]:
    """W (12) dehumanising, sectarian or celebratory words outside a quotation or a name."""
    for record, where, text in subject.texts:
        if "name" in where or "names" in where:
            continue
        for code, pattern in _CHARGED.items():
            found = pattern.search(_QUOTED.sub(" ", text.side(code) or ""))
            if found:
                message = f'"{found[0]}" takes a side; use a neutral word or quote who says it'
                yield record.problem((*where, code), message, warning=True)


RULES = (
    figures_agree,
    sides_are_in_their_language,
    names_alone_stand_in_one_form,
    no_side_is_cut_short,
    words_are_neutral,
)
