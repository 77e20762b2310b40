"""Links, assets, anchors and foreign hosts of finished pages."""

import pytest

from chronicle.finish.links import NOT_FOUND, Links
from chronicle.problem import Problem

SITE = "https://example.org/chronicle/"
FILES = (
    "index.html",
    "events/x/index.html",
    "ar/events/x/index.html",
    "assets/site.css",
    "events/x.yml",
    NOT_FOUND,
)
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGE = "events/x/index.html"


def faults(html: str, page: str = PAGE, site: str = SITE) -> list[str]:
    links = Links(FILES, site)
    links.look(page, POLICY + html)
    return [problem.message for problem in links.problems()]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../">x</a>',
        '<a href="../..">x</a>',
        '<a href=".">x</a>',
        '<a href="">x</a>',
        '<a href="#here">x</a><p id="here">',
        "<a href='../../ar/events/x/?a=b'>x</a>",
        "<a href=../x.yml>x</a>",
        '<a href="&#46;&#46;/x.yml">x</a>',
        '<a href="../%78.yml">x</a>',
        '<a href="#%D8%B3">x</a><p id="س">',
        '<link rel="canonical" href="https://example.org/chronicle/events/x/">',
        '<a href="https://example.com/?a&amp;b" rel="noopener noreferrer">x</a>',
        '<a rel="external noreferrer noopener" href="http://example.com/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<img src="data:image/gif;base64,R0lGOD" alt="">',
        '<meta property="og:image" content="https://example.org/chronicle/assets/site.css">',
        '<meta property="og:title" content="https://example.com/">',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#here"/><g id="here"/></svg>',
        '<!-- <img src="https://example.com/a.png"> -->',
        '<script type="application/json">{"a": "<img src=https://example.com/ style=x>"}</script>',
        '<code>style="a" onclick="b"</code>',
        '<p title="a > b" class="style= x">x</p>',
    ],
)
def test_a_good_page_has_no_fault(html: str) -> None:
    assert faults(html) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../y/">x</a>', "link to /events/y/ leads nowhere"),
        ('<a href="../../events/x">x</a>', "link to /events/x leads nowhere"),
        ('<a href="../../../">x</a>', "link to ../../../ leads nowhere"),
        ('<a href="..//x/">x</a>', "link to ..//x/ leads nowhere"),
        ('<link rel="stylesheet" href="../../assets/no.css">', "link to /assets/no.css leads"),
        ('<img src="a.png">', "link to /events/x/a.png leads nowhere"),
        ('<a href="https://example.org/chronicle/no/">x</a>', "link to /no/ leads nowhere"),
        ('<a href="#no">x</a>', "link to /events/x/#no: the page has no such anchor"),
        ('<a href="/events/x/">x</a>', "link to /events/x/: only relative"),
        ('<a href="//example.com/">x</a>', "link to //example.com/: only relative"),
        ('<a href="javascript:alert(1)">x</a>', "link to javascript:alert(1): only relative"),
        ('<a href="JAVA&#115;cript:x">x</a>', "link to JAVAscript:x: only relative"),
        ('<a href="java&#9;script:x">x</a>', "link to java\tscript:x: only relative"),
        ('<a href="data:text/html,x">x</a>', "link to data:text/html,x: only relative"),
        ('<a href="https://example.com/">x</a>', "link to https://example.com/ lacks rel="),
        ('<a rel="noopener" href="https://e.com/">x</a>', "link to https://e.com/ lacks rel="),
        ('<img src="https://e.com/a.png">', "https://e.com/a.png is loaded from another host"),
        ('<img srcset="//e.com/a.png 2x">', "//e.com/a.png is loaded from another host"),
        ('<script src="https://e.com/a.js"></script>', "https://e.com/a.js is loaded from"),
        ('<link rel="preconnect" href="https://e.com">', "https://e.com is loaded from"),
        ('<form action="https://e.com/">', "https://e.com/ is loaded from another host"),
        ('<svg><image xlink:href="https://e.com/a"/></svg>', "https://e.com/a is loaded from"),
        ('<video poster="https://e.com/a"></video>', "https://e.com/a is loaded from"),
        ('<img src="data:text/html,x">', "data:text/html,x is loaded from another host"),
        ('<p style="color: red">', "style= on <p>"),
        ("<td STYLE=x>", "style= on <td>"),
        ('<p onclick="x()">', "onclick= on <p>"),
        ("<body\nonload=x()>", "onload= on <body>"),
        ("<iframe></iframe>", "<iframe> is not allowed in a page"),
        ("<style>p {}</style>", "<style> is not allowed in a page"),
        ('<base href="../">', "<base> is not allowed in a page"),
        ('<meta http-equiv="refresh" content="0">', "<meta http-equiv=refresh> is not allowed"),
        ('<a ping="../../" href="../../">x</a>', "ping= on <a>"),
        ('<p id="a"><p id="a">', "the id a stands more than once in the page"),
    ],
)
def test_a_fault_is_named_as_it_stands_in_the_page(html: str, expected: str) -> None:
    messages = faults(html)
    assert any(message.startswith(expected) for message in messages), messages


