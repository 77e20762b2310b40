"""One sitemap for both languages, with each page's pair and the date of its record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from chronicle.finish.join import language_of

# https://www.sitemaps.org/protocol.html; pairs as in Google's guide to localised versions.
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def belongs(path: str, text: str) -> bool:
    """Whether a page is listed: one with an address of its own that asks search engines in."""
    plain = path == "index.html" or path.endswith("/index.html")
    return plain and '<meta name="robots" content="noindex">' not in text


def sitemap(pages: Iterable[str], lastmod: Mapping[str, str], site_url: str) -> str:
    """Return the XML for `pages`, paths of the site; `lastmod` as `finish` takes it."""
    addresses = {path.removesuffix("index.html") for path in pages}
    root = site_url.rstrip("/") + "/"
    entries = (_entry(address, addresses, lastmod, root) for address in sorted(addresses))
    return _HEAD + "".join(entries) + "</urlset>\n"


def _entry(address: str, addresses: set[str], lastmod: Mapping[str, str], root: str) -> str:
    _, plain = language_of(address)
    lines = [f"<loc>{escape(root + address)}</loc>"]
    if date := lastmod.get(plain):
        lines.append(f"<lastmod>{escape(date)}</lastmod>")
    pair = {"en": plain, "ar": f"ar/{plain}", "x-default": plain}
    if pair["en"] in addresses and pair["ar"] in addresses:
        lines += [
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(root + other)}"/>'
            for language, other in pair.items()
        ]
    return "<url>" + "".join(lines) + "</url>\n"
