"""Explore in a real browser, with the archive as it is and grown to the size of UCDP's Syria.

In: the built site. Out: milliseconds from a change of the selection until it is painted, and kB of
the first load. The grown archive repeats the real events under ids and titles such as an import of
UCDP rows writes, at places of its own scattered around the real ones.
"""

import json
import random
import shutil
from pathlib import Path
from statistics import median
from typing import Any

from tests import chromium
from tests.bench import weight
from tests.server import serve

UCDP_EVENTS = 16566
"""Syrian rows of UCDP GED 25.1, 2011 to 2024: what a full archive of the conflict may come to."""

PLACES = 5000
SEED = 2011
COLUMNS = "api/v1/explore/en.json"

# Each changes another filter; the last shows everything again.
CHANGES = (
    "next => { next.chosen.type = ['airstrike']; }",
    "next => { next.chosen.governorate = ['aleppo', 'idlib']; }",
    "next => { next.q = 'attack'; }",
    "next => { next.from = '2015-01'; next.to = '2018-12'; }",
    "next => { next.lines = 2; }",
    "next => { Object.assign(next, Chronicle.selection.everything()); }",
)
PAINTED = """
async () => {
  const started = performance.now();
  Chronicle.explore.change(%s, false);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - started;
}
"""


def grown(file: dict[str, Any], count: int = UCDP_EVENTS) -> dict[str, Any]:
    """Return the columns with `count` events in order of time; the same each time."""
    chance = random.Random(SEED)
    events, places = file["events"], file["places"]
    size = len(events["title"])
    days, day = [], 0
    for step in events["first"]:
        day += step
        days.append(day)
    spread = [_moved(places, chance.randrange(len(places["id"])), n, chance) for n in range(PLACES)]
    picked = sorted(
        (chance.randint(days[0], days[-1]), chance.randrange(size)) for _ in range(count)
    )
    columns: dict[str, list[Any]] = {name: [] for name in events}
    before = 0
    for day, source in picked:
        for name, values in events.items():
            columns[name].append(values[source])
        columns["first"][-1] = day - before
        place = columns["place"][-1] = chance.randrange(PLACES)
        kind = file["types"]["name"][events["type"][source]]
        columns["id"][-1] = f"~-{chance.randrange(count)}"  # ~ stands for the place's id
        columns["title"][-1] = f"{kind} at {spread[place]['name']}"
        before = day
    names = ("id", "name", "tokens", "governorate", "lat", "lon", "radius_km")
    moved = {name: [place[name] for place in spread] for name in names}
    return {**file, "events": columns, "places": moved, "dates": {}}


def _moved(
    places: dict[str, Any], source: int, number: int, chance: random.Random
) -> dict[str, Any]:
    """A place near a real one, with an id and one name of its own, as an import writes it."""
    place = {name: values[source] for name, values in places.items()}
    if place["lat"] is not None:
        place["lat"] = round(place["lat"] + chance.uniform(-0.4, 0.4), 4)
        place["lon"] = round(place["lon"] + chance.uniform(-0.4, 0.4), 4)
    return {
        **place,
        "id": f"{place['id']}-{number}",
        "name": f"{place['name']} {number}",
        "tokens": "",
    }


def measure(site: Path, folder: Path) -> dict[int, tuple[float, float]]:
    """Return by number of events: median milliseconds of a change, kB of the first load."""
    real = (site / COLUMNS).read_bytes()
    more = json.dumps(grown(json.loads(real)), ensure_ascii=False, separators=(",", ":")).encode()
    figures = {}
    for number, data in enumerate((real, more)):
        copy = folder / f"explore-{number}"
        shutil.copytree(site, copy)
        (copy / COLUMNS).write_bytes(data)
        figures[len(json.loads(data)["events"]["title"])] = _opened(copy)
        shutil.rmtree(copy)
    return figures


def _opened(site: Path) -> tuple[float, float]:
    """Open the page once: median milliseconds of a change, kB gz of every file that was loaded."""
    loaded: set[str] = set()
    with serve(site) as address, chromium.launch() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: loaded.add(request.url.removeprefix(address)))
        page.goto(f"{address}explore/")
        page.locator("[data-explore-app]").wait_for()
        files = [site / (path + "index.html" if path.endswith("/") else path) for path in loaded]
        # Once unmeasured: what a browser compiles and folds on first use is not a redraw.
        for change in CHANGES:
            page.evaluate(PAINTED % change)
        rounds = [float(page.evaluate(PAINTED % change)) for _ in range(5) for change in CHANGES]
    return median(rounds), sum(weight.wire(file) for file in files)
