"""Seconds of each stage of `make site`, in a process of their own, as cold as the command's.

    python -m tests.bench.stages ROOT SITE_URL

In: a copy of the project. Out: a JSON object on standard output, stage -> seconds. The stages are
those of `commands`, called one by one; the site of the copy is built.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

STARTED = perf_counter()

from chronicle import (  # noqa: E402
    address,
    archive,
    checks,
    export,
    language,
    load,
    render,
    search,
    sites,
    write,
)
from chronicle.finish import finish  # noqa: E402
from chronicle.problem import errors, report  # noqa: E402

ROOT = Path(__file__).parents[2]


def measure(root: Path, site_url: str) -> dict[str, float]:
    """Run this module in a fresh process; raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, str(root), site_url],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": site_url},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def run(root: Path, site_url: str) -> dict[str, float]:
    """Every stage once, in order."""
    seconds = {"import": perf_counter() - STARTED}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        start = perf_counter()
        yield
        seconds[name] = perf_counter() - start

    with stage("read"):
        records = load.read(root)
    with stage("check"):
        checks.check(records, datetime.now(UTC).date())
    languages = {code: language.load(code) for code in address.LANGUAGES}
    with stage("export"):
        built = archive.build(records)
        files = {id: record.document.content for id, record in records.events.items()}
        exports = export.files(built, languages, files, site_url)
    with stage("text editions"):
        for one in languages.values():
            exports |= render.text_edition(built, one)
    with stage("render"):
        pages = {
            code: render.pages(built, one, exports, site_url) for code, one in languages.items()
        }
    with stage("write"):
        for code, texts in pages.items():
            write.write(root / "docs" / code, texts, address.GENERATED)
    with stage("MkDocs, both languages"):
        problems = sites.build(root)
    with stage("search"):
        documents = {
            path: document
            for code in languages
            for path, document in search.documents(built, languages, code).items()
        }
    with stage("finish, index beside it"):
        changes = render.last_changes(built)
        problems += finish(root, sites.folders(root), exports, changes, site_url, documents)
    if errors(problems):
        raise SystemExit(report(problems, "text"))
    return seconds


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2])))
