"""Suggestions for mistyped words."""

import pytest

from chronicle.spelling import suggestion

KNOWN = ["houla", "homs", "hama", "masasna"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hula", '; did you mean "houla"?'),
        ("al-masasna", '; did you mean "masasna"?'),
        ("hamma", '; did you mean "hama"?'),
        ("quneitra", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested_and_a_far_one_is_not(word: str, expected: str) -> None:
    assert suggestion(word, KNOWN) == expected


def test_the_suggestion_does_not_depend_on_the_order_of_the_words() -> None:
    assert suggestion("ab", ["abd", "abc"]) == suggestion("ab", {"abc": 1, "abd": 2})
