"""Blocks of plain HTML pass Markdown unread, and the page is the same as if they had been read."""

import re
from pathlib import Path

import markdown
import pytest
from mkdocs.config.defaults import MkDocsConfig

from chronicle import blocks

GOLDEN = sorted((Path(__file__).parent / "golden").rglob("*.md"))


def converted(text: str, *, aside: bool) -> str:
    """A document's HTML, without empty lines: Markdown leaves some of them where a block ends."""
    extensions = ["attr_list", "toc", *([blocks.Blocks()] if aside else [])]
    return re.sub(r"\n+", "\n", markdown.markdown(text, extensions=extensions)).strip()


def seen(text: str) -> str:
    """What is left of a text for Markdown's own search for HTML."""
    md = markdown.Markdown(extensions=[blocks.Blocks()])
    return "\n".join(md.preprocessors["chronicle_blocks"].run(text.split("\n")))


@pytest.mark.parametrize(
    "page", GOLDEN, ids=lambda page: page.relative_to(page.parents[2]).as_posix()
)
def test_a_page_is_the_same_with_and_without(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert converted(text, aside=True) == converted(text, aside=False)


def test_a_block_between_empty_lines_is_put_aside() -> None:
    text = "# Title\n\n<div class='a'>\n<div>*x*</div>\n</div>\n\nWords.\n"
    assert "<" not in seen(text)
    assert "<div>*x*</div>" in converted(text, aside=True)


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n*words*\n\n</div>",
        "<div><div>\n</div>\n\n*words*\n</div>",
        "Words\n<p>*x*</p>",
        "<p>a</p> *words* <p>b</p>",
        "<p>a</p>\n*words*",
        "    <p>code</p>",
        "<details>\n<p>*x*</p>",
        "```\n\n<p>*x*</p>\n\n```",
    ],
)
def test_what_is_not_plain_html_for_sure_comes_out_as_markdown_makes_it(text: str) -> None:
    assert converted(text, aside=True) == converted(text, aside=False)


def test_mkdocs_is_given_the_step() -> None:
    config = MkDocsConfig()
    config.markdown_extensions = ["attr_list"]
    assert [type(one) for one in blocks.on_config(config).markdown_extensions] == [
        str,
        blocks.Blocks,
    ]
