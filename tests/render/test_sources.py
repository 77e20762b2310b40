"""The sources page: who was read, how often, and how often others rely on them."""

import re

from tests import small
from tests.render.reading import rendered, words
from tests.small import claim, source

ARCHIVE = small.archive(
    {
        "a": small.event(
            claims=[claim("union-office")],
            sources={
                "a": source("paper", relies_on=["monitor"], archived_url="https://copy.example/a"),
                "b": source("paper", language="ar"),
                "c": source("wire", relies_on=["monitor", "crown"]),
            },
        ),
    }
)


def rows() -> dict[str, str]:
    """Publisher -> what its row says."""
    page = rendered(ARCHIVE, "sources")
    return {
        id: words("---\n---\n" + row)
        for id, row in re.findall(r'<li id="(?:publisher-)?([\w-]+)">(.*)</li>', page)
    }


def test_only_publishers_that_were_read_named_or_quoted_are_listed() -> None:
    assert sorted(rows()) == ["monitor", "paper", "union-office", "wire"]


def test_a_row_counts_sources_copies_and_who_relies_on_it() -> None:
    assert "2 sources" in rows()["paper"]
    assert "1 archived" in rows()["paper"]
    assert "1 source" in rows()["wire"]
    assert "relied on 2 times" in rows()["monitor"]
    assert "Named as origin only" in rows()["monitor"]
    assert "speaks for The Union" in rows()["union-office"]


def test_the_lead_counts_only_publishers_whose_pages_were_read() -> None:
    assert "2 publishers whose pages were read" in words(rendered(ARCHIVE, "sources"))


def test_languages_stand_by_number_of_sources() -> None:
    page = words(rendered(ARCHIVE, "sources"))
    assert page.endswith("English 2 Arabic 1")
