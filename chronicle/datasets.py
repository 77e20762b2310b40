"""The commands `import` and `match`: words of the command line in, exit status out.

import   rows of another dataset as draft records, in a folder of their own
match    rows of another dataset beside our events; with --write, a chosen figure into a record
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from chronicle import archive, checks, language, load, ucdp, write
from chronicle.address import LANGUAGES
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.load import Records
from chronicle.problem import Problem, errors, report
from chronicle.spelling import suggestion
from chronicle.ucdp import Row, decisions

FOLDERS = ("events", "registry")
"""What `import` writes into the folder it is given."""


def add_arguments(importing: argparse.ArgumentParser, matching: argparse.ArgumentParser) -> None:
    """Give both commands their words."""
    for parser in (importing, matching):
        parser.add_argument("dataset", choices=["ucdp", "acled"], help="ucdp (acled is refused)")
        parser.add_argument("file", type=Path, metavar="FILE", help="CSV file, plain or .gz")
        parser.add_argument("--release", help="release of the file, where its name does not tell")
    importing.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    matching.add_argument("--event", action="append", metavar="ID", help="this event only")
    matching.add_argument("--top", type=int, default=3, help="candidates an event (default: 3)")
    matching.add_argument("--write", action="store_true", help="write the chosen figures")
    chosen = matching.add_mutually_exclusive_group()
    chosen.add_argument("--only", metavar="PAIRS", help="event=id,event=id+id")
    chosen.add_argument("--decisions", type=Path, metavar="FILE", help="one event=id a line")
    chosen.add_argument("--above", type=float, metavar="SCORE", help="single candidates from it on")


def import_dataset(options: argparse.Namespace) -> int:
    """Write rows of a dataset as drafts that `check --root DIR` accepts; list every other row."""
    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        return _refused(options.out, "is not empty; name a new folder")
    try:
        table, release = _read(options), _release(options)
    except ucdp.Refused as refused:
        return _refused(options.file, str(refused))
    drafts = ucdp.make(
        table.rows,
        archive.build(load.read(options.root)),
        options.root / "registry",
        _languages(),
        release,
        options.today,
        options.file.name,
    )
    write.write(options.out, drafts.files, FOLDERS)
    faults = table.faults + drafts.faults
    print(report(faults, options.format))
    print(
        f"{drafts.events} drafts in {options.out}; {drafts.summary}; "
        f"{len({fault.line for fault in faults})} rows with faults, listed above; "
        f"{table.elsewhere} rows of other countries left aside"
    )
    return 0


def match(options: argparse.Namespace) -> int:
    """Print candidates for our events; with --write put the chosen figures into the records."""
    try:
        table = _read(options)
        release = _release(options) if options.write else ""
    except ucdp.Refused as refused:
        return _refused(options.file, str(refused))
    records = load.read(options.root)
    content = archive.build(records)
    found = ucdp.candidates(content, table.rows, options.top)
    rows = {row.id: row for row in table.rows}
    if options.write:
        chosen, problems = _chosen(options, found, rows, content)
        if not problems:
            problems = _write(chosen, rows, records, content, release, options.root)
        problems += _after(options) if not problems else []
        print(report(problems, options.format))
        return 1 if errors(problems) else 0
    shown = {id: found[id] for id in found if not options.event or id in options.event}
    print(ucdp.table(shown))
    print(f"{table.faulty} rows with faults were not looked at; `import` lists them")
    return 0


def _read(options: argparse.Namespace) -> ucdp.Table:
    if options.dataset == "acled":
        raise ucdp.Refused(ucdp.ACLED_REFUSED)
    return ucdp.read(options.file)


def _release(options: argparse.Namespace) -> str:
    release = options.release or ucdp.release(options.file)
    if not release:
        raise ucdp.Refused("its name does not tell the release; add --release, such as 24.1")
    return str(release)


def _chosen(
    options: argparse.Namespace,
    found: Mapping[str, Sequence[ucdp.Candidate]],
    rows: Mapping[int, Row],
    content: Archive,
) -> tuple[ucdp.Decisions, list[Problem]]:
    """Return what a person chose; nothing is written that nobody chose."""
    path = "--only"
    if options.only:
        chosen, problems = decisions.read(options.only, path)
    elif options.decisions:
        path = options.decisions.name
        chosen, problems = decisions.from_file(options.decisions)
    elif options.above is not None:
        chosen, problems = decisions.above(options.above, found), []
    else:
        message = "says nothing of what to write; add --only, --decisions or --above"
        return {}, [Problem("--write", 0, "", message)]
    return chosen, problems or _unknown(chosen, content, rows, path)


def _unknown(
    chosen: ucdp.Decisions, content: Archive, rows: Mapping[int, Row], path: str
) -> list[Problem]:
    """Return what decisions name that is not there; a row with faults is not there either."""
    problems = []
    for event, ids in chosen.items():
        if event not in content.events:
            message = f'no event "{event}"' + suggestion(event, content.events)
            problems.append(Problem(path, 0, event, message))
        missing = (id for id in ids if id not in rows)
        problems += [Problem(path, 0, event, f"no row {id} without faults") for id in missing]
    return problems


def _write(
    chosen: ucdp.Decisions,
    rows: Mapping[int, Row],
    records: Records,
    content: Archive,
    release: str,
    root: Path,
) -> list[Problem]:
    """Write every chosen figure, or none where one of them cannot be written."""
    languages = _languages()
    written: dict[Path, str] = {}
    problems = []
    for id, numbers in sorted(chosen.items()):
        record = records.events[id]
        path = root / record.document.path
        try:
            one = ucdp.figure(
                record.value, [rows[number] for number in numbers], content, languages, release
            )
            written[path] = ucdp.insert(path.read_bytes().decode(), record, one)
        except ucdp.CannotInsert as error:
            problems.append(Problem(record.document.path, 0, "", str(error)))
    if not problems:
        for path, text in written.items():
            path.write_bytes(text.encode())
            print(f"{path.relative_to(root).as_posix()}: written")
    return problems


def _after(options: argparse.Namespace) -> list[Problem]:
    return checks.check(load.read(options.root), options.today)


def _languages() -> dict[str, Language]:
    return {code: language.load(code) for code in LANGUAGES}


def _refused(path: Path, message: str) -> int:
    print(f"{path}: {message}")
    return 1
