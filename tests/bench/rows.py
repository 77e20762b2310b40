"""The rows of the table. A new row is a function in ROWS that takes the bench and yields rows.

Targets: at most 8 s for the real archive and 0.6 of stock Material's time; an event page at the
median 16 kB raw and 5 kB over the wire, at most 32 and 9, in Arabic 15 % more; a first visit 90 kB,
the next page 15 kB; the first query 250 kB and 300 ms; explore 50 ms from a filter to the painted
page, 120 ms with as many events as UCDP has for Syria, and then at most 600 kB to load.
"""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from chronicle.address import LANGUAGES as LANGUAGE_ROOTS
from tests.bench import explore, search, visits, weight
from tests.bench.bench import Bench
from tests.bench.row import Row
from tests.server import GZIP_LEVEL

LANGUAGES = {"en": ("English", 1.0), "ar": ("Arabic", 1.15)}


def seconds_of_stages(bench: Bench) -> Iterator[Row]:
    """Where the time goes."""
    for name in bench.stages[0]:
        yield Row(f"  {name}", median(run[name] for run in bench.stages), "s")


def seconds_beside_stock(bench: Bench) -> Iterator[Row]:
    """The whole command, and stock Material on the same pages."""
    ours, stock = median(bench.ours), median(bench.stock)
    yield Row("build.py site, from nothing", ours, "s", at_most=8)
    yield Row("stock Material with search, the same pages", stock, "s")
    yield Row("ours / stock", ours / stock, "x", at_most=0.6)


def bytes_of_event_pages(bench: Bench) -> Iterator[Row]:
    """HTML of event pages without their maps and charts, by language."""
    for code, (name, more) in LANGUAGES.items():
        pages = events(bench.site, code)
        plain = [weight.without_drawings(page) for page in pages]
        raw = [len(page) / 1000 for page in plain]
        wire = [len(gzip.compress(page, GZIP_LEVEL, mtime=0)) / 1000 for page in plain]
        yield Row(f"event page, {name}, median, raw", median(raw), "kB", at_most=16 * more)
        yield Row(f"event page, {name}, median, gz", median(wire), "kB", at_most=5 * more)
        yield Row(f"event page, {name}, largest, raw", max(raw), "kB", at_most=32 * more)
        yield Row(f"event page, {name}, largest, gz", max(wire), "kB", at_most=9 * more)


def bytes_of_home(bench: Bench) -> Iterator[Row]:
    """HTML of the first page."""
    for code, (name, _) in LANGUAGES.items():
        page = root(bench.site, code) / "index.html"
        yield Row(f"home, {name}, raw", weight.raw(page), "kB")
        yield Row(f"home, {name}, gz", weight.wire(page), "kB")


def visits_in_a_browser(bench: Bench) -> Iterator[Row]:
    """What goes over the wire to a reader who comes to the heaviest event page first."""
    asked: set[str] = set()
    for code, (name, _) in LANGUAGES.items():
        top = LANGUAGE_ROOTS[code]
        heavy = sorted(events(bench.site, code), key=weight.wire)[-2:][::-1]
        pages = [file.parent.relative_to(bench.site).as_posix() + "/" for file in heavy]
        taken = list(visits.visits(bench.site, [*pages, top, f"{top}explore/"]))
        (home,) = visits.visits(bench.site, [top])
        first, following, _, explored = taken
        yield Row(f"first visit to an event, {name}", first.size, "kB", at_most=90)
        yield Row(f"next event page, {name}", following.size, "kB", at_most=15)
        yield Row(f"first visit to home, {name}", home.size, "kB", at_most=90)
        yield Row(f"explore after these, {name}", explored.size, "kB", at_most=600)
        asked |= {host for visit in [*taken, home] for host in visit.hosts}
    yield Row("other hosts contacted", len(asked), "", at_most=0)


def explore_in_a_browser(bench: Bench) -> Iterator[Row]:
    """Filter and redraw, and the first load, at two sizes of the archive."""
    for events, (milliseconds, size) in explore.measure(bench.site, bench.folder).items():
        limit = 50 if events < 1000 else 120
        yield Row(f"explore, {events:,} events, filter to paint", milliseconds, "ms", limit)
        yield Row(f"explore, {events:,} events, first load, gz", size, "kB", at_most=600)


def bytes_of_the_site(bench: Bench) -> Iterator[Row]:
    """Everything that a host stores, and what a researcher downloads."""
    files = [file for file in bench.site.rglob("*") if file.is_file()]
    yield Row("whole site", sum(weight.raw(file) for file in files), "kB")
    yield Row("data package, ZIP", weight.raw(bench.site / "data/syria-chronicle.zip"), "kB")


def first_query(bench: Bench) -> Iterator[Row]:
    """What the first query of a reader loads, and how long its answer takes."""
    for code, (name, _) in LANGUAGES.items():
        first = search.first_query(bench.site, code)
        yield Row(f"first query, {name}, gz", first.kilobytes, "kB", at_most=250)
        yield Row(f"first query, {name}", first.milliseconds, "ms", at_most=300)


def root(site: Path, code: str) -> Path:
    """The folder of a language in the site."""
    return site if code == "en" else site / code


def events(site: Path, code: str) -> list[Path]:
    """The pages of all events."""
    return sorted((root(site, code) / "events").glob("*/index.html"))


ROWS: tuple[Callable[[Bench], Iterator[Row]], ...] = (
    seconds_beside_stock,
    seconds_of_stages,
    bytes_of_event_pages,
    bytes_of_home,
    visits_in_a_browser,
    bytes_of_the_site,
    explore_in_a_browser,
    first_query,
)
