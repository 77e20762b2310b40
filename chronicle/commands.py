"""The commands of build.py: words of the command line in, exit status out.

check    every fault of every record, one line each
pages    records to Markdown under docs/
site     pages, both MkDocs builds, the finished site in site/
offline  a copy of site/ that opens from a disk, and the text editions, in offline/
serve    the site in a browser, rebuilt on every change
schema   the JSON Schemas of schema/, written again from the model
import   rows of another dataset as draft records
match    rows of another dataset beside our events, and into their records
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from chronicle import (
    archive,
    checks,
    datasets,
    export,
    finish,
    history,
    language,
    load,
    offline,
    render,
    schema,
    search,
    serve,
    sites,
    write,
)
from chronicle.address import GENERATED, LANGUAGES
from chronicle.load import Records
from chronicle.parallel import side_by_side
from chronicle.problem import Problem, errors, report

T = TypeVar("T")

HOME = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 where something is wrong with what was read or built."""
    options = _parser().parse_args(arguments)
    return int(options.command(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="command")
    checking = _command(commands, "check", check, "examine every record; print every fault")
    checking.add_argument(
        "--since", metavar="REV", help="no event id of this git revision may be gone"
    )
    _command(commands, "pages", pages, "write the records as Markdown under docs/")
    _command(commands, "site", site, "build the whole site into site/")
    _command(commands, "offline", offline_edition, "write offline/ from the finished site")
    serving = _command(
        commands, "serve", serve_site, "serve the site and rebuild it on every change"
    )
    serving.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")
    _command(commands, "schema", write_schemas, "write schema/*.json from the model")
    datasets.add_arguments(
        _command(commands, "import", datasets.import_dataset, "write rows as draft records"),
        _command(commands, "match", datasets.match, "find rows for our events, and write them"),
    )
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(command=run)
    parser.add_argument("--root", type=Path, default=HOME, metavar="DIR", help="project folder")
    parser.add_argument(
        "--format", choices=["text", "github"], default="text", help="form of faults"
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        metavar="DAY",
        help="day that future and recent dates are held against (default: today in UTC)",
    )
    return parser


def check(options: argparse.Namespace) -> int:
    """Examine every record."""
    try:
        published = history.event_ids(options.root, options.since) if options.since else []
    except history.UnknownRevision as error:
        print(f"--since {options.since}: {error}")
        return 1
    _, problems = _checked(options, published)
    return _told(problems, options)


def pages(options: argparse.Namespace) -> int:
    """Write every page as Markdown; nothing is written while a record has an error."""
    records, problems = _checked(options)
    if not errors(problems):
        content = archive.build(records)
        exports = _exported(content, records, options.root)
        changes = side_by_side(
            [partial(_write_pages, content, options.root, code, exports) for code in LANGUAGES]
        )
        print(f"{sum(len(change.written) for change in changes)} pages written")
    return _told(problems, options)


def site(options: argparse.Namespace) -> int:
    """Build the finished site; on any error the site that stood before stays as it was."""
    finish.heal(options.root)
    records, problems = _checked(options)
    if not errors(problems):
        content = archive.build(records)
        problems += _built(content, _exported(content, records, options.root), options.root)
    return _told(problems, options)


def offline_edition(options: argparse.Namespace) -> int:
    """Write the offline edition of the site that stands there."""
    finish.heal(options.root)
    return _told(
        offline.write(options.root / "site", options.root / "offline", _languages()), options
    )


def serve_site(options: argparse.Namespace) -> int:
    """Serve site/; every rebuild is a fresh process, so that changed code counts too."""
    return serve.serve(options.root, options.port, serve.fresh(options.root, HOME / "build.py"))


def write_schemas(options: argparse.Namespace) -> int:
    """Write the JSON Schemas."""
    for path, text in schema.schemas().items():
        target = options.root / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _checked(
    options: argparse.Namespace, published: Collection[str] = ()
) -> tuple[Records, list[Problem]]:
    records = load.read(options.root)
    return records, checks.check(records, options.today, published)


def _exported(content: archive.Archive, records: Records, root: Path) -> Mapping[str, bytes]:
    languages = _languages()
    raw = {id: record.document.content for id, record in records.events.items()}
    calls = [
        partial(export.files, content, languages, raw, sites.address(root)),
        *(partial(render.text_edition, content, one) for one in languages.values()),
    ]
    return _merged(side_by_side(calls))


def _write_pages(
    content: archive.Archive, root: Path, code: str, exports: Mapping[str, bytes]
) -> write.Changes:
    made = render.pages(content, language.load(code), exports, sites.address(root))
    return write.write(root / "docs" / code, made, GENERATED)


def _built(content: archive.Archive, exports: Mapping[str, bytes], root: Path) -> list[Problem]:
    problems = sites.build(root, lambda code: _write_pages(content, root, code, exports))
    if errors(problems):
        return problems
    languages = _languages()
    documents = [partial(search.documents, content, languages, code) for code in languages]
    return problems + finish.finish(
        root,
        sites.folders(root),
        exports,
        render.last_changes(content),
        sites.address(root),
        _merged(side_by_side(documents)),
    )


def _merged(parts: Iterable[Mapping[str, T]]) -> dict[str, T]:
    return {path: data for part in parts for path, data in part.items()}


def _languages() -> dict[str, language.Language]:
    return {code: language.load(code) for code in LANGUAGES}


def _told(problems: list[Problem], options: argparse.Namespace) -> int:
    print(report(problems, options.format))
    return 1 if errors(problems) else 0
