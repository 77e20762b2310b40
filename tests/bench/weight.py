"""Bytes of built pages, raw and over the wire (gzip, level 6, as static hosts send them)."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

GZIP_LEVEL = 6
ASSET = re.compile(
    r"""<(?:link\b[^>]*\brel="?(?:stylesheet|icon)[^>]*\bhref|(?:script|img)\b[^>]*\bsrc)"""
    r"""=["']?([^"'\s>]+)"""
)
DRAWING = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)""")


def raw(file: Path) -> float:
    """Size in kB of 1,000 bytes."""
    return file.stat().st_size / 1000


def wire(file: Path) -> float:
    """Size in kB after gzip; no clock goes into it."""
    return len(gzip.compress(file.read_bytes(), GZIP_LEVEL, mtime=0)) / 1000


def without_drawings(file: Path) -> bytes:
    """A page without its own maps and charts, which the targets for HTML leave out."""
    return DRAWING.sub(b"", file.read_bytes())


def first_visit(page: Path) -> float:
    """kB over the wire for a page and all that it loads, each file once."""
    return sum(wire(file) for file in {page, *_loaded(page)})


def _loaded(page: Path) -> Iterator[Path]:
    for asset in _named(ASSET, page):
        yield asset
        if asset.suffix == ".css":
            yield from _named(IN_STYLE, asset)


def _named(pattern: re.Pattern[str], file: Path) -> Iterator[Path]:
    for address in pattern.findall(file.read_text(encoding="utf-8")):
        if not address.startswith(("data:", "#")):
            yield (file.parent / urldefrag(address).url).resolve(strict=True)
