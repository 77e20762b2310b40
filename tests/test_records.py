"""The real records are a gate: an archive with a fault is not published."""

from pathlib import Path

import pytest

from chronicle.commands import main

ROOT = Path(__file__).parents[1]


def test_the_real_records_have_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", "--root", str(ROOT)])
    printed = capsys.readouterr().out
    assert status == 0, printed
    assert printed.rstrip().split("\n")[-1].startswith("0 problems in 0 files")
