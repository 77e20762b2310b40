"""Run both MkDocs builds side by side: docs/en into .build/en, docs/ar into .build/ar.

In: the project's root. Out: Problems, one for each line that MkDocs complained with. Each build is
a process of its own, since MkDocs keeps global state, and the two take about as long as one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from mkdocs.utils.yaml import yaml_load

from chronicle.parallel import side_by_side
from chronicle.problem import Problem

CONFIGURATIONS: Mapping[str, str] = MappingProxyType({"en": "mkdocs.yml", "ar": "mkdocs.ar.yml"})

# 1 January 2011, UTC. MkDocs prints it where it would print the clock: same input, same bytes.
EPOCH = "1293840000"

_SIGN = re.compile(r"\x1b\[[0-9;]*m")
_LEVEL = re.compile(r"^(WARNING|ERROR|CRITICAL)\s+-\s+(.*)$")
_DOCUMENT = re.compile(r"^Doc file '([^']+\.md)'")
_LISTED = re.compile(r"^  - (\S+\.md)$")


def folders(root: Path) -> dict[str, Path]:
    """Return where the build of each language lies."""
    return {language: root / ".build" / language for language in CONFIGURATIONS}


def address(root: Path) -> str:
    """Return the public address of the finished site from mkdocs.yml, or nothing.

    A folder of records without a site of its own has none.
    """
    configuration = root / CONFIGURATIONS["en"]
    if not configuration.is_file():
        return ""
    with configuration.open("rb") as file:
        return str(yaml_load(file).get("site_url") or "")


def build(root: Path, prepare: Callable[[str], object] | None = None) -> list[Problem]:
    """Build both sites; no problem means that both folders of `folders(root)` are complete.

    `prepare` is called with each language before its build begins, beside the other language.
    """
    calls = [partial(_build, root, language, prepare) for language in CONFIGURATIONS]
    return [problem for problems in side_by_side(calls) for problem in problems]


def _build(root: Path, language: str, prepare: Callable[[str], object] | None) -> list[Problem]:
    if prepare:
        prepare(language)
    configuration = CONFIGURATIONS[language]
    target = folders(root)[language]
    # Not --quiet: it silences the warnings before --strict can count them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        [*command, "-f", configuration, "-d", str(target.resolve())],
        cwd=root,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": EPOCH,
            "PYTHONIOENCODING": "utf-8",
            # What MkDocs's own libraries will retire is no fault of a page.
            "PYTHONWARNINGS": "ignore",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return faults(done.stdout, language) if done.returncode else []


def faults(said: str, language: str) -> list[Problem]:
    """Turn what a failed MkDocs build printed into Problems, at the page where one is named."""
    found: list[Problem] = []
    message = ""
    for line in (_SIGN.sub("", line).rstrip() for line in said.splitlines()):
        if level := _LEVEL.match(line):
            message = level.group(2)
            found.append(_fault(message, language))
        elif listed := _LISTED.match(line):
            # A warning about several pages names them one a line below it.
            if found and found[-1].message == message and not found[-1].path.endswith(".md"):
                found.pop()
            found.append(_problem(f"docs/{language}/{listed.group(1)}", message))
    if found:
        return found
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "no message")
    return [_problem(CONFIGURATIONS[language], f"the build failed: {last.strip()}")]


def _fault(message: str, language: str) -> Problem:
    named = _DOCUMENT.search(message)
    return _problem(
        f"docs/{language}/{named.group(1)}" if named else CONFIGURATIONS[language], message
    )


def _problem(path: str, message: str) -> Problem:
    return Problem(path, 0, "MkDocs", message)
