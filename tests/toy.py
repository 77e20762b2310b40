"""The toy archive of tests/toy: a small invented record that many tests share.

In: nothing. Out: its folder, what `load` reads from it, and the archive built of that. Nothing here
is changed by a test; a test that writes works on a copy.
"""

from datetime import date
from functools import cache
from pathlib import Path

from chronicle import archive as archives
from chronicle import export, language, load
from chronicle.address import LANGUAGES
from chronicle.archive import Archive
from chronicle.load import Records

ROOT = Path(__file__).parent / "toy"
SITE_URL = "https://toy.example/valley/"
TODAY = date(2026, 11, 22)
"""The day that rules on future and recent dates look at."""


def records() -> Records:
    """The records as read, fresh for every caller."""
    return load.read(ROOT)


@cache
def archive() -> Archive:
    """The archive built of them; frozen, so one is enough."""
    return archives.build(records())


@cache
def exports(site_url: str = SITE_URL) -> dict[str, bytes]:
    """Every exported file of the toy archive by its path in the site."""
    files = {id: record.document.content for id, record in records().events.items()}
    languages = {code: language.load(code) for code in LANGUAGES}
    return export.files(archive(), languages, files, site_url)
