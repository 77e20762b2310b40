"""No figure of the dossier is lost: each stands in its record, or in a list with the reason."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from chronicle.load import read

ROOT = Path(__file__).parents[1]
REFERENCE = os.environ.get("CHRONICLE_REFERENCE")
DROPPED = Path(__file__).parent / "dropped_figures.yml"
FOLDED = {"2017-10-17-raqqa": "2017-10-17-raqqa-captured-by-sdf"}
"""Dossier entries that tell of the event of another entry."""

Figure = tuple[str, str, int]

pytestmark = pytest.mark.skipif(
    REFERENCE is None, reason="CHRONICLE_REFERENCE is not set: no dossier to compare"
)


def dossier() -> Iterator[Figure]:
    """Figures of the dossier's rows as (event, harm, persons)."""
    for file in sorted((Path(str(REFERENCE)) / "dossier").glob("*.yaml")):
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            for row in entry.get("casualties") or []:
                for harm in ("killed", "injured"):
                    for figure in bounds(row.get(harm)):
                        yield FOLDED.get(entry["slug"], entry["slug"]), harm, figure


def bounds(value: Any) -> list[int]:
    if isinstance(value, dict):
        return [bound for bound in value.values() if isinstance(bound, int)]
    return [value] if isinstance(value, int) else []


def recorded() -> dict[str, set[int]]:
    """Every bound of every claim, by event."""
    return {
        id: {
            bound
            for claim in record.value.claims
            for bound in (claim.count.min, claim.count.max)
            if bound is not None
        }
        for id, record in read(ROOT).events.items()
    }


def dropped() -> set[Figure]:
    rows = yaml.load(DROPPED.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert all(row["reason"] for row in rows)
    return {(row["event"], row["harm"], row["figure"]) for row in rows}


def test_every_figure_stands_in_its_record_or_was_dropped_for_a_reason() -> None:
    records = recorded()
    missing = {row for row in dossier() if row[2] not in records.get(row[0], set())}
    assert missing == dropped()
