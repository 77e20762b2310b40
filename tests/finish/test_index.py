"""The search index is made of documents, holds no more than is used, and is the same each time."""

import json
from pathlib import Path

from chronicle.finish import finish, index
from tests.finish.conftest import Builder

DOCUMENT = (
    '<html lang="{language}"><head><meta data-pagefind-meta="title[content]" content="{title}">'
    '</head><body data-pagefind-body><p data-pagefind-weight="10">{title}</p></body></html>'
)
DOCUMENTS = {
    f"{'ar/' if language == 'ar' else ''}events/{number}/": DOCUMENT.format(
        language=language, title=f"{title} {number}"
    )
    for language, title in (("en", "teapot"), ("ar", "ابريق"))
    for number in range(40)
}
ABOUT = '</head><article><h1 id="x">Limits</h1><p>Words</p></article>'


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_same_documents_give_the_same_bytes_in_whatever_order(tmp_path: Path) -> None:
    index.build(tmp_path / "one", {}, DOCUMENTS)
    index.build(tmp_path / "two", {}, dict(reversed(DOCUMENTS.items())))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_there_is_one_index_a_language_and_nothing_of_interfaces_that_are_not_used(
    tmp_path: Path,
) -> None:
    index.build(tmp_path, {}, DOCUMENTS)
    entry = (tmp_path / "pagefind/pagefind-entry.json").read_text(encoding="utf-8")
    languages = json.loads(entry)["languages"]
    assert {code: one["page_count"] for code, one in languages.items()} == {"ar": 40, "en": 40}
    assert entry == json.dumps(
        json.loads(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    names = {file.name for file in (tmp_path / "pagefind").iterdir() if file.is_file()}
    metas = {name for name in names if name.endswith(".pf_meta")}
    assert names - metas == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "wasm.ar.pagefind",
    }
    assert len(metas) == len(languages)


def test_pages_about_the_archive_are_found_too(tmp_path: Path, build: Builder) -> None:
    builds = build({f"{code}/about/limits/index.html": ABOUT for code in ("en", "ar")})
    index.build(tmp_path, builds, DOCUMENTS)
    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_bytes())
    assert [one["page_count"] for one in entry["languages"].values()] == [41, 41]


def test_the_index_is_part_of_the_site_and_there_is_none_without_documents(
    tmp_path: Path, build: Builder
) -> None:
    assert finish(tmp_path, build(), {}, {}, "", DOCUMENTS) == []
    assert (tmp_path / "site/pagefind/pagefind.js").is_file()
    assert finish(tmp_path, build(), {}, {}, "") == []
    assert not (tmp_path / "site/pagefind").exists()
