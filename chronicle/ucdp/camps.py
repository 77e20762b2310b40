"""Whom UCDP counts as one side: actors of the registry in, camps out.

UCDP names two sides and counts whoever fights beside one of them as that side: the aircraft of the
coalition as the SDF, those of Russia as the government, and, in the conflict over the government,
every opposition group as "Syrian insurgents". To see whether an event's actors are a row's sides,
both are led back to the same few camps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from chronicle.archive import Archive

OPPOSITION: Final = "opposition"
UNKNOWN: Final = "unknown"
CIVILIANS: Final = "civilians"
TURKEY: Final = "turkey"

CAMPS: Final[Mapping[str, frozenset[str]]] = {
    "government": frozenset(
        {
            "syrian-government",
            "syrian-transitional-government",
            "transitional-government-allied-fighters",
            "russia",
            "russian-contractors",
            "iran",
            "iran-backed-groups",
            "hezbollah",
            "popular-mobilisation-forces",
            "palestinian-factions",
            "pro-government-fighters",
        }
    ),
    "sdf": frozenset({"sdf", "us-led-coalition", "united-states", "france", "united-kingdom"}),
    TURKEY: frozenset({"turkey", "turkish-backed-groups", "syrian-national-army"}),
    "islamic-state": frozenset({"islamic-state"}),
    UNKNOWN: frozenset({"unknown"}),
}
"""Camp -> actors at the top of their chains of command."""

_ARMED: Final = frozenset({"non-state", "coalition"})


def camp(id: str, archive: Archive) -> str:
    """Return the camp of an actor, or its own topmost actor where it belongs to none."""
    top = archive.origins.topmost(id)
    for name, actors in CAMPS.items():
        if top in actors or id in actors:
            return name
    kind = archive.actors[top].kind if top in archive.actors else "community"
    if kind in _ARMED:
        return OPPOSITION
    return CIVILIANS if kind == "community" else top


def agreement(side: Iterable[str], ours: Iterable[str], archive: Archive) -> float:
    """Return how far a row's side is among an event's actors: 1 named, 0.5 unknown, 0 absent.

    An opposition side agrees with groups that Turkey backs too: UCDP names those either way.
    """
    theirs, found = ({camp(id, archive) for id in ids} for ids in (side, ours))
    if TURKEY in found | theirs:
        theirs, found = (
            {OPPOSITION if name == TURKEY else name for name in names} for names in (theirs, found)
        )
    if theirs & found:
        return 1.0
    return 0.5 if UNKNOWN in found or not found else 0.0
