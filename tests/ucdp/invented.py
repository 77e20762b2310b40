"""Invented rows of UCDP, and the toy archive beside them.

In: what differs from the plainest possible row. Out: rows, files of them, and a copy of the toy
archive that knows the dataset. No place, side or death here is real.
"""

import csv
import gzip
import io
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from chronicle import archive as archives
from chronicle import language, load
from chronicle.address import LANGUAGES
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.ucdp import rows as reading
from chronicle.ucdp.columns import HEADERLESS
from chronicle.ucdp.rows import Row
from tests import toy

RELEASE = "1.2"
OLD, NEW = HEADERLESS[41], HEADERLESS[49]
PUBLISHER = """ucdp:
  name: UCDP Georeferenced Event Dataset
  kind: dataset
"""
PLAIN = {
    "id": "7",
    "type_of_violence": "1",
    "side_a_new_id": "11",
    "side_a": "Tin Guard",
    "side_b_new_id": "999999",
    "side_b": "Council of the Reeds",
    "source_office": "Owl Watch",
    "source_article": '"Owl Watch,1901-03-03,Hats, and ""more"" hats"',
    "where_prec": "1",
    "where_coordinates": "Teapot Hill village",
    "adm_1": "Hamah Governorate",
    "latitude": "35.251234",
    "longitude": "36.501234",
    "country_id": "652",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "1901-03-02",
    "date_end": "1901-03-02",
    "deaths_a": "21",
    "deaths_b": "4",
    "deaths_civilians": "0",
    "deaths_unknown": "0",
    "low": "20",
    "best": "25",
    "high": "40",
}


def cells(columns: Iterable[str] = OLD, **changes: str) -> list[str]:
    """The cells of one row in the order of some columns."""
    row = {**PLAIN, **changes}
    return [row.get(column, "") for column in columns]


def content(*lines: list[str], header: Iterable[str] | None = OLD) -> str:
    """The text of a file; no header where it is None."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([*([list(header)] if header else []), *lines])
    return out.getvalue()


def file(folder: Path, *changes: dict[str, str], name: str = "GEDEvent_v1_2.csv") -> Path:
    """A file with a header and one row for each set of changes."""
    path = folder / name
    data = content(*(cells(**one) for one in changes)).encode()
    path.write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
    return path


def row(folder: Path, **changes: str) -> Row:
    """One row as it is read."""
    table = reading.read(file(folder, changes))
    assert table.faults == []
    return table.rows[0]


def project(folder: Path) -> Path:
    """A copy of the toy archive whose registry knows the dataset, and whose records do not."""
    root = Path(shutil.copytree(toy.ROOT, folder / "project"))
    publishers = root / "registry" / "publishers.yml"
    publishers.write_text(publishers.read_text(encoding="utf-8") + PUBLISHER, encoding="utf-8")
    attack = root / "events/1901/1901-03-02-teapot-hill-attack.yml"
    lines = attack.read_text(encoding="utf-8").splitlines(keepends=True)
    without = "".join(line for line in lines if not line.startswith("external:"))
    attack.write_text(without, encoding="utf-8")
    return root


def archive(root: Path) -> Archive:
    """The archive of a project."""
    return archives.build(load.read(root))


@cache
def languages() -> dict[str, Language]:
    """Both languages of the site."""
    return {code: language.load(code) for code in LANGUAGES}
