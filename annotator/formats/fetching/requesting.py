"""One request after the other: redirects followed by hand, time and size bounded, nothing run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import certifi
import urllib3
from urllib3.exceptions import HTTPError

from annotator import __version__
from annotator.errors import InputError, Place
from annotator.formats.fetching.addresses import Target, resolve
from annotator.translating import _

AGENT = f"annotator/{__version__} (classroom reading tool; one page at a time)"
MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
TIME_LIMIT = 30.0
"""Seconds for one page, redirects included."""
_STEP = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    url: str
    """Where the answer came from, after redirects."""
    status: int
    data: bytes
    media_type: str
    charset: str


def request(
    url: str, *, allow_local: bool = False, most: int = MOST_BYTES, seconds: float = TIME_LIMIT
) -> Fetched:
    """The last answer after at most five redirects, whatever its status.

    Each hop's address is checked anew. Raises `InputError` for what takes too long, is too large, turns in
    a circle, or cannot be reached.
    """
    until = time.monotonic() + seconds
    seen: list[str] = []
    while True:
        if url in seen or len(seen) > MOST_REDIRECTS:
            told = _("this address sends on in a circle.")
            if url not in seen:
                told = _("this address sends on more than {most} times.").format(most=MOST_REDIRECTS)
            hint = _("Open it in a browser, and copy the address where you end.")
            raise InputError(told, hint, Place(seen[0]))
        seen.append(url)
        target = resolve(url, allow_local=allow_local)
        with _answer(target, until) as answer:
            where = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not where:
                return _fetched(answer, url, most, until)
            url = urljoin(url, where)


@contextmanager
def _answer(target: Target, until: float) -> Iterator[Any]:
    """The server's answer, its body unread. The machine asked is the very one whose address was checked."""
    left = max(0.1, until - time.monotonic())
    timeout = urllib3.Timeout(connect=min(10.0, left), read=left)
    shown = f"[{target.host}]" if ":" in target.host else target.host
    usual = 443 if target.secure else 80
    headers = {
        "Host": shown if target.port == usual else f"{shown}:{target.port}",
        "User-Agent": AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
    }
    pool: urllib3.HTTPConnectionPool
    if target.secure:
        pool = urllib3.HTTPSConnectionPool(
            target.ip,
            target.port,
            timeout=timeout,
            server_hostname=target.host,
            assert_hostname=target.host,
            cert_reqs="CERT_REQUIRED",
            ca_certs=certifi.where(),
        )
    else:
        pool = urllib3.HTTPConnectionPool(target.ip, target.port, timeout=timeout)
    try:
        with pool:
            answer = pool.urlopen(
                "GET", target.path, headers=headers, retries=False, redirect=False, preload_content=False
            )
            try:
                yield answer
            finally:
                answer.close()
    except (HTTPError, OSError) as problem:
        raise _unreached(target, problem) from problem


def _fetched(answer: Any, url: str, most: int, until: float) -> Fetched:
    data = bytearray()
    # read1 hands over what has come; waiting for a full step would let a slow drip last for ever.
    while piece := answer.read1(_STEP, decode_content=True):
        data += piece
        if len(data) > most:
            message = _("the page is larger than {most:g} MB.").format(most=most / 1e6)
            raise InputError(
                message, _("Name the address of an article, not of a film or an archive."), Place(url)
            )
        if time.monotonic() > until:
            raise _too_slow(url)
    media_type, _semicolon, rest = answer.headers.get("Content-Type", "").partition(";")
    charset = rest.rpartition("charset=")[2].strip(" \"'") if "charset=" in rest else ""
    return Fetched(url, answer.status, bytes(data), media_type.strip().lower(), charset)


def _unreached(target: Target, problem: Exception) -> InputError:
    if isinstance(problem, urllib3.exceptions.TimeoutError | TimeoutError):
        return _too_slow(target.url)
    if isinstance(problem, urllib3.exceptions.SSLError):
        message = _("the site's certificate is not valid, so nobody knows who answers.")
        return InputError(message, _("Open it in a browser and look at the warning."), Place(target.url))
    if isinstance(problem, urllib3.exceptions.DecodeError):
        return InputError(
            _("the answer is damaged (wrongly compressed)."), _("Try again later."), Place(target.url)
        )
    message = _("{host} does not answer.").format(host=target.host)
    return InputError(message, _("Check the network, or try again later."), Place(target.url))


def _too_slow(url: str) -> InputError:
    return InputError(
        _("the site takes too long to answer."), _("Try again later, or paste the text."), Place(url)
    )
