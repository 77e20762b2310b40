"""Take pictures of the built site: `make screenshots`.

In: site/ as it stands; nothing is built. Out: .build/screenshots/, every page below in full, on
both devices, in both languages and both colour schemes; and the pictures of the README in
.github/images/.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser

from tests import chromium
from tests.server import serve

ROOT = Path(__file__).parents[1]
ALL = ROOT / ".build" / "screenshots"
README = ROOT / ".github" / "images"

PAGES = {
    "home": "",
    "event": "events/2019-03-03-al-masasna-attack/",
    "campaign": "campaigns/march-2019-report/",
    "place": "places/al-masasna/",
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


def main() -> None:
    """Take all pictures and say where they are."""
    with serve(ROOT / "site", "/") as site, chromium.launch() as browser:
        for picture in pictures():
            take(browser, site, picture)
    print(f"Pictures: {ALL.relative_to(ROOT)}/ and {README.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
