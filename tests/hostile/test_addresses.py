"""No web address that somebody gives the teacher leads into the teacher's machine or network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from annotator.errors import InputError
from annotator.formats.fetching import requesting
from annotator.formats.fetching.addresses import resolve

INSIDE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f.1", "017700000001", "①②⑦.0.0.1", "0.0.0.0", "10.0.0.1",
    "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]",
    "[::]", "[fd00::1]", "[fe80::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[2002:7f00:1::]", "[2002:c0a8:101::1]",
]  # fmt: skip
_LOOK_UP = socket.getaddrinfo


@pytest.fixture(autouse=True)
def numbers_only(no_connection_beyond_loopback: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking up understands every spelling of a number, as ever, and asks nobody."""

    def look_up(host: str, port: int, **named: Any) -> Any:
        return _LOOK_UP(host, port, **named, flags=socket.AI_NUMERICHOST)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize("host", INSIDE)
def test_no_spelling_leads_inside(host: str) -> None:
    with pytest.raises(InputError, match=r"private network|no site|no web address"):
        resolve(f"http://{host}/")


@pytest.mark.parametrize("host", ["93.184.215.14", "[2606:4700::1111]", "[64:ff9b::5db8:d70e]"])
def test_public_addresses_may_be_asked_for(host: str) -> None:
    assert not resolve(f"http://{host}/").local


def knows(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> None:
    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        return [(0, 0, 0, "", (ip, port)) for ip in names.get(host, [host])]

    monkeypatch.setattr("socket.getaddrinfo", look_up)


def test_a_name_with_one_foot_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    knows(monkeypatch, {"news.example": ["93.184.215.14", "127.0.0.1"]})
    with pytest.raises(InputError, match="private network"):
        resolve("http://news.example/")


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1/x", "//192.168.1.1/", "http://inside.example/", "file:///etc/passwd"]
)
def test_no_redirect_leads_inside(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    knows(monkeypatch, {"news.example": ["93.184.215.14"], "inside.example": ["10.1.2.3"]})
    asked: list[str] = []

    @contextmanager
    def answer(target: Any, until: float) -> Iterator[Any]:
        asked.append(target.ip)
        yield SimpleNamespace(status=302, headers={"Location": where})

    monkeypatch.setattr(requesting, "_answer", answer)
    with pytest.raises(InputError, match=r"private network|not read"):
        requesting.request("http://news.example/")
    assert asked == ["93.184.215.14"], "and nobody inside was asked"
