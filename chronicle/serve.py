"""Serve the finished site on this machine and build it again whenever something changes.

In: the project's root, a port and the function that builds. Out: words in the terminal; while a
build has faults the last good site stays on the air. Changes are found by looking at the files
twice a second, which needs no further dependency and works on every file system.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import BinaryIO

from chronicle.problem import Problem, errors, report

Build = Callable[[], list[Problem]]

WATCHED = (
    "events",
    "registry",
    "docs/en/about",
    "docs/en/contribute",
    "docs/ar/about",
    "docs/ar/contribute",
    "theme",
    "chronicle",
    "build.py",
    "mkdocs.yml",
    "mkdocs.ar.yml",
)
"""What a site is made of, below the root; not its generated pages, which a build changes itself."""

POLL = 0.5
"""Seconds between two looks."""

SETTLE = 0.1
"""Seconds without a further change before building: editors write one file in several steps."""

# A line of `problem.report`: path, line where there is one, the rest.
_LINE = re.compile(
    r"^(?P<path>[\w./-]+\.\w+)(?::(?P<line>\d+))?: (?P<warning>warning: )?(?P<rest>.+)$"
)


def fresh(root: Path, entry: Path) -> Build:
    """Return a build that runs `entry site` in a new process, so that changed code counts too."""

    def build() -> list[Problem]:
        command = [sys.executable, str(entry), "site", "--root", str(root)]
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        found = heard(done.stdout)
        if done.returncode and not errors(found):
            found.append(Problem(entry.name, 0, "", done.stdout.strip() or "the build failed"))
        return found

    return build


def heard(said: str) -> list[Problem]:
    """Read back the problems that `problem.report` printed."""
    return [
        Problem(
            match["path"],
            int(match["line"] or 0),
            "",
            match["rest"],
            "warning" if match["warning"] else "error",
        )
        for line in said.splitlines()
        if (match := _LINE.match(line))
    ]


class Watch:
    """Knows the files a site is made of and tells what changed since the last look."""

    def __init__(self, root: Path) -> None:
        """`root`: the project's root; what is there now is the state to compare with."""
        self._root = root
        self._seen = self._look()

    def changed(self) -> list[str]:
        """Return the paths that are new, gone or different since the last call, sorted."""
        before, self._seen = self._seen, self._look()
        return sorted({path for path, _ in before.items() ^ self._seen.items()})

    def _look(self) -> dict[str, tuple[int, int]]:
        seen: dict[str, tuple[int, int]] = {}
        for name in WATCHED:
            start = self._root / name
            for file in _files(start) if start.is_dir() else [start]:
                try:
                    state = file.stat()
                except FileNotFoundError:
                    continue
                seen[file.relative_to(self._root).as_posix()] = (state.st_mtime_ns, state.st_size)
        return seen


def _files(folder: Path) -> list[Path]:
    return [
        Path(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith("__pycache__")
        for name in names
        if not name.startswith(".")
    ]


class Handler(SimpleHTTPRequestHandler):
    """Answers from the site's folder, with the site's own page for unknown addresses."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Open what was asked for; the moment between a swap's two renames is waited out."""
        if not Path(self.translate_path(self.path)).exists():
            for _ in range(50):
                if Path(self.directory).is_dir():
                    break
                time.sleep(0.01)
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no listings: a folder without a page is an unknown address, as on the real host."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send 404.html with its status, and plain words for anything else."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let no browser keep a page that the next build changes."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for builds and faults."""


def opened(site: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of `site` on 127.0.0.1; port 0 takes a free one. Raises OSError."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(site)))


def serve(root: Path, port: int, build: Build, stop: Event | None = None) -> int:
    """Build, serve `root/site` and build again on change, until `stop` is set or Ctrl-C is pressed.

    Returns 0, or 1 where the port is taken.
    """
    stop = stop or Event()
    try:
        server = opened(root / "site", port)
    except OSError as error:
        _say(f"port {port} cannot be used ({error.strerror}); try make serve PORT={port + 1}")
        return 1
    watch = Watch(root)
    with server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        try:
            rebuild(build)
            _say(f"serving http://127.0.0.1:{server.server_port}/ (Ctrl-C stops)")
            while not stop.wait(POLL):
                if changed := _settled(watch):
                    _say("changed: " + ", ".join(_few(changed)))
                    rebuild(build)
        except KeyboardInterrupt:
            _say("stopped")
        finally:
            server.shutdown()
    return 0


def rebuild(build: Build) -> bool:
    """Build once; print faults and how long it took. Return whether the site is a new one."""
    started = time.monotonic()
    problems = build()
    seconds = time.monotonic() - started
    if problems:
        _say(report(problems))
    good = not errors(problems)
    _say(f"built in {seconds:.1f} s" if good else "not built; the last good site stays")
    return good


def _settled(watch: Watch) -> list[str]:
    changed = set(watch.changed())
    while changed:
        time.sleep(SETTLE)
        more = watch.changed()
        if not more:
            break
        changed.update(more)
    return sorted(changed)


def _few(paths: list[str]) -> list[str]:
    return paths if len(paths) <= 5 else [*paths[:5], f"and {len(paths) - 5} more"]


def _say(words: str) -> None:
    print(words, flush=True)
