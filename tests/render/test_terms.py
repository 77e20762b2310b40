"""Event types and definitions."""

import re

from chronicle import language, vocabulary
from chronicle.render import pages
from chronicle.render.terms import TABLES
from tests import small
from tests.render.reading import rendered

ARCHIVE = small.archive(small.event())


def test_every_type_is_defined_and_those_that_occur_have_a_page() -> None:
    page = rendered(ARCHIVE, "types")
    assert tuple(re.findall(r'id="type-([\w-]+)"', page)) == vocabulary.EVENT_TYPES
    assert re.findall(r'href="([\w-]+)/">', page) == ["ground-attack"]
    found = [path for path in pages(ARCHIVE, language.load("en")) if path.startswith("types/")]
    assert found == ["types/index.md", "types/ground-attack.md"]


def test_every_code_has_a_definition_with_an_anchor() -> None:
    page = rendered(ARCHIVE, "definitions")
    for _, table, codes in TABLES:
        for code in codes:
            assert f'id="{table.replace("_", "-")}-{code}"' in page
    for kind in vocabulary.PLACE_KINDS:
        assert f'id="place-kind-{kind}"' in page


def test_a_radius_stands_beside_the_kind_of_place_that_has_one() -> None:
    page = rendered(ARCHIVE, "definitions")
    rows = dict(re.findall(r'id="place-kind-(\w+)">.*?<small>(.*?)</small>', page))
    assert rows["site"].endswith("0.2 km")
    assert rows["country"] == "not drawn"
    assert len(rows) == len(vocabulary.PLACE_KINDS)
