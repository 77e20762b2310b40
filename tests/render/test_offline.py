"""The page about reading offline."""

from chronicle.address import LANGUAGES
from tests.render.reading import rendered, words
from tests.small import archive, event
from tests.test_golden import rendered as golden


def test_each_text_edition_is_offered_with_its_size_from_both_languages() -> None:
    for code in LANGUAGES:
        page = golden(code)["offline/index.md"]
        up = "../../" if code == "ar" else "../"
        for other in LANGUAGES:
            assert f'<a href="{up}text/{other}.html" hreflang="{other}">' in page
    assert "MB" in words(golden("en")["offline/index.md"])


def test_what_is_not_there_is_not_offered() -> None:
    assert "text/" not in rendered(archive(event()), "offline")
