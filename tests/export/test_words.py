"""What previews say of an event: who says how many, never a figure without its claimant."""

from typing import Any

import pytest

from chronicle import language
from chronicle.export import words
from chronicle.model import Count
from tests import small


def described(code: str = "en", **changes: Any) -> str:
    archive = small.archive(small.event(**changes))
    return words.description(archive, archive.live[0], language.load(code))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], ""),
        ([small.claim(count=21)], " Killed, combatants: The Monitor 21."),
        (
            [small.claim(count={"min": 40}), small.claim("crown", {"max": 16})],
            " Killed, combatants: The Monitor 40+, The Crown up to 16.",
        ),
        (
            [small.claim(count=3), small.claim("crown", 5, harm="injured")],
            " Killed, combatants: The Monitor 3.",
        ),
        (
            [small.claim(count=3, id="a"), small.claim("crown", 1, within="a")],
            " Killed, combatants: The Monitor 3.",
        ),
        ([small.claim(count=3, side="guard")], " Killed, The Guard: The Monitor 3."),
        (
            [small.claim(by, 3) for by in ("monitor", "paper", "crown", "guard")],
            " Killed, combatants: The Monitor 3, The Paper 3, The Crown 3, and others.",
        ),
    ],
)
def test_a_description_gives_each_figure_with_its_claimant(
    claims: list[Any], expected: str
) -> None:
    assert described(claims=claims) == f"3 March 2019. The hill, Hama. Ground attack.{expected}"


def test_a_description_in_arabic() -> None:
    assert described("ar", claims=[small.claim(count={"min": 16, "max": 21})]) == (
        "3 آذار/مارس 2019. التل، حماة. هجوم بري. قتلى، مقاتلون: المرصد من 16 إلى 21."
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [((None, None), 1), ((None, "2019-03-09"), 2), (("2019-03-09", "2019-03-04"), 1)],
)
def test_the_latest_figure_of_a_claimant_stands_for_it(
    days: tuple[str | None, str | None], expected: int
) -> None:
    claims = [small.claim(count=number, as_of=day) for number, day in enumerate(days, 1)]
    assert described(claims=claims).endswith(f"Killed, combatants: The Monitor {expected}.")


@pytest.mark.parametrize(
    ("count", "approximate", "expected"),
    [
        (Count(min=1234, max=1234), False, "1,234"),
        (Count(min=0, max=0), False, "0"),
        (Count(min=40), False, "40+"),
        (Count(max=16), False, "up to 16"),
        (Count(min=16, max=21), False, "16 to 21"),
        (Count(min=20, max=20), True, "about 20"),
    ],
)
def test_a_figure_in_plain_words(count: Count, approximate: bool, expected: str) -> None:
    assert words.figure(count, approximate, language.load("en")) == expected
