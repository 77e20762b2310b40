"""Read what a page of the small archive says."""

import re
from typing import Any

import yaml

from chronicle import language
from chronicle.address import Kind, address, document
from chronicle.archive import Archive
from chronicle.render import pages


def rendered(archive: Archive, kind: Kind, id: str | int = "", code: str = "en") -> str:
    """The Markdown of one page."""
    return pages(archive, language.load(code))[document(address(kind, id))]


def front(text: str) -> dict[str, Any]:
    """The front matter of a page."""
    _, head, _ = text.split("---\n", 2)
    loaded: dict[str, Any] = yaml.safe_load(head)
    return loaded


def words(text: str) -> str:
    """A page without tags and front matter, white space collapsed."""
    body = text.split("---\n", 2)[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).strip()


def part(text: str, anchor: str) -> str:
    """What stands between the heading with this anchor and the next one of its level."""
    _, found, rest = text.partition(f"{{#{anchor}}}\n")
    assert found, f"no heading with #{anchor}"
    return rest.partition("\n## ")[0]
