"""One page on its way to Markdown, and the Jinja environment that all pages share.

Safe by construction: whatever a template prints goes through `escape`, unless this package made it
as `Markup`; nothing may be None; front matter is dumped, never templated (safety rule 15).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import jinja2
import yaml
from markupsafe import Markup

from chronicle import address as addresses
from chronicle.archive import Archive
from chronicle.escape import escape
from chronicle.export import feeds, linked
from chronicle.language import Language, digits
from chronicle.render import months
from chronicle.render.bars import Bars
from chronicle.render.maps import Maps
from chronicle.render.names import Names

TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """What one page is about: its address, its template with what that needs, its front matter."""

    address: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    front: Mapping[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> str:
        return addresses.document(self.address)


class Pages:
    """Renders the pages of one language."""

    def __init__(
        self,
        archive: Archive,
        language: Language,
        exports: Container[str] = (),
    ) -> None:
        self.language = language
        bars = Bars(archive, language)
        self.shared = {
            "exports": exports,
            "feed_path": partial(feeds.path, language.code),
            "linked_event": partial(linked.event, archive, language=language),
            "archive": archive,
            "language": language,
            "t": language.text,
            "names": Names(archive, language),
            "maps": Maps(archive, language),
            "cited": cited,
            "by_month": partial(months.by_month, language=language),
            "by_type": bars.by_type,
            "by_governorate": bars.by_governorate,
        }

    def render(self, page: Page) -> str:
        """Return a page's Markdown with its front matter."""
        template = environment().get_template(page.template)
        body = template.render(
            {**self.shared, **page.context},
            page=page,
            href=_Links(page.address, self.language.code),
        )
        front = {"title": escape(page.title), "description": escape(page.description), **page.front}
        head = yaml.dump(
            front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
        )
        return f"---\n{head}---\n\n{body.strip()}\n"


@cache
def environment() -> jinja2.Environment:
    """Return the templates, compiled once for all languages."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_printed,
        # `{#id}` is Markdown's heading id here.
        comment_start_string="{*",
        comment_end_string="*}",
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _printed(value: object) -> Markup:
    """Turn what a template prints into markup; None is a mistake in the template."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, jinja2.Undefined) or value is None:
        raise jinja2.UndefinedError("a template prints something that is not there")
    return Markup(escape(digits(value) if isinstance(value, int) else str(value)))


def cited(sources: Sequence[str], numbers: Mapping[str, int]) -> list[tuple[int, str]]:
    """Return (number, id) of the sources that a sentence names, in order of their numbers."""
    return sorted((numbers[id], id) for id in set(sources))


@dataclass(frozen=True)
class _Links:
    """Writes links from one page to others, `href('event', id)`, and to files of the site,
    `href.file('feeds/en.xml')`.
    """

    page: str
    language: str

    def __call__(self, kind: addresses.Kind, id: str | int = "", anchor: str = "") -> Markup:
        target = addresses.address(kind, id) + (f"#{anchor}" if anchor else "")
        return Markup(addresses.link(self.page, target))

    def file(self, path: str) -> Markup:
        return Markup(addresses.exported(self.page, path, self.language))
