"""UCDP GED beside our claims: a table of the dataset in; drafts, candidates or new lines out.

Licence CC BY 4.0; cited as Sundberg and Melander (2013), "Introducing the UCDP Georeferenced Event
Dataset", Journal of Peace Research 50(4), with the release. Nothing is written here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from chronicle.ucdp.columns import ACLED_REFUSED, Refused
from chronicle.ucdp.decisions import Decisions
from chronicle.ucdp.drafts import Drafts, make
from chronicle.ucdp.figures import figure
from chronicle.ucdp.insertion import CannotInsert, insert
from chronicle.ucdp.matching import Candidate, candidates
from chronicle.ucdp.rows import Row, Table, read
from chronicle.ucdp.table import table

__all__ = [
    "ACLED_REFUSED",
    "Candidate",
    "CannotInsert",
    "Decisions",
    "Drafts",
    "Refused",
    "Row",
    "Table",
    "candidates",
    "figure",
    "insert",
    "make",
    "read",
    "release",
    "table",
]

_RELEASE: Final = re.compile(r"GEDEvent_v(\d+(?:_\d+)+)", re.IGNORECASE)


def release(path: Path) -> str | None:
    """Return the release that a file's name tells: `GEDEvent_v24_1.csv` is 24.1."""
    found = _RELEASE.match(path.name)
    return found[1].replace("_", ".") if found else None