@pytest.mark.parametrize(
    ("site", "address", "good"),
    [
        (SITE, "/chronicle/events/x/", True),
        (SITE, "/chronicle/no/", False),
        (SITE, "/events/x/", False),
        ("", "/events/x/", True),
        ("", "//events/x/", False),
    ],
)
def test_only_the_page_for_unknown_addresses_uses_full_paths(
    site: str, address: str, good: bool
) -> None:
    assert (faults(f'<a href="{address}">x</a>', NOT_FOUND, site) == []) is good
    assert faults(f'<a href="{address}">x</a>', PAGE, site) != []


def test_a_page_without_a_policy_is_a_fault() -> None:
    links = Links(FILES, SITE)
    links.look(PAGE, "<p>x</p>")
    assert links.problems()[0].message.startswith("no content security policy")


def test_an_anchor_is_looked_for_on_the_page_it_is_on_whichever_is_read_first() -> None:
    links = Links(FILES, SITE)
    links.look("index.html", POLICY + '<a href="events/x/#claim">x</a><a href="events/x/#no">x</a>')
    links.look(PAGE, POLICY + '<p id="claim">')
    expected = "link to /events/x/#no: the page has no such anchor"
    assert links.problems() == [Problem("index.html", 0, "", expected)]


def test_what_two_have_looked_at_is_one_verdict() -> None:
    links, other = Links(FILES, SITE), Links(FILES, SITE)
    links.look("index.html", POLICY + '<a href="events/x/#claim">x</a><a href="events/x/#no">x</a>')
    other.look(PAGE, POLICY + '<p id="claim"><a href="../../#no">x</a>')
    links.take(other)
    assert {(problem.path, problem.message) for problem in links.problems()} == {
        ("index.html", "link to /events/x/#no: the page has no such anchor"),
        (PAGE, "link to /#no: the page has no such anchor"),
    }
    assert links.used == {"index.html", PAGE}


def test_the_same_fault_on_many_pages_is_told_once() -> None:
    links = Links(FILES, SITE)
    for page, up in (("index.html", ""), (PAGE, "../../"), ("ar/events/x/index.html", "../../../")):
        links.look(page, f'{POLICY}<a href="{up}gone/">x</a>')
    message = "link to /gone/ leads nowhere; an address of a folder ends in / (and on 2 more pages)"
    assert links.problems() == [Problem("ar/events/x/index.html", 0, "", message)]


@pytest.mark.parametrize(
    ("css", "needed", "fault"),
    [
        ("p { background: url(../assets/site.css) }", {"assets/site.css"}, ""),
        ("@import 'site.css';", {"assets/site.css"}, ""),
        ("p { mask: url(data:image/svg+xml;x) }", set(), ""),
        ("p { fill: url(#a) }", set(), ""),
        ("/* url(https://e.com/) */", set(), ""),
        ("p { src: url(no.woff2) }", set(), "link to /assets/no.woff2 leads nowhere"),
        ('@import "https://e.com/a.css";', set(), "https://e.com/a.css is loaded from"),
        ("p { background: url('//e.com/a') }", set(), "//e.com/a is loaded from"),
    ],
)
def test_style_sheets_may_need_only_files_of_the_site(
    css: str, needed: set[str], fault: str
) -> None:
    links = Links(FILES, SITE)
    assert links.look_at_styles("assets/other.css", css) == needed
    messages = [problem.message for problem in links.problems()]
    assert len(messages) == bool(fault)
    assert all(message.startswith(fault) for message in messages)


def test_what_pages_refer_to_is_remembered() -> None:
    links = Links(FILES, SITE)
    links.look(PAGE, POLICY + '<link rel="stylesheet" href="../../assets/site.css">')
    assert links.used == {"assets/site.css"}


def test_the_picture_of_previews_is_kept_and_must_be_there() -> None:
    links = Links(FILES, SITE)
    links.look(PAGE, f'{POLICY}<meta property="og:image" content="{SITE}assets/site.css">')
    assert links.used == {"assets/site.css"}
    assert faults(f'<meta property="og:image" content="{SITE}assets/none.png">') == [
        "link to /assets/none.png leads nowhere; an address of a folder ends in /"
    ]
    assert len(faults('<meta property="og:image" content="https://example.com/a.png">')) == 1
