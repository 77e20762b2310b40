"""The first query of a reader who has nothing of search yet, in a real browser.

In: the built site. Out: milliseconds from the typing to the first answer, and kB over the wire from
the first use of the box until then. The server is on this machine: the time is that of the
browser's work and of the pause that search waits for, not of a network.
"""

from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from tests import chromium
from tests.bench import weight
from tests.building import SITE_URL
from tests.server import SUB_PATH, serve

QUERIES = {"en": ("", "Baghuz March 2019"), "ar": ("ar/", "هجوم الباغوز")}
ROUNDS = 5

# From the moment in which the words stand in the box until an answer stands under it.
ANSWERED = """words => new Promise(done => {
  const box = document.querySelector("header input[name=q]");
  const start = performance.now();
  new MutationObserver(() => {
    if (document.querySelector(".search-panel li")) { done(performance.now() - start); }
  }).observe(box.form, {childList: true, subtree: true});
  box.value = words;
  box.dispatchEvent(new Event("input", {bubbles: true}));
})"""


class First(NamedTuple):
    """What a first query takes."""

    milliseconds: float
    kilobytes: float


def first_query(site: Path, language: str) -> First:
    """Medians of several readers; raises BrowserMissing."""
    assert SITE_URL.endswith(SUB_PATH)
    with serve(site) as address, chromium.launch() as browser:
        runs = [_once(browser, site, address, *QUERIES[language]) for _ in range(ROUNDS)]
    times, sizes = zip(*runs, strict=True)
    return First(median(times), median(sizes))


def _once(browser: Browser, site: Path, address: str, prefix: str, words: str) -> First:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}{prefix}about/", wait_until="networkidle")
    asked: list[str] = []
    # The context hears what the worker asks for as well.
    context.on("request", lambda request: asked.append(request.url))
    page.locator("header input[name=q]").focus()
    page.locator(".search [role=status]").wait_for(state="attached")
    milliseconds: float = page.evaluate(ANSWERED, words)
    page.wait_for_load_state("networkidle")
    context.close()
    files = {site / url.removeprefix(address).partition("?")[0] for url in asked}
    return First(milliseconds, sum(weight.wire(file) for file in files))
