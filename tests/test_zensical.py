"""The same docs build with Zensical, which reads mkdocs.yml and means to take Material's place.

Compared with what MkDocs made of them: the set of pages, and on each page the text, the ids and
the number of links of its article. So nothing of value can come to sit in a hook or a plugin. Where
links lead is not compared: this release reads relative links of raw HTML from the Markdown file,
not from the page, and leads them one folder further up than MkDocs and browsers do.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from chronicle.sites import CONFIGURATIONS

pytest.importorskip("zensical", reason="Zensical cannot be imported here")

pytestmark = pytest.mark.slow

Article = tuple[str, list[str], int]


def article(file: Path) -> Article:
    """The text of a page's article, white space collapsed, its ids and its number of links."""
    tree = html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    (found,) = tree.iter("article")
    text = re.sub(r"\s+", " ", "".join(found.itertext())).strip()
    ids = [element.attrib["id"] for element in found.iter() if "id" in element.attrib]
    return text, ids, len(list(found.iter("a")))


def articles(folder: Path) -> dict[str, Article]:
    """Page -> its article, without the page for unknown addresses."""
    return {
        file.relative_to(folder).as_posix(): article(file)
        for file in sorted(folder.rglob("*.html"))
        if file.name != "404.html"
    }


@pytest.fixture(scope="module", params=CONFIGURATIONS)
def builds(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The folders in which MkDocs and Zensical built one language."""
    language = request.param
    project = built_site.parent
    root = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "theme"):
        shutil.copytree(project / name, root / name)
    for name in CONFIGURATIONS.values():
        shutil.copy(project / name, root)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "-f", CONFIGURATIONS[language]],
        cwd=root,
        env={**os.environ, "SITE_URL": "", "REPO_URL": "", "CONTACT": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return project / ".build" / language, root / ".build" / language


def test_zensical_builds_the_same_pages_with_the_same_text(
    builds: tuple[Path, Path],
) -> None:
    mkdocs, zensical = (articles(folder) for folder in builds)
    assert sorted(mkdocs) == sorted(zensical)
    assert len(mkdocs) > 100
    differing = {
        page: (mkdocs[page], zensical[page]) for page in mkdocs if mkdocs[page] != zensical[page]
    }
    assert differing == {}


def test_zensical_builds_the_page_for_unknown_addresses_too(builds: tuple[Path, Path]) -> None:
    assert [(folder / "404.html").is_file() for folder in builds] == [True, True]
