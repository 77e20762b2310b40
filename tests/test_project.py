"""The files around the code: workflows, forms, lock files, citation."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACTION = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

SCHEMAS = [
    ("vendor.github-workflows", ".github/workflows/*.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/*-*.yml"),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ("vendor.dependabot", ".github/dependabot.yml"),
    ("vendor.citation-file-format", "CITATION.cff"),
]


def run(*command: str) -> tuple[int, str]:
    """Exit status and all output of a command that runs at the root."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def repository_files() -> list[Path]:
    """What a commit of everything here would hold; skips where this is not a git checkout."""
    code, listing = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if code:
        pytest.skip("not a git checkout")
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize(("schema", "pattern"), SCHEMAS)
def test_a_file_that_github_reads_follows_its_schema(schema: str, pattern: str) -> None:
    files = sorted(map(str, ROOT.glob(pattern)))
    assert files, pattern
    code, output = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)
    assert code == 0, output


def test_the_linter_of_workflows_finds_nothing() -> None:
    code, output = run(
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--no-progress",
        "--color=never",
        "--pedantic",
        ".github",
    )
    assert code == 0, output


def test_every_action_is_pinned_to_a_commit_and_names_its_release() -> None:
    for path in (ROOT / ".github/workflows").iterdir():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                assert ACTION.search(line), f"{path.name}: {line.strip()}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_a_lock_file_pins_versions_with_hashes_and_names_no_address(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wrong = [
        line
        for line in lines
        if not re.fullmatch(
            r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\|    --hash=sha256:\S{64}( \\)?", line
        )
    ]
    assert wrong == []


def test_the_test_requirements_hold_those_of_the_site_in_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return {line for line in text.splitlines() if "==" in line}

    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_only_continuous_integration_knows_a_folder_beside_the_checkout() -> None:
    outside = "../" + "shared"
    naming = [
        path.relative_to(ROOT).as_posix()
        for path in repository_files()
        if outside.encode() in path.read_bytes()
    ]
    assert naming == [".ci/run"]
