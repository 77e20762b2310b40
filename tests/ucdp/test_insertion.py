"""A figure is put into a record as new lines; every other byte stays."""

from pathlib import Path

import pytest

from chronicle import archive as archives
from chronicle import load, source
from chronicle.load import Record
from chronicle.model import Event
from chronicle.ucdp import figures, insertion
from chronicle.ucdp.insertion import CannotInsert, Figure
from tests.building import ROOT
from tests.ucdp import invented

BLOCK = """title: {en: A, ar: ا}
date: 2019-03-03
published: 2020-01-01
type: battle
place: hill
account:
- {en: A, ar: ا, sources: [a]}
CLAIMSdisputed:
- {en: A, ar: ا, sources: [a]}
sources:
    a:
        publisher: p
        title: T
        language: en
    # the last word

grading: weak
END"""
LINES = 17
"""Of a claim, its source and the id; one more where the record had no claims."""

CLAIMS = """claims:
- by: p
  harm: killed
  who: unknown
  count: 3
  sources: [a]
"""


def record(text: str, path: str = "events/2019/2019-03-03-x.yml") -> Record[Event]:
    document = source.read(path, text.encode())
    problems = list(document.problems)
    found = load.entry(problems, Path(path).stem, Event, document, document.tree, ())
    assert problems == []
    assert found is not None
    return found


def figure(folder: Path, key: str = "ucdp") -> Figure:
    row = invented.row(folder)
    root = invented.project(folder)
    event = record(BLOCK.replace("CLAIMS", "").replace("END", "")).value
    made = figures.figure(
        event, [row], invented.archive(root), invented.languages(), invented.RELEASE
    )
    return Figure(key, {**made.claim, "sources": [key]}, made.source, made.id)


def new_lines(text: str, written: str) -> list[str]:
    """Lines whose removal gives the old text; fails where an old line is missing or moved."""
    rest = iter(text.splitlines(keepends=True))
    expected = next(rest, None)
    added = []
    for line in written.splitlines(keepends=True):
        if line == expected:
            expected = next(rest, None)
        else:
            added.append(line)
    assert expected is None
    return added


@pytest.mark.parametrize("claims", ["", CLAIMS])
@pytest.mark.parametrize(
    "end", ["", "corrections: []\n", "external:\n    acled: 'SYR1'\ncorrections: []\n"]
)
def test_claim_source_and_id_find_their_places(tmp_path: Path, claims: str, end: str) -> None:
    text = BLOCK.replace("CLAIMS", claims).replace("END", end)
    written = insertion.insert(text, record(text), figure(tmp_path))
    assert new_lines(text, written)
    event = record(written).value
    assert [claim.by for claim in event.claims] == (["p"] if claims else []) + ["ucdp"]
    assert list(event.sources) == ["a", "ucdp"]
    assert event.external.ucdp_ged == 7
    assert event.external.acled == ("SYR1" if "acled" in end else None)
    assert "    # the last word\n    ucdp:\n      publisher: ucdp\n" in written


def test_every_real_record_takes_a_figure_and_keeps_its_bytes(made: Figure) -> None:
    taken = 0
    for path in sorted((ROOT / "events").glob("*/*.yml")):
        text = path.read_bytes().decode()
        read = record(text, path.relative_to(ROOT).as_posix())
        if any(claim.by == "ucdp" for claim in read.value.claims):
            continue
        key = insertion.key(read.value)
        one = Figure(key, {**made.claim, "sources": [key]}, made.source, made.id)
        added = new_lines(text, insertion.insert(text, read, one))
        assert len(added) in (LINES, LINES + 1), path.stem
        taken += 1
    assert taken > 100


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Figure:
    return figure(tmp_path_factory.mktemp("figure"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("grading: weak\n", "grading: weak", "does not end with a line end"),
        ("grading: weak\n", "grading: weak\nexternal: {acled: S}\n", "has external on one line"),
        (CLAIMS, "claims: []\n", "has claims on one line"),
    ],
)
def test_a_record_without_a_place_for_the_lines_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = BLOCK.replace("CLAIMS", CLAIMS).replace("END", "").replace(old, new)
    with pytest.raises(CannotInsert, match=message):
        insertion.insert(text, record(text), figure(tmp_path))


def test_a_figure_is_written_once(tmp_path: Path) -> None:
    text = BLOCK.replace("CLAIMS", CLAIMS).replace("END", "")
    written = insertion.insert(text, record(text), figure(tmp_path))
    with pytest.raises(CannotInsert, match="already"):
        insertion.key(record(written).value)


def test_another_page_of_the_dataset_keeps_its_key() -> None:
    text = BLOCK.replace("CLAIMS", "").replace("END", "")
    second = text.replace("    a:\n", "    ucdp:\n").replace("[a]", "[ucdp]")
    assert insertion.key(record(text).value) == "ucdp"
    assert insertion.key(record(second).value) == "ucdp-ged"


def test_a_figure_that_would_not_be_valid_is_refused(tmp_path: Path) -> None:
    text = BLOCK.replace("CLAIMS", "").replace("END", "")
    one = figure(tmp_path)
    wrong = Figure(one.key, {**one.claim, "harm": "bored"}, one.source, one.id)
    with pytest.raises(CannotInsert, match="would not be valid"):
        insertion.insert(text, record(text), wrong)


def test_the_source_relies_on_what_was_read_for_all_the_rows(tmp_path: Path) -> None:
    root = invented.project(tmp_path)
    event = record(BLOCK.replace("CLAIMS", "").replace("END", "")).value
    first = invented.row(tmp_path, source_office="Owl Watch")
    other = invented.row(tmp_path, id="8", source_office="Bell & Drum;Owl Watch")
    content = invented.archive(root)
    one = figures.figure(event, [first, other], content, invented.languages(), "1")
    assert one.source["relies_on"] == ["owl-watch", "bell-and-drum"]
    assert one.claim["count"] == {"min": 20, "max": 40}
    assert "8, 2 March 1901: 25 (20 to 40)" in one.claim["note"]["en"]
    unknown = invented.row(tmp_path, source_office="Owl Watch;Spoon News")
    with pytest.raises(CannotInsert, match='row 7 rests on "Spoon News"; add the publisher'):
        figures.figure(event, [unknown], content, invented.languages(), "1")


def test_a_registry_without_the_dataset_takes_no_figure(tmp_path: Path) -> None:
    event = record(BLOCK.replace("CLAIMS", "").replace("END", "")).value
    row, empty = invented.row(tmp_path), archives.build(load.Records())
    with pytest.raises(CannotInsert, match='has no "ucdp"'):
        figures.figure(event, [row], empty, invented.languages(), "1")
