"""Foreign files read in a process of their own: a hostile or broken one ends that process, not ours."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.feed_items import FeedItem
from annotator.formats.kinds import Kind
from annotator.model.spans import Span
from annotator.translating import _, language_used

TIME_LIMIT = 30.0
"""Seconds that reading one file may take."""
_CHUNK = 1 << 16


class ConfinedReader:
    """Reads files one after the other through one process, which starts when the first comes."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, data: bytes, kind: Kind, name: str, url: str = "") -> ArticleDraft | list[FeedItem]:
        """The article in these bytes; of a feed its items.

        Raises `InputError` for what the readers refuse, and for files that take too long or too much memory.
        """
        asked = {"kind": kind, "name": name, "url": url, "language": language_used(), "size": len(data)}
        request = json.dumps(asked).encode() + b"\n"
        told = json.loads(self._ask(request + data, name))
        if "problem" in told:
            message, hint, place = told["problem"]
            raise InputError(message, hint, Place(*place) if place else None)
        if "items" in told:
            return [FeedItem(**item) for item in told["items"]]
        draft = told["draft"]
        return ArticleDraft(**{**draft, "headline": Span(*draft["headline"]), "notes": tuple(draft["notes"])})

    def close(self) -> None:
        """Nothing; the process has ended."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: bytes, name: str) -> bytes:
        """The line the process answers with."""
        process = self._started()
        try:
            return _exchange(process, request, time.monotonic() + self._time_limit)
        except TimeoutError:
            self.close()
            message = _("reading this file took more than {time_limit:g} seconds.").format(
                time_limit=self._time_limit
            )
            raise InputError(message, _("It was given up. Paste the text instead."), Place(name)) from None
        except (BrokenPipeError, EOFError):
            self.close()
            message = _("this file broke its reader: it may be damaged, or made to do harm.")
            raise InputError(
                message, _("Nothing of it was taken in. Paste the text instead."), Place(name)
            ) from None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "annotator.formats.importers.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_bare_environment(),
            )
        return self._process


def _exchange(process: subprocess.Popen[bytes], request: bytes, until: float) -> bytes:
    """The answer's line; raises TimeoutError, BrokenPipeError or EOFError.

    Written and read at once: a process that dies before it has read all must not leave us waiting.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    into, out = process.stdin.fileno(), process.stdout.fileno()
    os.set_blocking(into, False)
    waiting, got = memoryview(request), bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(into, selectors.EVENT_WRITE)
        selector.register(out, selectors.EVENT_READ)
        while not got.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            for key, _ in selector.select(left):
                if key.fd == into:
                    waiting = waiting[os.write(into, waiting[:_CHUNK]) :]
                    if not waiting:
                        selector.unregister(into)
                else:
                    piece = os.read(out, _CHUNK)
                    if not piece:
                        raise EOFError
                    got += piece
    return bytes(got)


def _bare_environment() -> dict[str, str]:
    """The environment without anything that a reader could use or leak."""
    kept = ("PATH", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "LC_ALL")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONUTF8": "1"}
