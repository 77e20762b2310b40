"""The text edition: all that a record says, in one file that names its sources by number."""

import base64
import hashlib
import re

import pytest

from chronicle import language
from chronicle.render import text_edition
from tests import small, toy
from tests.small import ID, claim, source


def edition(code: str = "en", **changes: object) -> str:
    """The text edition of an archive of one event."""
    archive = small.archive(small.event(**changes))
    ((path, data),) = text_edition(archive, language.load(code)).items()
    assert path == f"text/{code}.html"
    return data.decode()


def said(page: str) -> str:
    """The words of a page, white space collapsed."""
    body = page.partition("<body>")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_an_event_has_its_statements_claims_disputes_and_sources_with_their_numbers() -> None:
    page = edition(
        account=[{**small.text("The first thing", "الشيء الأول"), "sources": ["b", "a"]}],
        claims=[claim(count={"min": 16}, sources=["b"], note=small.text("By phone", "بالهاتف"))],
        disputed=[{**small.text("Who began", "من بدأ"), "sources": ["a"]}],
        sources={
            "a": source("paper", url="https://example.org/a", title="In the paper"),
            "b": source("wire", url="https://example.org/b", title="On the wire"),
        },
    )
    words = said(page)
    assert "The first thing [1][2]" in words
    assert "The Monitor: 16+ · By phone [1]" in words
    assert "Who began [2]" in words
    assert '<li value="1"><a href="https://example.org/b" rel="noopener noreferrer">On the' in page
    assert '<li value="2"><a href="https://example.org/a" rel="noopener noreferrer">In the' in page
    assert f'<article id="{ID}">' in page
    assert f'<a href="#{ID}">' in page
    assert '<a href="#year-2019">' in page


def test_a_reader_is_told_before_an_account_that_is_hard_to_bear() -> None:
    words = said(edition(type="killing-of-civilians"))
    assert words.index("in their presence") < words.index("Some words")


def test_a_hostile_text_is_only_text() -> None:
    hostile = small.text("<script>x</script> & <b>", "<script>س</script> نص عربي طويل هنا")
    for code in ("en", "ar"):
        page = edition(code, title=hostile, sources={"a": source(title="</article><img src=x>")})
        assert "<script" not in page
        assert "<img" not in page


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_policy_lets_in_the_one_style_sheet_and_nothing_else(code: str) -> None:
    page = edition(code)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_every_live_event_is_in_it_once_and_none_that_is_gone() -> None:
    archive = toy.archive()
    (data,) = text_edition(archive, language.load("ar")).values()
    found = re.findall(r'<article id="([^"]+)">', data.decode())
    assert found == [dated.id for dated in archive.live]
