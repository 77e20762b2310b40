"""The pictures that previews show: one a language, of the right proportions, and small."""

import struct

import pytest

from chronicle.address import LANGUAGES
from tests import screenshots

AT_MOST = 60_000


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_picture_is_a_png_of_the_right_proportions_under_60_kb(code: str) -> None:
    data = (screenshots.SOCIAL / f"social-{code}.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    scale = screenshots.CARD_SCALE
    expected = (screenshots.CARD_SIZE["width"], screenshots.CARD_SIZE["height"])
    assert (width, height) == tuple(round(side * scale) for side in expected)
    assert len(data) < AT_MOST
