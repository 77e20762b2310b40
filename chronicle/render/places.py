"""Places: the list, a page per governorate, a page per place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chronicle.address import address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.model import Place
from chronicle.render.names import Names
from chronicle.render.page import Page
from chronicle.vocabulary import GOVERNORATES, RADIUS_KM


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the list of places, the governorates with events, and every place."""
    names = Names(archive, language)
    used = archive.shown_places
    yield Page(
        address("places"),
        "places.md.j2",
        language.text("places.title"),
        language.text("places.description"),
        {"groups": _groups(used, names)},
    )
    for governorate in GOVERNORATES:
        if events := archive.by_governorate.get(governorate):
            label = language.text(f"governorate.{governorate}")
            inside = {id: place for id, place in used.items() if place.governorate == governorate}
            yield Page(
                address("governorate", governorate),
                "governorate.md.j2",
                language.text("places.governorate_title", governorate=label),
                language.text("places.governorate_description", governorate=label),
                {"events": events, "governorate": governorate, "places": _sorted(inside, names)},
            )
    for id, place in used.items():
        yield _place(archive, language, names, id, place)


def _groups(used: dict[str, Place], names: Names) -> list[tuple[str, list[tuple[str, Place]]]]:
    """Group places by governorate, then those over several, then those outside Syria."""
    keys = [*GOVERNORATES, "several", "outside"]
    grouped: dict[str, dict[str, Place]] = {key: {} for key in keys}
    for id, place in used.items():
        grouped[place.governorate or ("several" if place.country == "sy" else "outside")][id] = (
            place
        )
    return [(key, _sorted(places, names)) for key, places in grouped.items() if places]


def _sorted(places: dict[str, Place], names: Names) -> list[tuple[str, Place]]:
    return sorted(places.items(), key=lambda item: names.order(item[1].name))


def _place(archive: Archive, language: Language, names: Names, id: str, place: Place) -> Page:
    title = names.plain(place.name)
    if place.kind == "governorate":  # the governorate has a page of its own under its name
        title = language.text("places.whole", place=title)
    context: dict[str, Any] = {
        "id": id,
        "title": title,
        "place": place,
        "radius": RADIUS_KM[place.kind],
        "events": archive.by_place.get(id, []),
    }
    description = language.text("places.place_description", place=title)
    return Page(address("place", id), "place.md.j2", title, description, context)
