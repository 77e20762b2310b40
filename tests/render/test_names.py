"""Names and texts in the page's language, isolated where they are in another one."""

import re
from typing import Any

import pytest

from chronicle import language
from chronicle.escape import escape
from chronicle.model import Claim, Count, FormerName, Publisher, Source, Text
from chronicle.render import claims
from chronicle.render.names import Names, marked
from tests import small
from tests.small import claim

ACTORS = {
    **small.ACTORS,
    "front": small.actor(
        "non-state",
        name=small.text("The Front", "الجبهة"),
        short=small.text("TF", "ج"),
        names=[
            {"en": "The Camp", "ar": "المعسكر", "to": "2016-07"},
            {"en": "The Tent", "ar": "الخيمة", "from": "2016-08", "to": "2017-01-27"},
        ],
    ),
}
PLACES = {
    "hill": small.place(),
    "hama": small.place(name=small.text("Hama province", "محافظة حماة"), kind="governorate"),
    "town": small.place(name=small.text("Hama", "حماة"), kind="city"),
    "port": {"name": small.text("The port", "الميناء"), "kind": "outside", "country": "tr"},
}


def names(code: str, **publishers: Any) -> Names:
    archive = small.archive(
        small.event(),
        actors=ACTORS,
        places=PLACES,
        publishers={**small.PUBLISHERS, **publishers},
    )
    return Names(archive, language.load(code))


@pytest.mark.parametrize(
    ("name", "languages", "english", "arabic"),
    [
        (small.text("The Paper", "الورقة"), [], "The Paper", "الورقة"),
        ("SANA", ["en"], "SANA", '<bdi lang="en" dir="ltr">SANA</bdi>'),
        ("Le Monde", ["fr"], "Le Monde", '<bdi lang="fr" dir="ltr">Le Monde</bdi>'),
        ("Le Monde", ["ar", "fr"], "Le Monde", '<bdi lang="fr" dir="ltr">Le Monde</bdi>'),
        (
            "Cumhuriyet Günü",
            ["tr"],
            '<bdi lang="tr" dir="ltr">Cumhuriyet Günü</bdi>',
            '<bdi lang="tr" dir="ltr">Cumhuriyet Günü</bdi>',
        ),
        ("الوطن", ["ar"], '<bdi lang="ar" dir="rtl">الوطن</bdi>', "الوطن"),
        ("A<b>", ["en"], "A&#60;b&#62;", '<bdi lang="en" dir="ltr">A&#60;b&#62;</bdi>'),
    ],
)
def test_a_publisher_with_one_form_is_isolated_and_marked_with_its_language(
    name: Any, languages: list[str], english: str, arabic: str
) -> None:
    tree = small.publisher("newspaper", name=name, languages=languages)
    publisher = small.model(Publisher, tree)
    assert names("en").publisher(publisher) == english
    assert names("ar").publisher(publisher) == arabic


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012", "The Camp"),
        ("2016-07-31", "The Camp"),
        ("2016-08-01", "The Tent"),
        ("2017-01-27", "The Tent"),
        ("2017-01-28", "The Front"),
        ("2016-07-31/2016-09", "The Camp"),
        ("2019-03-03", "The Front"),
    ],
)
def test_an_actor_goes_by_the_name_that_it_carried_when_the_event_began(
    date: str, expected: str
) -> None:
    event = small.archive(small.event(date=date)).events[small.ID]
    assert names("en").actor_then("front", event) == expected


def test_an_actor_without_earlier_names_goes_by_its_name() -> None:
    event = small.archive(small.event()).events[small.ID]
    assert names("ar").actor_then("crown", event) == "التاج"


@pytest.mark.parametrize(
    ("changes", "english", "arabic"),
    [
        ({"to": "2016-07"}, "X (until July 2016)", "س (حتى تموز/يوليو 2016)"),
        ({"from": "2016-07-28"}, "X (from 28 July 2016)", "س (منذ 28 تموز/يوليو 2016)"),
        ({"from": "2016", "to": "2017"}, "X (2016 to 2017)", "س (من 2016 إلى 2017)"),
        ({}, "X", "س"),
    ],
)
def test_an_earlier_name_stands_with_the_time_of_its_use(
    changes: dict[str, str], english: str, arabic: str
) -> None:
    name = small.model(FormerName, {"en": "X", "ar": "س", **changes})
    assert names("en").former(name) == english
    assert names("ar").former(name) == arabic


