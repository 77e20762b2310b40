"""The commands `import` and `match`: what they write, what they refuse, what they say."""

from pathlib import Path

import pytest

from chronicle import checks, load, ucdp
from chronicle.commands import main
from chronicle.problem import errors
from chronicle.ucdp.table import HEAD
from tests import toy
from tests.ucdp import invented

TODAY = ["--today", toy.TODAY.isoformat()]
EVENT = "1901-03-02-teapot-hill-attack"
RECORD = f"events/1901/{EVENT}.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return invented.project(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str]]:
    status = main([*(str(word) for word in words), *TODAY])
    printed = capsys.readouterr()
    assert printed.err == ""
    return status, printed.out.rstrip("\n").split("\n")


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_import_writes_drafts_that_check_accepts_and_lists_every_other_row(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = invented.file(tmp_path, {}, {"id": "8", "low": "99"}, {"id": "9", "country_id": "645"})
    before, out = files(root), tmp_path / "out"
    status, lines = run(capsys, "import", "ucdp", file, "--out", out, "--root", root)
    assert status == 0
    assert lines[0] == (
        "GEDEvent_v1_2.csv:3: warning: best: low 99, best 25, high 40 are not in order"
    )
    assert lines[-1].startswith("1 drafts in ")
    assert lines[-1].endswith(
        "1 rows with faults, listed above; 1 rows of other countries left aside"
    )
    assert errors(checks.check(load.read(out), toy.TODAY)) == []
    assert files(root) == before


def test_import_touches_no_folder_that_holds_something(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = invented.file(tmp_path, {})
    before = files(root)
    status, lines = run(capsys, "import", "ucdp", file, "--out", root, "--root", root)
    assert (status, lines) == (1, [f"{root}: is not empty; name a new folder"])
    assert files(root) == before


@pytest.mark.parametrize("dataset", ["acled", "ucdp"])
@pytest.mark.parametrize("command", ["import", "match"])
def test_an_acled_export_is_refused_with_the_reason(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], dataset: str, command: str
) -> None:
    file = tmp_path / "export.csv"
    file.write_text("event_id_cnty,event_date,sub_event_type,fatalities\nSYR1,2019-03-03,x,3\n")
    out = ["--out", tmp_path / "out"] if command == "import" else []
    status, lines = run(capsys, command, dataset, file, *out, "--root", root)
    assert (status, lines) == (1, [f"{file}: {ucdp.ACLED_REFUSED}"])
    assert not (tmp_path / "out").exists()


def test_a_file_whose_name_tells_no_release_needs_one(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = invented.file(tmp_path, {}, name="rows.csv")
    out = tmp_path / "out"
    status, lines = run(capsys, "import", "ucdp", file, "--out", out, "--root", root)
    assert status == 1
    assert lines[0].endswith("add --release, such as 24.1")
    words = ["import", "ucdp", file, "--out", out, "--root", root, "--release", "1.2"]
    assert run(capsys, *words)[0] == 0


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("GEDEvent_v24_1.csv", "24.1"),
        ("GEDEvent_v24_01_24_06.csv", "24.01.24.06"),
        ("rows.csv", None),
    ],
)
def test_the_name_of_a_file_may_tell_its_release(name: str, release: str | None) -> None:
    assert ucdp.release(Path(name)) == release


def test_match_prints_candidates_and_writes_nothing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = invented.file(tmp_path, {}, {"id": "8", "best": ""})
    before = files(root)
    status, lines = run(capsys, "match", "ucdp", file, "--root", root)
    assert status == 0
    head, first, *_, last = lines
    assert tuple(head.split()) == HEAD
    assert first.split()[:3] == [EVENT, "7", "1901-03-02"]
    assert first.split()[-4:] == ["25/20/40", "0", "0", "1.00"]
    assert last == "1 rows with faults were not looked at; `import` lists them"
    assert files(root) == before
    other = run(capsys, "match", "ucdp", file, "--root", root, "--event", "nothing")[1]
    assert len(other) == 2


@pytest.mark.parametrize("way", ["only", "decisions", "above"])
def test_match_writes_what_a_person_chose(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    file = invented.file(tmp_path, {})
    chosen = tmp_path / "pairs.txt"
    chosen.write_text(f"{EVENT}=7  # sure\n")
    words = {"only": f"{EVENT}=7", "decisions": chosen, "above": "0.9"}[way]
    before = files(root)
    status, lines = run(capsys, "match", "ucdp", file, "--root", root, "--write", f"--{way}", words)
    assert (status, lines[0]) == (0, f"{RECORD}: written")
    changed = {path for path, data in files(root).items() if before[path] != data}
    assert changed == {str(root / RECORD)}
    event = load.read(root).events[EVENT].value
    assert event.external.ucdp_ged == 7
    assert event.claims[-1].by == "ucdp"
    assert run(capsys, "check", "--root", root)[0] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "--write: says nothing of what to write; add --only, --decisions or --above"),
        (["--only", f"{EVENT}=8"], f"--only: {EVENT}: no row 8 without faults"),
        (["--only", "1901-03-02-teapot-hill-atack=7"], f'did you mean "{EVENT}"?'),
        (["--only", "x"], '--only:1: "x" is no decision; write event=id or event=id+id'),
    ],
)
def test_match_writes_nothing_that_nobody_chose(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    file = invented.file(tmp_path, {})
    before = files(root)
    status, lines = run(capsys, "match", "ucdp", file, "--root", root, "--write", *words)
    assert status == 1
    assert lines[0].endswith(message)
    assert files(root) == before


def test_match_writes_all_or_nothing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raid = "1901-03-03-teapot-hill-raid"
    file = invented.file(tmp_path, {}, {"id": "8", "source_office": "Spoon News"})
    before = files(root)
    pairs = f"{EVENT}=7,{raid}=8"
    words = ["match", "ucdp", file, "--root", root, "--write", "--only", pairs]
    status, lines = run(capsys, *words)
    assert status == 1
    assert lines[0].startswith(f'events/1901/{raid}.yml: row 8 rests on "Spoon News"')
    assert files(root) == before
