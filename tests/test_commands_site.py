"""The commands `pages` and `site`, on copies of the project that hold the toy archive.

`check` has its tests in test_commands.py.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from chronicle import commands
from chronicle.address import GENERATED, LANGUAGES
from tests import toy
from tests.building import copy_project

DAY = ["--today", str(toy.TODAY)]
RECORD = "events/1901/1901-03-02-teapot-hill-attack.yml"

# Of ten different rules and layers; each replaces one line of RECORD's text.
AWFUL = """\
title: {en: A title, ar: عنوان}
date: 1901-13-01
published: 1901-03-09
type: grund-attack
place: teapot-hil
colour: red
actors:
  - {actor: kettle-guards, role: attacker, sources: [one]}
account:
  - {en: Some 21 people came., ar: جاء 27 شخصاً., sources: [one]}
  - {en: Write to a@b.example now., ar: بعض الكلمات., sources: [two]}
claims:
  - {by: nobody-at-all, harm: killed, who: combatants, count: {min: 9, max: 3}, sources: [one]}
sources:
  one: {publisher: kettle-gazette, title: x, url: "javascript:x", language: en}
grading: superb
"""


def copy_toy(target: Path) -> Path:
    """Copy the project with the toy archive in place of the real one, without generated pages."""
    copy_project(target)
    for folder in ("events", "registry"):
        shutil.rmtree(target / folder)
        shutil.copytree(toy.ROOT / folder, target / folder)
    for code in LANGUAGES:
        for name in GENERATED:
            shutil.rmtree(target / "docs" / code / name, ignore_errors=True)
        (target / "docs" / code / "index.md").unlink(missing_ok=True)
    return target


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the copy's own build.py."""
    settings = {"SITE_URL": "", "REPO_URL": "", "CONTACT": "", **environment}
    return subprocess.run(
        [sys.executable, "build.py", words[0], *DAY, *words[1:]],
        cwd=root,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def times(folder: Path) -> dict[str, int]:
    """When every file below a folder was written."""
    return {
        file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A root that holds the toy archive and no page."""
    for folder in ("events", "registry"):
        shutil.copytree(toy.ROOT / folder, tmp_path / folder)
    return tmp_path


Command = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def command(records: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command on `records`; its status and the lines that it printed."""

    def run(*words: str) -> tuple[int, list[str]]:
        status = commands.main([*words, "--root", str(records), *DAY])
        return status, capsys.readouterr().out.splitlines()

    return run


def test_pages_writes_every_page_in_both_languages_and_then_nothing(
    records: Path, command: Command
) -> None:
    status, said = command("pages")
    docs = contents(records / "docs")
    assert status == 0
    assert said[0] == f"{len(docs)} pages written"
    english, arabic = ({p[3:] for p in docs if p.startswith(code)} for code in LANGUAGES)
    assert english == arabic
    before = times(records / "docs")
    assert command("pages")[1][0] == "0 pages written"
    assert times(records / "docs") == before


def test_pages_writes_again_only_what_a_changed_word_touches(
    records: Path, command: Command
) -> None:
    command("pages")
    before = contents(records / "docs")
    written = times(records / "docs")
    file = records / RECORD
    text = file.read_text(encoding="utf-8")
    # The second statement: the first one also opens the event in the stories of its campaigns.
    assert text.count("Reed Radio said") == 1
    file.write_text(text.replace("Reed Radio said", "Hereupon it said"), encoding="utf-8")
    status, said = command("pages")
    after = contents(records / "docs")
    id = Path(RECORD).stem
    # The data pages print checksums of what holds every word.
    touched = {f"en/events/{id}.md", "en/data/index.md", "ar/data/index.md"}
    assert (status, said[0]) == (0, "3 pages written")
    assert {path for path in after if after[path] != before[path]} == touched
    again = times(records / "docs")
    assert {path for path in again if again[path] != written[path]} == touched


def test_pages_removes_what_is_stale_and_leaves_what_is_written_by_hand(
    records: Path, command: Command
) -> None:
    command("pages")
    before = contents(records / "docs")
    for path in ("en/events/gone.md", "ar/places/gone/deep.md", "en/about/limits.md"):
        (records / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (records / "docs" / path).write_text("by hand", encoding="utf-8")
    assert command("pages")[0] == 0
    assert contents(records / "docs") == {**before, "en/about/limits.md": b"by hand"}


def test_pages_writes_nothing_while_a_record_has_an_error(records: Path, command: Command) -> None:
    (records / RECORD).write_text(AWFUL, encoding="utf-8")
    status, said = command("pages")
    assert status == 1
    assert "written" not in "".join(said)
    assert not (records / "docs").exists()


def test_ten_faults_print_ten_lines_and_the_site_stays_as_it_was(
    records: Path, command: Command
) -> None:
    site = {"index.html": b"<p>before</p>", "events/x/index.html": b"x"}
    for path, data in site.items():
        (records / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (records / "site" / path).write_bytes(data)
    before = times(records / "site")
    (records / RECORD).write_text(AWFUL, encoding="utf-8")
    status, said = command("site")
    *faults, summary = said
    own = [line.removeprefix(f"{RECORD}:") for line in faults if line.startswith(f"{RECORD}:")]
    found = [tuple(line.split(": ")[:2]) for line in own if "warning: " not in line]
    assert status == 1
    assert found == [
        ("2", "date"),
        ("4", "type"),
        ("5", "place"),
        ("6", "colour"),
        ("8", "actors[0]"),
        ("8", "actors[0].actor"),
        ("10", "account[0]"),
        ("11", "account[1].en"),
        ("11", "account[1].sources[0]"),
        ("13", "claims[0].by"),
        ("13", "claims[0].count"),
        ("15", "sources.one.publisher"),
        ("15", "sources.one.url"),
        ("16", "grading"),
    ]
    assert f"{len(found)} problems in 1 file" in summary
    assert "Traceback" not in "\n".join(said)
    assert contents(records / "site") == site
    assert times(records / "site") == before


def test_faults_are_annotations_where_github_reads_them(records: Path, command: Command) -> None:
    (records / RECORD).write_text(AWFUL, encoding="utf-8")
    _, said = command("site", "--format", "github")
    assert said[0].startswith(f"::error file={RECORD},line=2::date: ")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the toy archive, under git, its site built."""
    root = copy_toy(tmp_path_factory.mktemp("toy") / "first")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    done = run(root, "site", SITE_URL="https://toy.example/below/", TZ="UTC")
    assert done.returncode == 0, done.stdout
    return root


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_on_another_day_in_another_zone(
    built: Path, tmp_path: Path
) -> None:
    second = copy_toy(tmp_path / "elsewhere" / "second")
    assert [(root / ".git").exists() for root in (built, second)] == [True, False]
    settings: Mapping[str, str] = {
        "SITE_URL": "https://toy.example/below/",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "4102444800",
    }
    done = run(second, "site", "--today", "2099-01-01", **settings)
    assert done.returncode == 0, done.stdout
    first, again = contents(built / "site"), contents(second / "site")
    assert list(first) == list(again)
    assert [path for path in first if first[path] != again[path]] == []
    assert len(first) > 100


@pytest.mark.slow
def test_what_needs_a_public_address_or_a_repository_is_printed_only_where_there_is_one(
    built: Path, tmp_path: Path
) -> None:
    id = Path(RECORD).stem
    page = f"ar/events/{id}/index.html"
    public = (built / "site" / page).read_text(encoding="utf-8")
    assert '<meta property="og:image" content="https://toy.example/below/assets/images/' in public
    assert 'type="application/atom+xml" href="../../../feeds/ar.xml"' in public
    assert "/commits/" not in public
    second = copy_toy(tmp_path / "second")
    done = run(second, "site", REPO_URL="https://git.example/x/")
    assert done.returncode == 0, done.stdout
    private = (second / "site" / page).read_text(encoding="utf-8")
    assert "og:image" not in private
    assert "atom+xml" not in private
    assert not (second / "site/feeds").exists()
    assert f'href="https://git.example/x/commits/HEAD/events/{id[:4]}/{id}.yml"' in private


@pytest.mark.slow
def test_a_build_that_mkdocs_or_the_links_refuse_leaves_the_site_as_it_was(built: Path) -> None:
    site = contents(built / "site")
    page = built / "docs/en/about/limits.md"
    words = page.read_text(encoding="utf-8")
    try:
        page.write_text(words + '\n<a href="../nowhere/">x</a>\n', encoding="utf-8")
        done = run(built, "site", SITE_URL="https://toy.example/below/")
        assert done.returncode == 1
        assert "docs/en/about/limits.md: link to " in done.stdout
        assert "Traceback" not in done.stdout
    finally:
        page.write_text(words, encoding="utf-8")
    assert contents(built / "site") == site
    assert not (built / ".build/site.new").exists()


def test_no_page_and_no_file_of_the_site_holds_a_path_of_this_machine(built: Path) -> None:
    needles = [str(built).encode(), str(Path.home()).encode() + b"/"]
    holding = [
        path
        for path, data in contents(built / "site").items()
        if any(needle in data for needle in needles)
    ]
    assert holding == []
