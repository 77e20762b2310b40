"""The offline edition of the real site: complete, the same each time, and small enough to carry."""

import re
import zipfile
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import html5lib
import pytest

from chronicle import language, offline
from chronicle.address import LANGUAGES
from chronicle.offline import NAME, TOP

SPEAKING = {code: language.load(code) for code in LANGUAGES}
MEGABYTE = 1_000_000
LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@pytest.fixture(scope="module")
def folder(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("edition") / "offline"
    assert offline.write(built_site, made, SPEAKING) == []
    return made


@pytest.fixture(scope="module")
def packed(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / NAME) as opened:
        return {name.removeprefix(TOP): opened.read(name) for name in opened.namelist()}


@pytest.mark.slow
def test_two_editions_of_one_site_are_the_same_bytes(
    folder: Path, built_site: Path, tmp_path: Path
) -> None:
    offline.write(built_site, tmp_path, SPEAKING)
    assert (tmp_path / NAME).read_bytes() == (folder / NAME).read_bytes()


@pytest.mark.slow
def test_every_link_of_every_page_leads_to_a_file_of_the_zip(packed: dict[str, bytes]) -> None:
    lost = set()
    pages = [path for path in packed if path.endswith("index.html")]
    for page in pages:
        for address in LINK.findall(packed[page].decode()):
            plain = unquote(re.split("[?#]", unescape(address))[0])
            if not plain or OUTSIDE.match(address):
                continue
            target = normpath(join(dirname(page), plain))
            if target not in packed:
                lost.add(f"{page}: {address}")
    assert len(pages) > 1000
    assert sorted(lost) == []


@pytest.mark.slow
def test_nothing_that_needs_a_server_is_carried(packed: dict[str, bytes]) -> None:
    assert [path for path in packed if path.startswith((".", "pagefind/")) or "404" in path] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_about_it_says_how_large_it_is(folder: Path, code: str) -> None:
    said = re.search(r"(\d+) (?:MB|ميغابايت)", SPEAKING[code].text("offline.copy_note"))
    assert said
    assert (folder / NAME).stat().st_size / MEGABYTE == pytest.approx(int(said[1]), rel=0.25)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_edition_is_one_small_page_without_scripts(folder: Path, code: str) -> None:
    data = (folder / f"syria-chronicle-{code}.html").read_bytes()
    assert len(data) <= 3 * MEGABYTE
    text = data.decode()
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    assert parser.errors == []
    assert tree.attrib["lang"] == code
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert names.isdisjoint({"script", "link", "img", "svg", "iframe", "form"})
    ids = {element.attrib["id"] for element in tree.iter() if "id" in element.attrib}
    inner = [
        element.attrib["href"][1:]
        for element in tree.iter("a")
        if element.attrib["href"].startswith("#")
    ]
    assert len(inner) > 300
    assert set(inner) <= ids


def test_without_a_site_the_command_says_what_to_type(tmp_path: Path) -> None:
    (problem,) = offline.write(tmp_path / "site", tmp_path / "offline", SPEAKING)
    assert "make site" in problem.message
    assert not (tmp_path / "offline").exists()
