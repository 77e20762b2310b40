"""JSON Schemas of the API, under api/v1/schema/: the record's own, as `shape` writes it.

In: the models, whose schemas hold every field with its meaning and codes. Out: files by path. What
differs from a record is stated here and nowhere else: a shape has every field, a date is one text,
a count is never short, and what the build worked out stands under `computed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from chronicle.export import api
from chronicle.export.fields import FIELDS, Field, base
from chronicle.language import Language
from chronicle.model import Actor, Campaign, Event, Place, Publisher
from chronicle.schema import DIALECT

Schema = dict[str, Any]

FOLDER: Final = f"{api.ROOT}schema/"

_MOMENT: Final = r"\d{4}(-\d{2}(-\d{2})?)?~?"
DATE: Final[Schema] = {
    "type": "string",
    "pattern": rf"^({_MOMENT}(/{_MOMENT})?|\[{_MOMENT}\.\.{_MOMENT}\])$",
}
"""EDTF, as `computed.date` writes it."""

_TEXT: Final[Schema] = {"$ref": "#/$defs/Text"}
_BY_LANGUAGE: Final[Schema] = {
    "type": "object",
    "properties": {"en": {"type": "string"}, "ar": {"type": "string"}},
    "required": ["en", "ar"],
    "additionalProperties": False,
}
_NAMES: Final[Schema] = {
    "type": "object",
    "properties": {
        "place": _TEXT,
        **{
            name: {"type": "object", "additionalProperties": _TEXT}
            for name in ("campaigns", "actors", "publishers")
        },
    },
    "required": ["place", "campaigns", "actors", "publishers"],
    "additionalProperties": False,
}

OF_EVENT: Final = (
    *("date_first", "date_last", "date_precision", "governorate", "latitude", "longitude"),
    *("radius_km", "lines", "impartial_lines", "line_ids", "supported_grading", "changed"),
    *("names", "citation", "page", "licence"),
)
"""Computed fields of an event; those of other things stand beside them."""
COMPUTED: Final[dict[str, tuple[str, ...]]] = {
    "Event": OF_EVENT,
    "Statement": ("lines",),
    "Dispute": ("lines",),
    "Source": ("line_ids",),
    "Actor": ("line", "event_count", "page"),
    "Place": ("radius_km", "event_count", "page"),
    "Publisher": ("source_count", "relied_on_count", "page"),
    "Campaign": ("date_first", "date_last", "date_precision", "event_count", "page"),
}
_OPTIONAL: Final = frozenset({"governorate", "latitude", "longitude", "radius_km"})
_GONE: Final = frozenset({"withdrawn", "merged"})
"""Fields of records that are not shown: their ids keep a file of another shape."""

REGISTRIES: Final[dict[str, type[BaseModel]]] = {
    "actors": Actor,
    "places": Place,
    "publishers": Publisher,
    "campaigns": Campaign,
}


def files(english: Language) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of every kind of file of the API."""
    writer = _Writer(english)
    yield f"{FOLDER}event.json", api.data(writer.event())
    yield f"{FOLDER}events.json", api.data(writer.events())
    for name, model in REGISTRIES.items():
        yield f"{FOLDER}{name}.json", api.data(writer.registry(name, model))


