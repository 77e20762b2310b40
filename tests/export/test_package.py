"""The data package: valid for the library that defines it, packed the same each time, summed."""

import hashlib
import io
import subprocess
import time
import zipfile
from pathlib import Path

import frictionless
import pytest

from chronicle.export import package
from chronicle.export.fields import TABLES
from tests.export import real
from tests.export.real import ARCHIVES


def unpacked(name: str, folder: Path) -> Path:
    """The ZIP of an archive, unpacked."""
    packed = zipfile.ZipFile(io.BytesIO(real.files(name)["data/syria-chronicle.zip"]))
    packed.extractall(folder)
    return folder


@pytest.mark.parametrize("name", ARCHIVES)
def test_the_package_is_valid_with_all_its_keys_types_and_codes(name: str, tmp_path: Path) -> None:
    report = frictionless.validate(str(unpacked(name, tmp_path) / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "note"])[:10] == []
    assert [task.name for task in report.tasks] == [
        *(table.name for table in TABLES),
        "events-geojson",
    ]
    assert report.valid


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("events", b"ground-attack", b"picnic"),
        ("claims", b",killed,", b",tickled,"),
        ("claims", b"1901-04-lamp-market-bombing,", b"1901-04-another-bombing,"),
        ("sources", b",echo-wall,", b",echo-vale,"),
        ("statements", b"account,1,", b"account,first,"),
    ],
)
def test_the_package_is_not_valid_when_a_table_is_wrong(
    table: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    file = unpacked("toy", tmp_path) / f"{table}.csv"
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_sums_are_those_that_sha256sum_finds(tmp_path: Path) -> None:
    folder = unpacked("toy", tmp_path / "zip")
    (tmp_path / "site").mkdir()
    for path, data in real.files("toy").items():
        if path.startswith("data/"):
            (tmp_path / "site" / Path(path).name).write_bytes(data)
    for place in (folder, tmp_path / "site"):
        lines = (place / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        named = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
        assert set(named) == {file.name for file in place.iterdir()} - {"SHA256SUMS"}
        for name, digest in named.items():
            assert hashlib.sha256((place / name).read_bytes()).hexdigest() == digest
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, check=False)
    assert done.returncode == 0


def test_the_archive_is_the_same_bytes_whenever_it_is_packed() -> None:
    files = {"b.csv": b"x" * 999, "a.csv": "سجل".encode()}
    first = package.pack(files)
    time.sleep(2.1)  # a ZIP counts time in steps of two seconds
    assert package.pack(dict(reversed(files.items()))) == first
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert [entry.filename for entry in entries] == ["a.csv", "b.csv"]
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
    assert {entry.external_attr >> 16 for entry in entries} == {0o644}


def test_the_descriptor_tells_size_rows_and_meaning_of_every_file() -> None:
    descriptor = real.parsed("toy", "data/datapackage.json")
    assert descriptor["version"] == "2026-02-01"
    assert "A selection of 7 events" in descriptor["description"]
    for resource in descriptor["resources"]:
        data = real.files("toy")[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        fields = resource.get("schema", {}).get("fields", [])
        assert all(field["description"] for field in fields)
        if fields:
            assert resource["rows"] == data.count(b"\r\n") - 1
