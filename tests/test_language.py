"""A language: its words, plurals, numbers, dates and lists."""

from datetime import date
from typing import Any, get_args

import pytest
from markupsafe import Markup
from pydantic import TypeAdapter

from chronicle import language
from chronicle.dates import Span
from chronicle.language import Language, Plural, UnknownKey
from chronicle.model.fields import EventDate

ENGLISH, ARABIC = language.load("en"), language.load("ar")
SPAN: TypeAdapter[Span] = TypeAdapter(EventDate)
TOY = Language(
    "en",
    "ltr",
    {
        "plain": "No slots",
        "slots": "{a} and <b> {b}",
        "deep": {"er": "inside"},
        "things": {"one": "{number} thing", "other": "{number} things"},
        "list": {"comma": ", ", "last": " and "},
    },
)


@pytest.mark.parametrize(
    ("written", "english", "arabic"),
    [
        ("2019-03-03", "3 March 2019", "3 آذار/مارس 2019"),
        ("2019-03", "March 2019", "آذار/مارس 2019"),
        ("2019", "2019", "2019"),
        (2019, "2019", "2019"),
        ("2019-03-03~", "about 3 March 2019", "نحو 3 آذار/مارس 2019"),
        ("2014-05~", "about May 2014", "نحو أيار/مايو 2014"),
        ("2014~", "about 2014", "نحو 2014"),
        ("2019-03-03/2019-03-03", "3 March 2019", "3 آذار/مارس 2019"),
        ("2019-03-03/2019-03-06", "3 to 6 March 2019", "من 3 إلى 6 آذار/مارس 2019"),
        (
            "2019-02-09/2019-03-23",
            "9 February to 23 March 2019",
            "من 9 شباط/فبراير إلى 23 آذار/مارس 2019",
        ),
        (
            "2018-12-30/2019-01-02",
            "30 December 2018 to 2 January 2019",
            "من 30 كانون الأول/ديسمبر 2018 إلى 2 كانون الثاني/يناير 2019",
        ),
        ("2019-02/2019-03", "February to March 2019", "من شباط/فبراير إلى آذار/مارس 2019"),
        (
            "2018-11/2019-01",
            "November 2018 to January 2019",
            "من تشرين الثاني/نوفمبر 2018 إلى كانون الثاني/يناير 2019",
        ),
        ("2014/2019", "2014 to 2019", "من 2014 إلى 2019"),
        (
            "2019-02-09~/2019-02-23",
            "about 9 February 2019 to 23 February 2019",
            "من نحو 9 شباط/فبراير 2019 إلى 23 شباط/فبراير 2019",
        ),
        (
            "2019-02-09/2019-03",
            "9 February 2019 to March 2019",
            "من 9 شباط/فبراير 2019 إلى آذار/مارس 2019",
        ),
        (
            {"earliest": "2019-03-01", "latest": "2019-03-06"},
            "one day between 1 March 2019 and 6 March 2019",
            "يوم بين 1 آذار/مارس 2019 و6 آذار/مارس 2019",
        ),
    ],
)
def test_a_date_is_written_in_words_with_its_precision(
    written: Any, english: str, arabic: str
) -> None:
    span = SPAN.validate_python(written)
    assert ENGLISH.date(span) == english
    assert ARABIC.date(span) == arabic


def test_a_day_and_a_month_are_written_in_words() -> None:
    assert ENGLISH.day(date(2019, 3, 3)) == "3 March 2019"
    assert ARABIC.month(2019, 12) == "كانون الأول/ديسمبر 2019"


@pytest.mark.parametrize(
    ("number", "plural", "events"),
    [
        (0, "zero", "لا أحداث"),
        (1, "one", "حدث واحد"),
        (2, "two", "حدثان"),
        (3, "few", "3 أحداث"),
        (10, "few", "10 أحداث"),
        (11, "many", "11 حدثاً"),
        (99, "many", "99 حدثاً"),
        (100, "other", "100 حدث"),
        (102, "other", "102 حدث"),
        (103, "few", "103 أحداث"),
        (111, "many", "111 حدثاً"),
        (1000, "other", "1,000 حدث"),
        (1003, "few", "1,003 أحداث"),
    ],
)
def test_arabic_counts_with_the_plural_forms_of_cldr(
    number: int, plural: Plural, events: str
) -> None:
    assert plural in get_args(Plural)
    assert ARABIC.plural(number) == plural
    assert ARABIC.text("count.events", number=number) == events


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 events"), (1, "1 event"), (1234, "1,234 events")]
)
def test_english_counts_with_one_and_other(number: int, expected: str) -> None:
    assert ENGLISH.text("count.events", number=number) == expected


@pytest.mark.parametrize(
    ("items", "english", "arabic"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a وb"),
        (["a", "b", "c"], "a, b and c", "a وb وc"),
    ],
)
def test_a_list_is_joined_in_words(items: list[str], english: str, arabic: str) -> None:
    assert ENGLISH.joined(items) == english
    assert ARABIC.joined(items) == arabic


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0"), (999, "999"), (1000, "1,000"), (40000, "40,000")]
)
def test_numbers_have_a_comma_between_thousands_in_both_languages(
    number: int, expected: str
) -> None:
    assert ENGLISH.number(number) == ARABIC.number(number) == expected


def test_slots_are_filled_and_nothing_else_is() -> None:
    assert TOY.text("plain") == "No slots"
    assert TOY.text("deep.er") == "inside"
    assert TOY.text("slots", a="{b}", b=4000) == "{b} and <b> 4,000"


def test_with_markup_among_the_values_the_words_around_it_are_escaped() -> None:
    filled = TOY.text("slots", a=Markup("<i>x</i>"), b="<script>")
    assert isinstance(filled, Markup)
    assert filled == "<i>x</i> and &lt;b&gt; &#60;script&#62;"


def test_without_markup_the_result_is_plain_text() -> None:
    assert not isinstance(TOY.text("slots", a="x", b="y"), Markup)


@pytest.mark.parametrize("key", ["nothing", "deep.nothing", "plain.er", "deep", "things", ""])
def test_a_key_that_is_no_single_text_is_an_error(key: str) -> None:
    with pytest.raises(UnknownKey):
        TOY.text(key)


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        TOY.text("slots", a="x")


def test_a_table_of_plurals_is_one_key() -> None:
    assert TOY.keys == {"plain", "slots", "deep.er", "things", "list.comma", "list.last"}


@pytest.mark.parametrize(
    ("code", "english", "arabic"), [("ar", "Arabic", "العربية"), ("en", "English", "الإنجليزية")]
)
def test_languages_have_names(code: str, english: str, arabic: str) -> None:
    assert ENGLISH.language_name(code) == english
    assert ARABIC.language_name(code) == arabic


def test_countries_have_names_and_unknown_codes_stay() -> None:
    assert (ENGLISH.country_name("tr"), ARABIC.country_name("tr")) == ("Türkiye", "تركيا")
    assert (ENGLISH.country_name("zz9"), ENGLISH.language_name("xx")) == ("ZZ9", "xx")


def test_directions_are_those_of_the_scripts() -> None:
    assert (ENGLISH.direction, ARABIC.direction) == ("ltr", "rtl")


def test_markup_is_joined_without_escaping_it_again() -> None:
    names = [Markup("Hay&#39;at"), Markup("<bdi>IS</bdi>"), Markup("x")]
    assert ENGLISH.joined(names) == Markup("Hay&#39;at, <bdi>IS</bdi> and x")
