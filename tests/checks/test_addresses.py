"""Rules on web addresses (safety rules 11 and 16)."""

import pytest

from chronicle.checks.addresses import LENGTH, addresses_are_safe
from tests import small
from tests.checks.finding import found, messages

SCHEME = "does not begin with https:// or http://"
HOST = "has no host"
SPACE = "holds white space or a control character"
MEDIA = "is an image, sound or video file; link the page that shows it"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org/a",
        "HTTPS://example.org/a?b=c&d=e#f",
        "https://مثال.example/خبر",
        "https://example.org:8443/a",
        "https://example.org/" + "a" * (LENGTH - 20),
        "https://example.org/picture.jpg/story",
    ],
)
def test_an_ordinary_address_is_accepted(url: str) -> None:
    assert messages(addresses_are_safe, small.event(sources={"a": small.source(url=url)})) == []


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("javascript:alert(1)", SCHEME),
        ("JaVaScRiPt:alert(1)", SCHEME),
        ("data:text/html,x", SCHEME),
        ("ftp://example.org/a", SCHEME),
        ("//example.org/a", SCHEME),
        ("example.org/a", SCHEME),
        ("java\tscript:alert(1)", SPACE),
        ("https://example.org/a b", SPACE),
        ("https://example.org/\u200b", SPACE),
        ("https://user:word@example.org/", "holds a user name or password"),
        ("https://user@example.org/", "holds a user name or password"),
        ("https:///path", HOST),
        ("https://localhost/a", HOST),
        ("https://example.org\\evil.example/", HOST),
        ("https://[bad/", "is not an address"),
        ("https://example.org/a.jpg", MEDIA),
        ("https://example.org/a.MP4?x=1", MEDIA),
    ],
)
def test_a_dangerous_address_is_refused(url: str, fault: str) -> None:
    event = small.event(sources={"a": small.source(url=url)})
    assert found(addresses_are_safe, event) == [("sources.a.url", f'"{url[:60]}" {fault}')]


def test_an_address_of_more_than_2000_characters_is_refused() -> None:
    url = "https://example.org/" + "a" * (LENGTH - 19)
    (said,) = messages(addresses_are_safe, small.event(sources={"a": small.source(url=url)}))
    assert said.endswith(" has 2001 characters; at most 2000")


def test_copies_and_publishers_have_safe_addresses_too() -> None:
    event = small.event(sources={"a": small.source(archived_url="x:y")})
    publishers = {"paper": small.publisher("newspaper", url="x:z")}
    assert found(addresses_are_safe, event, publishers=publishers) == [
        ("sources.a.archived_url", f'"x:y" {SCHEME}'),
        ("paper.url", f'"x:z" {SCHEME}'),
    ]
