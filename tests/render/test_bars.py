"""Bars by type and governorate: what they count, where they lead, and the table beside them."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from markupsafe import Markup

from chronicle import language
from chronicle.archive import Archive
from chronicle.render.bars import MOST_BARS, WIDTH, Bars
from chronicle.render.chart import FEWEST
from chronicle.vocabulary import EVENT_TYPES, GOVERNORATES
from tests import small

TYPES = {"battle": 6, "airstrike": 3, "siege": 1}


def href(kind: str, id: str | int) -> Markup:
    return Markup(f"{kind}/{id}/")


def archive(types: Mapping[str, int], **changes: Any) -> Archive:
    kinds = [code for code, number in types.items() for _ in range(number)]
    return small.archive(
        {f"e{n}": small.event(type=code, **changes) for n, code in enumerate(kinds)}
    )


def by_type(types: Mapping[str, int], code: str = "en", always: bool = False) -> str:
    some = archive(types)
    return str(Bars(some, language.load(code)).by_type(some.live, href, always=always))


def spread(places: Mapping[str, str | None]) -> Archive:
    """One event in each place, by the place's governorate."""
    registry = {
        id: small.place(governorate=code)
        if code
        else {"name": small.text(), "kind": "country", "country": "sy"}
        for id, code in places.items()
    }
    return small.archive({id: small.event(place=id) for id in places}, places=registry)


def bars(drawn: str) -> list[tuple[str, str, float, float]]:
    """Where each leads, its name for a screen reader, where it begins and how long it is."""
    found = re.findall(
        r'<a href="([^"]+)" aria-label="([^"]+)">.*?"chart-bars" d="M([\d.]+) [\d.]+h([\d.]+)v',
        drawn,
    )
    return [(target, label, float(x), float(length)) for target, label, x, length in found]


def test_the_most_frequent_stands_first_and_each_bar_leads_to_its_page() -> None:
    assert [(target, label) for target, label, _, _ in bars(by_type(TYPES))] == [
        ("type/battle/", "Battle: 6 events"),
        ("type/airstrike/", "Air strike: 3 events"),
        ("type/siege/", "Siege: 1 event"),
    ]


def test_bars_are_to_scale() -> None:
    six, three, one = (length for *_, length in bars(by_type(TYPES)))
    assert six == pytest.approx(2 * three, abs=0.2)
    assert six == pytest.approx(6 * one, abs=0.4)


def test_bars_grow_as_the_language_reads() -> None:
    starts = {round(x, 1) for _, _, x, _ in bars(by_type(TYPES))}
    ends = {round(WIDTH - x - length) for _, _, x, length in bars(by_type(TYPES, "ar"))}
    assert len(starts) == 1
    assert len(ends) == 1


def test_the_table_says_the_same_as_the_bars_and_holds_what_they_leave_out() -> None:
    many: dict[str, int] = dict.fromkeys(EVENT_TYPES[: MOST_BARS + 2], 1)
    drawn = by_type(many)
    assert len(bars(drawn)) == MOST_BARS
    assert len(re.findall(r'<tr><th scope="row">[^<]+</th><td>1</td></tr>', drawn)) == len(many)
    assert f"The {MOST_BARS} most frequent are drawn" in drawn
    assert "most frequent" not in by_type(TYPES)


@pytest.mark.parametrize(
    "types", [{"battle": FEWEST - 3, "siege": 1, "riot": 1}, {"battle": FEWEST, "siege": 1}]
)
def test_what_is_seen_at_a_glance_is_drawn_only_as_a_way_in(types: dict[str, int]) -> None:
    assert by_type(types) == ""
    assert len(bars(by_type(types, always=True))) == len(types)


def test_without_events_nothing_is_drawn() -> None:
    assert by_type({}, always=True) == ""


def test_events_in_no_single_governorate_are_counted_beside_the_chart() -> None:
    places: dict[str, str | None] = {code: code for code in GOVERNORATES[:FEWEST]}
    some = spread({**places, "country": None})
    drawn = str(Bars(some, language.load("en")).by_governorate(some.live, href))
    assert len(bars(drawn)) == FEWEST
    assert "In no single governorate, so in none of these bars: 1 event." in drawn


def test_a_chart_of_links_is_a_group_and_says_that_it_counts_records() -> None:
    drawn = by_type(TYPES)
    assert 'role="group" aria-label="10 events by type; a bar counts records' in drawn
    assert "<figcaption>10 events by type; a bar counts records, not what happened.<" in drawn
