"""Reading the record from disk: which files count, and that no file stops the reading."""

import shutil
from pathlib import Path

import pytest

from chronicle import checks, load
from chronicle.problem import report
from chronicle.source import EVENT_BYTES, REGISTRY_BYTES
from tests import toy

GOOD = (toy.ROOT / "events/1903/1903-02-01-harbour-declaration.yml").read_text(encoding="utf-8")
NAME = "a file name is an id of a-z, 0-9 and -, and ends in .yml"
PLACE = "event files lie in events/<year>/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(toy.ROOT, tmp_path / "archive"))


def problems(root: Path) -> list[str]:
    """What reading and checking print, without the count."""
    return report(checks.check(load.read(root), toy.TODAY)).split("\n")[:-1]


def test_every_entry_is_read_under_its_id() -> None:
    records = toy.records()
    assert records.problems == []
    assert len(records.events) == 9
    assert set(records.events) == records.names
    assert list(records.campaigns) == ["march-2019-report", "salt-road-dispute"]
    assert records.events["1902-tin-bridge-shelling"].value.title.en == "Shelling of the tin bridge"
    assert not any(record.draft for record in records.events.values())


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("events/1903/Harbour.yml", NAME),
        ("events/1903/1903-02-01-harbour.yaml", NAME),
        ("events/1903/1903-02-01-harbour.yml.bak", NAME),
        ("events/1903/1903_harbour.yml", NAME),
        ("events/1903/1903-02-01-مرفأ.yml", NAME),
        ("events/1903/-1903.yml", NAME),
        ("events/1903/.hidden", NAME),
        ("events/1903-02-01-harbour.yml", PLACE),
        ("events/1903/more/1903-02-01-harbour.yml", PLACE),
        ("events/late/1903-02-01-harbour.yml", PLACE),
        ("registry/actor.yml", 'not a registry; did you mean "actors.yml"?'),
        ("registry/actors.yaml", 'not a registry; did you mean "actors.yml"?'),
        ("registry/zzz.yml", "not a registry"),
    ],
)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_reported(
    root: Path, path: str, message: str
) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(GOOD, encoding="utf-8")
    assert problems(root) == [f"{path}: {message}"]


def test_a_file_name_of_any_bytes_is_reported_in_one_line(root: Path) -> None:
    (root / "events/1903/a\nb.yml").write_text(GOOD, encoding="utf-8")
    Path(str(root / "events/1903/x") + "\udcff.yml").write_text(GOOD, encoding="utf-8")
    assert problems(root) == [f"events/1903/a\\nb.yml: {NAME}", f"events/1903/x\\udcff.yml: {NAME}"]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("events/1903/1903-02-02-link.yml", "events/1903/1903-02-01-harbour-declaration.yml"),
        ("events/1904", "events/1903"),
        ("events/1903/1903-02-02-away.yml", "/etc/hostname"),
        ("events/1903/1903-02-02-nowhere.yml", "nowhere"),
        ("registry/notes", "registry/actors.yml"),
    ],
)
def test_a_symbolic_link_is_reported_and_not_followed(root: Path, path: str, target: str) -> None:
    (root / path).symlink_to(root / target)
    assert problems(root) == [f"{path}: a symbolic link; put the file itself here"]
    assert len(load.read(root).events) == 9


def test_a_registry_that_is_a_link_is_not_read(root: Path) -> None:
    (root / "registry/campaigns.yml").rename(root / "campaigns.yml")
    (root / "registry/campaigns.yml").symlink_to(root / "campaigns.yml")
    assert problems(root)[-1] == "registry/campaigns.yml: missing, or not a plain file"
    assert load.read(root).campaigns == {}


def test_an_empty_folder_names_the_registries_that_are_missing(tmp_path: Path) -> None:
    assert problems(tmp_path) == [
        f"registry/{name}.yml: missing, or not a plain file"
        for name in ("actors", "campaigns", "places", "publishers")
    ]


def test_an_id_stands_once_in_all_years(root: Path) -> None:
    (root / "events/1902/1903-02-01-harbour-declaration.yml").write_text(GOOD, encoding="utf-8")
    assert (
        'events/1903/1903-02-01-harbour-declaration.yml: id "1903-02-01-harbour-declaration"'
        " stands twice"
    ) in problems(root)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1: not a mapping of fields to values"),
        ("- a\n", "1: not a mapping of fields to values"),
        ("words\n", "1: not a mapping of fields to values"),
        ("a: [\n", "1: not readable as YAML"),
        ("#" * (EVENT_BYTES + 1), " 262145 bytes; at most 262144 bytes are allowed"),
    ],
)
def test_an_unreadable_event_is_reported_once_and_its_id_is_still_known(
    root: Path, content: str, message: str
) -> None:
    path = "events/1902/1902-tin-bridge-shelling.yml"
    (root / path).write_text(content, encoding="utf-8")
    (found,) = problems(root)
    assert found.startswith(f"{path}:{message}")


@pytest.mark.parametrize("content", ["- a\n", "words\n", ""])
def test_a_registry_is_a_mapping(root: Path, content: str) -> None:
    (root / "registry/campaigns.yml").write_text(content, encoding="utf-8")
    assert "registry/campaigns.yml:1: not a mapping of ids to entries" in problems(root)


def test_an_entry_is_a_mapping_and_the_others_are_read(root: Path) -> None:
    with (root / "registry/campaigns.yml").open("a", encoding="utf-8") as file:
        file.write("words: words\n")
    (found,) = problems(root)
    assert found.startswith("registry/campaigns.yml:")
    assert found.endswith(": words: not a mapping of fields to values")
    assert len(load.read(root).campaigns) == 2


@pytest.mark.parametrize(("size", "fits"), [(REGISTRY_BYTES, True), (REGISTRY_BYTES + 1, False)])
def test_a_registry_has_at_most_2_mib(root: Path, size: int, fits: bool) -> None:
    path = root / "registry/campaigns.yml"
    content = path.read_bytes()
    path.write_bytes(content + b"#" * (size - len(content)))
    message = f"registry/campaigns.yml: {size} bytes; at most {REGISTRY_BYTES} bytes are allowed"
    assert (message in problems(root)) == (not fits)


def test_the_template_is_not_an_event(root: Path) -> None:
    (root / "events" / load.TEMPLATE).write_text("nothing: here\n", encoding="utf-8")
    assert problems(root) == []


def test_a_record_knows_the_line_of_its_parts_and_which_were_faulty() -> None:
    record = toy.records().places["teapot-hill"]
    problem = record.problem(("lat",), "x", warning=True)
    text = (toy.ROOT / "registry/places.yml").read_text(encoding="utf-8").split("\n")
    assert (problem.path, problem.field, problem.severity) == (
        "registry/places.yml",
        "teapot-hill.lat",
        "warning",
    )
    assert text[problem.line - 1] == "  lat: 35.25"
    assert not record.touched("lat")
