"""Pages of events: sources by line, numbers, relations, and what gone records leave behind."""

import re
from typing import Any

import pytest

from chronicle import language
from chronicle.archive import Archive
from chronicle.render import last_changes
from chronicle.render.events import heed, source_groups
from tests import small
from tests.render.reading import front, part, rendered, words
from tests.small import ID, claim, source

GONE = {"on": "2020-02-01", "reason": small.text("It was wrong", "كان خطأ")}


def groups(**changes: Any) -> list[tuple[list[str], list[str]]]:
    archive = small.archive(small.event(**changes))
    return [
        ([line.id for line in group.lines], [id for id, _ in group.sources])
        for group in source_groups(archive.events[ID], archive)
    ]


def related(**others: list[dict[str, Any]]) -> Archive:
    """Events a, b, ... with their relations, a day after each other."""
    return small.archive(
        {
            id: small.event(date=f"2019-03-0{day}", related=rows)
            for day, (id, rows) in enumerate(others.items(), 1)
        }
    )


def numbers(text: str) -> dict[str, int]:
    """Source -> its number in the list of sources."""
    lists = re.findall(r'<ol start="(\d+)">(.*?)</ol>', text, re.DOTALL)
    return {
        id: number
        for start, rows in lists
        for number, id in enumerate(re.findall(r'<li id="source-([\w-]+)"', rows), int(start))
    }


def context(text: str) -> list[str]:
    """What the events around a record are to it."""
    return re.findall(r"<li><span[^>]*>([^<]+)</span> <a", part(text, "context"))


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"a": source("paper"), "b": source("wire")}, [(["paper"], ["a"]), (["wire"], ["b"])]),
        (
            {
                "a": source("paper", relies_on=["monitor"]),
                "b": source("wire"),
                "c": source("monitor"),
            },
            [(["monitor"], ["a", "c"]), (["wire"], ["b"])],
        ),
        (
            {"a": source("mirror"), "b": source("coded"), "c": source("paper")},
            [(["paper"], ["c"]), ([], ["a", "b"])],
        ),
        (
            {"a": source("paper", relies_on=["rebels", "crown"]), "b": source("wire")},
            [(["wire"], ["b"]), (["crown", "rebels"], ["a"])],
        ),
        (
            {"a": source("crown-agency"), "b": source("guard-channel")},
            [(["crown"], ["a", "b"])],
        ),
    ],
)
def test_sources_that_go_back_to_the_same_lines_stand_together(
    sources: dict[str, Any], expected: list[tuple[list[str], list[str]]]
) -> None:
    assert groups(sources=sources) == expected


def test_groups_stand_in_the_order_in_which_the_account_uses_them() -> None:
    sources = {"a": source("paper"), "b": source("wire"), "c": source("monitor")}
    account = [{**small.text(), "sources": ["c"]}, {**small.text(), "sources": ["a"]}]
    assert [ids for _, ids in groups(sources=sources, account=account)] == [["c"], ["a"], ["b"]]


def test_sources_are_numbered_in_the_order_in_which_they_stand() -> None:
    sources = {
        "a": source("paper", relies_on=["monitor"]),
        "b": source("mirror"),
        "c": source("monitor"),
        "d": source("wire"),
    }
    account = [{**small.text(), "sources": ["b", "d", "a"]}]
    text = rendered(small.archive(small.event(sources=sources, account=account)), "event", ID)
    assert numbers(text) == {"d": 1, "a": 2, "c": 3, "b": 4}
    assert re.findall(r'href="#source-(\w)"[^>]*>\[(\d)\]<', part(text, "account")) == [
        ("d", "1"),
        ("a", "2"),
        ("b", "4"),
    ]


def test_a_reference_is_apart_from_the_sentence_when_copied() -> None:
    text = part(rendered(small.archive(small.event()), "event", ID), "account")
    assert '&#160;<span class="refs"><a href="#source-a">[1]</a>' in text


