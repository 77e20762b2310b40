"""Write the generated pages: only what changed, and nothing stays that is no longer generated.

In: the folder, its pages as `dict[path, text]` (POSIX paths relative to the folder) and the names
of the files and folders in it that are generated. Out: what was done. What the pages hold is left
to `render`. A path that leads out of the folder, or through a symbolic link, is refused before
anything is written (safety.md, rule 17).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


class UnsafePathError(ValueError):
    """An output path that leads, or could lead, out of the output folder."""


@dataclass(frozen=True)
class Changes:
    """What one writing did; paths as given, sorted."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0


def write(folder: Path, pages: Mapping[str, str], generated: Iterable[str]) -> Changes:
    """Bring the generated files and folders of `folder` to the state of `pages`.

    `generated` names entries of `folder` (`events`, `index.md`); a page outside them is refused,
    and files found inside them that are not in `pages` are removed. Raises UnsafePathError.
    """
    owned = sorted(set(generated))
    for path in [*owned, *pages]:
        _refuse_unsafe(folder, path)
    for path in pages:
        if not _is_owned(path, owned):
            raise UnsafePathError(f"{path}: not in a generated folder: {', '.join(owned)}")
    removed = sorted(path for path in _present(folder, owned) if path not in pages)
    for path in removed:
        (folder / path).unlink()
    written = sorted(path for path, text in pages.items() if _put(folder / path, text))
    _remove_empty(folder, owned)
    return Changes(written, removed, len(pages) - len(written))


def _refuse_unsafe(folder: Path, path: str) -> None:
    parts = path.split("/")
    if any(part in {"", ".", ".."} or "\\" in part or "\0" in part for part in parts):
        raise UnsafePathError(f"{path}: not a plain path inside {folder.name}/")
    place = folder
    for part in parts:
        place = place / part
        if place.is_symlink():
            raise UnsafePathError(f"{path}: {place.name} is a symbolic link")


def _is_owned(path: str, owned: list[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in owned)


def _present(folder: Path, owned: list[str]) -> list[str]:
    found: list[str] = []
    for name in owned:
        entry = folder / name
        files = entry.rglob("*") if entry.is_dir() else [entry]
        found += [
            file.relative_to(folder).as_posix()
            for file in files
            if file.is_symlink() or file.is_file()
        ]
    return found


def _put(file: Path, text: str) -> bool:
    """Write `text` as UTF-8 with LF; return whether the file was not already so."""
    data = text.encode()
    try:
        if file.read_bytes() == data:
            return False
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return True


def _remove_empty(folder: Path, owned: list[str]) -> None:
    for name in owned:
        entry = folder / name
        if not entry.is_dir():
            continue
        inner = (child for child in entry.rglob("*") if child.is_dir() and not child.is_symlink())
        deepest_first = sorted(inner, key=lambda child: -len(PurePosixPath(child).parts))
        for place in [*deepest_first, entry]:
            if not any(place.iterdir()):
                place.rmdir()
