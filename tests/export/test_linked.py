"""JSON-LD: read by a processor with a context of our own, and harmless inside a page."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from chronicle import language
from chronicle.export import linked
from tests import small, toy
from tests.export import real

SCHEMA = "https://schema.org/"
CONTEXT = {
    "@vocab": SCHEMA,
    "license": {"@type": "@id"},
    "url": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
}
"""As much of schema.org's context as the pages use; the real one is on another host."""


def expanded(tree: dict[str, Any]) -> dict[str, Any]:
    """The one node that a processor finds, by full names."""

    def load(address: str, _: object) -> dict[str, Any]:
        assert address == linked.CONTEXT
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}}

    (node,) = jsonld.expand(tree, {"documentLoader": load})
    found: dict[str, Any] = node
    return found


def value(node: dict[str, Any], *path: str) -> Any:
    """The first value along a path of properties."""
    for name in path:
        node = node[SCHEMA + name][0]
    return node.get("@value", node.get("@id"))


def event(tree: dict[str, Any], **registries: Any) -> dict[str, Any]:
    archive = small.archive(tree, **registries)
    return expanded(linked.event(archive, archive.live[0], language.load("en")))


def test_an_event_has_its_place_its_campaign_and_the_claims_about_it() -> None:
    node = event(
        small.event(
            date="2019-03-03/2019-03-05",
            part_of=["spring"],
            claims=[
                small.claim(count=3),
                small.claim(count={"min": 5}),
                small.claim("guard", {"max": 2}, side="rebels"),
            ],
        )
    )
    assert node["@type"] == [SCHEMA + "Event"]
    assert value(node, "name") == "An attack on the hill"
    assert (value(node, "startDate"), value(node, "endDate")) == ("2019-03-03", "2019-03-05")
    assert value(node, "location", "name") == "The hill"
    assert value(node, "superEvent", "name") == "Spring"
    claims = node[SCHEMA + "subjectOf"]
    assert [(value(one, "author"), value(one, "text")) for one in claims] == [
        ("The Monitor", "Killed, combatants: 3, 5+"),
        ("The Guard", "Killed, The Rebels: up to 2"),
    ]
    assert {kind for one in claims for kind in one["@type"]} == {SCHEMA + "Claim"}


def test_a_place_has_its_point_where_it_has_one() -> None:
    tree = event(small.event(), places={"hill": small.place(lat=35.25, lon=36.5, basis="x")})
    assert value(tree, "location", "latitude") == 35.25
    assert value(tree, "location", "longitude") == 36.5
    assert SCHEMA + "latitude" not in event(small.event())[SCHEMA + "location"][0]


def test_every_event_of_the_archive_can_be_read_in_both_languages() -> None:
    archive = real.archive("real")
    for code in ("en", "ar"):
        words = language.load(code)
        for dated in archive.live:
            node = expanded(linked.event(archive, dated, words))
            assert value(node, "name") == dated.event.title.shown(code)
            authors = {value(one, "author") for one in node.get(SCHEMA + "subjectOf", [])}
            outer = {claim.by for claim in dated.event.claims if claim.of_the_event}
            assert len(authors) == len(outer), dated.id


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2014-05~", ("2014-05", None)), ("2014~/2015-02~", ("2014", "2015-02"))],
)
def test_a_date_loses_the_sign_that_iso_8601_does_not_know(
    date: str, expected: tuple[str, str | None]
) -> None:
    archive = small.archive(small.event(date=date))
    tree = linked.event(archive, archive.live[0], language.load("en"))
    assert (tree["startDate"], tree.get("endDate")) == expected


def test_the_dataset_names_every_download_with_its_kind_and_licence() -> None:
    downloads = {"data/x.zip": "application/zip", "data/events.csv": "text/csv"}
    words = language.load("en")
    node = expanded(linked.dataset(toy.archive(), words, "https://a.example/", downloads))
    assert node["@type"] == [SCHEMA + "Dataset"]
    assert value(node, "license") == "https://creativecommons.org/licenses/by/4.0/"
    assert value(node, "temporalCoverage") == "1901-01-01/1903-02-01"
    assert value(node, "description").startswith("A selection of 7 events")
    found = {
        value(one, "contentUrl"): value(one, "encodingFormat")
        for one in node[SCHEMA + "distribution"]
    }
    assert found == {f"https://a.example/{path}": kind for path, kind in downloads.items()}


def test_no_address_is_made_up_where_the_site_has_none() -> None:
    text = json.dumps(linked.dataset(toy.archive(), language.load("en"), "", {"a": "text/csv"}))
    assert "contentUrl" not in text
    assert '"url"' not in text


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(codec="utf-8"))))
def test_a_script_holds_no_sign_that_could_end_it_and_loses_nothing(tree: dict[str, str]) -> None:
    text = linked.script(tree)
    assert not set("<>&") & set(text)
    assert "\n" not in text
    assert json.loads(text) == tree


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&lt;/script&gt;", "</SCRIPT "])
def test_a_text_that_would_end_the_script_stays_text(text: str) -> None:
    assert "<" not in linked.script({"name": text})
    assert json.loads(linked.script({"name": text})) == {"name": text}
