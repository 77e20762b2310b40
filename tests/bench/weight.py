"""Bytes of built pages, raw and over the wire (gzip, level 6, as static hosts send them)."""

import gzip
import re
from pathlib import Path

from tests.server import GZIP_LEVEL

DRAWING = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)


def raw(file: Path) -> float:
    """Size in kB of 1,000 bytes."""
    return file.stat().st_size / 1000


def wire(file: Path) -> float:
    """Size in kB after gzip; no clock goes into it."""
    return len(gzip.compress(file.read_bytes(), GZIP_LEVEL, mtime=0)) / 1000


def without_drawings(file: Path) -> bytes:
    """A page without its own maps and charts, which the targets for HTML leave out."""
    return DRAWING.sub(b"", file.read_bytes())
