"""The data page: what the site offers to programs, described from the exported files themselves.

In: the archive, a language, the exports by their path and the site's public address. Out: one page.
Sizes, rows and checksums are read from the descriptor of the data package and the columns from
`export.fields`, so that the page cannot say what the files do not hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chronicle.address import address
from chronicle.archive import Archive
from chronicle.export import api, columns, feeds, linked, package, schemas
from chronicle.export.fields import TABLES, Field
from chronicle.language import Language
from chronicle.render.page import Page

EXAMPLES: Final = {"curl": "curl", "python": "Python", "javascript": "JavaScript", "r": "R"}
"""Files of `examples/`, and how their languages are called everywhere."""

FOUNDING: Final = "2019-03-03-al-masasna-attack"
"""The event of the examples, where the archive has it."""

PLACEHOLDER: Final = "https://example.org/"
"""What stands in the examples for the address of a site that has no public one."""

DATES: Final = (
    ("day", "2019-03-03"),
    ("month", "2014-05"),
    ("year", "2014"),
    ("about", "2014-05~"),
    ("span", "2019-02-09/2019-03-23"),
    ("within", "[2019-03-01..2019-03-06]"),
)
"""Forms of a date, and an example of each."""

FEEDS: Final = ("", "changes", "corrections")


@dataclass(frozen=True)
class Column:
    """A column of a table in words."""

    name: str
    kind: str
    meaning: str
    codes: str


def pages(
    archive: Archive, language: Language, exports: Mapping[str, bytes], site_url: str
) -> Iterator[Page]:
    """Yield the data page; none where nothing is exported."""
    descriptor = exports.get(package.FOLDER + package.DESCRIPTOR)
    if descriptor is None:
        return
    resources = json.loads(descriptor)["resources"]
    example = FOUNDING if FOUNDING in archive.events else next(iter(archive.live)).id
    explore = json.loads(exports[columns.path(language.code)])
    yield Page(
        address("data"),
        "data.md.j2",
        language.text("data.title"),
        language.text("data.description"),
        {
            "resources": resources,
            "folder": package.FOLDER,
            "packed": (package.ARCHIVE, len(exports[package.FOLDER + package.ARCHIVE])),
            "descriptor": package.DESCRIPTOR,
            "sums": package.SUMS,
            "dates": DATES,
            "tables": [(table.name, _columns(table.name, language)) for table in TABLES],
            "api": api.ROOT,
            "schemas": schemas.FOLDER,
            "lists": ("events", *schemas.REGISTRIES),
            "computed": schemas.OF_EVENT,
            "example": example,
            "explore": columns.path(language.code),
            "explore_parts": list(explore),
            "explore_columns": list(explore["events"]),
            "feeds": [
                (name or "new", path)
                for name in FEEDS
                if (path := feeds.path(language.code, name)) in exports
            ],
            "examples": list(_examples(site_url, example)),
            "linked": linked.dataset(archive, language, site_url, _downloads(resources)),
        },
        {"template": "data.html"},
    )


def _columns(table: str, language: Language) -> list[Column]:
    found = next(one for one in TABLES if one.name == table)
    return [_column(name, found.field(name), language) for name in found.fields]


def _column(name: str, field: Field, language: Language) -> Column:
    return Column(
        name,
        language.text(f"data.types.{field.kind}"),
        package.meaning(name, field, language),
        ", ".join(field.codes),
    )


def _downloads(resources: list[dict[str, Any]]) -> dict[str, str]:
    """Return the media type of every download by its path in the site."""
    plain = {package.FOLDER + one["path"]: str(one["mediatype"]) for one in resources}
    return {package.FOLDER + package.ARCHIVE: "application/zip", **plain}


def _examples(site_url: str, event: str) -> Iterator[tuple[str, str]]:
    """Yield (language, code) of every example, ready to be run where the site has an address."""
    site = site_url.rstrip("/") + "/" if site_url else PLACEHOLDER
    for name, label in EXAMPLES.items():
        code = (Path(__file__).parent / "examples" / f"{name}.txt").read_text(encoding="utf-8")
        yield label, code.replace("__SITE__", site).replace("__EVENT__", event)
