"""A swap takes two renames; whatever moment it is cut short at, the next command heals it."""

from pathlib import Path

import pytest

from chronicle.finish.swap import heal, new_folder, swap

NAMES = {"site": "site", "new": ".build/site.new", "old": ".build/site.old"}


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / NAMES[name]).mkdir(parents=True)
        (root / NAMES[name] / "index.html").write_text(name)


def there(root: Path) -> dict[str, str]:
    found = {name: root / path / "index.html" for name, path in NAMES.items()}
    return {name: file.read_text() for name, file in found.items() if file.exists()}


@pytest.mark.parametrize("before", [("new",), ("site", "new")])
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, before: tuple[str, ...]) -> None:
    make(tmp_path, *before)
    swap(tmp_path)
    assert there(tmp_path) == {"site": "new"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), {}),
        (("site",), {"site": "site"}),
        # A build was cut short.
        (("site", "new"), {"site": "site"}),
        (("new",), {}),
        # Between the renames: only a complete site is swapped in, so the swap is finished.
        (("old", "new"), {"site": "new"}),
        # After the renames, before the old site was removed.
        (("site", "old"), {"site": "site"}),
        # The new site was lost meanwhile.
        (("old",), {"site": "old"}),
    ],
)
def test_a_swap_cut_short_is_healed(
    tmp_path: Path, before: tuple[str, ...], after: dict[str, str]
) -> None:
    make(tmp_path, *before)
    heal(tmp_path)
    assert there(tmp_path) == after
    heal(tmp_path)
    assert there(tmp_path) == after


def test_the_new_site_lies_on_the_file_system_of_the_project(tmp_path: Path) -> None:
    assert new_folder(tmp_path).is_relative_to(tmp_path)
