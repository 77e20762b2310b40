"""Escaping: no text of a record opens anything on a page, under any Markdown extension in use."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from chronicle.escape import escape

ROOT = Path(__file__).parents[1]

# MkDocs adds the first three by itself; the others stand in mkdocs.yml.
IN_USE = ["toc", "tables", "fenced_code"]
COMMON = [
    "abbr",
    "admonition",
    "attr_list",
    "codehilite",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "nl2br",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
    "wikilinks",
]
# Not smartsymbols: it rewrites plain words (1st, 1/2), and turns none of them into a link or page.
PYMDOWN = [
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    *(
        f"pymdownx.{name}"
        for name in (
            "arithmatex",
            "betterem",
            "blocks.admonition",
            "blocks.definition",
            "blocks.details",
            "blocks.html",
            "blocks.tab",
            "caret",
            "critic",
            "details",
            "emoji",
            "escapeall",
            "fancylists",
            "inlinehilite",
            "keys",
            "magiclink",
            "mark",
            "progressbar",
            "quotes",
            "saneheaders",
            "snippets",
            "superfences",
            "tabbed",
            "tasklist",
            "tilde",
        )
    ),
]
SETS = ["in use", "common", "pymdown"]

# How a text can stand in a page: `{}` is where it goes.
CONTEXTS = {
    "paragraph": "Before.\n\n{}\n\nAfter.\n",
    "line of a paragraph": "Before,\n{}\nafter.\n",
    "list item": "- {}\n- other\n",
    "numbered item": "1. {}\n2. other\n",
    "quotation": "> {}\n",
    "heading": "## {}\n\nAfter.\n",
    "heading with an id": "## {} {{#fixed}}\n\nAfter.\n",
    "table cell": "| a | b |\n|---|---|\n| {} | x |\n",
    "HTML block": '<div class="x">\n<p>{}</p>\n</div>\n',
    "first of an HTML block": "<dl>\n<dt>{}</dt>\n<dd>x</dd>\n</dl>\n",
    "link in a line": 'Before <a href="x">{}</a> after.\n',
    "attribute of a block": '<p title="{}">x</p>\n',
    "attribute in a line": 'Before <span title="{}">x</span> after.\n',
}

TRICKS = [
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "<script>alert(1)</script>",
    "<!-- ",
    "--> ",
    "<![CDATA[",
    "<?php",
    '" onmouseover="x',
    "' style='x",
    "&amp;",
    "&#60;b&#62;",
    "&copy",
    "[x](https://a.example)",
    "[x][y]",
    "[^1]",
    "[^1]: x",
    "[TOC]",
    "[[wiki]]",
    "*[HTML]: x",
    "[x]: https://a.example",
    "![x](y.png)",
    "<https://a.example>",
    "https://a.example/b",
    "HTTP://a.example",
    "ftp://a.example",
    "www.a.example",
    "Www.a.example",
    "mailto:x@a.example",
    "x@a.example",
    "@user",
    "user/project#12",
    ":smile:",
    ":+1:",
    ":flag-sy:",
    "**x**",
    "__x__",
    "~~x~~",
    "==x==",
    "^^x^^",
    "++ctrl++",
    "{--x--}",
    "{++x++}",
    "{: .x #y onclick=z}",
    "{ .x }",
    "$x$",
    "\\(x\\)",
    "`x`",
    "``` python",
    "~~~",
    "--",
    "---",
    "...",
    "<<x>>",
    "- - -",
    "===",
    "- x",
    "* x",
    "+ x",
    "1. x",
    "12) x",
    "a. x",
    "(iv) x",
    "#. x",
    ": x",
    ":   x",
    "> x",
    "# x",
    "!!! note",
    "??? note",
    "???+ note",
    '=== "Tab"',
    "/// note",
    "///",
    "--8<-- 'x.md'",
    "- [ ] x",
    "[=50% x]",
    "| a | b |",
    "|---|---|",
    "title: x",
    "    x",
    "x\n\ny",
    "x  \ny",
    "see www.a.example and WWW.a.example",
    "x :smile: :+1: :flag-sy: y",
    "x -- y --- z ... a",
    "«x»",
    "نص: 1. x",
    "2019-03-03",
    "1:30",
    "wzxhzdk:0",
    "klzzwxh:0001",
]

# What `source` lets through: rule 14 bars controls, format and private characters.
characters = st.characters(exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"])
texts = (
    st.lists(st.sampled_from([*TRICKS, " ", "word"]) | st.text(characters, max_size=8), max_size=6)
    .map("".join)
    .filter(str.strip)
)


def collapsed(text: str) -> str:
    return " ".join(text.split())


@cache
def engine(name: str) -> Markdown:
    """A Markdown engine with that set of extensions."""
    settings = yaml.safe_load((ROOT / "mkdocs.ar.yml").read_text(encoding="utf-8"))
    assert "markdown_extensions" not in settings, "the Arabic site adds extensions; add them here"
    english = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    listed = yaml.safe_load(english)["markdown_extensions"]
    sets = {"in use": [*IN_USE, *listed], "common": COMMON, "pymdown": PYMDOWN}
    return Markdown(extensions=sets[name])


def parsed(html: str) -> Element:
    root: Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return root


def shape(root: Element) -> list[tuple[str, dict[str, str]]]:
    """Every tag with its attributes; ids are left out, because a heading's is made of its text."""
    return [
        (str(element.tag), {k: v for k, v in element.attrib.items() if k != "id"})
        for element in root.iter()
    ]


