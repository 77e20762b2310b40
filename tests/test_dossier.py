"""No figure of the dossier is lost: each stands in its record under its claimant, or in a list.

The dossier names a claimant in free text and the page where it was read. So a figure counts as its
claimant's where a claim of the record cites that page, or belongs to somebody whom the text names.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from chronicle.load import Records, read
from chronicle.model import Claim, Event

ROOT = Path(__file__).parents[1]
REFERENCE = os.environ.get("CHRONICLE_REFERENCE")
DROPPED = Path(__file__).parent / "dropped_figures.yml"
MOVED = Path(__file__).parent / "moved_figures.yml"
FOLDED = {"2017-10-17-raqqa": "2017-10-17-raqqa-captured-by-sdf"}
"""Dossier entries that tell of the event of another entry."""

HARMS = {"killed": {"killed", "died"}, "injured": {"injured"}}
"""The dossier knows two kinds of harm; the records tell the dead of hunger and cold apart."""

pytestmark = pytest.mark.skipif(
    REFERENCE is None, reason="CHRONICLE_REFERENCE is not set: no dossier to compare"
)


@dataclass(frozen=True, order=True)
class Figure:
    """A figure of the dossier: persons, with the words about it and the page it was read on."""

    event: str
    harm: str
    persons: int
    words: str
    page: str

    @property
    def key(self) -> tuple[str, str, int]:
        return self.event, self.harm, self.persons


def dossier() -> Iterator[Figure]:
    """Every figure of the dossier's rows."""
    for file in sorted((Path(str(REFERENCE)) / "dossier").glob("*.yaml")):
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            pages = {source["id"]: page(source.get("url")) for source in entry["sources"]}
            event = FOLDED.get(entry["slug"], entry["slug"])
            for row in entry.get("casualties") or []:
                words = f"{row.get('group')} {row.get('note')}".casefold()
                for harm in ("killed", "injured"):
                    for persons in bounds(row.get(harm)):
                        yield Figure(event, harm, persons, words, pages[row["source"]])


def bounds(value: Any) -> list[int]:
    if isinstance(value, dict):
        return [bound for bound in value.values() if isinstance(bound, int)]
    return [value] if isinstance(value, int) else []


def page(address: str | None) -> str:
    """What the forms of a page's address share: its last part where that is telling, else all."""
    plain = re.sub(r"^https?://(?:www\.)?", "", address or "").partition("?")[0]
    whole = plain.removesuffix("/amp").rstrip("/")
    last = whole.rpartition("/")[2]
    return last if len(last) > 12 else whole


@cache
def records() -> Records:
    return read(ROOT)


def claims(figure: Figure) -> list[Claim]:
    """The claims of the record that state the figure, of persons who came to the same harm."""
    event = records().events.get(figure.event)
    found = event.value.claims if event else []
    return [
        claim
        for claim in found
        if claim.harm in HARMS[figure.harm] and figure.persons in (claim.count.min, claim.count.max)
    ]


def under_its_claimant(figure: Figure) -> bool:
    """Whether a claim cites the dossier's page, or its claimant stands in the dossier's words."""
    event = records().events[figure.event].value
    return any(
        figure.page in pages(event, claim.sources) or named(claim.by, figure.words)
        for claim in claims(figure)
    )


def pages(event: Event, sources: Iterable[str]) -> set[str]:
    return {page(event.sources[id].url) for id in sources}


def named(id: str, words: str) -> bool:
    """Whether one of the names of an actor or publisher stands in the words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names(id))


@cache
def names(id: str) -> frozenset[str]:
    found: list[str | None] = []
    if actor := records().actors.get(id):
        entry = actor.value
        texts = [entry.name, entry.short, *entry.names]
        found = [*entry.aliases, *(text.en for text in texts if text)]
    if publisher := records().publishers.get(id):
        found += [text.en for text in (publisher.value.name, publisher.value.short) if text]
    return frozenset(name.casefold() for name in found if name)


def listed(file: Path) -> set[tuple[str, str, int]]:
    """The figures of a list; each must say why it is there."""
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert all(row["reason"] for row in rows)
    return {(row["event"], row["harm"], row["figure"]) for row in rows}


def test_every_figure_stands_in_its_record_or_was_dropped_for_a_reason() -> None:
    missing = {figure.key for figure in dossier() if not claims(figure)}
    assert sorted(missing) == sorted(listed(DROPPED))


def test_every_figure_stands_under_its_claimant_or_was_moved_for_a_reason() -> None:
    moved = {
        figure.key for figure in dossier() if claims(figure) and not under_its_claimant(figure)
    }
    assert sorted(moved) == sorted(listed(MOVED))
