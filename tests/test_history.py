"""Event ids of earlier states, read from git; and the rule that none of them vanishes."""

import subprocess
from pathlib import Path

import pytest

from chronicle import commands
from chronicle.checks.references import published_ids_stay
from chronicle.checks.subject import Subject
from chronicle.history import UnknownRevision, event_ids
from tests import small, toy
from tests.test_commands_site import RECORD, records

__all__ = ["records"]


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(records: Path) -> Path:
    """The toy archive in its first commit."""
    (records / "events/TEMPLATE.yml").write_text("# not a record\n", encoding="utf-8")
    git(records, "init", "-q")
    git(records, "add", ".")
    git(records, "commit", "-q", "-m", "first")
    return records


def test_the_ids_of_a_revision_are_those_of_its_event_files(repository: Path) -> None:
    (repository / RECORD).unlink()
    expected = sorted(path.stem for path in (toy.ROOT / "events").rglob("*.yml"))
    assert event_ids(repository, "HEAD") == expected


def test_a_project_below_the_top_of_its_repository_is_found_too(tmp_path: Path) -> None:
    inner = tmp_path / "inner/events/2019"
    inner.mkdir(parents=True)
    (inner / "2019-x.yml").write_text("x", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    assert event_ids(tmp_path / "inner", "HEAD") == ["2019-x"]


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~1", ""])
def test_a_revision_that_git_does_not_know_is_named(repository: Path, revision: str) -> None:
    with pytest.raises(UnknownRevision, match=r"\w"):
        event_ids(repository, revision)


@pytest.mark.parametrize(
    ("published", "former", "gone"),
    [
        ([], [], []),
        ([small.ID], [], []),
        (["2019-x"], [], ["2019-x"]),
        (["2019-x"], ["2019-x"], []),
        (["2019-x", small.ID, "2018-y"], [], ["2019-x", "2018-y"]),
    ],
)
def test_an_id_that_was_published_stays(
    published: list[str], former: list[str], gone: list[str]
) -> None:
    subject = Subject(small.records(small.event(former_ids=former)), small.TODAY, published)
    assert [(p.path, p.message) for p in published_ids_stay(subject)] == [
        (
            f"events/{id[:4]}/{id}.yml",
            f'"{id}" was published and is gone; withdraw or merge it instead',
        )
        for id in gone
    ]


def test_check_since_a_revision_finds_what_is_gone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "--root", str(repository), "--today", str(toy.TODAY), "--since"]
    assert commands.main([*words, "HEAD"]) == 0
    (repository / RECORD).unlink()
    assert commands.main([*words, "HEAD"]) == 1
    assert f'{RECORD}: "{Path(RECORD).stem}" was published and is gone' in capsys.readouterr().out
    assert commands.main([*words, "nowhere"]) == 1
    assert capsys.readouterr().out.startswith("--since nowhere: ")
