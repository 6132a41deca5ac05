"""A real web server on this machine, and commands run in a fresh workspace."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import Run, here, run  # noqa: F401 - fixtures
from tests.importing.files import feed, page


class Site(BaseHTTPRequestHandler):
    """Pages, and everything that goes wrong with pages."""

    asked: list[str]
    robots = "User-agent: *\nDisallow: /secret\n"

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        self.asked.append(self.path)
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        match self.path.strip("/").split("/"):
            case ["robots.txt"]:
                self.answer(self.robots, kind="text/plain")
            case ["fire"] | ["fire2"] | ["secret", "fire"]:
                self.answer(
                    page(headline=f"Fire in the old harbour destroys {self.path.strip('/')} warehouses")
                )
            case ["packed"]:
                self.answer(gzip.compress(page().encode()), **{"Content-Encoding": "gzip"})
            case ["bomb"]:
                self.answer(gzip.compress(b" " * 60_000_000), **{"Content-Encoding": "gzip"})
            case ["latin"]:
                text = page(paragraphs=("Perché la città è così bella? " * 12,)).replace(
                    '<meta charset="utf-8">', ""
                )
                self.answer(text.encode("iso-8859-1"), kind="text/html; charset=iso-8859-1")
            case ["moved"]:
                self.answer("", status=301, Location="/fire")
            case ["loop"]:
                self.answer("", status=302, Location="/loop2")
            case ["loop2"]:
                self.answer("", status=302, Location="/loop")
            case ["to-file"]:
                self.answer("", status=302, Location="file:///etc/passwd")
            case ["empty"]:
                self.answer("")
            case ["picture"]:
                self.answer("<html><body><img src='x.png'></body></html>")
            case ["wall"]:
                self.answer("members only", status=403)
            case ["broken"]:
                self.answer("oh", status=503)
            case ["feed"]:
                self.answer(feed(base, "/fire", "/fire2"), kind="application/rss+xml")
            case ["empty-feed"]:
                self.answer(feed(base), kind="application/rss+xml")
            case ["drip"]:
                self.send_response(200)
                self.end_headers()
                for _ in range(1_200):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
                self.asked.append("/drip, to the last drop")
            case ["asked"]:
                self.answer("\n".join(self.asked), kind="text/plain")
            case ["endless"]:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                for _ in range(3_000):
                    self.wfile.write(b"<p>endless words</p>" * 1_000)
            case _:
                self.answer("nothing", status=404)

    def answer(
        self, body: str | bytes, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def handle(self) -> None:
        # The guest may have had enough.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a running site."""
    handler = type("Handler", (Site,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def workspace(here: Path, run: Run) -> Path:  # noqa: F811 - the fixtures themselves
    """A folder with an empty workspace, in which commands are run."""
    assert run("init").code == 0
    return here
