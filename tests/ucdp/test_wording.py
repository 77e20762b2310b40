"""What a record says about a row, in both languages."""

from datetime import date
from pathlib import Path

import pytest

from chronicle import dates
from chronicle.checks.texts import figures
from chronicle.ucdp import wording
from chronicle.ucdp.wording import Name
from tests.ucdp import invented

SIDES: tuple[Name, Name] = ({"en": "Guard", "ar": "الحرس"}, {"en": "Council", "ar": "المجلس"})
NAMELESS: tuple[Name, Name] = ({}, {})


@pytest.mark.parametrize(
    ("changes", "sides", "event", "expected"),
    [
        (
            {},
            SIDES,
            None,
            "UCDP's best estimate is 25, between a low one of 20 and a high one of 40. "
            "Parts of the best estimate: Guard 21, Council 4.",
        ),
        (
            {"low": "25", "high": "25", "deaths_a": "0", "deaths_civilians": "21"},
            NAMELESS,
            "1901-03-02",
            "UCDP gives 25 as its low, best and high estimate. "
            "Parts of the best estimate: second side 4, civilians 21.",
        ),
        (
            {"deaths_a": "1"},
            SIDES,
            None,
            "UCDP's best estimate is 25, between a low one of 20 and a high one of 40.",
        ),
        (
            {"low": "0", "best": "0", "deaths_a": "0", "deaths_b": "0"},
            SIDES,
            None,
            "UCDP's best estimate is 0, between a low one of 0 and a high one of 40.",
        ),
    ],
)
def test_a_note_names_the_best_estimate_and_its_parts(
    tmp_path: Path,
    changes: dict[str, str],
    sides: tuple[Name, Name],
    event: str | None,
    expected: str,
) -> None:
    row = invented.row(tmp_path, **changes)
    span = dates.span(event) if event else None
    assert wording.note(invented.languages()["en"], row, sides, span) == expected


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("1901-03-01/1901-03-06", ""),
        ("1901-03-02", "UCDP's entry covers more days than this event: 1 to 6 March 1901."),
        ("1901-03", "UCDP's entry covers only a part of these days: 1 to 6 March 1901."),
        ("1901-03-07", "UCDP gives another date: 1 to 6 March 1901."),
        ("1901-02-28/1901-03-02", "UCDP gives another date: 1 to 6 March 1901."),
    ],
)
def test_a_note_says_where_row_and_event_are_of_other_days(
    tmp_path: Path, event: str, sentence: str
) -> None:
    row = invented.row(tmp_path, date_start="1901-03-01", date_end="1901-03-06", date_prec="2")
    note = wording.note(invented.languages()["en"], row, SIDES, dates.span(event))
    assert note.endswith(sentence or "Council 4.")


def test_a_note_says_how_coarse_the_row_is_and_names_other_rows(tmp_path: Path) -> None:
    row = invented.row(tmp_path, where_prec="4", event_clarity="2")
    same = invented.row(tmp_path, id="8", low="25", high="25")
    other = invented.row(tmp_path, id="9")
    few = wording.note(invented.languages()["en"], row, SIDES, None, [same, other])
    assert few.endswith(
        "UCDP gives its place no closer than this: governorate. "
        "UCDP marks it as reported in summary form only. "
        "Other entries of UCDP on the same event, not added up: "
        "8, 2 March 1901: 25; 9, 2 March 1901: 25 (20 to 40)."
    )
    many = wording.note(invented.languages()["en"], row, SIDES, None, [other] * 4)
    assert many.endswith("not added up: 9, 9, 9, 9.")


def test_both_languages_hold_the_same_figures(tmp_path: Path) -> None:
    row = invented.row(
        tmp_path, where_prec="3", event_clarity="2", deaths_a="13", deaths_unknown="8"
    )
    note = wording.both(
        invented.languages(),
        lambda words: wording.note(words, row, SIDES, dates.span("1901-03-05"), [row]),
    )
    assert figures(note["en"]) == figures(note["ar"]) > {13}
    source = wording.both(
        invented.languages(), lambda words: wording.source(words, "652.1601.1911", row)
    )
    assert figures(source["en"]) == figures(source["ar"])


def test_the_source_is_named_as_the_dataset_asks_to_be_cited(tmp_path: Path) -> None:
    row = invented.row(tmp_path, id="281723")
    english = wording.source(invented.languages()["en"], "24.1", row)
    for part in ("Sundberg and Melander 2013", "release 24.1", "281723", "CC BY 4.0"):
        assert part in english


def test_a_text_without_an_arabic_name_is_pending() -> None:
    text = wording.both(invented.languages(), lambda words: words.code, {"en": "x"})
    assert text == {"en": "en", "translation": "pending"}


@pytest.mark.parametrize(
    ("first", "last", "when", "expected", "within"),
    [
        ("1901-03-02", "1901-03-02", "1", "1901-03-02", False),
        ("1901-03-02", "1901-03-04", "2", "1901-03-02/1901-03-04", True),
        ("1901-02-01", "1901-02-28", "4", "1901-02", False),
        ("1901-02-01", "1901-02-27", "4", "1901-02-01/1901-02-27", True),
        ("1901-01-01", "1901-12-31", "5", "1901", False),
        ("1901-12-30", "1902-01-02", "3", "1901-12-30/1902-01-02", True),
    ],
)
def test_the_days_of_a_row_are_written_as_sharply_as_they_are(
    tmp_path: Path, first: str, last: str, when: str, expected: str, within: bool
) -> None:
    span = wording.span(invented.row(tmp_path, date_start=first, date_end=last, date_prec=when))
    assert (str(span), span.within) == (expected, within)
    assert (span.first, span.last) == (date.fromisoformat(first), date.fromisoformat(last))
