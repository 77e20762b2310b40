"""Imports run one way: an edge that the docstring of `chronicle` does not list is a fault."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import chronicle

PACKAGE = Path(chronicle.__file__).parent
ROOMS = sorted(
    {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
)
"""A module, or a subpackage with all its modules."""


def listed() -> dict[str, set[str]]:
    """Room -> rooms that it may import, as the package's docstring says."""
    _, _, table = (chronicle.__doc__ or "").partition("\n\n    ")
    edges: dict[str, set[str]] = {}
    for line in re.sub(r"\n {8,}", " ", table).splitlines():  # a long list goes on below itself
        room, _, imports = line.strip().partition(" ")
        names = imports.replace(",", " ").split()
        if names == ["everything"]:
            names = [other for other in ROOMS if other != room]
        if room:
            edges[room] = {name for name in names if name != "nothing"}
    return edges


def real() -> dict[str, set[str]]:
    """Room -> rooms that its modules import."""
    edges: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == PACKAGE / "__init__.py":
            continue
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        edges[room] |= set(_imported(path)) - {room}
    return edges


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (_room(alias.name) for alias in node.names if _ours(alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module == "chronicle":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: an import names its whole path"
            if _ours(node.module or ""):
                yield _room(node.module or "")


def _ours(name: str) -> bool:
    return name.startswith("chronicle.")


def _room(name: str) -> str:
    return name.split(".")[1]


def test_every_room_has_its_line() -> None:
    assert sorted(listed()) == ROOMS


def test_no_room_imports_what_its_line_does_not_list() -> None:
    allowed = listed()
    extra = {room: sorted(rooms - allowed[room]) for room, rooms in real().items()}
    assert {room: rooms for room, rooms in extra.items() if rooms} == {}


def test_no_line_lists_what_its_room_does_not_import() -> None:
    found = real()
    stale = {room: sorted(rooms - found[room]) for room, rooms in listed().items()}
    assert {room: rooms for room, rooms in stale.items() if rooms and room != "commands"} == {}


def test_the_lines_stand_in_the_order_in_which_rooms_build_on_one_another() -> None:
    seen: set[str] = set()
    for room, rooms in listed().items():
        assert rooms <= seen, f"{room} stands above {', '.join(sorted(rooms - seen))}"
        seen.add(room)
