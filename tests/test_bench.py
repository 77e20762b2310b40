import gzip
import json
from pathlib import Path

from chronicle import language
from chronicle.export import columns
from tests import toy
from tests.bench import explore, weight
from tests.bench.row import Row, table


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


def test_a_first_visit_counts_the_page_and_each_file_it_loads_once(tmp_path: Path) -> None:
    files = {
        "page/index.html": '<link rel="stylesheet" href="../a.css"><script defer src="../a.js">'
        '</script><link rel="canonical" href="https://archive.example/page/">'
        '<img src="../a.svg"><img src="../a.svg">',
        "a.css": "body{background:url(a.svg)} i{background:url(data:image/png;base64,AA)}",
        "a.js": "",
        "a.svg": "<svg/>",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    total = sum(len(gzip.compress(text.encode(), weight.GZIP_LEVEL)) for text in files.values())
    assert round(weight.first_visit(tmp_path / "page/index.html") * 1000) == total


def test_a_grown_archive_has_its_events_in_order_and_is_the_same_each_time() -> None:
    file = json.loads(columns.file(toy.archive(), language.load("en")))
    grown = explore.grown(file, 500)
    assert grown == explore.grown(file, 500)
    assert {len(values) for values in grown["events"].values()} == {500}
    assert min(grown["events"]["first"][1:]) >= 0
    assert set(grown["events"]["place"]) <= set(range(len(grown["places"]["id"])))
    assert len(set(grown["places"]["id"])) == explore.PLACES
