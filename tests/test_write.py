"""Writing the generated pages: only what changed, nothing stale, never outside the folder."""

from pathlib import Path

import pytest

from chronicle.write import Changes, UnsafePathError, write

PAGES = {"index.md": "# سجل\n", "events/a.md": "one\n", "events/b.md": "two\n"}
GENERATED = ("index.md", "events", "types")


def files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_first_writing_writes_every_page_with_its_folders(tmp_path: Path) -> None:
    changes = write(tmp_path / "en", PAGES, GENERATED)
    assert changes == Changes(sorted(PAGES), [], 0)
    assert files(tmp_path / "en") == PAGES


def test_a_second_writing_touches_nothing(tmp_path: Path) -> None:
    write(tmp_path, PAGES, GENERATED)
    before = (tmp_path / "events/a.md").stat()
    assert write(tmp_path, PAGES, GENERATED) == Changes([], [], 3)
    assert (tmp_path / "events/a.md").stat() == before


def test_only_the_page_that_changed_is_written_again(tmp_path: Path) -> None:
    write(tmp_path, PAGES, GENERATED)
    before = (tmp_path / "events/b.md").stat()
    changes = write(tmp_path, {**PAGES, "events/a.md": "new\n"}, GENERATED)
    assert changes == Changes(["events/a.md"], [], 2)
    assert (tmp_path / "events/a.md").read_text() == "new\n"
    assert (tmp_path / "events/b.md").stat() == before


def test_stale_files_and_empty_folders_of_generated_folders_go(tmp_path: Path) -> None:
    write(tmp_path, {**PAGES, "types/deep/x.md": "x"}, GENERATED)
    assert write(tmp_path, {"index.md": "# سجل\n"}, GENERATED).removed == [
        "events/a.md",
        "events/b.md",
        "types/deep/x.md",
    ]
    assert [entry.name for entry in tmp_path.iterdir()] == ["index.md"]


def test_hand_written_pages_stay(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.md").write_text("by hand")
    write(tmp_path, PAGES, GENERATED)
    write(tmp_path, {}, GENERATED)
    assert files(tmp_path) == {"about/index.md": "by hand"}


def test_line_ends_are_written_as_they_are_given(tmp_path: Path) -> None:
    write(tmp_path, {"index.md": "a\nb\n"}, ["index.md"])
    assert (tmp_path / "index.md").read_bytes() == b"a\nb\n"


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "events/../../out.md",
        "/tmp/out.md",
        "events//a.md",
        "events/./a.md",
        "events\\a.md",
        "",
        "about/index.md",
        "eventsx/a.md",
    ],
)
def test_a_path_that_is_not_inside_a_generated_folder_is_refused_and_nothing_is_written(
    tmp_path: Path, path: str
) -> None:
    folder = tmp_path / "docs"
    with pytest.raises(UnsafePathError):
        write(folder, {"index.md": "x", path: "x"}, GENERATED)
    assert not folder.exists()


def test_a_symbolic_link_on_the_way_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "events").symlink_to(outside)
    with pytest.raises(UnsafePathError, match="events is a symbolic link"):
        write(folder, PAGES, GENERATED)
    assert not any(outside.iterdir())


def test_a_stale_symbolic_link_is_removed_and_what_it_points_to_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.md").write_text("kept")
    folder = tmp_path / "docs"
    write(folder, PAGES, GENERATED)
    (folder / "events/link").symlink_to(outside)
    assert write(folder, PAGES, GENERATED).removed == ["events/link"]
    assert (outside / "kept.md").read_text() == "kept"
