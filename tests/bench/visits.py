"""Bytes over the wire of a reader's visits, taken in a real browser over a server that compresses.

In: the built site. Out: a Visit for each page opened, one after the other in one browser that keeps
what it loaded, as a reader's does. Bytes are those of bodies and headers of answers as sent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Request

from tests import chromium
from tests.server import serve


@dataclass(frozen=True)
class Visit:
    """What one page cost in kB of 1,000 bytes, and the other hosts that were asked."""

    size: float
    hosts: frozenset[str]


def visits(site: Path, addresses: Sequence[str]) -> Iterator[Visit]:
    """Open addresses of the site in turn, the first one with an empty cache."""
    answered: list[Request] = []
    with serve(site, compress=True) as root, chromium.launch() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})

        def finished(request: Request) -> None:
            answered.append(request)

        page.on("requestfinished", finished)
        for address in addresses:
            answered.clear()
            page.goto(root + address, wait_until="networkidle")
            sizes = [one.sizes() for one in answered]
            yield Visit(
                sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes) / 1000,
                frozenset(urlsplit(one.url).netloc for one in answered) - {urlsplit(root).netloc},
            )
