"""The model: what a value may look like, and how its short forms are read."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from chronicle.model import (
    Actor,
    Claim,
    Count,
    Event,
    FormerName,
    Place,
    Publisher,
    Source,
    Text,
)
from chronicle.model.fields import CountField, Day, EventDate
from tests import toy

TEXT = {"en": "x", "ar": "نص"}
PLACE: dict[str, Any] = {"name": TEXT, "kind": "town", "governorate": "hama"}
POINT = {"lat": 35.1, "lon": 36, "basis": "Invented"}
SOURCE: dict[str, Any] = {"publisher": "x", "language": "en"}


def fault(kind: Any, value: object) -> str:
    """The message of the one fault that a value has."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    (found,) = refused.value.errors()
    return found["msg"].removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (21, 21, 21),
        (0, 0, 0),
        ({"min": 40}, 40, None),
        ({"max": 40}, None, 40),
        ({"min": 16, "max": 21}, 16, 21),
        ({"min": 3, "max": 3}, 3, 3),
    ],
)
def test_a_count_has_a_lower_and_an_upper_end(
    value: object, low: int | None, high: int | None
) -> None:
    count = TypeAdapter[Count](CountField).validate_python(value)
    assert (count.min, count.max) == (low, high)
    assert count.exact == (low == high)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "no number; write 21, {min: 40}, {max: 40} or {min: 16, max: 21}"),
        ({"min": 9, "max": 3}, "min 9 is more than max 3"),
        ("many", '"many" is not a count; write 21, {min: 40} or {min: 16, max: 21}'),
        (True, '"True" is not a count; write 21, {min: 40} or {min: 16, max: 21}'),
        (2.5, '"2.5" is not a count; write 21, {min: 40} or {min: 16, max: 21}'),
        ({"min": -1}, "Input should be greater than or equal to 0"),
        ({"min": "3"}, "Input should be a valid integer"),
    ],
)
def test_what_is_no_count_is_refused(value: object, message: str) -> None:
    assert fault(CountField, value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "no text; write en and ar"),
        ({"translation": "pending"}, "no text; write en and ar"),
        ({"en": "x"}, "ar is missing; write it, or add translation: pending"),
        ({"ar": "نص"}, "en is missing; write it, or add translation: pending"),
        (TEXT | {"translation": "pending"}, "both sides stand; take translation: pending out"),
        ({"en": "x", "ar": " "}, r"String should match pattern '\S'"),
    ],
)
def test_a_text_has_both_sides_or_says_which_is_pending(value: object, message: str) -> None:
    assert fault(Text, value) == message


def test_a_pending_side_is_absent_and_the_other_stands() -> None:
    text = Text.model_validate({"ar": "نص", "translation": "pending"})
    assert (text.side("en"), text.side("ar")) == (None, "نص")


