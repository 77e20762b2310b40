"""Atom feeds: readable by a feed reader, with addresses that last, newest first."""

from typing import Any

import feedparser
import pytest

from chronicle import language
from chronicle.export import feeds
from tests import small, toy
from tests.building import SITE_URL
from tests.export import real
from tests.export.real import ARCHIVES

SITE = "https://a.example/below/"
KINDS = {"new": "{}", "changes": "changes/{}", "corrections": "corrections/{}"}


def read(name: str, path: str) -> Any:
    """A feed as feedparser reads it, without a fault."""
    parsed = feedparser.parse(real.files(name)[f"feeds/{path}.xml"])
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def made(events: Any, code: str = "en") -> dict[str, Any]:
    archive = small.archive(events)
    files = feeds.files(archive, language.load(code), SITE)
    return {path: feedparser.parse(data) for path, data in files}


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_feed_is_one_that_a_reader_can_follow(name: str) -> None:
    site = toy.SITE_URL if name == "toy" else SITE_URL
    paths = [path for path in real.files(name) if path.startswith("feeds/")]
    assert len(paths) == 2 * (3 + len(real.archive(name).shown_campaigns))
    for path in paths:
        parsed = read(name, path.removeprefix("feeds/").removesuffix(".xml"))
        assert parsed.feed.id == site + path
        links = {link.rel: link.href for link in parsed.feed.links}
        assert links["self"] == site + path
        assert links["alternate"].startswith(site)
        assert parsed.feed.title
        assert parsed.feed.author
        ids = [entry.id for entry in parsed.entries]
        assert len(set(ids)) == len(ids) <= feeds.NEWEST
        assert all(entry.updated_parsed and entry.link in entry.id for entry in parsed.entries)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("new", 7),
        ("changes", 1),
        ("corrections", 1),
    ],
)
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_feeds_of_the_toy_archive_hold_what_happened_to_it(
    kind: str, code: str, expected: int
) -> None:
    parsed = read("toy", KINDS[kind].format(code))
    assert len(parsed.entries) == expected
    assert parsed.feed.language == code


def test_a_correction_is_told_in_words_and_leads_to_its_place_in_the_page() -> None:
    (entry,) = read("toy", "corrections/ar").entries
    assert entry.summary == "كان اليوم مذكوراً على أنه 3 آذار/مارس."
    assert entry.id == entry.link + "#correction-1"
    assert entry.updated == "2026-01-20T00:00:00Z"


def test_a_campaign_has_a_feed_of_its_own_events() -> None:
    parsed = read("toy", "campaigns/salt-road-dispute/en")
    assert parsed.feed.title == "Syria Chronicle: Dispute over the salt road"
    assert len(parsed.entries) == len(real.archive("toy").by_campaign["salt-road-dispute"])


def test_the_newest_come_first_and_old_ones_leave_the_feed() -> None:
    events = {
        f"2019-01-{day:02}-{month}": small.event(
            date=f"2019-01-{day:02}", published=f"2020-0{month}-01"
        )
        for day in range(1, 31)
        for month in (1, 2)
    }
    found = made(events)["feeds/en.xml"].entries
    assert len(found) == feeds.NEWEST
    assert [entry.published[:7] for entry in found] == ["2020-02"] * 30 + ["2020-01"] * 20
    assert found[0].link == f"{SITE}events/2019-01-30-2/"


def test_a_feed_of_changes_goes_by_the_day_of_the_change() -> None:
    corrected = [{"on": "2020-03-01", "what": small.text()}]
    found = made(
        {
            "2019-01-01-a": small.event(published="2020-01-01", corrections=corrected),
            "2019-01-02-b": small.event(published="2020-02-01"),
        }
    )
    assert [entry.link[-2] for entry in found["feeds/en.xml"].entries] == ["b", "a"]
    (changed,) = found["feeds/changes/en.xml"].entries
    assert (changed.published[:10], changed.updated[:10]) == ("2020-01-01", "2020-03-01")
    assert found["feeds/changes/en.xml"].feed.updated[:10] == "2020-03-01"


def test_an_empty_feed_is_a_feed_too() -> None:
    empty = made(small.event(published="2020-01-01"))["feeds/corrections/en.xml"]
    assert empty.entries == []
    assert empty.feed.updated == "2020-01-01T00:00:00Z"


def test_signs_of_xml_in_a_text_stay_text() -> None:
    title = small.text('Talks & "<b>" at the hill', "محادثات <ب>")
    (entry,) = made(small.event(title=title))["feeds/en.xml"].entries
    assert entry.title_detail.value == 'Talks & "<b>" at the hill'


def test_a_site_without_a_public_address_has_no_feeds() -> None:
    assert list(feeds.files(toy.archive(), language.load("en"), "")) == []
    assert not [path for path in toy.exports("") if path.startswith("feeds/")]


def test_an_archive_without_events_has_no_feeds() -> None:
    assert made({}) == {}
