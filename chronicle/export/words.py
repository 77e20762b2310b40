"""What programs and previews show of an event in words: plain text, without markup.

In: the archive and a language. Out: text that the caller escapes for where it goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.model import Claim, Count, Event

QUOTED: Final = 3
"""Claimants in a description; previews cut what is longer than about 200 characters."""


def place(archive: Archive, id: str, language: Language) -> str:
    """Return a place with its governorate: `al-Masasna, Hama`."""
    entry = archive.places[id]
    name = entry.name.shown(language.code)
    if entry.governorate is None or entry.kind == "governorate":
        return name
    governorate = language.text(f"governorate.{entry.governorate}")
    if name.endswith(governorate):
        return name
    return language.text("event.place_in", place=name, governorate=governorate)


def short(archive: Archive, id: str, language: Language) -> str:
    """Return the short form of an actor's or publisher's name where there is one."""
    entry = archive.actors.get(id) or archive.publishers[id]
    return (entry.short or entry.name).shown(language.code)


def figure(count: Count, approximate: bool, language: Language) -> str:
    """Return a count: `21`, `40+`, `up to 40`, `16 to 21`, `about 20`."""
    low, high = count.min, count.max

    def about(shown: str) -> str:
        return language.text("count_form.about", count=shown) if approximate else shown

    if high is None:
        return about(language.text("count_form.minimum", min=low))
    if low is None:
        return about(language.text("count_form.maximum", max=high))
    if low == high:
        return about(language.number(high))
    return language.text("count_form.range", min=about(language.number(low)), max=high)


def description(archive: Archive, dated: Dated, language: Language) -> str:
    """Return when, where and what, and who says how many: every figure beside its claimant."""
    event = dated.event
    facts = (
        language.date(event.date),
        place(archive, event.place, language),
        language.text(f"type.{event.type}.label"),
        *_figures(archive, event, language),
    )
    return " ".join(f"{fact}." for fact in facts)


def claimed(claims: Sequence[Claim], archive: Archive, language: Language) -> str:
    """Return one claimant's figures, by whom they count: `Killed, combatants: 20+, 21`."""
    counted: dict[str, list[str]] = {}
    for claim in claims:
        shown = figure(claim.count, claim.approx, language)
        counted.setdefault(_group(archive, claim, language), []).append(shown)
    comma = language.text("list.comma")
    return ". ".join(
        language.text("group.who", harm=group, who=comma.join(figures))
        for group, figures in counted.items()
    )


def _figures(archive: Archive, event: Event, language: Language) -> Iterator[str]:
    """Yield the first kind of harm that the record counts, a figure a claimant."""
    firsts = [claim for claim in event.claims if claim.of_the_event]
    if not firsts:
        return
    head = firsts[0]
    alike = [c for c in firsts if (c.harm, c.side, c.who) == (head.harm, head.side, head.who)]
    claimants = list(dict.fromkeys(claim.by for claim in alike))
    quoted = [
        _latest([claim for claim in alike if claim.by == id], archive, language)
        for id in claimants[:QUOTED]
    ]
    more = [language.text("data.more")] if len(claimants) > QUOTED else []
    listed = language.text("list.comma").join([*quoted, *more])
    yield language.text("group.who", harm=_group(archive, head, language), who=listed)


def _latest(claims: Sequence[Claim], archive: Archive, language: Language) -> str:
    """Return a claimant with its latest figure; of several at once, the record's first."""
    last = max(claims, key=lambda claim: claim.as_of.last if claim.as_of else date.min)
    return f"{short(archive, last.by, language)} {figure(last.count, last.approx, language)}"


def _group(archive: Archive, claim: Claim, language: Language) -> str:
    harm = language.text(f"harm.{claim.harm}.label")
    who = language.text(f"who.{claim.who}.label")
    if claim.side is None:
        return f"{harm}{language.text('list.comma')}{who}"
    side = archive.actors[claim.side].name.shown(language.code)
    return f"{harm}{language.text('list.comma')}{side}"