@pytest.mark.parametrize(
    ("value", "first", "last", "within"),
    [
        ("2019-03-03", date(2019, 3, 3), date(2019, 3, 3), False),
        (2019, date(2019, 1, 1), date(2019, 12, 31), False),
        ("2018-09/2019~", date(2018, 9, 1), date(2019, 12, 31), False),
        (
            {"earliest": "2019-03-01", "latest": "2019-03-06"},
            date(2019, 3, 1),
            date(2019, 3, 6),
            True,
        ),
        ({"earliest": "2018-12", "latest": 2019}, date(2018, 12, 1), date(2019, 12, 31), True),
    ],
)
def test_a_date_is_read_in_each_of_its_forms(
    value: object, first: date, last: date, within: bool
) -> None:
    span = TypeAdapter[Any](EventDate).validate_python(value)
    assert (span.first, span.last, span.within) == (first, last, within)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, '"True" is not a date; write 2019-03-03, 2019-03, 2019 or 2019-03~'),
        (19, '"0019" is not a date'),
        (-5, '"-005" is not a date; write 2019-03-03, 2019-03, 2019 or 2019-03~'),
        ({"earliest": "2019-03-01"}, "write {earliest: 2019-03-01, latest: 2019-03-06}"),
        ({"earliest": "2019-03-01", "latest": []}, '"[]" is not a date; write'),
    ],
)
def test_what_is_no_date_is_refused(value: object, message: str) -> None:
    if value == 19:
        assert TypeAdapter[Any](EventDate).validate_python(value).first == date(19, 1, 1)
    else:
        assert fault(EventDate, value).startswith(message)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2019-03", '"2019-03" is not a day; write 2019-03-03'),
        ("2019-03-03~", '"2019-03-03~" is not a day; write 2019-03-03'),
        ("tomorrow", '"tomorrow" is not a day; write 2019-03-03'),
        (2019, '"2019" is not a day; write 2019-03-03'),
        ("2019-02-29", '"2019-02-29" is not in the calendar'),
    ],
)
def test_a_day_is_a_whole_date_of_the_calendar(value: object, message: str) -> None:
    assert fault(Day, value) == message
    assert TypeAdapter[date](Day).validate_python("2019-03-03") == date(2019, 3, 3)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"country": "sy"}, "write governorate, or else country; one of the two"),
        ({"governorate": None}, "write governorate, or else country; one of the two"),
        ({"lat": 35.1}, "write lat and lon, or neither"),
        ({"lon": 36.1, "basis": "x"}, "write lat and lon, or neither"),
        ({"lat": 35.1, "lon": 36.1}, "a point needs its basis: where the coordinates come from"),
        (POINT | {"lat": 90.5}, "Input should be less than or equal to 90"),
        (POINT | {"lon": -181}, "Input should be greater than or equal to -180"),
        ({"pcode": "3036"}, r"String should match pattern '^[A-Z]{1,2}\d{2,8}$'"),
    ],
)
def test_a_place_lies_somewhere_and_says_how_that_is_known(
    change: dict[str, Any], message: str
) -> None:
    Place.model_validate(PLACE)
    Place.model_validate(PLACE | POINT)
    assert fault(Place, PLACE | change) == message


@pytest.mark.parametrize("change", [{}, {"title": "x", "about": TEXT}])
def test_a_source_has_its_title_or_else_says_what_it_is(change: dict[str, Any]) -> None:
    Source.model_validate(SOURCE | {"title": "x"})
    Source.model_validate(SOURCE | {"about": TEXT})
    message = "write title as printed, or else about: {en, ar}; one of the two"
    assert fault(Source, SOURCE | change) == message


def test_the_name_of_a_publisher_may_be_one_text() -> None:
    publisher = Publisher.model_validate({"name": "Bell & Drum", "kind": "newspaper"})
    assert (publisher.name.en, publisher.name.ar) == ("Bell & Drum", "Bell & Drum")
    assert "valid dictionary" in fault(
        Actor, {"name": "Bell", "kind": "state", "description": TEXT}
    )


def test_the_time_of_a_former_name_is_written_from_and_to() -> None:
    name = FormerName.model_validate(TEXT | {"from": 2014, "to": "2016-07"})
    assert name.valid_from is not None
    assert name.valid_to is not None
    assert (name.valid_from.first, name.valid_to.last) == (date(2014, 1, 1), date(2016, 7, 31))


@pytest.mark.parametrize("value", [" x", "X", "-x", "x_y", "x/y", "..", "", "x" * 101, "é", "x\n"])
def test_an_id_is_of_small_letters_digits_and_hyphens(value: str) -> None:
    claim = {"by": "a-1", "harm": "killed", "who": "unknown", "count": 1}
    Claim.model_validate(claim)
    fault(Claim, claim | {"by": value})


def test_a_record_cannot_be_changed_after_reading() -> None:
    event = toy.archive().live[0].event
    with pytest.raises(ValidationError, match="frozen"):
        event.grading = "confirmed"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("id", "live"),
    [
        ("1901-03-02-teapot-hill-attack", True),
        ("1901-03-03-teapot-hill-raid", False),
        ("1902-07-01-bell-tower-theft", False),
    ],
)
def test_withdrawn_and_merged_events_are_not_shown(id: str, live: bool) -> None:
    assert toy.records().events[id].value.live == live


def test_no_value_is_bent_into_another_type() -> None:
    tree = {"publisher": "x", "title": 12, "language": "en"}
    assert fault(Source, tree) == "Input should be a valid string"
    assert fault(Source, tree | {"title": "x", "graphic": "true"}) == (
        "Input should be a valid boolean"
    )
    assert Event.model_config["extra"] == "forbid"
