"""JSON Schemas for editors, written from the model: `schema/<name>.schema.json`.

In: the model. Out: text by path relative to the project's root.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import TypeAdapter

from chronicle.model import Actor, Campaign, Event, Place, Publisher

_SCHEMAS: Final[dict[str, tuple[str, Any]]] = {
    "event": ("An event record of Syria Chronicle", Event),
    "actors": ("The registry of actors", dict[str, Actor]),
    "places": ("The registry of places", dict[str, Place]),
    "publishers": ("The registry of publishers", dict[str, Publisher]),
    "campaigns": ("The registry of campaigns", dict[str, Campaign]),
}
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return every schema file's text by its path, POSIX, relative to the project's root."""
    return {
        f"schema/{name}.schema.json": json.dumps(_schema(title, kind), indent=2, ensure_ascii=False)
        + "\n"
        for name, (title, kind) in _SCHEMAS.items()
    }


def _schema(title: str, kind: Any) -> dict[str, Any]:
    return {"$schema": DIALECT, **TypeAdapter(kind).json_schema(), "title": title}
