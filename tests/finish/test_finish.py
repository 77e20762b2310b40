"""Two builds become one site, or the site that stood before still stands."""

from pathlib import Path

import pytest

from chronicle import parallel
from chronicle.finish import finish
from chronicle.finish.links import NOT_FOUND
from tests.finish.conftest import Builder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_site_holds_both_languages_one_copy_of_the_used_assets_and_no_leftovers(
    tmp_path: Path, build: Builder
) -> None:
    assert finish(tmp_path, build(), {}, {}, "") == []
    assert sorted(contents(tmp_path / "site")) == [
        ".nojekyll",
        NOT_FOUND,
        "ar/events/x/index.html",
        "ar/index.html",
        "assets/css/site.css",
        "assets/icon.svg",
        "assets/images/used.svg",
        "events/x/index.html",
        "index.html",
        "report.txt",
    ]


def test_arabic_pages_use_the_assets_of_the_root(tmp_path: Path, build: Builder) -> None:
    finish(tmp_path, build(), {}, {}, "")
    page = (tmp_path / "site/ar/events/x/index.html").read_text(encoding="utf-8")
    assert 'href="../../../assets/css/site.css"' in page


def test_every_page_carries_the_policy_right_after_its_charset(
    tmp_path: Path, build: Builder
) -> None:
    finish(tmp_path, build(), {}, {}, "")
    for path, data in contents(tmp_path / "site").items():
        if path.endswith(".html"):
            _, _, rest = data.partition(b'<meta charset="utf-8">\n')
            assert rest.startswith(b'<meta http-equiv="Content-Security-Policy"'), path


def test_the_same_builds_give_the_same_bytes(tmp_path: Path, build: Builder) -> None:
    finish(tmp_path, build(), {}, {"": "2026-11-22"}, "https://example.org/")
    first = contents(tmp_path / "site")
    finish(tmp_path, build(), {}, {"": "2026-11-22"}, "https://example.org/")
    assert contents(tmp_path / "site") == first


def test_a_system_that_cannot_work_side_by_side_makes_the_same_site(
    tmp_path: Path, build: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = build()
    finish(tmp_path, builds, {}, {}, "")
    first = contents(tmp_path / "site")
    monkeypatch.setattr(parallel, "_FORKS", False)
    finish(tmp_path, builds, {}, {}, "")
    assert contents(tmp_path / "site") == first


def test_a_build_with_a_fault_leaves_the_old_site_byte_for_byte(
    tmp_path: Path, build: Builder
) -> None:
    finish(tmp_path, build(), {}, {}, "")
    before = contents(tmp_path / "site")
    problems = finish(tmp_path, build({"en/index.html": '</head><a href="no/">x</a>'}), {}, {}, "")
    assert [problem.message for problem in problems] == [
        "link to /no/ leads nowhere; an address of a folder ends in /"
    ]
    assert contents(tmp_path / "site") == before
    assert not (tmp_path / ".build/site.new").exists()


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("en/events/x/index.html", "docs/en/events/x.md"),
        ("ar/about/index.html", "docs/ar/about/index.md"),
        ("en/index.html", "docs/en/index.md"),
        ("en/404.html", "404.html"),
    ],
)
def test_a_fault_is_shown_at_the_markdown_page_behind_it(
    tmp_path: Path, build: Builder, page: str, source: str
) -> None:
    for path in ("docs/en/events/x.md", "docs/ar/about/index.md", "docs/en/index.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    problems = finish(tmp_path, build({page: '</head><p style="color: red">x</p>'}), {}, {}, "")
    assert source in {problem.path for problem in problems}


def test_without_a_public_address_there_is_no_sitemap(tmp_path: Path, build: Builder) -> None:
    finish(tmp_path, build(), {}, {}, "")
    assert not (tmp_path / "site/sitemap.xml").exists()


def test_below_a_path_of_the_host_the_page_for_unknown_addresses_keeps_its_full_links(
    tmp_path: Path, build: Builder
) -> None:
    page = (
        '<link rel="icon" href="/chronicle/assets/icon.svg"></head><a href="/chronicle/ar/">ar</a>'
    )
    builds = build({"en/404.html": page})
    assert finish(tmp_path, builds, {}, {}, "https://example.org/chronicle/") == []
    assert (tmp_path / "site/assets/icon.svg").exists()
    assert (tmp_path / "site/sitemap.xml").exists()
