"""Serve a built site as a static host would, under a path such as GitHub's project sites have.

In: a folder and a path. Out: the address of the site while the block lasts. Nothing is built. With
`compress` texts are sent with gzip and may be kept for ten minutes, as static hosts do.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

SUB_PATH = "/syria-chronicle/"

GZIP_LEVEL = 6
"""What nginx and the hosts of static pages use by default, or better."""

TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


@contextmanager
def serve(folder: Path, path: str = SUB_PATH, compress: bool = False) -> Iterator[str]:
    """The address of `folder` on a free port of 127.0.0.1, under `path` (begins and ends with /).

    Outside the path, and for what is not there, the site's own 404.html answers with status 404.
    """
    kind = Compressing if compress else Handler
    handler = partial(kind, path=path, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{path}"
        finally:
            server.shutdown()


class Handler(SimpleHTTPRequestHandler):
    """A quiet file server below one path."""

    def __init__(self, *request: object, path: str, directory: str) -> None:
        self.prefix = path
        super().__init__(*request, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of an address; for one outside the prefix, a name that no site has."""
        inside = path.removeprefix(self.prefix) if path.startswith(self.prefix) else "\N{EMPTY SET}"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page where something is not found."""
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

    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at the answers."""


class Compressing(Handler):
    """Sends texts with gzip and lets them be kept, as the hosts of static pages do."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of a file that is a text with the size of its compressed body."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        kind = self.guess_type(file)
        if not file.is_file() or not kind.startswith(TEXTS):
            return super().send_head()
        body = gzip.compress(file.read_bytes(), GZIP_LEVEL, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(body)
