"""Put a finished site in the place of the old one with two renames, and heal a swap cut short.

The new site is built beside the old one, in .build/, on the same file system. At every moment the
names on disk tell how far a swap came, so that `heal` can finish it or clear it away.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def site_folder(root: Path) -> Path:
    """Return where the finished site lies."""
    return root / "site"


def new_folder(root: Path) -> Path:
    """Return where the next site is put together."""
    return root / ".build" / "site.new"


def _old_folder(root: Path) -> Path:
    return root / ".build" / "site.old"


def swap(root: Path) -> None:
    """Make the complete site in `new_folder` the site; remove the one that stood before."""
    site, old = site_folder(root), _old_folder(root)
    if site.exists():
        site.rename(old)
    new_folder(root).rename(site)
    _remove(old)


def heal(root: Path) -> None:
    """Repair a swap that was cut short and clear away a build that was; harmless otherwise."""
    site, new, old = site_folder(root), new_folder(root), _old_folder(root)
    if old.exists() and not site.exists():
        # Only a complete new site is ever swapped in, so the swap can be finished.
        (new if new.exists() else old).rename(site)
    _remove(old)
    _remove(new)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