class _Writer:
    """Turns the models' schemas into those of their shapes."""

    def __init__(self, english: Language) -> None:
        self.english = english

    def event(self) -> Schema:
        """Return the schema of an event's file, shown or gone."""
        shown, definitions = self._thing(Event)
        title = self.english.text("data.files.event")
        anyone = [{"$ref": "#/$defs/Event"}, {"$ref": "#/$defs/Former"}]
        definitions |= {"Event": shown, "Former": _former()}
        return {"$schema": DIALECT, "title": title, "anyOf": anyone, "$defs": definitions}

    def events(self) -> Schema:
        """Return the schema of the list of events."""
        shown, definitions = self._thing(Event)
        summary = _object({name: shown["properties"][name] for name in api.LISTED})
        computed = shown["properties"]["computed"]["properties"]
        summary["properties"]["computed"] = _object(
            {name: computed[name] for name in api.LISTED_COMPUTED}
        )
        summary["required"] = list(summary["properties"])
        definitions = {"Text": definitions["Text"], "Former": _former(), "Event": summary}
        lists = {name: _list(kind) for name, kind in (("events", "Event"), ("former", "Former"))}
        return self._file("events", {"note": _BY_LANGUAGE, **lists}, definitions)

    def registry(self, name: str, model: type[BaseModel]) -> Schema:
        """Return the schema of a list of entries of one registry."""
        entry, definitions = self._thing(model)
        definitions[model.__name__] = entry
        return self._file(name, {name: _list(model.__name__)}, definitions)

    def _file(self, name: str, fields: Schema, definitions: Schema) -> Schema:
        head = {
            "version": {"const": 1},
            "licence": {"type": "string", "format": "uri"},
            "changed": _day(),
        }
        title = self.english.text(f"data.files.{name}")
        whole = _object({**head, **fields})
        return {"$schema": DIALECT, "title": title, **whole, "$defs": definitions}

    def _thing(self, model: type[BaseModel]) -> tuple[Schema, Schema]:
        """Return the schema of a thing with an id, and the definitions that it refers to."""
        schema = model.model_json_schema(by_alias=True)
        definitions = {
            name: self._shaped(name, one)
            for name, one in schema.pop("$defs", {}).items()
            if name.lower() not in _GONE
        }
        whole = self._shaped(model.__name__, schema)
        whole["properties"] = {"id": {"type": "string"}, **whole["properties"]}
        whole["required"] = ["id", *whole["required"]]
        return whole, definitions

    def _shaped(self, name: str, schema: Schema) -> Schema:
        fields = {
            field: _field(one) for field, one in schema["properties"].items() if field not in _GONE
        }
        if name in COMPUTED:
            fields["computed"] = _object({one: self._computed(one) for one in COMPUTED[name]})
        shaped = _object(fields)
        shaped["required"] = [one for one in fields if one != "translation"]
        return {"title": schema["title"], "description": schema.get("description", ""), **shaped}

    def _computed(self, name: str) -> Schema:
        words = {"description": self.english.text(f"data.fields.{name}")}
        fixed: dict[str, Schema] = {
            "names": _NAMES,
            "citation": _BY_LANGUAGE,
            "page": _BY_LANGUAGE,
            "licence": {"type": "string", "format": "uri"},
        }
        return {**words, **(fixed.get(name) or _of(FIELDS[base(name)[0]], name in _OPTIONAL))}


def _field(schema: Schema) -> Schema:
    """Return a field as a shape writes it: dates and counts in their one form, no default."""
    kept = {key: value for key, value in schema.items() if key not in ("default", "title")}
    forms = kept.get("anyOf", [])
    nullable = [{"type": "null"}] if {"type": "null"} in forms else []
    words = {"description": kept["description"]} if "description" in kept else {}
    if any("earliest" in form.get("properties", {}) for form in forms):
        return {**words, **({"anyOf": [DATE, *nullable]} if nullable else DATE)}
    for shaped in ("Text", "Count"):  # a name or a count may be short in a record
        reference = {"$ref": f"#/$defs/{shaped}"}
        if reference in forms:
            return {**words, **({"anyOf": [reference, *nullable]} if nullable else reference)}
    return kept


def _of(field: Field, optional: bool) -> Schema:
    """Return the schema of a computed value from the column of the same name."""
    kinds: Mapping[str, Schema] = {
        "date": _day(),
        "integer": {"type": "integer", "minimum": 0},
        "number": {"type": "number"},
        "string": {"type": "string"},
    }
    one: Schema = {"enum": list(field.codes)} if field.codes else dict(kinds[field.kind])
    if field.many:
        one = {"type": "array", "items": one}
    return {"anyOf": [one, {"type": "null"}]} if optional else one


def _former() -> Schema:
    """Return the schema of what stands under an id that shows no record any more."""
    absent = {"type": "null"}
    return _object(
        {
            "id": {"type": "string"},
            "status": {"enum": ["withdrawn", "merged", "renamed"]},
            "on": {"anyOf": [_day(), absent]},
            "into": {"anyOf": [{"type": "string"}, absent]},
            "reason": {"anyOf": [_TEXT, absent]},
        }
    )


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _day() -> Schema:
    return {"type": "string", "format": "date"}
