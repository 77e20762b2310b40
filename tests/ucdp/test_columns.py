"""Columns are found by their names; a file without a header by how many it has."""

import pytest

from chronicle.ucdp import columns
from chronicle.ucdp.columns import HEADERLESS, READ, Refused


@pytest.mark.parametrize("count", HEADERLESS)
def test_every_list_holds_each_column_once_and_all_that_is_read(count: int) -> None:
    names = HEADERLESS[count]
    assert len(names) == len(set(names)) == count
    assert set(READ) <= set(names)


@pytest.mark.parametrize("count", HEADERLESS)
def test_a_header_is_read_by_name_in_any_order(count: int) -> None:
    names = [name.upper() for name in reversed(HEADERLESS[count])]
    places, header = columns.places(names)
    assert header
    assert {names[place].casefold() for place in places.values()} == set(READ)
    assert names[places["high"]] == "HIGH"


@pytest.mark.parametrize(("count", "best"), [(41, 39), (49, 44)])
def test_a_file_without_a_header_is_read_by_the_list_of_its_length(count: int, best: int) -> None:
    places, header = columns.places(["214797", *[""] * (count - 1)])
    assert not header
    assert places["best"] == best


@pytest.mark.parametrize(
    ("first", "message"),
    [
        (["event_id_cnty", "event_date", "fatalities"], "this is an ACLED export"),
        (["Data_ID", "Sub_Event_Type"], "this is an ACLED export"),
        (["id", "year", "best"], "the header lacks type_of_violence, side_a_new_id,"),
        (["214797", "2016"], "no header, and 2 columns; a file without a header has 41 or 49;"),
        (["name", *[""] * 40], "no header, and 41 columns"),
        ([], "no header, and 0 columns"),
    ],
)
def test_another_file_is_refused_with_the_reason(first: list[str], message: str) -> None:
    with pytest.raises(Refused) as refused:
        columns.places(first)
    assert str(refused.value).startswith(message)


def test_the_refusal_of_acled_names_its_terms() -> None:
    assert "terms forbid republishing" in columns.ACLED_REFUSED
