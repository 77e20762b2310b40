"""Claims side by side: groups, their order, their anchors, and bars on one scale."""

import re
from typing import Any

import pytest

from chronicle.model import Count
from chronicle.render import claims
from tests import small
from tests.small import claim

Piece = tuple[str, float, float]


def pieces(bar: str) -> list[Piece]:
    """The pieces of a bar as (kind, where it starts, how wide it is), in hundredths."""
    piece = r'<rect class="bar-(\w+)"(?: x="([\d.]+)")?(?: y="0")? width="([\d.]+)"'
    found = re.findall(piece, bar)
    assert len(found) == bar.count("<rect")
    return [(kind, float(x or 0), float(width)) for kind, x, width in found]


def grouped(*rows: dict[str, Any]) -> list[claims.Group]:
    archive = small.archive(small.event(claims=list(rows)))
    return claims.groups(archive.events[small.ID], archive)


@pytest.mark.parametrize(
    ("count", "scale", "expected"),
    [
        (Count(min=21, max=21), 21, [("sure", 0, 100)]),
        (Count(min=21, max=21), 42, [("sure", 0, 50)]),
        (Count(min=16, max=21), 42, [("sure", 0, 38.1), ("maybe", 38.1, 11.9)]),
        (Count(max=21), 42, [("maybe", 0, 50)]),
        (Count(min=0, max=21), 42, [("maybe", 0, 50)]),
        (
            Count(min=21),
            42,
            [("sure", 0, 50), ("open", 51.5, 3.5), ("open", 56.5, 2.5), ("open", 60.5, 1.5)],
        ),
        (Count(min=0), 42, [("open", 1.5, 3.5), ("open", 6.5, 2.5), ("open", 10.5, 1.5)]),
        (Count(min=0, max=0), 42, [("sure", 0, 0.6)]),
        (Count(max=0), 42, [("sure", 0, 0.6)]),
        (Count(min=50, max=50), 42, [("sure", 0, 100)]),
        (Count(min=40, max=50), 42, [("sure", 0, 95.2), ("maybe", 95.2, 4.8)]),
    ],
)
def test_a_bar_shows_its_count_on_the_scale(
    count: Count, scale: float, expected: list[Piece]
) -> None:
    assert pieces(claims.bar(count, scale)) == expected


@pytest.mark.parametrize("least", [1, 16, 40, 99, 100])
def test_an_open_end_is_broken_and_stays_on_the_scale(least: int) -> None:
    (group,) = grouped(claim("monitor", {"min": least}), claim("rebels", 100))
    bars = {row.claim.by: pieces(row.bar) for row in group.rows}
    end, *broken = bars["monitor"]
    assert [kind for kind, _, _ in broken] == ["open"] * 3
    starts = [x for _, x, _ in broken]
    ends = [x + width for _, x, width in (end, *broken)]
    assert all(start > before for start, before in zip(starts, ends, strict=False))
    assert ends[-1] <= 100


def test_bars_are_drawn_without_words_styles_and_scripts() -> None:
    bar = claims.bar(Count(min=1), 3)
    assert bar.startswith("<svg ")
    assert 'aria-hidden="true"' in bar
    assert re.search(r"style=|\son\w+=|<text|<script", bar) is None


def test_all_rows_of_a_group_share_one_scale() -> None:
    (group,) = grouped(claim("monitor", 10), claim("rebels", 40), claim("crown", {"max": 20}))
    assert [(row.claim.by, pieces(row.bar)) for row in group.rows] == [
        ("monitor", [("sure", 0, 25)]),
        ("crown", [("maybe", 0, 50)]),
        ("rebels", [("sure", 0, 100)]),
    ]


def test_approximate_claims_are_drawn_like_exact_ones() -> None:
    (group,) = grouped(claim("monitor", 10, approx=True), claim("rebels", 10))
    assert group.rows[0].bar == group.rows[1].bar


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [claim("monitor", 3, harm="injured"), claim("monitor", 3)],
            [("injured", "combatants", None), ("killed", "combatants", None)],
        ),
        (
            [claim("monitor", 3, who="civilians"), claim("monitor", 4), claim("crown", 5)],
            [("killed", "civilians", None), ("killed", "combatants", None)],
        ),
        (
            [claim("monitor", 3, side="guard"), claim("monitor", 3, side="rebels")],
            [("killed", "combatants", "guard"), ("killed", "combatants", "rebels")],
        ),
        (
            [claim("monitor", 3, side="guard"), claim("crown", 3, side="guard", who="unknown")],
            [("killed", None, "guard")],
        ),
        ([], []),
    ],
)
def test_a_group_is_a_harm_and_a_side_in_the_order_of_the_record(
    rows: list[dict[str, Any]], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(group.harm, group.who, group.side) for group in grouped(*rows)] == expected


def test_rows_stand_from_the_lowest_to_the_highest_and_keep_the_records_order_beside_that() -> None:
    (group,) = grouped(
        claim("rebels", {"min": 40}),
        claim("crown", 21),
        claim("monitor", {"min": 16, "max": 21}),
        claim("union", 21),
        claim("villagers", 16),
    )
    order = ["villagers", "monitor", "crown", "union", "rebels"]
    assert [row.claim.by for row in group.rows] == order


