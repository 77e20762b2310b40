"""The data package: a descriptor of all tables, one archive of everything, and checksums.

In: the rows of every table and the files that go with them. Out: `dict[path in the site, bytes]`
below data/. The descriptor follows Frictionless Data Package 1.0; the ZIP is made without a clock,
so that the same records give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from chronicle.archive import Archive
from chronicle.export import api, citation, computed, geojson, tables
from chronicle.export.fields import TABLES, Field, Table, base
from chronicle.export.tables import Row
from chronicle.language import Language

FOLDER: Final = "data/"
DESCRIPTOR: Final = "datapackage.json"
ARCHIVE: Final = "syria-chronicle.zip"
SUMS: Final = "SHA256SUMS"

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold."""


def files(
    archive: Archive,
    languages: Mapping[str, Language],
    rows: Mapping[str, Sequence[Row]],
    points: bytes,
) -> dict[str, bytes]:
    """Return the tables, the descriptor, the ZIP and the checksums; `points` is the GeoJSON."""
    plain = {f"{table.name}.csv": tables.csv(table, rows[table.name]) for table in TABLES}
    plain[geojson.NAME] = points
    resources = [_table(table, rows[table.name], plain, languages["en"]) for table in TABLES]
    resources.append(_points(points, languages["en"]))
    plain[DESCRIPTOR] = _pretty(_descriptor(archive, languages["en"], resources))
    packed = pack({**plain, SUMS: sums(plain)})
    everything = {**plain, ARCHIVE: packed}
    everything[SUMS] = sums(everything)
    return {FOLDER + name: data for name, data in sorted(everything.items())}


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of these files: sorted, at one fixed time, readable by everyone."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return buffer.getvalue()


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return SHA-256 sums as `sha256sum -c` reads them."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(sorted(lines, key=lambda line: line.split("  ")[1])).encode()


def _descriptor(archive: Archive, english: Language, resources: list[Any]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": "syria-chronicle",
        "title": english.text("site"),
        "description": computed.note(archive, {"en": english})["en"],
        "version": api.changed(archive),
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": computed.LICENCE,
                "title": english.text("data.licence_name"),
            }
        ],
        "contributors": [{"title": citation.AUTHOR, "role": "author"}],
        "sources": [{"title": english.text("data.credits")}],
        "resources": resources,
    }


def _table(
    table: Table, rows: Sequence[Row], files: Mapping[str, bytes], english: Language
) -> dict[str, Any]:
    name = f"{table.name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": english.text(f"data.tables.{table.name}"),
        **_file(name, files[name], "csv", "text/csv"),
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "rows": len(rows),
        "schema": {
            "fields": [_field(table, name, english) for name in table.fields],
            "primaryKey": list(table.key),
            "foreignKeys": [_reference(table, *pair) for pair in table.foreign.items()],
            "missingValues": [""],
        },
    }


def _points(points: bytes, english: Language) -> dict[str, Any]:
    return {
        "name": "events-geojson",
        "description": english.text("data.tables.events_geojson"),
        **_file(geojson.NAME, points, "geojson", "application/geo+json"),
        "encoding": "utf-8",
    }


def _file(path: str, data: bytes, format: str, mediatype: str) -> dict[str, Any]:
    return {
        "path": path,
        "format": format,
        "mediatype": mediatype,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _field(table: Table, name: str, english: Language) -> dict[str, Any]:
    field = table.field(name)
    constraints: dict[str, Any] = {"required": True} if name in table.required else {}
    if field.codes:
        constraints["enum"] = list(field.codes)
    if field.kind == "integer":
        constraints["minimum"] = 0
    return {
        "name": name,
        "type": field.kind,
        "description": meaning(name, field, english),
        **({"constraints": constraints} if constraints else {}),
    }


def meaning(name: str, field: Field, language: Language) -> str:
    """Return what a column means, with the language of its text and whether it is a list."""
    stem, code = base(name)
    words = language.text(f"data.fields.{stem}")
    if code:
        words = language.text("data.in_language", meaning=words, name=language.language_name(code))
    return language.text("data.list", meaning=words) if field.many else words


def _reference(table: Table, field: str, other: str) -> dict[str, Any]:
    """Return a foreign key; a table that refers to itself is written as an empty name."""
    target = "" if other == table.name else other
    return {"fields": field, "reference": {"resource": target, "fields": "id"}}


def _pretty(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
