"""Install a Chromium, and a font with Arabic, where this machine has none.

    python -m tests.install_browser

Debian's packages first (they bring what Chromium links to), then Playwright's own download. Ends
with 0 in every case: where nothing helped, the browser tests fail and say so, and the other
tests still run.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from tests import chromium

PACKAGES = {"chromium": "chromium", "fonts": "fonts-noto-core"}
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")


def main() -> None:
    """Install what is missing and say in one line what is being done."""
    if not has_browser():
        run_apt(PACKAGES["chromium"], PACKAGES["fonts"])
    if not has_browser():
        print("Installing Playwright's own Chromium ...", flush=True)
        succeeds(*PLAYWRIGHT)
    if not has_browser():
        print(chromium.MISSING, file=sys.stderr)
    elif not has_arabic():
        run_apt(PACKAGES["fonts"])


def has_browser() -> bool:
    """Whether the tests would find a Chromium."""
    with sync_playwright() as playwright:
        return chromium.find(playwright) is not None


def has_arabic() -> bool:
    """Whether a font with Arabic is installed; true where fontconfig is not there to ask."""
    if not shutil.which("fc-list"):
        return True
    fonts = subprocess.run(["fc-list", ":lang=ar"], capture_output=True, check=False)
    return bool(fonts.stdout.strip())


def run_apt(*packages: str) -> None:
    """Install Debian packages as root or with a sudo that asks no password; else do nothing."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not succeeds(*root, "true")):
        return
    print(f"Installing {' and '.join(packages)} ...", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    succeeds(*apt, "update")
    succeeds(*apt, "install", "-y", "--no-install-recommends", *packages)


def succeeds(*command: str) -> bool:
    """Run a command without input and tell whether it ended well; its output goes to stderr."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    except OSError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    main()
