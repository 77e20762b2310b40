"""The page of search leads on without a script."""

import re

import pytest

from chronicle.address import LANGUAGES
from tests import small
from tests.render.reading import rendered

WAYS = ["explore", "timeline", "places", "actors", "campaigns", "types", "sources"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_asks_its_own_address_and_names_every_way_to_the_events(code: str) -> None:
    page = rendered(small.archive(small.event()), "search", code=code)
    assert '<form class="search search-large" role="search" action="./" data-search="page">' in page
    links = re.findall(r'<li><a href="\.\./([^"]+)/">', page)
    assert links == [*WAYS, "timeline/2019"]