def told(**changes: Any) -> list[str]:
    return heed(small.archive(small.event(**changes)).events[ID])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"claims": [claim(who="children")]}, ["children"]),
        ({"claims": [claim(who="children", harm="died")]}, ["children"]),
        ({"claims": [claim(who="children", harm="injured")]}, []),
        ({"claims": [claim(who="children", count=0)]}, []),
        ({"claims": [claim(who="civilians")]}, []),
        ({"type": "killing-of-civilians"}, ["killing"]),
        ({"type": "killing-of-civilians", "claims": [claim(who="children")]}, ["both"]),
        ({"sources": {"a": source(graphic=True)}}, ["images"]),
        (
            {"sources": {"a": source(graphic=True)}, "type": "killing-of-civilians"},
            ["killing", "images"],
        ),
    ],
)
def test_a_reader_is_told_before_an_account_that_is_hard_to_bear(
    changes: dict[str, Any], expected: list[str]
) -> None:
    assert told(**changes) == expected
    page = rendered(small.archive(small.event(**changes)), "event", ID)
    before = part(page, "account").partition("<ol")[0]
    english = language.load("en")
    assert words("---\n---\n" + before) == " ".join(
        english.text(f"event.heed.{code}") for code in expected
    )


def test_the_header_of_a_row_of_claims_is_the_claimant_alone() -> None:
    row = claim(note=small.text("A long note", "ملاحظة طويلة"), as_of="2019-03-03")
    page = rendered(small.archive(small.event(claims=[row])), "event", ID)
    (header,) = re.findall(r'<th scope="row">(.*?)</th>', part(page, "claims"), re.DOTALL)
    assert words("---\n---\n" + header) == "The Monitor"
    assert "A long note" in part(page, "claims")


def test_every_statement_carries_links_to_its_sources() -> None:
    text = rendered(small.archive(small.event()), "event", ID)
    assert 'href="#source-a"' in part(text, "account")
    assert 'id="source-a"' in part(text, "sources")


@pytest.mark.parametrize(
    ("attribution", "by", "said"),
    [
        ("claimed", [], "by its own account"),
        ("confirmed", [], "confirmed by fact-finders"),
        ("alleged", [], "according to the sources"),
        ("alleged", ["monitor", "crown"], "according to The Monitor and The Crown"),
        ("disputed", ["crown"], "according to The Crown; disputed"),
        ("unknown", ["crown"], "not known; named by The Crown"),
    ],
)
def test_a_role_says_how_it_is_known(attribution: str, by: list[str], said: str) -> None:
    row = {"actor": "rebels", "role": "attacker", "attribution": attribution, "by": by}
    archive = small.archive(small.event(actors=[{**row, "sources": ["a"]}]))
    assert said in words("---\n---\n" + part(rendered(archive, "event", ID), "actors"))


def test_a_record_says_why_it_is_graded_so_and_that_editors_keep_it_lower() -> None:
    sources = {"a": source("paper"), "b": source("wire")}
    text = rendered(small.archive(small.event(sources=sources)), "event", ID)
    assert "2 independent lines behind 2 sources" in text
    assert "The sources would support a higher grading: Fair." in text
    plain = rendered(small.archive(small.event()), "event", ID)
    assert "higher grading" not in plain


def test_an_address_that_is_not_encrypted_is_marked_and_a_missing_one_too() -> None:
    sources = {
        "a": source(url="http://paper.example/a"),
        "b": source(url="https://paper.example/b", archived_url="https://copy.example/b"),
        "c": source(graphic=True),
    }
    text = rendered(small.archive(small.event(sources=sources)), "event", ID)
    rows = dict(re.findall(r'<li id="source-(\w)"(.*?)</li>', text, re.DOTALL))
    assert ["not encrypted" in rows[id] for id in "abc"] == [True, False, False]
    assert ["no address" in rows[id] for id in "abc"] == [False, False, True]
    assert ["Shows dead" in rows[id] for id in "abc"] == [False, False, True]
    assert rows["b"].count('rel="noopener noreferrer"') == 2


@pytest.mark.parametrize(
    ("stated", "seen_from_b"),
    [
        ("before", "After it"),
        ("after", "Before it"),
        ("same-operation", "Same operation"),
        ("contradicts", "Contradicts"),
        ("response-to", None),
        ("part-of", None),
    ],
)
def test_a_relation_is_seen_from_its_other_end_where_that_says_the_same(
    stated: str, seen_from_b: str | None
) -> None:
    rows = [{"event": "b", "relation": stated, "sources": ["a"]}]
    text = rendered(related(a=rows, b=[]), "event", "b")
    kinds = context(text)
    assert (seen_from_b in kinds) == bool(seen_from_b)
    assert len(kinds) == 1, "the neighbour and the relation are one event"


def test_a_relation_that_both_ends_state_stands_once() -> None:
    archive = related(
        a=[{"event": "b", "relation": "after"}], b=[{"event": "a", "relation": "before"}]
    )
    text = rendered(archive, "event", "b")
    assert context(text) == ["Before it"]


