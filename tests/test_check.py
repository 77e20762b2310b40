"""The command `check`: one line a fault, the status, and nothing written."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chronicle.commands import main
from tests import toy

ROOT = Path(__file__).parents[1]
BAD = "events/1901/1901-06-01-bad.yml"


@pytest.fixture
def awful(tmp_path: Path) -> Path:
    """The toy archive with the awful record and a site that stood before."""
    root = Path(shutil.copytree(toy.ROOT, tmp_path / "archive"))
    shutil.copy(ROOT / "tests/bad/awful.yml", root / BAD)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("before")
    return root


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = main(["check", "--today", toy.TODAY.isoformat(), *arguments])
    printed = capsys.readouterr()
    assert printed.err == ""
    return status, printed.out.rstrip("\n").split("\n")


def test_an_archive_without_faults_is_quiet_and_succeeds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(capsys, "--root", str(toy.ROOT)) == (0, ["0 problems in 0 files"])


def test_every_fault_is_one_line_in_order_and_the_last_line_counts(
    awful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(awful)
    status, lines = check(capsys, "--root", str(awful))
    assert status == 1
    assert len(lines) > 30
    numbers = [int(line.removeprefix(f"{BAD}:").partition(":")[0]) for line in lines[:-1]]
    assert numbers == sorted(numbers)
    warnings = sum(": warning: " in line for line in lines)
    assert lines[-1] == f"{len(lines) - 1 - warnings} problems in 1 file, {warnings} warnings"
    assert files(awful) == before, "a check writes nothing"


def test_annotations_name_file_and_line(awful: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = check(capsys, "--root", str(awful), "--format", "github")
    _, plain = check(capsys, "--root", str(awful))
    assert status == 1
    assert len(lines) == len(plain)
    hint = 'place: unknown id "teapot-hil"; did you mean "teapot-hill"?'
    assert f"::error file={BAD},line=7::{hint}" in lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines[:-1])


@pytest.mark.parametrize(
    "unit", ["a", "a.", "ا", "ا ", "،", "«", "“", "‘", "'", '"', "1", "1 ", "00 ", "+", "@", "1,"]
)
def test_no_text_takes_long_to_examine(
    unit: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(toy.ROOT, tmp_path / "archive"))
    text = (root / "events/1903/1903-02-01-harbour-declaration.yml").read_text(encoding="utf-8")
    quoted = "'" + (unit * 60_000).replace("'", "''") + "x'"
    hostile = text.replace("The league declared the lamps free.", quoted)
    assert hostile != text
    (root / "events/1903/1903-02-01-long.yml").write_text(hostile, encoding="utf-8")
    start = time.perf_counter()
    check(capsys, "--root", str(root))
    assert time.perf_counter() - start < 10


def test_warnings_alone_do_not_stop_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(toy.ROOT, tmp_path / "archive"))
    shutil.copy(ROOT / "tests/bad/source-not-used.yml", root / BAD)
    status, lines = check(capsys, "--root", str(root))
    assert status == 0
    assert lines[-1] == "0 problems in 0 files, 1 warning"


@pytest.mark.parametrize(
    ("today", "status"), [("2026-02-01", 0), ("2026-01-31", 1), ("2025-12-31", 1)]
)
def test_the_day_that_dates_are_held_against_can_be_set(
    today: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(toy.ROOT), "--today", today]) == status
    assert ("is in the future" in capsys.readouterr().out) == bool(status)


def test_the_script_prints_faults_and_no_traceback(awful: Path) -> None:
    (awful / "events/1901" / b"x\xff\n.yml".decode("utf-8", "surrogateescape")).touch()
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "check", "--root", awful],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.startswith(f"{BAD}:2: title: ar is missing;")
    assert "events/1901/x\\udcff\\n.yml: a file name is an id" in done.stdout


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--today", "soon"], ["check", "--format", "xml"]]
)
def test_a_mistyped_command_says_what_it_takes(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: build.py" in capsys.readouterr().err
