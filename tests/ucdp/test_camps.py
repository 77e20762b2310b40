"""Actors are led back to the sides that UCDP counts."""

import pytest

from chronicle import archive as archives
from chronicle import load
from chronicle.archive import Archive
from chronicle.ucdp import camps
from chronicle.ucdp.camps import agreement, camp
from tests.building import ROOT


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archives.build(load.read(ROOT))


def test_every_actor_of_a_camp_stands_in_the_registry(archive: Archive) -> None:
    named = {id for actors in camps.CAMPS.values() for id in actors}
    assert sorted(named - archive.actors.keys()) == []


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("syrian-air-force", "government"),
        ("russian-air-force", "government"),
        ("hezbollah", "government"),
        ("ypg", "sdf"),
        ("us-forces", "sdf"),
        ("turkish-forces", "turkey"),
        ("ansar-al-tawhid", "opposition"),
        ("displaced-people", "civilians"),
        ("israeli-forces", "israel"),
        ("unknown", "unknown"),
        ("nobody-at-all", "civilians"),
    ],
)
def test_an_actor_belongs_to_a_camp(archive: Archive, id: str, expected: str) -> None:
    assert camp(id, archive) == expected


@pytest.mark.parametrize(
    ("side", "ours", "expected"),
    [
        (["syrian-government"], ["syrian-arab-army"], 1),
        (["opposition-groups"], ["hayat-tahrir-al-sham", "syrian-arab-army"], 1),
        (["opposition-groups"], ["turkish-backed-groups"], 1),
        (["turkey"], ["free-syrian-army"], 1),
        (["islamic-state"], ["hayat-tahrir-al-sham"], 0),
        (["islamic-state"], ["unknown", "civilians"], 0.5),
        (["islamic-state"], [], 0.5),
        (["civilians"], ["worshippers"], 1),
    ],
)
def test_a_side_agrees_with_whom_it_counts(
    archive: Archive, side: list[str], ours: list[str], expected: float
) -> None:
    assert agreement(side, ours, archive) == expected