def test_a_row_that_is_part_of_another_stands_indented_under_it() -> None:
    (group,) = grouped(
        claim("monitor", 1, within="some", who="children"),
        claim("crown", 5),
        claim("monitor", 30, id="all"),
        claim("monitor", 4, id="some", within="all", who="civilians"),
        claim("monitor", 26, within="all"),
    )
    rows = [(row.claim.count.min, row.inner) for row in group.rows]
    assert rows == [(5, False), (30, False), (4, True), (1, True), (26, True)]


def test_parts_of_a_row_count_neither_for_the_range_nor_as_claimants() -> None:
    (group,) = grouped(claim("monitor", 30, id="all"), claim("crown", {"min": 90}, within="all"))
    assert (group.range, group.claimants, group.open_ended) == (Count(min=30, max=30), 1, False)


@pytest.mark.parametrize(
    ("counts", "expected", "open_ended"),
    [
        ([21], Count(min=21, max=21), False),
        ([16, 40], Count(min=16, max=40), False),
        ([16, {"min": 40}], Count(min=16, max=40), True),
        ([{"min": 16}, 40], Count(min=16, max=40), False),
        ([{"min": 40}], Count(min=40, max=40), True),
        ([{"min": 16, "max": 20}, {"min": 18, "max": 27}], Count(min=16, max=27), False),
        ([{"max": 40}], Count(max=40), False),
        ([{"max": 40}, {"max": 30}], Count(max=40), False),
        ([{"max": 40}, 10], Count(min=10, max=40), False),
        ([0], Count(min=0, max=0), False),
    ],
)
def test_a_range_runs_from_the_lowest_to_the_highest_bound(
    counts: list[Any], expected: Count, open_ended: bool
) -> None:
    (group,) = grouped(*(claim("monitor", count) for count in counts))
    assert (group.range, group.open_ended) == (expected, open_ended)


def test_a_row_of_another_scope_stands_last_and_out_of_the_range() -> None:
    other = claim("crown", 2, scope="other", note=small.text())
    (group,) = grouped(other, claim("monitor", {"min": 30}), claim("coded", 40))
    assert [row.claim.count.min for row in group.rows] == [30, 40, 2]
    assert (group.range, group.claimants) == (Count(min=30, max=40), 2)
    assert group.open_from


def test_a_group_of_nothing_but_other_scopes_has_no_claimant_to_speak_of() -> None:
    (group,) = grouped(claim("crown", 2, scope="part", note=small.text()))
    assert (group.range, group.claimants) == (Count(min=2, max=2), 0)


def test_two_counts_of_one_claimant_are_one_claimant() -> None:
    (group,) = grouped(claim("monitor", 3), claim("monitor", 5), claim("crown", 5))
    assert group.claimants == 2


def test_a_claims_line_is_the_one_who_claims_it_however_many_print_it() -> None:
    (group,) = grouped(claim("monitor", 3, sources=["a", "a"]), claim("coded", 4))
    assert [(row.claim.by, row.lines) for row in group.rows] == [("monitor", 1), ("coded", 0)]


FIRST = [claim("monitor", 3), claim("crown", 3), claim("monitor", 3, harm="injured")]
ANCHORS = ["claim-monitor-killed", "claim-crown-killed", "claim-monitor-injured"]


def anchors(rows: list[dict[str, Any]]) -> dict[int, str]:
    """Row of the record -> its anchor."""
    records = small.archive(small.event(claims=rows)).events[small.ID].claims
    found = {id(row.claim): row.anchor for group in _groups_of(records) for row in group.rows}
    return {index: found[id(record)] for index, record in enumerate(records)}


def _groups_of(records: list[Any]) -> list[claims.Group]:
    archive = small.archive(small.event())
    event = archive.events[small.ID].model_copy(update={"claims": records})
    return claims.groups(event, archive)


def test_an_anchor_names_who_claims_what() -> None:
    assert list(anchors(FIRST).values()) == ANCHORS


@pytest.mark.parametrize(
    ("added", "anchor"),
    [
        (claim("monitor", 5), "claim-monitor-killed-5"),
        (claim("monitor", {"max": 7}), "claim-monitor-killed-7"),
        (claim("monitor", 3, who="civilians"), "claim-monitor-killed-3"),
        (claim("rebels", 5), "claim-rebels-killed"),
    ],
)
def test_an_anchor_lasts_when_a_row_is_added_below(added: dict[str, Any], anchor: str) -> None:
    assert list(anchors([*FIRST, added]).values()) == [*ANCHORS, anchor]


def test_anchors_are_unique_even_for_equal_rows() -> None:
    found = list(anchors([claim("monitor", 3)] * 4).values())
    assert found == [
        "claim-monitor-killed",
        "claim-monitor-killed-3",
        "claim-monitor-killed-3-2",
        "claim-monitor-killed-3-3",
    ]


def test_a_group_has_an_anchor_of_its_own() -> None:
    found = grouped(claim("monitor", 3), claim("crown", 3, side="guard"))
    assert [group.anchor for group in found] == ["claims-killed-combatants", "claims-killed-guard"]


def test_only_groups_with_a_count_of_the_whole_event_have_a_range_to_tell() -> None:
    rows = [claim(), claim(harm="injured", scope="wider", note=small.text())]
    archive = small.archive(small.event(claims=rows))
    told = claims.counted(archive.events[small.ID], archive)
    assert [group.harm for group in told] == ["killed"]
