"""Charts: what the bars count, which way time runs, and the table that says the same."""

import re

import pytest

from chronicle import language
from chronicle.archive import Archive
from chronicle.render.chart import FEWEST
from chronicle.render.months import by_month, months
from tests import small

DATES = ["2019-03-03", "2019-03-04", "2019-03", "2019-04-01/2019-06-02", "2020-12-31", "2020"]


def archive(*dates: str) -> Archive:
    return small.archive({f"e{n}": small.event(date=date) for n, date in enumerate(dates)})


def test_an_event_counts_in_the_month_in_which_it_began() -> None:
    counted = months(archive(*DATES).live)
    assert dict(counted.counts) == {(2019, 3): 3, (2019, 4): 1, (2020, 12): 1}
    assert (counted.first, counted.last, counted.unknown, counted.tallest) == (2019, 2020, 1, 3)


@pytest.mark.parametrize(
    "dates", [DATES[: FEWEST - 1], ["2019-03-03"] * (FEWEST + 1)], ids=["few", "one year"]
)
def test_no_chart_is_drawn_where_the_list_says_more(dates: list[str]) -> None:
    assert by_month(archive(*dates).live, language.load("en")) == ""


def chart(code: str) -> str:
    return str(by_month(archive(*DATES, *DATES).live, language.load(code)))


def bars(code: str) -> list[tuple[float, float]]:
    drawn = re.search(r'class="chart-bars" d="([^"]+)"', chart(code))
    assert drawn
    return [
        (float(x), float(height)) for x, height in re.findall(r"M([\d.]+) \d+v-([\d.]+)", drawn[1])
    ]


def test_bars_stand_on_one_axis_and_the_tallest_fills_it() -> None:
    assert bars("en") == [(40, 60), (60, 20), (460, 20)]


def test_the_line_at_the_top_says_what_it_stands_for() -> None:
    assert re.findall(r'class="chart-most"[^>]*>([^<]+)<', chart("en")) == ["most in one month: 6"]


def test_time_runs_as_the_language_reads() -> None:
    assert [x for x, _ in bars("ar")] == [420, 400, 0]


def test_many_years_are_drawn_narrower_and_a_narrow_window_names_every_fifth() -> None:
    dates = [f"{year}-05-01" for year in range(2011, 2026)]
    drawn = str(by_month(archive(*dates).live, language.load("en")))
    assert 'viewBox="0 0 720 86"' in drawn
    assert re.findall(r'<text x="[^>]+>(\d+)</text>', drawn) == ["2011", "2015", "2020", "2025"]
    assert "chart-minor" not in chart("en")


def test_the_table_says_the_same_as_the_bars() -> None:
    rows = re.findall(r'<tr><th scope="row"><bdi>(\d+)</bdi></th>(.*?)</tr>', chart("en"))
    cells = {year: re.findall(r"<td>(\d+)</td>", row) for year, row in rows}
    assert cells["2019"] == ["0", "0", "6", "2", *["0"] * 8, "8"]
    assert cells["2020"] == [*["0"] * 11, "2", "2"]


def test_what_is_known_by_its_year_only_is_counted_beside_the_chart() -> None:
    assert "Known by their year only, and not drawn: 2 events." in chart("en")


def test_a_chart_says_that_it_counts_records() -> None:
    assert "a bar counts records, not what happened" in chart("en")
    assert "<bdi>" in chart("ar")
