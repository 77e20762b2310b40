"""The part of the base map that a map shows."""

import pytest

from chronicle.render.view import View, around, joined


@pytest.mark.parametrize(
    ("bounds", "margin", "least", "view"),
    [
        ((0, 0, 400, 100), 10, 0, (-10, -10, 420, 120)),
        ((0, 0, 10, 100), 10, 0, (-75, -10, 160, 120)),
        ((50, 50, 50, 50), 0, 80, (10, 20, 80, 60)),
    ],
    ids=["wide", "tall", "one point"],
)
def test_a_view_has_room_around_and_is_never_taller_than_three_quarters(
    bounds: tuple[float, float, float, float],
    margin: float,
    least: float,
    view: tuple[float, float, float, float],
) -> None:
    assert around(bounds, margin, least) == View(*view)


def test_bounds_are_joined() -> None:
    assert joined([(0, 5, 2, 6), (1, 1, 9, 2)]) == (0, 1, 9, 6)


@pytest.mark.parametrize(
    ("width", "finer", "written"),
    [(600, 0, "12"), (600, 1, "12.3"), (90, 0, "12.3"), (20, 1, "12.346")],
)
def test_the_nearer_a_view_the_finer_its_figures(width: float, finer: int, written: str) -> None:
    assert View(0, 0, width, 10).exact(12.3456, finer) == written


def test_corners_lie_inside_and_the_lower_ones_come_first() -> None:
    corners = View(0, 0, 100, 80).corners(0.25)
    assert corners == [(0, 60, 25, 80), (75, 60, 100, 80), (0, 0, 25, 20), (75, 0, 100, 20)]