@pytest.mark.parametrize(
    ("tree", "english", "arabic"),
    [
        (small.text("A <i>", "نص"), "A &#60;i&#62;", "نص"),
        ({"en": "A", "translation": "pending"}, "A", '<span lang="en" dir="ltr">A</span>'),
        ({"ar": "نص", "translation": "pending"}, '<span lang="ar" dir="rtl">نص</span>', "نص"),
    ],
)
def test_a_pending_text_stands_in_its_other_language_and_is_marked(
    tree: dict[str, str], english: str, arabic: str
) -> None:
    text = small.model(Text, tree)
    assert (names("en").text(text), names("ar").text(text)) == (english, arabic)


@pytest.mark.parametrize(
    ("changes", "english", "arabic"),
    [
        (
            {"title": "A headline", "language": "en"},
            "A headline",
            '<bdi lang="en" dir="ltr">A headline</bdi>',
        ),
        ({"title": "عنوان", "language": "ar"}, '<bdi lang="ar" dir="rtl">عنوان</bdi>', "عنوان"),
        (
            {"title": "عنوان", "language": "fa"},
            '<bdi lang="fa" dir="rtl">عنوان</bdi>',
            '<bdi lang="fa" dir="rtl">عنوان</bdi>',
        ),
        ({"title": None, "about": small.text("A report", "تقرير")}, "A report", "تقرير"),
    ],
)
def test_a_headline_stands_as_printed_and_what_it_is_about_in_the_pages_language(
    changes: dict[str, Any], english: str, arabic: str
) -> None:
    tree = {key: value for key, value in small.source(**changes).items() if value}
    source = small.model(Source, tree)
    assert (names("en").source(source), names("ar").source(source)) == (english, arabic)


@pytest.mark.parametrize(
    ("count", "approximate", "expected"),
    [
        (Count(min=21, max=21), False, "21"),
        (Count(min=4000, max=4000), False, "4,000"),
        (Count(min=40), False, '<bdi dir="ltr">40+</bdi>'),
        (Count(max=40), False, "up to 40"),
        (Count(min=16, max=21), False, "16 to 21"),
        (Count(min=20, max=20), True, "about 20"),
        (Count(min=40), True, 'about <bdi dir="ltr">40+</bdi>'),
        (Count(min=0, max=0), False, "0"),
    ],
)
def test_a_count_is_written_as_it_was_claimed(
    count: Count, approximate: bool, expected: str
) -> None:
    assert names("en").figure(count, approximate) == expected
    arabic = names("ar").figure(count, approximate)
    assert re.findall(r"[\d,]+\+?", arabic) == re.findall(r"[\d,]+\+?", expected)
    assert ("<bdi" in arabic) == ("<bdi" in expected)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([claim("monitor", 21)], "21"),
        ([claim("monitor", 16), claim("crown", 21)], "16 to 21"),
        ([claim("monitor", 16), claim("crown", {"min": 40})], '16 to <bdi dir="ltr">40+</bdi>'),
        ([claim("monitor", {"min": 40})], '<bdi dir="ltr">40+</bdi>'),
        ([claim("monitor", 40), claim("crown", {"min": 40})], '<bdi dir="ltr">40+</bdi>'),
        ([claim("monitor", {"max": 40})], "up to 40"),
        ([claim("monitor", {"min": 16, "max": 21})], "16 to 21"),
        ([claim("monitor", 20, approx=True)], "about 20"),
        ([claim("monitor", 20, approx=True), claim("crown", 21)], "20 to 21"),
        ([claim("monitor", {"min": 16}), claim("crown", 21)], '<bdi dir="ltr">16+</bdi> to 21'),
        ([claim("monitor", {"min": 16}), claim("crown", {"min": 16, "max": 21})], "16 to 21"),
        ([claim("monitor", 16), claim("crown", 59, scope="wider", note=small.text())], "16"),
        ([claim("monitor", 59, scope="other", note=small.text())], "59"),
    ],
)
def test_a_group_says_from_where_to_where_its_claims_run(
    rows: list[dict[str, Any]], expected: str
) -> None:
    archive = small.archive(small.event(claims=rows))
    (group,) = claims.groups(archive.events[small.ID], archive)
    assert names("en").spread(group) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("en", "about 3,600 to 9,500"), ("ar", "من نحو 3,600 إلى 9,500")]
)
def test_about_stands_before_the_first_of_two_bounds(code: str, expected: str) -> None:
    assert names(code).figure(Count(min=3600, max=9500), True) == expected


