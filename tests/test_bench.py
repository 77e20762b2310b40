import gzip
import json
from pathlib import Path

import pytest

from chronicle import language
from chronicle.export import columns
from tests import toy
from tests.bench import explore, visits
from tests.bench.row import Row, table
from tests.server import GZIP_LEVEL


def test_the_table_aligns_figures_and_says_whether_a_target_is_met() -> None:
    rows = [
        Row("whole site", 6.5, "s", at_most=8),
        Row("event page, largest", 33.04, "kB", at_most=32),
        Row("read", 0.1, "s"),
    ]
    assert table(rows).splitlines() == [
        "what                 measured   target",
        "whole site             6.50 s   8.00 s  met",
        "event page, largest   33.0 kB  32.0 kB  MISSED",
        "read                   0.10 s",
    ]


@pytest.mark.browser
def test_a_first_visit_counts_all_that_is_loaded_and_the_next_only_what_is_new(
    tmp_path: Path,
) -> None:
    style = b"body { color: #123 }" * 500
    page = b'<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="../a.css">'
    for path, data in {"a.css": style, "x/index.html": page, "y/index.html": page}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    first, following = visits.visits(tmp_path, ["x/", "y/"])
    packed = [len(gzip.compress(data, GZIP_LEVEL)) for data in (page, style)]
    assert sum(packed) < first.size * 1000 < sum(packed) + 1000 < len(style)
    assert packed[0] < following.size * 1000 < packed[0] + 500
    assert first.hosts == frozenset()


def test_a_grown_archive_has_its_events_in_order_and_is_the_same_each_time() -> None:
    file = json.loads(columns.file(toy.archive(), language.load("en")))
    grown = explore.grown(file, 500)
    assert grown == explore.grown(file, 500)
    assert {len(values) for values in grown["events"].values()} == {500}
    assert min(grown["events"]["first"][1:]) >= 0
    assert set(grown["events"]["place"]) <= set(range(len(grown["places"]["id"])))
    assert len(set(grown["places"]["id"])) == explore.PLACES
