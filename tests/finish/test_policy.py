"""The content security policy of safety.md, rule 20, with the hash of each inline script."""

import base64
import hashlib

import pytest

from chronicle.finish.policy import CHARSET, stamp


def hashed(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def test_a_page_without_scripts_gets_the_policy_as_it_stands_in_the_rule() -> None:
    assert stamp(f"<head>{CHARSET}<title>x</title>") == (
        f"<head>{CHARSET}\n"
        '<meta http-equiv="Content-Security-Policy" content="'
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; "
        "base-uri 'none'\"><title>x</title>"
    )


@pytest.mark.parametrize(
    ("script", "hashes"),
    [
        ("<script>one()</script>", ["one()"]),
        ("<SCRIPT type='module'>one()</SCRIPT >", ["one()"]),
        ('<script type="text/javascript">\none()\n</script>', ["\none()\n"]),
        ("<script>one()\r\n</script>", ["one()\n"]),
        ("<script>مرحبا()</script>", ["مرحبا()"]),
        ("<script>one()</script><script>one()</script>", ["one()"]),
        ('<script src="a.js"></script>', []),
        ('<script type="application/json">{"a": 1}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
    ],
)
def test_each_inline_script_that_a_browser_runs_is_hashed_once(
    script: str, hashes: list[str]
) -> None:
    expected = " ".join(["script-src 'self'", *map(hashed, hashes)])
    assert f"{expected};" in stamp(CHARSET + script)


def test_hashes_are_sorted_so_that_order_of_scripts_does_not_matter() -> None:
    one, two = "<script>1</script>", "<script>2</script>"
    policy = stamp(CHARSET + one + two).replace(one + two, "")
    assert policy == stamp(CHARSET + two + one).replace(two + one, "")


def test_a_page_without_the_charset_comes_back_as_it_was() -> None:
    assert stamp("<head></head>") == "<head></head>"
