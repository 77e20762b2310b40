"""What the rows look at: copies of the project, built several times, with the seconds it took.

In: the number of rounds. Out: a Bench. A round builds a fresh copy with `build.py site`, times the
stages on another one, and gives the pages of the first to stock Material, so that whatever else the
machine does falls on all of them.
"""

from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from tests.bench import stages, stock
from tests.building import SITE_URL, build_site, copy_project


@dataclass
class Bench:
    """Seconds by round, and the site that the last round built."""

    folder: Path
    ours: list[float] = field(default_factory=list)
    stock: list[float] = field(default_factory=list)
    stages: list[dict[str, float]] = field(default_factory=list)
    site: Path = Path()

    def round(self) -> None:
        """Build and time everything once more."""
        here = self.folder / str(len(self.ours))
        project = copy_project(here / "project")
        start = perf_counter()
        self.site = build_site(project, {"SITE_URL": SITE_URL})
        self.ours.append(perf_counter() - start)
        self.stages.append(stages.measure(copy_project(here / "stages"), SITE_URL))
        self.stock.append(stock.build(project / "docs", here / "stock"))
