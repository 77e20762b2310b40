"""Take pictures of the built site: `make screenshots`.

In: site/ as it stands; nothing is built. Out: .build/screenshots/, every page below in full, on
both devices, in both languages and both colour schemes; the pictures of the README in
.github/images/; and, in theme/assets/images/, the picture that previews of the site show, one a
language, laid out of what the home page says.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, ViewportSize

from tests import chromium
from tests.server import serve

ROOT = Path(__file__).parents[1]
ALL = ROOT / ".build" / "screenshots"
README = ROOT / ".github" / "images"
SOCIAL = ROOT / "theme" / "assets" / "images"

PAGES = {
    "home": "",
    "event": "events/2019-03-03-al-masasna-attack/",
    "campaign": "campaigns/march-2019-report/",
    "place": "places/al-masasna/",
    "data": "data/",
}
LANGUAGES = {"en": "", "ar": "ar/"}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class Device(NamedTuple):
    """A window in CSS pixels, and how many pixels of the picture each of them takes."""

    width: int
    height: int
    scale: float


DEVICES = {"phone": Device(390, 844, 2), "desktop": Device(1280, 800, 1)}


class Picture(NamedTuple):
    """One picture to take; `full` means the whole page, not only the window."""

    file: Path
    page: str
    language: str
    device: str
    scheme: Scheme
    full: bool


def pictures() -> Iterator[Picture]:
    """Those of the README first, then every combination."""
    yield Picture(README / "event-en.png", "event", "en", "desktop", "light", full=False)
    yield Picture(README / "event-ar.png", "event", "ar", "phone", "dark", full=False)
    for page, language, device, scheme in product(PAGES, LANGUAGES, DEVICES, SCHEMES):
        file = ALL / f"{page}-{language}-{device}-{scheme}.png"
        yield Picture(file, page, language, device, scheme, full=True)


def take(browser: Browser, site: str, picture: Picture) -> None:
    """Open the page in a fresh window and write the picture; raises where it is not served."""
    device = DEVICES[picture.device]
    context = browser.new_context(
        viewport={"width": device.width, "height": device.height},
        device_scale_factor=device.scale,
        color_scheme=picture.scheme,
    )
    page = context.new_page()
    address = site + LANGUAGES[picture.language] + PAGES[picture.page]
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"{address} is not there: run `make site` first")
    picture.file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture.file, full_page=picture.full, animations="disabled")
    context.close()


CARD_SIZE: ViewportSize = {"width": 1200, "height": 630}
"""The proportions that previews expect."""
CARD_SCALE = 2 / 3
"""800 pixels are enough for a preview, and every preview loads the picture."""

CARD = """
body > :not(.md-container), .contents, article > :not(h1, .lead, .promise, .map),
figcaption, .map a, .map-labels { display: none !important; }
html { font-size: 125%; }
article { display: grid; grid-template: auto auto auto / 30rem 1fr; align-content: center;
  column-gap: 2.5rem;
  inline-size: 1200px; block-size: 630px; padding: 3rem !important; margin: 0 !important;
  position: fixed; inset: 0; background: var(--paper, var(--sheet)); box-sizing: border-box; }
article > :not(.map) { grid-column: 1; }
article > .map { grid-area: 1 / 2 / 4 / 3; align-self: center; margin: 0 !important; }
article > h1 { font-size: 3.4rem !important; margin: 0 0 1rem !important; }
article > .lead { font-size: 1.45rem !important; }
article > .promise { font-size: 1.05rem !important; }
"""


def card(browser: Browser, site: str, language: str) -> None:
    """Write the picture for previews in one language, without a figure that will be wrong soon.

    The page's policy is set aside for it.
    """
    context = browser.new_context(
        viewport=CARD_SIZE, device_scale_factor=CARD_SCALE, color_scheme="light", bypass_csp=True
    )
    page = context.new_page()
    page.goto(site + LANGUAGES[language])
    page.add_style_tag(content=CARD)
    page.screenshot(path=SOCIAL / f"social-{language}.png", animations="disabled")
    context.close()


def main() -> None:
    """Take all pictures and say where they are."""
    with serve(ROOT / "site", "/") as site, chromium.launch() as browser:
        for picture in pictures():
            take(browser, site, picture)
        for language in LANGUAGES:
            card(browser, site, language)
    print(f"Pictures: {ALL.relative_to(ROOT)}/ and {README.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
