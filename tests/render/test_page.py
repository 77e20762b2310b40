"""One page: what its template may print, its front matter, its links."""

from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from chronicle import language
from chronicle.render.page import TEMPLATES, Page, Pages, cited, environment
from tests import small
from tests.render.reading import front


def rendered(page: Page, template: str) -> str:
    """A page of a template given as text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment(), "loader", jinja2.DictLoader({page.template: template}))
        return Pages(small.archive(), language.load("en")).render(page)


def render(template: str, address: str = "events/x/", **context: Any) -> str:
    """What stands after the front matter."""
    return rendered(Page(address, "x", "T", "D", context), template).split("---\n\n", 1)[1]


@pytest.mark.parametrize(
    ("template", "context"),
    [
        ("{{ value }}", {"value": None}),
        ("{{ value }}", {}),
        ("{{ value.inner }}", {"value": {}}),
        ("{{ value.inner }}", {"value": small.archive()}),
        ("{{ value and 1 }}", {"value": None}),
        ("{% if value %}{% endif %}", {}),
        ("{{ t('no.such.key') }}", {}),
    ],
)
def test_a_template_that_prints_what_is_not_there_is_an_error(
    template: str, context: dict[str, Any]
) -> None:
    with pytest.raises((jinja2.UndefinedError, KeyError)):
        render(template, **context)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a <b> & {{ c }}", "a &#60;b&#62; &#38; &#123;&#123; c &#125;&#125;\n"),
        ("*a* [b](c)", "&#42;a&#42; &#91;b&#93;(c)\n"),
        ("two\n\nlines", "two lines\n"),
        (4000, "4,000\n"),
        (Markup("<b>x</b>"), "<b>x</b>\n"),
        ("نص", "نص\n"),
    ],
)
def test_what_a_template_prints_is_escaped_unless_it_is_markup(
    value: object, expected: str
) -> None:
    assert render("{{ value }}", value=value) == expected


def test_markup_made_of_texts_in_a_template_stays_escaped() -> None:
    assert render("{{ a ~ b }}", a=Markup("<b>"), b="<i>").strip() in {
        "<b>&lt;i&gt;",
        "<b>&#60;i&#62;",
    }


@pytest.mark.parametrize(
    "title", ["a: b", "- a", "a\n---\nb", "'", '"<b>', "{{ x }}", "# a", "نص: «x»", "null", "2019"]
)
def test_front_matter_holds_title_and_description_and_nothing_else(title: str) -> None:
    page = Page("", "x", title, f"{title} {title}", front={"former": True})
    text = rendered(page, "body")
    head = front(text)
    assert list(head) == ["title", "description", "former"]
    assert isinstance(head["title"], str)
    assert not set("<>\"'{}#\n") & set(head["title"].replace("&#", ""))
    assert text.endswith("---\n\nbody\n")


@pytest.mark.parametrize(
    ("address", "template", "expected"),
    [
        ("", "{{ href('event', 'x') }}", "events/x/"),
        ("events/x/", "{{ href('actor', 'y', 'role-party') }}", "../../actors/y/#role-party"),
        ("events/x/", "{{ href('sources', anchor='y') }}", "../../sources/#y"),
        ("timeline/", "{{ href('year', 2019) }}", "2019/"),
    ],
)
def test_links_are_relative_to_the_page(address: str, template: str, expected: str) -> None:
    assert render(template, address).strip() == expected


def test_a_link_to_an_unknown_kind_of_page_is_an_error() -> None:
    with pytest.raises(KeyError):
        render("{{ href('weather') }}")


def test_sources_are_cited_once_in_order_of_their_numbers() -> None:
    assert cited(["b", "a", "b"], {"a": 2, "b": 1}) == [(1, "b"), (2, "a")]


@pytest.mark.parametrize("template", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_no_template_holds_a_style_a_script_or_words_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    for barred in ("style=", "<script", "<style", "|safe", "| safe", "onclick", "{#-"):
        assert barred not in text
    words = jinja2.Environment(comment_start_string="{*", comment_end_string="*}")
    data = "".join(
        node.data
        for node in words.parse(text).find_all(jinja2.nodes.TemplateData)
        if not node.data.isspace()
    )
    assert not _letters_between_tags(data), _letters_between_tags(data)


def _letters_between_tags(data: str) -> str:
    """What a reader would see of a template's own text, without tags and Markdown's heading ids."""
    shown, inside = [], False
    for char in data:
        if char in "<{":
            inside = True
        elif char in ">}":
            inside = False
        elif not inside and char.isalpha():
            shown.append(char)
    return "".join(shown)