def test_gone_events_are_no_neighbours_and_no_relations() -> None:
    events = {
        "a": small.event(title=small.text("Gone one", "ذهب"), withdrawn=GONE),
        "b": small.event(related=[{"event": "a", "relation": "before"}]),
    }
    assert "Gone one" not in rendered(small.archive(events), "event", "b")


def test_a_withdrawn_record_keeps_a_page_that_says_so_and_nothing_else() -> None:
    events = {ID: small.event(withdrawn=GONE, claims=[small.claim(count=777)])}
    text = rendered(small.archive(events), "event", ID)
    assert front(text)["former"] is True
    assert words(text) == (
        f"# Withdrawn: {ID} This record was withdrawn on 1 February 2020 "
        "and is not shown any more. Reason: It was wrong"
    )


def test_a_merged_record_leads_to_the_one_that_tells_of_it() -> None:
    events = {
        ID: small.event(merged={**GONE, "into": "b"}),
        "b": small.event(title=small.text("The other one", "الآخر")),
    }
    text = rendered(small.archive(events), "event", ID)
    assert front(text)["former"] is True
    assert f"# Merged: {ID}" in text
    assert "On 1 February 2020 this record was merged" in text
    assert '<a href="../b/">Go to the record: The other one</a>' in text


def test_a_former_id_has_a_page_that_leads_on() -> None:
    text = rendered(small.archive(small.event(former_ids=["2019-mound"])), "event", "2019-mound")
    assert front(text)["former"] is True
    assert "Renamed: 2019-mound" in text
    assert f'<a href="../{ID}/">Go to the record: An attack on the hill</a>' in text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2020-01-01"),
        ({"corrections": [{"on": "2020-03-01", "what": small.text()}]}, "2020-03-01"),
        (
            {
                "corrections": [
                    {"on": "2020-03-01", "what": small.text()},
                    {"on": "2020-02-01", "what": small.text()},
                ]
            },
            "2020-03-01",
        ),
        ({"withdrawn": GONE}, "2020-02-01"),
        ({"merged": {**GONE, "into": ID}}, "2020-02-01"),
    ],
)
def test_a_pages_last_change_is_its_records_latest_day(
    changes: dict[str, Any], expected: str
) -> None:
    archive = small.archive(small.event(**changes))
    assert last_changes(archive) == {f"events/{ID}/": expected}


def test_the_description_says_when_where_and_what_in_the_pages_language() -> None:
    archive = small.archive(small.event())
    assert front(rendered(archive, "event", ID))["description"] == (
        "3 March 2019. The hill, Hama. Ground attack."
    )
    arabic = front(rendered(archive, "event", ID, "ar"))["description"]
    assert arabic.startswith("3 آذار/مارس 2019. ")


def test_the_first_publication_and_every_correction_stand_in_the_history() -> None:
    corrections = [{"on": "2020-03-01", "what": small.text("A date was wrong", "تاريخ")}]
    text = rendered(small.archive(small.event(corrections=corrections)), "event", ID)
    history = words("---\n---\n" + part(text, "history"))
    assert "First published on 1 January 2020." in history
    assert "Corrected on 1 March 2020. A date was wrong" in history
    assert "No corrections" not in history


def test_a_count_may_be_known_by_its_month_only() -> None:
    archive = small.archive(small.event(claims=[small.claim(as_of="2019-03")]))
    assert "count of March 2019" in words(rendered(archive, "event", small.ID))


def test_a_group_that_counts_other_things_only_has_no_range_at_the_head() -> None:
    part_of_it = small.claim(scope="part", note=small.text())
    text = rendered(small.archive(small.event(claims=[part_of_it])), "event", ID)
    assert "no count of the whole event</a>" in text
    assert "Counts only a part of this event" in part(text, "claims")


@pytest.mark.parametrize(
    ("contests", "said"),
    [
        (["responsibility"], "Who did it is disputed, not whether it happened."),
        (["occurrence"], "Whether it happened is disputed."),
        (["occurrence", "responsibility"], "Both whether it happened and who did it"),
    ],
)
def test_a_contested_event_says_what_is_contested(contests: list[str], said: str) -> None:
    disputed = [{**small.text(), "sources": ["a"], "contests": one} for one in contests]
    event = small.event(disputed=disputed, grading="contested")
    text = rendered(small.archive(event), "event", ID)
    assert said in text.partition("{#account}")[0]
    assert said in part(text, "why")
