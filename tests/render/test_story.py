"""A campaign's story: nothing invented, nothing added up, everything with grading and source."""

import html
import re
from typing import Any

import pytest

from chronicle import language
from chronicle.archive import Archive
from chronicle.render.story import lasted, told
from tests import small
from tests.render import reading
from tests.render.reading import part, rendered
from tests.small import claim

TWO = {"a": small.source("paper"), "b": small.source("wire")}
FAIR = {"sources": TWO, "grading": "fair"}
CONTESTED: dict[str, Any] = {
    "grading": "contested",
    "disputed": [{**small.text("Who did it"), "sources": ["a"], "contests": "responsibility"}],
}


def statement(en: str, *sources: str) -> dict[str, Any]:
    return {**small.text(en), "sources": list(sources)}


def archive(**events: dict[str, Any]) -> Archive:
    return small.archive(
        {id: small.event(part_of=["spring"], **changes) for id, changes in events.items()}
    )


def page(some: Archive, code: str = "en") -> str:
    return rendered(some, "campaign", "spring", code)


def words(text: str) -> str:
    """What a part of a page says, as a reader sees it."""
    said = html.unescape(reading.words(f"---\n---\n{text}"))
    return re.sub(r" +(?=[+),.:])|(?<=[(]) +", "", said)


def test_the_events_follow_one_another_with_date_place_sentence_and_source() -> None:
    some = archive(
        b={"date": "2019-03-04", "account": [statement("Then this.", "b")], **FAIR},
        a={
            "date": "2019-03-03",
            "account": [statement("First that.", "a"), statement("More.", "a")],
        },
    )
    said = words(part(page(some), "events"))
    assert said.index("First that.") < said.index("Then this.")
    assert "More." not in said
    for each in ("3 March 2019 The hill, Hama", "Source: The Paper", "Fair"):
        assert each in said, each


def test_a_sentence_leads_to_the_source_of_its_event() -> None:
    some = archive(a={"account": [statement("That.", "b")], **FAIR})
    (anchor,) = re.findall(r'events/a/#(source-[\w-]+)"', page(some))
    assert f'id="{anchor}"' in rendered(some, "event", "a")


def test_two_sources_of_one_publisher_are_named_once() -> None:
    sources = {"a": small.source("paper"), "b": small.source("paper")}
    some = archive(a={"account": [statement("That.", "a", "b")], "sources": sources})
    assert len(re.findall(r"#source-", page(some))) == 1


def test_what_went_before_does_not_open_an_event() -> None:
    sources = {
        "a": small.source(background=True, published="2018-01-01"),
        "b": small.source("wire"),
    }
    account = [statement("Long ago.", "a"), statement("On the day.", "a", "b")]
    some = archive(a={"account": account, "sources": sources}, b={"account": account[:1]})
    openings = {s.dated.id: s.opening.en for s in told(some, some.live).years[0][1]}
    assert openings == {"a": "On the day.", "b": "Long ago."}


def test_years_are_headings_where_there_are_several() -> None:
    one = archive(a={"date": "2019-03-03"}, b={"date": "2019-03-04"})
    two = archive(a={"date": "2019-03-03"}, b={"date": "2020-03-04"})
    assert "events-year" not in page(one)
    assert re.findall(r'id="events-(\d+)"', page(two)) == ["2019", "2020"]


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        (["2019-03-03", "2019-03-05"], "3 to 5 March 2019"),
        (["2019-03-01/2019-06-01", "2019-03-05"], "1 March to 1 June 2019"),
        (["2013", "2014-02~"], "2013 to about February 2014"),
    ],
)
def test_the_story_lasts_from_the_first_day_to_the_last_as_exactly_as_they_are_known(
    dates: list[str], written: str
) -> None:
    some = archive(**{f"e{n}": {"date": date} for n, date in enumerate(dates)})
    assert language.load("en").date(lasted(some.live)) == written


def test_known_figures_stand_as_ranges_event_by_event_and_are_never_added_up() -> None:
    claims = [claim("monitor", 16), claim("crown", {"min": 40})]
    some = archive(
        a={"claims": claims, **FAIR},
        b={"claims": [claim("monitor", 5)], "date": "2019-03-04", **FAIR},
        c={"claims": [claim("monitor", 777)], "sources": TWO, **CONTESTED},
        d={"claims": [claim("monitor", 888)]},
        e=FAIR,
    )
    known = words(part(page(some), "known"))
    assert "Graded “Confirmed” or “Fair”: 3 events of 5." in known
    assert "Killed: combatants: 16 to 40+ (2 claimants)" in known
    assert "Killed: combatants: 5 (one claimant)" in known
    for hidden in ("777", "888", "45", "21"):
        assert hidden not in known, hidden
    assert "777" in part(page(some), "disputed")


def test_a_campaign_without_known_figures_says_so() -> None:
    assert "No figure is claimed in them." in part(page(archive(a=FAIR)), "known")


def test_every_dispute_stands_under_its_event_and_contested_events_say_why() -> None:
    contested_role = {"actor": "crown", "role": "attacker", "attribution": "disputed"}
    some = archive(
        a={"disputed": [statement("How many.", "a"), statement("When.", "a")]},
        b=CONTESTED,
        c={"actors": [{**contested_role, "sources": ["a"]}], "grading": "contested"},
        d={},
    )
    disputed = part(page(some), "disputed")
    assert re.findall(r"<p><b><a href=\"[./]*events/(\w)/", disputed) == ["a", "b", "c"]
    for said in (
        "How many.",
        "When.",
        "Who did it is disputed.",
        "Contested Who did it is disputed.",
    ):
        assert said in words(disputed), said
    assert len(re.findall(r"events/a/#disputed", disputed)) == 2


def test_a_campaign_without_disputes_says_so() -> None:
    assert "The records name nothing that is disputed." in page(archive(a={}))
    assert 'href="#disputed"' not in page(archive(a={}))


def test_who_took_part_stands_by_role_and_acts_of_force_by_whose_word() -> None:
    def attack(attribution: str) -> dict[str, Any]:
        one = {"actor": "rebels", "role": "attacker", "attribution": attribution, "sources": ["a"]}
        return {"actors": [one, {"actor": "crown", "role": "target", "sources": ["a"]}]}

    some = archive(a=attack("claimed"), b=attack("alleged"), c=attack("alleged"))
    (attacker, (rebels,)), (target, (crown,)) = told(some, some.live).roles
    assert (attacker, rebels.actor, rebels.events) == ("attacker", "rebels", 3)
    assert rebels.attributions == (("claimed", 1), ("alleged", 2))
    assert (target, crown.actor, crown.attributions) == ("target", "crown", ())
    said = words(part(page(some), "actors"))
    assert "3 events, by its own account: 1, according to the sources: 2" in said


def test_an_arabic_story_has_arabic_words_around_it() -> None:
    said = words(page(archive(a={"claims": [claim()], **FAIR}, b=CONTESTED), "ar"))
    assert "ما هو معروف" in said
    assert not re.search(r"\b(Source|Graded|Killed|claimants?)\b", said)
