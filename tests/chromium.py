"""The headless Chromium of the browser tests and of the screenshots: where it is, how it starts.

In: this machine. Out: a running browser of Playwright's. Installing one is left to
`install_browser`; serving pages to `server`.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# On PATH, in this order; GitHub's runners bring google-chrome, Debian has chromium.
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# --no-sandbox: containers run as root and forbid the sandbox; only our own pages are opened.
# The others keep a fresh Chromium from calling home, which a closed network would refuse.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MISSING = (
    "no Chromium on this machine: run `python -m tests.install_browser`, "
    "or install the package chromium or google-chrome"
)


class BrowserMissing(RuntimeError):
    """There is no Chromium to drive; the message says how to get one."""


def find(playwright: Playwright) -> str | None:
    """The path of Playwright's own Chromium where it is installed, else of the system's."""
    own = Path(playwright.chromium.executable_path)
    if own.is_file():
        return str(own)
    return next((path for path in map(shutil.which, COMMANDS) if path), None)


@contextmanager
def launch() -> Iterator[Browser]:
    """A headless Chromium that ends with the block; raises BrowserMissing where there is none."""
    with sync_playwright() as playwright:
        executable = find(playwright)
        if executable is None:
            raise BrowserMissing(MISSING)
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()
