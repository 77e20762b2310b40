"""The archive shows its own gaps: corrections and missing translations."""

import re
from typing import Any

import pytest

from chronicle.model import Text
from chronicle.render.gaps import texts
from tests import small
from tests.render.reading import rendered, words

PENDING = {"en": "Only English", "translation": "pending"}
WAITING = {"ar": "بالعربية وحدها", "translation": "pending"}
SMALL = {"paper": small.publisher("newspaper")}
GONE = {"on": "2020-02-01", "reason": small.text()}


@pytest.mark.parametrize(
    ("changes", "registries"),
    [
        ({"title": PENDING}, {}),
        ({"account": [{**PENDING, "sources": ["a"]}]}, {}),
        ({"claims": [small.claim(note=PENDING)]}, {}),
        ({"sources": {"a": small.source(note=PENDING)}}, {}),
        ({"corrections": [{"on": "2020-02-01", "what": PENDING}]}, {}),
        (
            {"actors": [{"actor": "x", "role": "target", "sources": ["a"]}]},
            {"actors": {"x": small.actor("state", description=PENDING)}, "publishers": SMALL},
        ),
        ({}, {"places": {"hill": small.place(name=PENDING)}}),
        (
            {"part_of": ["x"]},
            {"campaigns": {"x": {"name": small.text(), "dates": "2019", "summary": PENDING}}},
        ),
    ],
)
def test_every_pending_text_is_listed_with_the_page_it_stands_on(
    changes: dict[str, Any], registries: dict[str, Any]
) -> None:
    archive = small.archive(small.event(**changes), **registries)
    for code, missing in (("en", "Arabic"), ("ar", "العربية")):
        page = rendered(archive, "translations", code=code)
        rows = re.findall(r"<li>.*</li>", page)
        assert len(rows) == 1
        assert "Only English" in rows[0]
        assert missing in rows[0]
        assert re.search(r'href="\.\./(events|actors|places|campaigns)/[\w-]+/"', rows[0])


def test_a_pending_text_says_which_language_is_missing() -> None:
    page = rendered(small.archive(small.event(title=WAITING)), "translations")
    assert "missing: English" in words(page)


def test_an_archive_without_gaps_says_so() -> None:
    archive = small.archive(small.event())
    assert "Nothing is missing." in rendered(archive, "translations")
    assert "No record has been corrected so far." in rendered(archive, "corrections")


def test_a_gone_record_waits_for_no_translation() -> None:
    archive = small.archive(small.event(title=PENDING, withdrawn=GONE))
    assert "Only English" not in rendered(archive, "translations")


def test_corrections_stand_with_their_events_the_latest_first() -> None:
    def corrected(*days: str) -> dict[str, Any]:
        rows = [{"on": day, "what": small.text(f"Of {day}")} for day in days]
        return small.event(corrections=rows)

    archive = small.archive(
        {"a": corrected("2020-02-01", "2020-04-01"), "b": corrected("2020-03-01")}
    )
    page = rendered(archive, "corrections")
    assert re.findall(r"Of ([\d-]+)", page) == ["2020-04-01", "2020-03-01", "2020-02-01"]
    assert re.findall(r'events/(\w)/"', page) == ["a", "b", "a"]


def test_texts_are_found_at_every_depth() -> None:
    event = small.archive(
        small.event(
            disputed=[{**small.text("Deep"), "sources": ["a"]}],
            sources={"a": small.source(note=small.text("Deeper"))},
        )
    ).events[small.ID]
    found = [text.en for text in texts(event)]
    assert {"Deep", "Deeper", "An attack on the hill"} <= set(found)
    assert all(isinstance(text, Text) for text in texts(event))
