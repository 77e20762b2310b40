"""The site is served while it is written: faults in the terminal, the last good site on the air."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from chronicle import serve
from chronicle.problem import Problem, report
from chronicle.serve import Watch, fresh, heard, opened, rebuild

FAULT = Problem("events/2019/x.yml", 14, "claims[2].count", "-1 is not a count")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "site/index.html": "home",
        "site/404.html": "not here, غير موجود",
        "site/events/x/index.html": "event",
        "site/empty/x.txt": "text",
        "events/2019/x.yml": "a",
        "theme/assets/site.css": "a",
        "docs/en/about/index.md": "a",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site(root: Path) -> Iterator[str]:
    with opened(root / "site", 0) as server:
        Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def get(address: str, method: str = "GET") -> tuple[int, str]:
    try:
        response: HTTPResponse | HTTPError = urlopen(Request(address, method=method), timeout=5)
    except HTTPError as error:
        response = error
    with response:
        return response.status or 0, response.read().decode()


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen within ten seconds"
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", (200, "home")),
        ("/events/x/", (200, "event")),
        ("/events/x", (200, "event")),
        ("/empty/x.txt", (200, "text")),
        ("/empty/", (404, "not here, غير موجود")),
        ("/no/such/page/", (404, "not here, غير موجود")),
        ("/../events/2019/x.yml", (404, "not here, غير موجود")),
        ("/%2e%2e/events/2019/x.yml", (404, "not here, غير موجود")),
    ],
)
def test_pages_folders_and_unknown_addresses(
    site: str, path: str, expected: tuple[int, str]
) -> None:
    assert get(site + path) == expected


def test_a_question_for_the_head_of_an_unknown_page_gets_no_body(site: str) -> None:
    assert get(f"{site}/no/", "HEAD") == (404, "")


def test_a_request_between_the_two_renames_of_a_swap_waits_for_the_new_site(
    root: Path, site: str
) -> None:
    (root / "site").rename(root / "away")
    answers: list[tuple[int, str]] = []
    asking = Thread(target=lambda: answers.append(get(f"{site}/events/x/")))
    asking.start()
    time.sleep(0.05)
    (root / "away").rename(root / "site")
    asking.join()
    assert answers == [(200, "event")]


@pytest.mark.parametrize(
    ("path", "noticed"),
    [
        ("events/2020/new.yml", True),
        ("theme/assets/site.css", True),
        ("chronicle/strings/en.yml", True),
        ("mkdocs.ar.yml", True),
        ("docs/ar/contribute/index.md", True),
        ("docs/en/events/x.md", False),
        ("site/index.html", False),
        ("chronicle/__pycache__/x.pyc", False),
        ("events/.x.yml.swp", False),
    ],
)
def test_only_what_the_site_is_made_of_is_watched(root: Path, path: str, noticed: bool) -> None:
    watch = Watch(root)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("changed")
    assert watch.changed() == ([path] if noticed else [])
    assert watch.changed() == []


def test_a_removed_file_is_a_change_and_so_is_one_with_an_older_time(root: Path) -> None:
    watch = Watch(root)
    (root / "events/2019/x.yml").unlink()
    os.utime(root / "theme/assets/site.css", (0, 0))
    assert watch.changed() == ["events/2019/x.yml", "theme/assets/site.css"]


def test_a_failed_build_prints_its_faults_and_says_what_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert rebuild(lambda: [FAULT]) is False
    assert capsys.readouterr().out == (
        "events/2019/x.yml:14: claims[2].count: -1 is not a count\n"
        "1 problem in 1 file\n"
        "not built; the last good site stays\n"
    )


def test_a_good_build_says_how_long_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    assert rebuild(list) is True
    assert capsys.readouterr().out.startswith("built in 0.")


@pytest.mark.parametrize(
    "problems",
    [
        [FAULT],
        [Problem("mkdocs.yml", 0, "", "broken: really"), Problem("a/b.yml", 1, "", "x", "warning")],
        [],
    ],
)
def test_printed_problems_are_read_back_so_that_they_print_the_same(
    problems: list[Problem],
) -> None:
    assert report(heard(report(problems))) == report(problems)


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("print('built')", []),
        (
            "print('a.yml:2: bad'); sys.exit(1)",
            [Problem("a.yml", 2, "", "bad")],
        ),
        ("sys.exit('no records')", [Problem("build.py", 0, "", "no records")]),
        ("sys.exit(1)", [Problem("build.py", 0, "", "the build failed")]),
    ],
)
def test_each_build_runs_in_a_process_of_its_own(
    tmp_path: Path, program: str, expected: list[Problem]
) -> None:
    entry = tmp_path / "build.py"
    entry.write_text(
        f"import sys\nassert sys.argv[1:] == ['site', '--root', {str(tmp_path)!r}]\n{program}"
    )
    assert fresh(tmp_path, entry)() == expected


def test_a_change_is_built_and_a_fault_keeps_the_last_good_site(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "POLL", 0.02)
    monkeypatch.setattr(serve, "SETTLE", 0.01)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    record, page = root / "events/2019/x.yml", root / "site/index.html"
    said: list[str] = []

    def build() -> list[Problem]:
        text = record.read_text()
        if text == "bad":
            return [FAULT]
        page.write_text(text)
        return []

    def heard_by_now() -> str:
        said.append(capsys.readouterr().out)
        return "".join(said)

    def shows(text: str) -> Callable[[], bool]:
        return lambda: get(f"http://127.0.0.1:{port}/") == (200, text)

    stop = Event()
    serving = Thread(target=serve.serve, args=[root, port, build, stop])
    serving.start()
    try:
        wait_for(lambda: "serving" in heard_by_now())
        record.write_text("second")
        wait_for(shows("second"))
        record.write_text("bad")
        wait_for(lambda: "-1 is not a count" in heard_by_now())
        assert shows("second")()
        record.write_text("third and good")
        wait_for(shows("third and good"))
    finally:
        stop.set()
        serving.join()
    assert "changed: events/2019/x.yml" in heard_by_now()


def test_a_port_that_is_taken_is_said_and_not_a_traceback(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.serve(root, port, list) == 1
    assert f"port {port} cannot be used" in capsys.readouterr().out
