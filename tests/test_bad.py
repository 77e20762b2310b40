"""Bad records: tests/bad holds one small record a fault, with the messages it must cause.

A file's first comments are `# expect: <what the report prints after the path>`, one for each
problem. An event is put beside the toy archive's as 1901-06-01-bad, or where `# file:` says; what
stands in bad/registry is added to the end of the registry that its name says.
"""

import re
import shutil
from pathlib import Path

import pytest

from chronicle import checks, load
from chronicle.problem import report
from tests import toy

BAD = Path(__file__).parent / "bad"
EVENTS = sorted(path.stem for path in BAD.glob("*.yml") if path.stem != "awful")
ENTRIES = sorted(path.stem for path in (BAD / "registry").glob("*.yml"))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return Path(shutil.copytree(toy.ROOT, tmp_path / "archive"))


def expected(text: str) -> list[str]:
    return sorted(re.findall(r"^# expect: (.*)$", text, re.MULTILINE))


def found(root: Path, path: str) -> list[str]:
    """What the report prints about one file, after its path; no other file may have a problem."""
    lines = report(checks.check(load.read(root), toy.TODAY)).split("\n")[:-1]
    assert [line for line in lines if not line.startswith(f"{path}:")] == []
    return [line.removeprefix(f"{path}:") for line in lines]


@pytest.mark.parametrize("name", EVENTS)
def test_a_bad_record_causes_exactly_the_messages_in_its_comments(name: str, archive: Path) -> None:
    text = (BAD / f"{name}.yml").read_text(encoding="utf-8")
    place = re.search(r"^# file: (\S+)$", text, re.MULTILINE)
    path = f"events/{place[1] if place else '1901/1901-06-01-bad.yml'}"
    (archive / path).parent.mkdir(exist_ok=True)
    (archive / path).write_text(text, encoding="utf-8")
    assert sorted(found(archive, path)) == expected(text) != []


@pytest.mark.parametrize("name", ENTRIES)
def test_a_bad_entry_causes_exactly_the_messages_in_its_comments(name: str, archive: Path) -> None:
    text = (BAD / "registry" / f"{name}.yml").read_text(encoding="utf-8")
    path = f"registry/{name.rpartition('.')[2]}.yml"
    before = (archive / path).read_text(encoding="utf-8")
    (archive / path).write_text(before + text, encoding="utf-8")
    above = before.count("\n")
    lines = [re.sub(r"^\d+", lambda line: str(int(line[0]) - above), line) for line in
             found(archive, path)]  # fmt: skip
    assert sorted(lines) == expected(text) != []


def test_a_record_without_a_fault_beside_the_toy_archive_has_no_message(archive: Path) -> None:
    text = (BAD / "id-outside-date.yml").read_text(encoding="utf-8")
    path = "events/1901/1901-06-01-good.yml"
    (archive / path).write_text(text, encoding="utf-8")
    assert found(archive, path) == []


def test_every_safety_rule_on_records_has_a_bad_record() -> None:
    """Rule 6 needs an earlier archive; 15 is escaping, which test_escape.py holds."""
    rules = {int(number) for name in EVENTS + ENTRIES for number in re.findall(r"^(\d\d)-", name)}
    assert rules == {1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17}


AWFUL = [
    "2: title: ar is missing; write it, or add translation: pending",
    '3: title: "title" stands twice; first in line 2',
    "4: date: 1901-07-01/1901-06-01 does not hold the date in the id, 1901-06-01",
    "4: date: 1901-07-01/1901-06-01 ends before it starts",
    '5: published: "tomorrow" is not a day; write 2019-03-03',
    (
        '6: type: "batle" is not one of: battle, ground-attack, airstrike, drone-strike, '
        "shelling, bombing, chemical-attack, killing-of-civilians, execution, abduction, "
        "detention, release, siege, evacuation, displacement, humanitarian-access, protest, "
        "riot, assassination, territorial-change, operation-start, operation-end, agreement, "
        'declaration, policy-decision, legal-proceeding, other; did you mean "battle"?'
    ),
    '7: place: unknown id "teapot-hil"; did you mean "teapot-hill"?',
    '8: plaec: unknown key "plaec"; did you mean "place"?',
    '9: part_of[1]: unknown id "salt-raod-dispute"; did you mean "salt-road-dispute"?',
    (
        "11: actors[0]: attacker without attribution; write claimed, confirmed, alleged, "
        "disputed or unknown"
    ),
    '12: actors[1].actor: "Tin Guard" is not an id; use a-z, 0-9 and -',
    "14: account[0]: the figures differ: 14 only in en; 15 only in ar",
    "15: account[1]: no source; name at least one in sources: [...]",
    "16: account[2].ar: fewer than half of its letters are Arabic",
    '16: account[2].en: "owl@hill.example" looks like an e-mail address; remove it',
    ('17: warning: account[3].ar: "شهداء" takes a side; use a neutral word or quote who says it'),
    "17: account[3].ar: an image, video or embed; name it in words",
    ('17: warning: account[3].en: "martyrs" takes a side; use a neutral word or quote who says it'),
    (
        "17: account[3].en: holds U+202E (RIGHT-TO-LEFT OVERRIDE), which readers cannot see; "
        "remove it"
    ),
    '17: account[3].sources[0]: unknown id "drumm"; did you mean "drum"?',
    "19: claims[0].count: min 9 is more than max 3",
    (
        '20: claims[1].harm: "killd" is not one of: killed, died, injured, detained, '
        'abducted, missing, displaced, evacuated, released; did you mean "killed"?'
    ),
    '20: claims[1].within: unknown id "all"',
    "21: claims[2].as_of: 2027-01-01 is in the future",
    '21: claims[2].by: unknown id "nobody"',
    "21: claims[2].count: -1 is less than 0",
    (
        '23: sources.drum.language: "English" is not a language code; write en, ar or '
        "another of ISO 639"
    ),
    "23: sources.drum.title: 012 can be read in two ways; quote it: '012'",
    '23: sources.drum.url: "javascript:alert(1)" does not begin with https:// or http://',
    "24: sources.wall: write title as printed, or else about: {en, ar}; one of the two",
    "26: related[0]: no source; name at least one in sources: [...]",
    '27: related[1].event: unknown id "1901-09-nothing"',
    '29: external.ucdp_ged: "about 7" is not a whole number',
    '31: corrections[0].on: "2026-13-01" is not in the calendar',
    '32: merged.into: "1902-07-01-bell-tower-theft" is not a shown event',
    '33: former_ids[0]: "1902-tin-bridge-shelling" is the id of an event today',
]


def test_an_awful_record_has_every_fault_named_in_one_run(archive: Path) -> None:
    path = "events/1901/1901-06-01-bad.yml"
    shutil.copy(BAD / "awful.yml", archive / path)
    assert found(archive, path) == AWFUL
