"""The columns of the tables: name, type and codes, each once. One name means one thing everywhere.

In: nothing. Out: `FIELDS` and `TABLES`. The descriptor of the data package and the data page are
both made from them; what a column means stands in strings/*.yml under `data.fields`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from chronicle import vocabulary

Kind = Literal["string", "integer", "number", "boolean", "date"]

SEPARATOR: Final = ";"
"""Between the members of a list; no id, code or name of the records holds it."""


@dataclass(frozen=True)
class Field:
    """One column; `codes` are the only values it may have, `many` means a list in one cell."""

    kind: Kind = "string"
    codes: Sequence[str] = ()
    many: bool = False


@dataclass(frozen=True)
class Table:
    """One CSV file: its columns in order, what names a row, and what other tables' rows it names.

    A kind of thing has other codes in each registry, so `kinds` are those of its column `kind`.
    """

    name: str
    fields: tuple[str, ...]
    key: tuple[str, ...]
    foreign: dict[str, str]
    required: tuple[str, ...]
    kinds: Sequence[str] = ()

    def field(self, name: str) -> Field:
        """Return a column of this table."""
        return Field(codes=self.kinds) if name == "kind" else FIELDS[base(name)[0]]


def base(name: str) -> tuple[str, str]:
    """Split the name of a column into what it is and its language: `title_en` -> title, en."""
    stem, _, code = name.rpartition("_")
    return (stem, code) if stem and code in ("en", "ar") else (name, "")


LIST: Final = Field(many=True)
TEXT: Final = Field()
COUNT: Final = Field("integer")
FIELDS: Final[dict[str, Field]] = {
    "id": TEXT,
    "event": TEXT,
    "number": COUNT,
    "title": TEXT,
    "date": TEXT,
    "date_first": Field("date"),
    "date_last": Field("date"),
    "date_precision": Field(codes=("day", "month", "year", "mixed")),
    "type": Field(codes=vocabulary.EVENT_TYPES),
    "place": TEXT,
    "place_name": TEXT,
    "governorate": Field(codes=vocabulary.GOVERNORATES),
    "country": TEXT,
    "latitude": Field("number"),
    "longitude": Field("number"),
    "radius_km": Field("number"),
    "precision": Field(codes=vocabulary.PLACE_KINDS),
    "campaigns": LIST,
    "actors": LIST,
    "grading": Field(codes=vocabulary.GRADINGS),
    "supported_grading": Field(codes=vocabulary.GRADINGS),
    "lines": COUNT,
    "impartial_lines": COUNT,
    "line_ids": LIST,
    "line": TEXT,
    "source_count": COUNT,
    "claim_count": COUNT,
    "dispute_count": COUNT,
    "event_count": COUNT,
    "relied_on_count": COUNT,
    "published": Field("date"),
    "changed": Field("date"),
    "ucdp_ged": COUNT,
    "acled": TEXT,
    "page": TEXT,
    "actor": TEXT,
    "actor_name": TEXT,
    "role": Field(codes=vocabulary.ROLES),
    "attribution": Field(codes=vocabulary.ATTRIBUTIONS),
    "alleged_by": LIST,
    "sources": LIST,
    "section": Field(codes=("account", "disputed")),
    "text": TEXT,
    "contests": Field(codes=vocabulary.CONTESTS),
    "row": TEXT,
    "within": TEXT,
    "scope": Field(codes=vocabulary.SCOPES),
    "by": TEXT,
    "by_name": TEXT,
    "harm": Field(codes=vocabulary.HARMS),
    "who": Field(codes=vocabulary.WHO),
    "side": TEXT,
    "count_min": COUNT,
    "count_max": COUNT,
    "approximate": Field("boolean"),
    "as_of": TEXT,
    "note": TEXT,
    "source": TEXT,
    "publisher": TEXT,
    "publisher_name": TEXT,
    "headline": TEXT,
    "about": TEXT,
    "url": TEXT,
    "language": TEXT,
    "source_date": TEXT,
    "accessed": Field("date"),
    "archived_url": TEXT,
    "relies_on": LIST,
    "background": Field("boolean"),
    "graphic": Field("boolean"),
    "name": TEXT,
    "short": TEXT,
    "aliases": LIST,
    "former_names": LIST,
    "kind": TEXT,
    "parent": TEXT,
    "wikidata": TEXT,
    "ucdp_actor": COUNT,
    "description": TEXT,
    "pcode": TEXT,
    "basis": TEXT,
    "languages": LIST,
    "party": TEXT,
    "summary": TEXT,
}


def _columns(names: str) -> tuple[str, ...]:
    """Return names of columns; `title*` stands for the two of a text, title_en and title_ar."""
    pairs = ((f"{n[:-1]}_en", f"{n[:-1]}_ar") if n.endswith("*") else (n,) for n in names.split())
    return tuple(name for pair in pairs for name in pair)


_WHEN: Final = "date date_first date_last date_precision"

TABLES: Final[tuple[Table, ...]] = (
    Table(
        "events",
        _columns(
            f"id title* {_WHEN} type place place_name* precision governorate country latitude"
            " longitude radius_km campaigns actors grading supported_grading lines impartial_lines"
            " line_ids source_count claim_count dispute_count ucdp_ged acled published changed page"
        ),
        key=("id",),
        foreign={"place": "places"},
        required=_columns(
            f"id {_WHEN} type place precision grading supported_grading lines impartial_lines"
            " source_count claim_count dispute_count published changed page"
        ),
    ),
    Table(
        "event_actors",
        _columns("event number actor actor_name* role attribution alleged_by sources"),
        key=("event", "number"),
        foreign={"event": "events", "actor": "actors"},
        required=_columns("event number actor role sources"),
    ),
    Table(
        "statements",
        _columns("event section number text* contests sources lines"),
        key=("event", "section", "number"),
        foreign={"event": "events"},
        required=_columns("event section number sources lines"),
    ),
    Table(
        "claims",
        _columns(
            "event number row within scope by by_name* harm who side count_min count_max"
            " approximate as_of note* sources"
        ),
        key=("event", "number"),
        foreign={"event": "events", "side": "actors"},
        required=_columns("event number by harm who approximate sources"),
    ),
    Table(
        "sources",
        _columns(
            "event source publisher publisher_name* headline about* url language source_date"
            " accessed archived_url relies_on line_ids background graphic note*"
        ),
        key=("event", "source"),
        foreign={"event": "events", "publisher": "publishers"},
        required=_columns("event source publisher language background graphic"),
    ),
    Table(
        "actors",
        _columns(
            "id name* short* aliases former_names* kind parent line wikidata ucdp_actor"
            " description* event_count"
        ),
        key=("id",),
        foreign={"parent": "actors", "line": "actors"},
        required=_columns("id kind line event_count"),
        kinds=vocabulary.ACTOR_KINDS,
    ),
    Table(
        "places",
        _columns(
            "id name* aliases kind governorate country latitude longitude radius_km pcode basis"
            " event_count"
        ),
        key=("id",),
        foreign={},
        required=_columns("id kind event_count"),
        kinds=vocabulary.PLACE_KINDS,
    ),
    Table(
        "publishers",
        _columns(
            "id name* short* aliases kind country languages url party source_count relied_on_count"
        ),
        key=("id",),
        foreign={"party": "actors"},
        required=_columns("id kind source_count relied_on_count"),
        kinds=vocabulary.PUBLISHER_KINDS,
    ),
    Table(
        "campaigns",
        _columns(f"id name* aliases {_WHEN} summary* event_count"),
        key=("id",),
        foreign={},
        required=_columns(f"id {_WHEN} event_count"),
    ),
)
