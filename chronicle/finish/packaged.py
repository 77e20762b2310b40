"""Files of pinned packages that pages load: copied into the site, never kept in the repository.

Out: their paths in the site. They lie below assets/, where only what a page refers to is kept.
"""

from __future__ import annotations

from pathlib import Path

from xstatic.pkg import leaflet

LEAFLET = "assets/leaflet/"


def files() -> dict[str, Path]:
    """Return `dict[path in the site, file of a package]`: Leaflet, which draws the explore map."""
    folder = Path(leaflet.BASE_DIR)
    return {
        f"{LEAFLET}{file.relative_to(folder).as_posix()}": file
        for file in sorted(folder.rglob("*"))
        if file.suffix in {".js", ".css", ".png"}
    }
