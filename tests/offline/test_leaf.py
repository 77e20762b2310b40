"""One file of the site on its way to a disk: links, policy, explore's data, search."""

import pytest

from chronicle import language
from chronicle.address import LANGUAGES
from chronicle.export import columns
from chronicle.finish.policy import CHARSET, stamp
from chronicle.offline.leaf import adapt, belongs, led

SPEAKING = {code: language.load(code) for code in LANGUAGES}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../", "../index.html"),
        ("../../events/x/", "../../events/x/index.html"),
        ("../x/#claims", "../x/index.html#claims"),
        ("explore/?q=a", "explore/index.html?q=a"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("", ""),
        ("#here", "#here"),
        ("?q=a", "?q=a"),
        ("../assets/css/site.css", "../assets/css/site.css"),
        ("../x.yml", "../x.yml"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_names_its_page(address: str, expected: str) -> None:
    assert led(address) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", True),
        ("ar/events/x/index.html", True),
        ("data/events.csv", True),
        ("pagefind/pagefind.js", False),
        ("404.html", False),
        ("sitemap.xml", False),
        (".nojekyll", False),
    ],
)
def test_what_needs_a_server_is_left_out(path: str, expected: bool) -> None:
    assert belongs(path) is expected


def adapted(path: str, text: str, **files: bytes) -> str:
    return adapt(path, text.encode(), files, SPEAKING).decode()


def test_a_page_may_use_the_files_beside_it() -> None:
    page = adapted("x/index.html", stamp(f"{CHARSET}<script>one()</script>"))
    assert "script-src 'self' file: 'sha256-" in page
    assert "default-src 'none'; " in page
    assert "http" not in page.partition("<script>")[0].replace("http-equiv", "")


def test_forms_and_drawings_are_led_like_links() -> None:
    text = '<svg><a href="../places/x/"></a></svg><form action="../search/">'
    assert adapted("x/index.html", text) == (
        '<svg><a href="../places/x/index.html"></a></svg><form action="../search/index.html">'
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_data_of_explore_stands_in_its_page_and_cannot_end_its_element(code: str) -> None:
    text = '<div data-explore-app data-events="../events/"></div>'
    text += '<script type="application/json" id="explore-words">{}</script>'
    files = {columns.path(code): b'{"title": ["</script><b>&"]}\n'}
    page = adapt(f"{LANGUAGES[code]}explore/index.html", text.encode(), files, SPEAKING).decode()
    assert 'data-leaf="index.html"' in page
    assert (
        '<script type="application/json" id="explore-columns">'
        '{"title": ["\\u003c/script>\\u003cb>\\u0026"]}</script>'
        '<script type="application/json" id="explore-words">'
    ) in page


FORM = '<form class="search" role="search" action="{}" data-search{}><input name="q"></form>'


def test_words_that_are_searched_lead_to_explore_and_no_index_is_asked_for() -> None:
    form = FORM.format("../../search/", "")
    script = '<script defer src="../../assets/js/search.js"></script>'
    assert adapted("events/x/index.html", script + form) == (
        '<form class="search" role="search" action="../../explore/index.html">'
        '<input name="q"></form>'
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_of_the_search_says_where_else_to_look(code: str) -> None:
    page = f"{LANGUAGES[code]}search/index.html"
    text = adapted(page, "<h1>x</h1>" + FORM.format("./", '="page"'))
    assert 'action="../explore/index.html"' in text
    assert 'href="../explore/index.html"' in text
    up = "../../" if code == "ar" else "../"
    assert f'href="{up}text/{code}.html"' in text


def test_what_is_no_page_of_the_site_stays_as_it_is() -> None:
    text = '<a href="../x/">'
    for path in ("text/en.html", "data/x.csv", "assets/js/site.js"):
        assert adapted(path, text) == text
