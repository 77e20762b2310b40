"""Earlier states of the archive, read from git: for checks alone, nothing that is written uses it.

In: the project's root and a revision. Out: the event ids of that state.
"""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

from chronicle.load import TEMPLATE


class UnknownRevision(ValueError):
    """A revision that git does not know, or a folder without git; the message is git's."""


def event_ids(root: Path, revision: str) -> list[str]:
    """Return the ids of all event files at a revision, sorted. Raises UnknownRevision."""
    command = ["git", "ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "events/"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise UnknownRevision(done.stderr.strip())
    paths = map(PurePosixPath, filter(None, done.stdout.split("\0")))
    return sorted(path.stem for path in paths if path.suffix == ".yml" and path.name != TEMPLATE)
