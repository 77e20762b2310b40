"""The columns that the explore page loads say what the records say."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from chronicle import archive as archives
from chronicle import language, load
from chronicle.archive import Archive
from chronicle.export import columns
from tests import small

ROOT = Path(__file__).parents[2]
EPOCH = date.fromisoformat("2011-01-01")


@pytest.fixture(scope="module")
def real() -> Archive:
    return archives.build(load.read(ROOT))


def tree(archive: Archive, code: str = "en") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(columns.file(archive, language.load(code)))
    return read


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Put the columns together again, as a reader of the file would."""
    events = found["events"]
    day = EPOCH
    result = []
    for position in range(len(events["title"])):
        day += timedelta(days=events["first"][position])
        short = events["id"][position]
        place = events["place"][position]
        if short[0] == "~":
            short = found["places"]["id"][place] + short[1:]
        result.append(
            {
                "id": short[1:] if short[0] == "/" else f"{day.isoformat()}-{short}",
                "first": day,
                "last": day + timedelta(days=events["last"][position]),
                "place": found["places"]["id"][place],
                "type": found["types"]["id"][events["type"][position]],
                "grading": found["gradings"]["id"][events["grading"][position]],
                "actors": {found["actors"]["id"][one] for one in events["actors"][position]},
                "campaigns": [found["campaigns"]["id"][k] for k in events["campaigns"][position]],
                "languages": {found["languages"]["id"][k] for k in events["languages"][position]},
                "title": events["title"][position],
            }
        )
    return result


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_record_comes_back_from_the_columns(real: Archive, code: str) -> None:
    found = rows(tree(real, code))
    assert [row["id"] for row in found] == [dated.id for dated in real.live]
    for row, dated in zip(found, real.live, strict=True):
        event = dated.event
        assert row == {
            "id": dated.id,
            "first": event.date.first,
            "last": event.date.last,
            "place": event.place,
            "type": event.type,
            "grading": event.grading,
            "actors": {part.actor for part in event.actors},
            "campaigns": event.part_of,
            "languages": {source.language for source in event.sources.values()},
            "title": event.title.side(code),
        }


def test_an_event_counts_its_lines_sources_and_claims(real: Archive) -> None:
    found = tree(real)["events"]
    for position, dated in enumerate(real.live):
        event = dated.event
        assert found["sources"][position] == len(event.sources)
        assert found["claims"][position] == len(event.claims)
        assert found["lines"][position] == real.origins.independent(event, event.sources)


def test_a_date_that_is_not_one_known_day_comes_in_words() -> None:
    dates = {"a": "2019-03-03", "b": "2019-03", "c": "2019-03-03~", "d": "2019-03-03/2019-03-05"}
    archive = small.archive({id: small.event(date=day) for id, day in dates.items()})
    found = tree(archive)
    in_words = {rows(found)[int(position)]["id"]: text for position, text in found["dates"].items()}
    assert in_words == {
        "b": "March 2019",
        "c": "about 3 March 2019",
        "d": "3 to 5 March 2019",
    }


def test_an_id_that_names_its_place_after_the_day_is_written_shorter() -> None:
    ids = ("2019-03-03-a-town-market", "2019-03-03-market")
    archive = small.archive({id: small.event(date="2019-03-03") for id in ids})
    place = next(iter(archive.by_place))
    named = small.archive({f"2019-03-03-{place}-market": small.event(date="2019-03-03")})
    assert tree(named)["events"]["id"] == ["~-market"]
    assert sorted(tree(archive)["events"]["id"]) == ["a-town-market", "market"]


def test_an_id_whose_date_was_corrected_stands_whole() -> None:
    archive = small.archive({"2019-03-03-hill": small.event(date="2019-03-04")})
    assert tree(archive)["events"]["id"] == ["/2019-03-03-hill"]


def test_names_are_those_of_the_language_and_the_most_frequent_come_first(real: Archive) -> None:
    english, arabic = tree(real, "en"), tree(real, "ar")
    assert english["places"]["id"] == arabic["places"]["id"]
    first = english["places"]["id"][0]
    assert english["places"]["name"][0] == real.places[first].name.en
    assert arabic["places"]["name"][0] == real.places[first].name.ar
    assert len(real.by_place[first]) == max(len(events) for events in real.by_place.values())


def test_a_place_without_a_point_is_null_and_one_abroad_has_no_governorate(real: Archive) -> None:
    places = tree(real)["places"]
    for position, id in enumerate(places["id"]):
        place = real.places[id]
        assert (places["lat"][position], places["lon"][position]) == (place.lat, place.lon)
        assert (places["governorate"][position] < 0) == (place.governorate is None)


def test_the_same_archive_gives_the_same_bytes(real: Archive) -> None:
    again = archives.build(load.read(ROOT))
    english = language.load("en")
    assert columns.file(again, english) == columns.file(real, english)
