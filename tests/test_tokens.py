"""What a search takes for the same word; the reader's side is held to the same table."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from chronicle import tokens

TABLE = Path(__file__).with_name("tokens.yml")
# The plainest loader: a date stays the text that a reader types.
CASES: dict[str, Any] = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(("text", "expected"), CASES["tokens"])
def test_a_query_gives_its_tokens(text: str, expected: list[str]) -> None:
    assert tokens.tokens(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["words"])
def test_a_name_gives_its_words_without_a_look_for_dates(text: str, expected: list[str]) -> None:
    assert tokens.words(text) == expected


@pytest.mark.parametrize(("text", "_"), CASES["tokens"])
def test_tokens_are_their_own_tokens(text: str, _: list[str]) -> None:
    once = tokens.tokens(text)
    assert tokens.words(" ".join(once)) == once


def test_a_day_is_found_by_day_month_year_and_as_a_day_of_any_year() -> None:
    day = date(2019, 3, 3)
    assert tokens.days(day, day) == ["2019", "201903", "20190303", "0303"]


def test_a_span_of_two_months_is_found_by_each_day_a_longer_one_by_months() -> None:
    first = date(2018, 12, 1)
    assert tokens.days(first, date(2019, 1, 31))[:4] == ["2018", "2019", "201812", "201901"]
    assert "20190131" in tokens.days(first, date(2019, 1, 31))
    assert tokens.days(first, date(2019, 2, 1)) == ["2018", "2019", "201812", "201901", "201902"]


@pytest.mark.parametrize(
    ("asked", "day"),
    [("3 March 2019", "20190303"), ("آذار 2019", "201903"), ("3 آذار", "0303"), ("2019", "2019")],
)
def test_what_a_reader_asks_for_is_what_a_day_is_found_by(asked: str, day: str) -> None:
    assert tokens.tokens(asked) == [day]
    assert day in tokens.days(date(2019, 3, 3), date(2019, 3, 3))
