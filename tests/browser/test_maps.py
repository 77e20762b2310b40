"""Maps as the browser draws them: no name hides a symbol or another name, in any window."""

import pytest
from playwright.sync_api import Browser

from chronicle.vocabulary import GOVERNORATES
from tests.browser.pages import LANGUAGES, TYPES

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)
PAGES = (
    "",
    TYPES["campaign"],
    TYPES["actor"],
    "campaigns/idlib-offensive-2019-2020/",
    *(f"governorates/{code}/" for code in GOVERNORATES),
)

# A text's box has room above its letters and below them that no letter fills; a symbol is round.
COLLISIONS = """() => {
  const shrunk = (element, x, y) => {
    const box = element.getBoundingClientRect();
    const [dx, dy] = [box.width * x, box.height * y];
    return [box.left + dx, box.top + dy, box.right - dx, box.bottom - dy, element];
  };
  const map = document.querySelector(".map svg");
  const names = [...map.querySelectorAll(".map-labels text")]
    .filter(element => element.getBoundingClientRect().width)
    .map(element => shrunk(element, 0, 0.22));
  const symbols = [...map.querySelectorAll(".map-symbol circle:not(.map-touch), .map-inset")]
    .map(element => shrunk(element, 0.1, 0.1));
  const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const found = [];
  names.forEach((name, index) => {
    const others = [...names.slice(index + 1), ...symbols].filter(other => meet(name, other));
    others.forEach(other => found.push(
      name[4].textContent + " | " + (other[4].textContent || other[4].outerHTML.slice(0, 60))));
  });
  return {found, names: names.length};
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_on_maps_hide_nothing(browser: Browser, site: str, language: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    collisions, names = [], 0
    for address in PAGES:
        page.goto(site + LANGUAGES[language] + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            result = page.evaluate(COLLISIONS)
            names += result["names"]
            collisions += [f"{address} at {width}: {found}" for found in result["found"]]
    context.close()
    assert collisions == [], "\n".join(collisions)
    assert names > 100
