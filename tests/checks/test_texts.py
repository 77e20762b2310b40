"""Rules that hold the two languages against each other (safety rules 7 and 12)."""

from decimal import Decimal

import pytest

from chronicle.checks.texts import (
    figures,
    figures_agree,
    names_alone_stand_in_one_form,
    no_side_is_cut_short,
    sides_are_in_their_language,
    words_are_neutral,
)
from tests import small
from tests.checks.finding import Finding, found

HALF = "fewer than half of its letters are Arabic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twelve of 12 and 11", []),
        ("13 dead", ["13"]),
        ("1,234 and 12,345,678", ["1234", "12345678"]),
        ("in 2019, 21 people", ["21", "2019"]),
        ("21 and 21", ["21"]),
        ("40 thousand", ["40000"]),
        ("1.5 million", ["1500000"]),
        ("2-million", ["2000000"]),
        ("3 billion", ["3000000000"]),
        ("5 thousandths", []),
        ("at 13:30 and 1.30 a.m.", []),
        ("١٣ و٢١", ["13", "21"]),
        ("۱۳ قتيلا", ["13"]),
        ("١٬٢٣٤ شخصاً", ["1234"]),
        ("٢٫٥ مليون", ["2500000"]),
        ("40 ألف شخص", ["40000"]),
        ("4 آلاف شخص", ["4000"]),
        ("3 ملايين ليرة", ["3000000"]),
        ("الساعة 13:30", []),
        ("13.5 km", ["13.5"]),
        ("13.0 km", ["13"]),
        ("1,23 and 1,2345", ["23", "2345"]),
    ],
)
def test_figures_above_twelve_are_read_from_words_and_digits(
    text: str, expected: list[str]
) -> None:
    assert sorted(figures(text)) == sorted(Decimal(figure) for figure in expected)


@pytest.mark.parametrize(
    ("en", "ar", "said"),
    [
        ("Some 40,000 people", "نحو 40 ألف شخص", None),
        ("Some 40,000 people", "نحو ٤٠٬٠٠٠ شخص", None),
        ("About 1.5 million", "نحو 1.5 مليون", None),
        ("Three people", "3 أشخاص", None),
        ("At 1:30 in the morning", "عند 1:30 فجراً", None),
        ("21 people", "27 شخصاً", "the figures differ: 21 only in en; 27 only in ar"),
        ("21 people", "بعض الناس", "the figures differ: 21 only in en"),
        ("Some people", "40 ألف شخص", "the figures differ: 40000 only in ar"),
        ("13 and 14 people", "14 شخصاً", "the figures differ: 13 only in en"),
    ],
)
def test_both_sides_hold_the_same_figures(en: str, ar: str, said: str | None) -> None:
    expected = [("title", said)] if said else []
    assert found(figures_agree, small.event(title=small.text(en, ar))) == expected


@pytest.mark.parametrize(
    ("en", "ar", "expected"),
    [
        ("A paper named الوطن", "صحيفة", []),
        ("A paper", "صحيفة The Paper في المدينة", []),
        ("A paper", "the paper", [("title.ar", HALF)]),
        ("A paper", "صحيفة The Long Paper", [("title.ar", HALF)]),
        (
            "He said: قال إن الحدث وقع هنا",
            "قال",
            [("title.en", 'holds an Arabic sentence: "قال إن الحدث وقع هنا"')],
        ),
        ("2019", "2019", []),
    ],
)
def test_each_side_is_in_its_language(en: str, ar: str, expected: list[Finding]) -> None:
    event = small.event(title=small.text(en, ar))
    assert found(sides_are_in_their_language, event) == expected


def test_only_the_name_of_a_publisher_may_stand_in_one_form() -> None:
    name = {"name": {"en": "SANA", "ar": "SANA"}}
    said = "en and ar are the same text; write both languages"
    actors = {"x": small.actor("state", **name)}
    publishers = {"y": small.publisher("wire", **name)}
    assert found(names_alone_stand_in_one_form, actors=actors, publishers=publishers) == [
        ("x.name", said)
    ]


@pytest.mark.parametrize(
    ("en", "ar", "expected"),
    [
        ("x" * 40, "ن", []),
        ("x" * 41, "ن" * 15, []),
        ("x" * 41, "ن" * 14, [("title.ar", "warning: 14 characters beside 41")]),
        ("x" * 14, "ن" * 41, [("title.en", "warning: 14 characters beside 41")]),
    ],
)
def test_a_side_that_is_suspiciously_short_is_pointed_out(
    en: str, ar: str, expected: list[Finding]
) -> None:
    assert found(no_side_is_cut_short, small.event(title=small.text(en, ar))) == expected


@pytest.mark.parametrize("missing", ["en", "ar"])
def test_a_pending_side_is_no_fault_of_the_other(missing: str) -> None:
    title = {**small.text("21 people of the town, all of them from the hill", "21 شخصاً")}
    title[missing] = None
    pending = {key: value for key, value in title.items() if value} | {"translation": "pending"}
    event = small.event(title=pending)
    for rule in (
        figures_agree,
        sides_are_in_their_language,
        names_alone_stand_in_one_form,
        no_side_is_cut_short,
    ):
        assert found(rule, event) == []


@pytest.mark.parametrize(
    ("en", "ar", "expected"),
    [
        ("The terrorists fled", "هرب المسلحون", [("title.en", "terrorists")]),
        ("The Regime said so", "قالت الحكومة", [("title.en", "Regime")]),
        ("They neutralised two", "قتلوا اثنين", [("title.en", "neutralised")]),
        ("They said", "قالت قوات النظام", [("title.ar", "قوات النظام")]),
        ("They fell", "سقط الشهداء", [("title.ar", "الشهداء")]),
        ("For them", "للشهداء", [("title.ar", "للشهداء")]),
        ("They fell", "وشهداء آخرون", [("title.ar", "وشهداء")]),
        ('It spoke of "terrorists"', "تحدثت عن «إرهابيين»", []),
        ("It spoke of ‘the regime’", "تحدثت عن “شهداء”", []),
        ("A ceremony of the registry", "احتفال", []),
    ],
)
def test_words_that_take_a_side_are_pointed_out(en: str, ar: str, expected: list[Finding]) -> None:
    event = small.event(title=small.text(en, ar))
    said = 'warning: "{}" takes a side; use a neutral word or quote who says it'
    messages = [(field, said.format(word)) for field, word in expected]
    assert found(words_are_neutral, event) == messages


def test_a_name_may_hold_such_a_word() -> None:
    name = small.text("Martyrs' Brigade", "لواء شهداء الجبل")
    actors = {"x": small.actor("non-state", name=name)}
    assert found(words_are_neutral, actors=actors) == []
