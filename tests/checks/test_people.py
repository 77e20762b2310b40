"""Rules that protect people (safety rules 8 and 11)."""

import pytest

from chronicle.checks.people import no_private_data
from tests import small
from tests.checks.finding import found

EMBED = "an image, video or embed; name it in words"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Write to a@b.example now", '"a@b.example" looks like an e-mail address; remove it'),
        ("Posted by @someone there", '"@someone" looks like a social handle; remove it'),
        (
            "Call +963 11 222 3333 now",
            '"+963 11 222 3333" looks like a telephone number; remove it',
        ),
        ("Call 00963-11-2223333", '"00963-11-2223333" looks like a telephone number; remove it'),
        (
            "Card 01234567890 of his",
            '"01234567890" looks like an identity or telephone number; remove it',
        ),
        ("See ![x](y)", EMBED),
        ("See < IMG src=x>", EMBED),
        ("See <iframe src=x>", EMBED),
        ("See <video>", EMBED),
    ],
)
def test_private_data_and_embeds_are_refused(words: str, said: str) -> None:
    event = small.event(title=small.text(en=words))
    assert found(no_private_data, event) == [("title.en", said)]


@pytest.mark.parametrize(
    "words",
    [
        "Some 40,000 people left between 2018-12-01 and 2019-03-31",
        "About 100,000,000 pounds were paid",
        "At 35.1318, 36.7578 near the road",
        "The fee was 12.5 million (2019/2020)",
        "Around 12345678 people",
        "Less < than and more > than",
        "Prices of 3@4 and here@home",
    ],
)
def test_figures_dates_and_points_are_no_private_data(words: str) -> None:
    assert found(no_private_data, small.event(title=small.text(en=words))) == []


def test_registries_and_the_arabic_side_are_examined_too() -> None:
    actors = {"x": small.actor("community", description=small.text(ar="اكتبوا إلى a@b.example"))}
    assert found(no_private_data, actors=actors) == [
        ("x.description.ar", '"a@b.example" looks like an e-mail address; remove it')
    ]