def visible(root: Element) -> str:
    return collapsed("".join(root.itertext()))


def page(extensions: str, context: str, text: str) -> Element:
    """The HTML of a page that holds an escaped text in one context."""
    return parsed(engine(extensions).reset().convert(CONTEXTS[context].format(escape(text))))


def is_harmless(extensions: str, context: str, text: str) -> None:
    """Hold the page with a text against the same page with a word in its place."""
    found, word = page(extensions, context, text), page(extensions, context, "Word")
    said = collapsed(text)
    expected = [
        (tag, {k: said if v == "Word" else v for k, v in attributes.items()})
        for tag, attributes in shape(word)
    ]
    assert shape(found) == expected
    assert visible(found) == visible(word).replace("Word", said)


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("extensions", SETS)
def test_every_trick_shows_as_it_is_written(extensions: str, context: str) -> None:
    for text in TRICKS:
        is_harmless(extensions, context, text)


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("extensions", SETS)
@settings(deadline=None, max_examples=40)
@given(text=texts)
@example(text="1. [x](y) {: onclick=z} <b>&lt;")
def test_any_text_shows_as_it_is_written(extensions: str, context: str, text: str) -> None:
    is_harmless(extensions, context, text)


@pytest.mark.parametrize(
    ("trick", "context"),
    [
        ("<b>x</b>", "paragraph"),
        ("&copy;", "paragraph"),
        ('" onclick="x', "attribute of a block"),
        ("1. x", "paragraph"),
        ("https://a.example", "paragraph"),
        (":smile:", "paragraph"),
        ("/// note\n///", "paragraph"),
    ],
)
def test_the_comparison_itself_sees_what_an_unescaped_text_opens(trick: str, context: str) -> None:
    raw = parsed(engine("pymdown").reset().convert(CONTEXTS[context].format(trick)))
    word = page("pymdown", context, "Word")
    said = visible(word).replace("Word", collapsed(trick))
    assert (shape(raw), visible(raw)) != (shape(word), said)


@given(text=texts)
@settings(deadline=None)
def test_an_escaped_text_is_one_line_and_holds_no_sign_that_html_reads(text: str) -> None:
    escaped = escape(text)
    assert escaped == collapsed(escaped)
    assert not re.search(r"[<>\"'`*_\[\]{}|\\$@!^~=+%]", escaped)
    assert not re.search(r"&(?!#\d+;)|(?<!&)#", escaped)
    assert html5lib.parseFragment(escaped, treebuilder="etree").text == collapsed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attack at al-Masasna, north Hama", "Attack at al-Masasna, north Hama"),
        ("at 1:30 (about) 50/60; why?", "at 1:30 (about) 50/60; why?"),
        ("هجوم في «حماة»، 1:30", "هجوم في «حماة»، 1:30"),
        ("2019-03-03", "2019-03-03"),
        ("  a \n b\u00a0c ", "a b c"),
        ("a < b & c", "a &#60; b &#38; c"),
        ("", ""),
    ],
)
def test_plain_words_stay_readable(text: str, expected: str) -> None:
    assert escape(text) == expected


WORD = "Placeholderword"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """(text, HTML) of pages with that text as title, description and body, in the real theme."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "mkdocs.yml").write_text(
        f"site_name: x\nplugins: []\ntheme: {{name: material, font: false, "
        f"custom_dir: {ROOT / 'theme'}}}\nextra: {{contact: ''}}\nrepo_url: ''\n"
        "markdown_extensions: [attr_list]\n",
        encoding="utf-8",
    )
    shown = [WORD, *TRICKS]
    (root / "docs").mkdir()
    for number, text in enumerate(shown):
        front = yaml.safe_dump(
            {"title": escape(text), "description": escape(text), "template": "event.html"},
            allow_unicode=True,
            width=10**6,
        )
        body = f"# {escape(text)}\n\n{escape(text)}\n"
        (root / f"docs/p{number:03}.md").write_text(f"---\n{front}---\n\n{body}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"],
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [
        (text, (root / f"site/p{number:03}/index.html").read_text(encoding="utf-8"))
        for number, text in enumerate(shown)
    ]


def article(html: str) -> tuple[Element, Element]:
    """The <head> and <article> of a page."""
    document = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    head, body = document.find("head"), document.find(".//article")
    assert head is not None
    assert body is not None
    return head, body


def named(head: Element) -> tuple[str, str]:
    """The title, without the site's name, and the description of a page."""
    title = head.findtext("title") or ""
    metas = [meta for meta in head.iter("meta") if meta.get("name") == "description"]
    return collapsed(title).removesuffix(" - x"), " ".join(m.get("content", "") for m in metas)


@pytest.mark.slow
def test_a_title_and_a_description_open_nothing_in_the_theme(built: list[tuple[str, str]]) -> None:
    word_head, word_article = article(built[0][1])
    assert named(word_head) == (WORD, WORD)
    for text, html in built[1:]:
        head, body = article(html)
        said = collapsed(text)
        assert named(head) == (said, said)
        assert [(e.tag, sorted(e.keys())) for e in head.iter()] == [
            (e.tag, sorted(e.keys())) for e in word_head.iter()
        ], text
        assert [(e.tag, sorted(e.keys())) for e in body.iter()] == [
            (e.tag, sorted(e.keys())) for e in word_article.iter()
        ], text
        assert visible(body) == visible(word_article).replace(WORD, said)
