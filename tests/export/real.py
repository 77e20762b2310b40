"""What the real archive exports, made once: a gate for every family of files."""

import json
from functools import cache
from typing import Any

from chronicle import archive as archives
from chronicle import export, language, load
from chronicle.address import LANGUAGES
from chronicle.archive import Archive
from chronicle.load import Records
from tests import toy
from tests.building import ROOT, SITE_URL

ARCHIVES = ("toy", "real")


@cache
def records() -> Records:
    """The records of the project."""
    return load.read(ROOT)


@cache
def archive(name: str) -> Archive:
    """The archive of that name."""
    return toy.archive() if name == "toy" else archives.build(records())


@cache
def files(name: str) -> dict[str, bytes]:
    """Everything that an archive exports, by its path in the site."""
    if name == "toy":
        return toy.exports()
    texts = {id: record.document.content for id, record in records().events.items()}
    languages = {code: language.load(code) for code in LANGUAGES}
    return export.files(archive(name), languages, texts, SITE_URL)


def parsed(name: str, path: str) -> Any:
    """A JSON file of an archive's exports."""
    return json.loads(files(name)[path])
