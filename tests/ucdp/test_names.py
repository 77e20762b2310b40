"""Names agree where spelling alone differs; nothing is guessed."""

from datetime import date

import pytest

from chronicle.ucdp.names import Names, kilometres, office_name, slug
from chronicle.ucdp.names import key as bare
from chronicle.ucdp.rows import Side
from tests import small

DAY = date(2019, 3, 3)
ACTORS = {
    **small.ACTORS,
    "numbered": small.actor("non-state", ucdp=55, name=small.text("The Numbered", "المرقّم")),
    "hill-front": small.actor(
        "non-state",
        name=small.text("Ahrar al-Tall", "أحرار التل"),
        aliases=["Free of the Hill", "Same Name"],
        names=[{"en": "Old Front", "ar": "الجبهة القديمة", "from": "2012", "to": "2014"}],
    ),
    "other-front": small.actor("non-state", aliases=["same-name"]),
    "syrian-government": small.actor("state", ucdp=118, name=small.text("Government", "الحكومة")),
    "syrian-transitional-government": small.actor("state", name=small.text("Later", "لاحقة")),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ahrar ash-Sham", "ahrar sham"),
        ("Hay'at Tahrir al-Sham", "hayat tahrir sham"),
        ("Hayʼat  Taḥrīr as Sham", "hayat tahrir sham"),
        ("Agence France-Presse", "agence france presse"),
        ("al", "al"),
        ("قوات", "قوات"),
    ],
)
def test_a_name_is_compared_without_small_differences(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Teir Maaleh village", "teir-maaleh-village"),
        ("Mare' Operations Room", "mare-operations-room"),
        ("Mutkelte/Ça", "mutkelte-ca"),
        ("قرية", "unnamed"),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("The Star (in SOHR)", "The Star"),
        ("RUDAW (on SOHR)", "RUDAW"),
        ("http://www.map.example/", "map.example"),
        ("Jpost.com (online)", "Jpost.com (online)"),
    ],
)
def test_an_office_is_its_name_alone(office: str, name: str) -> None:
    assert office_name(office) == name


@pytest.mark.parametrize(
    ("side", "id"),
    [
        (Side(55, "Whatever"), "numbered"),
        (Side(0, "Ahrar at-Tall"), "hill-front"),
        (Side(0, "free of the hill"), "hill-front"),
        (Side(0, "Old Front"), "hill-front"),
        (Side(0, "Government of The Crown"), "crown"),
        (Side(0, "Government of The Rebels"), None),
        (Side(0, "Same Name"), None),
        (Side(0, "Nobody"), None),
    ],
)
def test_an_actor_is_found_by_number_name_alias_or_former_name(side: Side, id: str | None) -> None:
    assert Names(small.archive(actors=ACTORS)).actor(side, DAY) == id


@pytest.mark.parametrize(
    ("day", "id"),
    [
        (date(2024, 12, 7), "syrian-government"),
        (date(2024, 12, 8), "syrian-transitional-government"),
    ],
)
def test_the_government_is_the_one_of_the_day(day: date, id: str) -> None:
    assert Names(small.archive(actors=ACTORS)).actor(Side(118, "Government of Syria"), day) == id


@pytest.mark.parametrize(
    ("office", "ids"),
    [
        ("THE PAPER", ["paper"]),
        ("The Paper (in Mirror)", ["paper"]),
        ("the paper/The Monitor", ["paper", "monitor"]),
        ("somebody/The Monitor", ["monitor"]),
        ("Somebody", []),
    ],
)
def test_an_office_is_a_publisher_by_name(office: str, ids: list[str]) -> None:
    assert Names(small.archive()).publishers(office) == ids


def test_a_place_is_near_within_its_own_precision() -> None:
    places = {
        "hill": small.place(lat=35.0, lon=37.0, basis="x"),
        "wide": small.place(kind="region", lat=35.0, lon=37.0, basis="x"),
        "lost": small.place(),
    }
    names = Names(small.archive(places=places))
    point = (35.3, 37.0)
    assert round(kilometres((35.0, 37.0), point)) == 33
    assert [names.near(id, point) for id in ("hill", "wide", "lost")] == [False, True, False]
