"""Dates with the precision they were written in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates import Moment, Precision, moment, span


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2019-03-03", "day", date(2019, 3, 3), date(2019, 3, 3)),
        ("2019-02", "month", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", "month", date(2019, 12, 1), date(2019, 12, 31)),
        ("2014", "year", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-05~", "month", date(2014, 5, 1), date(2014, 5, 31)),
        ("0001-01-01", "day", date.min, date.min),
        ("9999", "year", date(9999, 1, 1), date.max),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    text: str, precision: Precision, first: date, last: date
) -> None:
    read = moment(text)
    assert (read.precision, read.first, read.last) == (precision, first, last)
    assert read.approximate == text.endswith("~")
    assert str(read) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (text, "is not a date; write 2019-03-03, 2019-03, 2019 or 2019-03~")
        for text in ("", "3 March", "2019-3-3", "19", "2019-03-03T00", "~2019", "2019 ", "٢٠١٩")
    ]
    + [
        (text, "is not in the calendar")
        for text in ("2019-02-29", "2019-13", "2019-00", "2019-01-00", "0000", "2019-04-31~")
    ],
)
def test_what_is_no_date_is_refused_with_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"^\"") as refused:
        moment(text)
    assert str(refused.value) == f'"{text}" {message}'


@pytest.mark.parametrize(
    ("text", "first", "last", "single"),
    [
        ("2019-03-03", date(2019, 3, 3), date(2019, 3, 3), True),
        ("2019-02-09/2019-03-23", date(2019, 2, 9), date(2019, 3, 23), False),
        ("2018-09/2019", date(2018, 9, 1), date(2019, 12, 31), False),
        ("2018~/2019-04~", date(2018, 1, 1), date(2019, 4, 30), False),
        ("2019-03-03/2019-03-03", date(2019, 3, 3), date(2019, 3, 3), True),
    ],
)
def test_a_span_holds_its_first_and_its_last_day(
    text: str, first: date, last: date, single: bool
) -> None:
    read = span(text)
    assert (read.first, read.last, read.single) == (first, last, single)
    assert not read.within
    assert str(read) == (text if not single else text.split("/", maxsplit=1)[0])


@pytest.mark.parametrize("text", ["2019/", "/2019", "2019/2020/2021", "2019 / 2020"])
def test_half_an_interval_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        span(text)


@given(st.dates(), st.sampled_from(["day", "month", "year"]), st.booleans())
def test_what_is_written_is_read_back(day: date, precision: Precision, approximate: bool) -> None:
    written = Moment(
        day.year,
        day.month if precision != "year" else None,
        day.day if precision == "day" else None,
        approximate,
    )
    assert moment(str(written)) == written
    assert written.precision == precision
    assert written.first <= day <= written.last
