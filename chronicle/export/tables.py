"""The archive as tables: rows out of the shapes, and CSV as RFC 4180 writes it.

In: shapes. Out: rows as mappings from column to value, by table; bytes of one CSV file. Columns
and their types stand in `fields`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from chronicle.archive import Archive
from chronicle.export import shape
from chronicle.export.computed import Shape
from chronicle.export.fields import SEPARATOR, Table

Row = Mapping[str, Any]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet may take for a formula at the head of a cell (safety rule 18)."""


def rows(archive: Archive, events: Mapping[str, Shape]) -> dict[str, list[Row]]:
    """Return the rows of every table by its name, in the order of the shapes."""
    shown = events.values()
    return {
        "events": [_event(archive, one) for one in shown],
        "event_actors": [row for one in shown for row in _parts(one)],
        "statements": [row for one in shown for row in _statements(one)],
        "claims": [row for one in shown for row in _claims(one)],
        "sources": [row for one in shown for row in _sources(one)],
        "actors": [_actor(shape.actor(archive, id)) for id in archive.shown_actors],
        "places": [_place(shape.place(archive, id)) for id in archive.shown_places],
        "publishers": [_publisher(shape.publisher(archive, id)) for id in archive.shown_publishers],
        "campaigns": [_campaign(shape.campaign(archive, id)) for id in archive.shown_campaigns],
    }


def csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as UTF-8 CSV: lines end in CR LF, the first one names the columns."""
    head = ",".join(table.fields)
    lines = (",".join([cell(row[name]) for name in table.fields]) for row in rows)
    return "\r\n".join([head, *lines, ""]).encode()


def cell(value: Any) -> str:
    """Write a value: nothing for none, numbers bare, lists joined, text safe from formulas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = SEPARATOR.join(value) if isinstance(value, list) else str(value)
    if text.startswith(_FORMULA):
        text = f"'{text}"
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _event(archive: Archive, one: Shape) -> Row:
    computed, where = one["computed"], archive.places[one["place"]]
    return {
        "id": one["id"],
        **_both("title", one["title"]),
        **_when(one["date"], computed),
        "type": one["type"],
        "place": one["place"],
        **_both("place_name", computed["names"]["place"]),
        "precision": where.kind,
        "governorate": computed["governorate"],
        "country": where.country,
        "latitude": computed["latitude"],
        "longitude": computed["longitude"],
        "radius_km": computed["radius_km"],
        "campaigns": one["part_of"],
        "actors": list(dict.fromkeys(part["actor"] for part in one["actors"])),
        "grading": one["grading"],
        "supported_grading": computed["supported_grading"],
        "lines": computed["lines"],
        "impartial_lines": computed["impartial_lines"],
        "line_ids": computed["line_ids"],
        "source_count": len(one["sources"]),
        "claim_count": len(one["claims"]),
        "dispute_count": len(one["disputed"]),
        "ucdp_ged": one["external"]["ucdp_ged"],
        "acled": one["external"]["acled"],
        "published": one["published"],
        "changed": computed["changed"],
        "page": computed["page"]["en"],
    }


def _parts(event: Shape) -> Iterator[Row]:
    names = event["computed"]["names"]["actors"]
    for number, one in enumerate(event["actors"], 1):
        yield {
            "event": event["id"],
            "number": number,
            "actor": one["actor"],
            **_both("actor_name", names[one["actor"]]),
            "role": one["role"],
            "attribution": one["attribution"],
            "alleged_by": one["by"],
            "sources": one["sources"],
        }


def _statements(event: Shape) -> Iterator[Row]:
    for section in ("account", "disputed"):
        for number, one in enumerate(event[section], 1):
            yield {
                "event": event["id"],
                "section": section,
                "number": number,
                **_both("text", one),
                "contests": one.get("contests"),
                "sources": one["sources"],
                "lines": one["computed"]["lines"],
            }


def _claims(event: Shape) -> Iterator[Row]:
    names = event["computed"]["names"]
    for number, one in enumerate(event["claims"], 1):
        by = names["actors"].get(one["by"]) or names["publishers"][one["by"]]
        yield {
            "event": event["id"],
            "number": number,
            "row": one["id"],
            "within": one["within"],
            "scope": one["scope"],
            "by": one["by"],
            **_both("by_name", by),
            "harm": one["harm"],
            "who": one["who"],
            "side": one["side"],
            "count_min": one["count"]["min"],
            "count_max": one["count"]["max"],
            "approximate": one["approx"],
            "as_of": one["as_of"],
            **_both("note", one["note"]),
            "sources": one["sources"],
        }


def _sources(event: Shape) -> Iterator[Row]:
    names = event["computed"]["names"]["publishers"]
    for id, one in event["sources"].items():
        yield {
            "event": event["id"],
            "source": id,
            "publisher": one["publisher"],
            **_both("publisher_name", names[one["publisher"]]),
            "headline": one["title"],
            **_both("about", one["about"]),
            "url": one["url"],
            "language": one["language"],
            "source_date": one["published"],
            "accessed": one["accessed"],
            "archived_url": one["archived_url"],
            "relies_on": one["relies_on"],
            "line_ids": one["computed"]["line_ids"],
            "background": one["background"],
            "graphic": one["graphic"],
            **_both("note", one["note"]),
        }


def _actor(one: Shape) -> Row:
    return {
        **_named(one),
        **_both("short", one["short"]),
        "former_names_en": [name["en"] or name["ar"] for name in one["names"]],
        "former_names_ar": [name["ar"] or name["en"] for name in one["names"]],
        "kind": one["kind"],
        "parent": one["parent"],
        "line": one["computed"]["line"],
        "wikidata": one["wikidata"],
        "ucdp_actor": one["ucdp"],
        **_both("description", one["description"]),
        "event_count": one["computed"]["event_count"],
    }


def _place(one: Shape) -> Row:
    return {
        **_named(one),
        "kind": one["kind"],
        "governorate": one["governorate"],
        "country": one["country"],
        "latitude": one["lat"],
        "longitude": one["lon"],
        "radius_km": one["computed"]["radius_km"],
        "pcode": one["pcode"],
        "basis": one["basis"],
        "event_count": one["computed"]["event_count"],
    }


def _publisher(one: Shape) -> Row:
    return {
        **_named(one),
        **_both("short", one["short"]),
        "kind": one["kind"],
        "country": one["country"],
        "languages": one["languages"],
        "url": one["url"],
        "party": one["party"],
        "source_count": one["computed"]["source_count"],
        "relied_on_count": one["computed"]["relied_on_count"],
    }


def _campaign(one: Shape) -> Row:
    return {
        **_named(one),
        **_when(one["dates"], one["computed"]),
        **_both("summary", one["summary"]),
        "event_count": one["computed"]["event_count"],
    }


def _named(one: Shape) -> Row:
    return {"id": one["id"], **_both("name", one["name"]), "aliases": one["aliases"]}


def _when(date: str, computed: Shape) -> Row:
    return {"date": date, **{name: computed[name] for name in _PRECISELY}}


_PRECISELY: Final = ("date_first", "date_last", "date_precision")


def _both(name: str, text: Shape | None) -> Row:
    """Return a text as two columns; both are empty where there is none."""
    return {f"{name}_{code}": text and text[code] for code in ("en", "ar")}
