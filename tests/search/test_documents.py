"""What the index is made of: which pages, which tokens at which weight, what a result shows."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from chronicle import language, search
from chronicle.address import LANGUAGES
from chronicle.search import prose
from chronicle.search.synonyms import FILE, groups, with_synonyms
from chronicle.tokens import words
from tests import small

LANGUAGES_LOADED = {code: language.load(code) for code in LANGUAGES}
PLACES = {
    "hill": small.place(
        name=small.text("Deir al-Tall", "دير التل"), aliases=["Dayr at-Tell", "Monastery Hill"]
    )
}
ACTORS = {
    **small.ACTORS,
    "crown": small.actor(
        "state",
        name=small.text("The Crown", "التاج"),
        short=small.text("TC", "التاج"),
        aliases=["Krona"],
        names=[small.text("Old Crown", "التاج القديم")],
    ),
}
EVENT = small.event(
    title=small.text("Shells on the hill", "قذائف على التل"),
    date="2019-03-03",
    actors=[{"actor": "crown", "role": "target", "sources": ["a"]}],
    part_of=["spring"],
    account=[{**small.text("On 4 March bread ran out.", "نفد الخبز في 4 آذار."), "sources": ["a"]}],
    sources={"a": small.source(title="Zwieback headline")},
)


def documents(**changes: object) -> dict[str, str]:
    event = {**EVENT, **changes}
    archive = small.archive(event, places=PLACES, actors=ACTORS)
    return {
        path: document
        for code in LANGUAGES_LOADED
        for path, document in search.documents(archive, LANGUAGES_LOADED, code).items()
    }


def weights(document: str) -> dict[str, float]:
    """Token -> the highest weight that it has in a document."""
    found: dict[str, float] = {}
    for weight, text in re.findall(r'<p data-pagefind-weight="([\d.]+)">([^<]*)</p>', document):
        for token in text.split():
            found[token] = max(found.get(token, 0), float(weight))
    return found


def shown(document: str) -> dict[str, str]:
    """What a result shows."""
    pattern = r'<meta data-pagefind-meta="(\w+)\[content\]" content="([^"]*)">'
    return {name: unescape(value) for name, value in re.findall(pattern, document)}


def test_events_places_actors_and_campaigns_are_found_in_both_languages_and_no_list_is() -> None:
    paths = documents()
    pages = [f"events/{small.ID}/", "places/hill/", "actors/crown/", "campaigns/spring/"]
    assert {*pages, *(f"ar/{page}" for page in pages)} <= set(paths)
    assert all(re.fullmatch(r"(ar/)?(events|places|actors|campaigns)/[\w-]+/", p) for p in paths)


def test_a_withdrawn_event_is_not_found() -> None:
    gone = documents(withdrawn={"on": "2020-02-01", "reason": small.text()})
    assert not [path for path in gone if "events/" in path]


@pytest.mark.parametrize("path", [f"events/{small.ID}/", f"ar/events/{small.ID}/"])
def test_an_event_is_found_by_every_name_of_its_place_and_actors_in_either_script(
    path: str,
) -> None:
    found = weights(documents()[path])
    place = ["deir", "tall", "deiraltall", "deirtall", "dayr", "tell", "دير", "التل", "ديرالتل"]
    actor = ["crown", "tc", "krona", "old", "تاج", "قديم"]
    around = ["hama", "حماه", "spring", "ربيع"]
    missing = [token for token in [*place, *actor, *around] if token not in found]
    assert missing == []


def test_title_place_and_day_weigh_more_than_names_those_more_than_the_account_then_sources() -> (
    None
):
    found = weights(documents()[f"events/{small.ID}/"])
    order = ["shells", "dayr", "krona", "bread", "zwieback"]
    assert sorted(order, key=lambda token: -found[token]) == order
    assert len({found[token] for token in order}) == len(order)
    assert found["20190303"] == found["201903"] == found["2019"] == found["dayr"]
    assert found["bread"] == found["0304"] == found["march"]


def test_a_result_shows_title_date_place_kind_and_the_account_as_it_is_written() -> None:
    assert shown(documents()[f"ar/events/{small.ID}/"]) == {
        "title": "قذائف على التل",
        "date": "3 آذار/مارس 2019",
        "place": "دير التل",
        "kind": "هجوم بري",
        "text": "نفد الخبز في 4 آذار.",
    }


def test_words_of_a_record_cannot_leave_their_place_in_a_document() -> None:
    hostile = '"><script>x</script>'
    document = documents(title=small.text(f"A {hostile} b", "عنوان"))[f"events/{small.ID}/"]
    assert "<script" not in document
    assert shown(document)["title"] == f"A {hostile} b"


def test_a_word_with_a_letter_joined_to_it_is_found_without_it_too() -> None:
    account = [{**small.text("Words.", "جاء من حلب وإدلب وبحمص."), "sources": ["a"]}]
    found = weights(documents(account=account)[f"ar/events/{small.ID}/"])
    assert {"وادلب", "ادلب", "وبحمص", "بحمص"} <= set(found)


def test_whoever_asks_for_the_only_word_of_a_name_gets_its_page_first() -> None:
    document = documents()["actors/crown/"]
    assert re.findall(r'weight="8">([^<]*)<', document)[1] == "tc"


def test_a_hand_written_page_is_read_from_its_article_only() -> None:
    page = (
        "<header><p>Menu</p></header><article><h1>Limits</h1><p>Four <b>dead</b> &amp; more</p>"
        "<ul><li>one</li></ul></article><footer><p>Foot</p></footer>"
    )
    document = prose.document("about/limits/", "en", page)
    assert shown(document) == {"title": "Limits", "text": "Four dead & more ¶ one"}
    assert set(weights(document)) == {"limits", "four", "dead", "more", "one"}


def test_a_broken_plural_and_its_singular_stand_for_each_other() -> None:
    for one, other in [("هجوم", "هجمات"), ("غاره", "غارات"), ("قتيل", "قتلي")]:
        assert other in with_synonyms([one])
        assert one in with_synonyms([other])
    assert with_synonyms(["hama"]) == ["hama"]


def test_the_list_of_synonyms_holds_single_words_each_once_a_line() -> None:
    lines = yaml.safe_load(Path(FILE).read_text(encoding="utf-8"))
    for line in lines:
        assert len(words(line)) == len(line.split()) > 1, line
    assert all(token in group for token, group in groups().items())
