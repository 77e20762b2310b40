"""Both MkDocs builds, side by side; what MkDocs complains about becomes Problems."""

from pathlib import Path

import pytest

from chronicle import sites
from chronicle.problem import Problem

CONFIGURATION = """
site_name: Toy
docs_dir: docs/en
theme: {name: null, custom_dir: theme}
plugins: []
nav: [index.md]
validation: {nav: {omitted_files: warn}}
"""
ARABIC = "INHERIT: mkdocs.yml\ndocs_dir: docs/ar\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts = {
        "mkdocs.yml": CONFIGURATION,
        "mkdocs.ar.yml": ARABIC,
        "theme/main.html": "<h1>{{ page.title }}</h1>{{ build_date_utc.year }}",
        "docs/en/index.md": "# Hello\n",
        "docs/ar/index.md": "# مرحبا\n",
    }
    for path, text in texts.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_both_sites_are_built_into_folders_of_their_own_without_the_clock(root: Path) -> None:
    assert sites.build(root) == []
    folders = sites.folders(root)
    english = (folders["en"] / "index.html").read_text(encoding="utf-8")
    arabic = (folders["ar"] / "index.html").read_text(encoding="utf-8")
    assert (english, arabic) == ("<h1>Hello</h1>2011", "<h1>مرحبا</h1>2011")


def test_a_page_that_mkdocs_complains_about_is_named(root: Path) -> None:
    (root / "docs/ar/extra.md").write_text("# x\n\n[nowhere](missing.md)\n")
    problems = sites.build(root)
    assert {problem.path for problem in problems} == {"docs/ar/extra.md"}
    assert [problem.message.partition(",")[0] for problem in problems] == [
        "The following pages exist in the docs directory",
        "Doc file 'extra.md' contains a link 'missing.md'",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "WARNING -  Doc file 'a/b.md' contains a link 'c.md', but the target is not found.\n"
            "\nAborted with 1 warnings in strict mode!",
            [
                Problem(
                    "docs/en/a/b.md",
                    0,
                    "MkDocs",
                    "Doc file 'a/b.md' contains a link 'c.md', but the target is not found.",
                )
            ],
        ),
        (
            "\x1b[31mERROR   -  Config value 'theme': Unrecognised theme\x1b[0m\n",
            [Problem("mkdocs.yml", 0, "MkDocs", "Config value 'theme': Unrecognised theme")],
        ),
        (
            "Traceback (most recent call last):\nKeyError: 'x'\n",
            [Problem("mkdocs.yml", 0, "MkDocs", "the build failed: KeyError: 'x'")],
        ),
        ("", [Problem("mkdocs.yml", 0, "MkDocs", "the build failed: no message")]),
    ],
)
def test_what_mkdocs_said_becomes_problems(said: str, expected: list[Problem]) -> None:
    assert sites.faults(said, "en") == expected