def test_a_claims_figure_says_about_where_the_claimant_does() -> None:
    assert names("en").claim_figure(small.model(Claim, claim(count=20, approx=True))) == "about 20"


@pytest.mark.parametrize(
    ("id", "english", "arabic"),
    [
        ("hill", "The hill, Hama", "التل، حماة"),
        ("hama", "Hama province", "محافظة حماة"),
        ("town", "Hama", "حماة"),
        ("port", "The port", "الميناء"),
    ],
)
def test_a_place_stands_with_its_governorate_once(id: str, english: str, arabic: str) -> None:
    assert (names("en").place(id), names("ar").place(id)) == (english, arabic)


def test_short_forms_stand_in_lists_and_full_names_elsewhere() -> None:
    assert names("en").of("front") == "The Front"
    assert names("en").short("front") == "TF"
    assert names("en").short("crown") == "The Crown"
    assert names("ar").joined(["front", "crown", "paper"]) == "ج والتاج والورقة"


def test_aliases_are_each_isolated_in_their_script() -> None:
    aliases = ["Hille", "تلة"]
    assert names("en").aliases(aliases) == 'Hille, <bdi lang="ar" dir="rtl">تلة</bdi>'
    assert names("ar").aliases(aliases) == '<bdi lang="en" dir="ltr">Hille</bdi>، تلة'


def test_an_id_reads_from_left_to_right_in_either_language() -> None:
    assert names("ar").code("2019-03-03-hill") == '<bdi dir="ltr">2019-03-03-hill</bdi>'


def test_a_name_in_the_other_language_is_marked_as_such() -> None:
    text = small.model(Text, small.text("The Crown", "التاج"))
    assert names("en").other(text) == '<bdi lang="ar" dir="rtl">التاج</bdi>'
    assert names("ar").other(text) == '<bdi lang="en" dir="ltr">The Crown</bdi>'
    assert (names("en").other_language, names("ar").other_language) == ("Arabic", "الإنجليزية")


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("A plain text, with 21 and 40+", "en", "A plain text, with 21 and 40&#43;"),
        (
            "C1366 Afrin / عفرين; a town",
            "en",
            'C1366 Afrin / <bdi lang="ar" dir="rtl">عفرين</bdi>; a town',
        ),
        ("قال UN OCHA إنه رأى", "ar", 'قال <bdi lang="en" dir="ltr">UN OCHA</bdi> إنه رأى'),
        ("<b> في OCHA", "ar", '&#60;<bdi lang="en" dir="ltr">b</bdi>&#62; في '),
        ("نص", "ar", "نص"),
        ("نص 21 (3)", "ar", "نص 21 (3)"),
    ],
)
def test_runs_of_the_other_script_are_isolated_inside_a_text(
    text: str, code: str, expected: str
) -> None:
    assert marked(text, code).startswith(expected)
    assert re.sub(r"<[^>]+>", "", marked(text, code)) == escape(text)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a", ""),
        ("https://example.org/%D8%B3%D8%AC%D9%84", ' data-shown="https://example.org/سجل"'),
        ("https://example.org/%D8%B3%20b", ' data-shown="https://example.org/س%20b"'),
        ("https://example.org/%22%3Cb", ' data-shown="https://example.org/&#34;&lt;b"'),
        # Not text, a control character, a sign that turns the line around: as the record has it.
        ("https://example.org/%FF", ""),
        ("https://example.org/%07", ""),
        ("https://example.org/%E2%80%AE", ""),
    ],
)
def test_an_address_is_printed_in_its_own_letters_where_that_is_safe(
    address: str, shown: str
) -> None:
    assert names("ar").readable(address) == shown
