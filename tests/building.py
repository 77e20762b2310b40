"""Build the real archive away from the checkout, so that tests never touch its docs/ and site/.

In: the checkout. Out: a copy of it, and the site that the copy's own build.py makes.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE_URL = "https://archive.example/syria-chronicle/"

# What commands write at the top of a checkout, and what a ZIP of it would not hold.
LEFT_OUT = {".build", ".cache", ".git", ".hypothesis", ".venv", "site"}


class BuildFailed(RuntimeError):
    """The site of a copy could not be built; the message is what build.py printed."""


def copy_project(target: Path) -> Path:
    """Copy the checkout to `target`, which must not exist, without environment and output."""

    def ignore(folder: str, names: list[str]) -> set[str]:
        top = LEFT_OUT if Path(folder) == ROOT else set()
        return {name for name in names if name in top or name.endswith(("_cache", "__pycache__"))}

    shutil.copytree(ROOT, target, ignore=ignore)
    return target


def build_site(root: Path, environment: Mapping[str, str]) -> Path:
    """Run `build.py site` in a copy of the project; raises BuildFailed with what it printed."""
    settings = {"SITE_URL": "", "REPO_URL": "", "CONTACT": "", **environment}
    done = subprocess.run(
        [sys.executable, "build.py", "site"],
        cwd=root,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildFailed(done.stdout)
    return root / "site"


def build_once(folder: Path) -> Path:
    """The real site for SITE_URL, built by the first of several processes that ask for it."""
    project = folder / "project"
    with (folder / "project.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (project / "site").is_dir():
            shutil.rmtree(project, ignore_errors=True)
            build_site(copy_project(project), {"SITE_URL": SITE_URL})
    return project / "site"
