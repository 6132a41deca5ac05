"""What holds for every test: no connection beyond this machine, no file of the user's touched."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.translating import SOURCE, VARIABLE, use_language

LOOPBACK_NAMES = {"localhost", ""}
TESTS = Path(__file__).parent
WHOLE = frozenset(("corpus", "docs", "faults", "hub", "importing", "tmux", "tui", "web"))
"""Folders of tests that start the app, a browser, a terminal, a server or other programs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of the unit suite."""
    for item in items:
        marked = item.get_closest_marker("faults") or item.get_closest_marker("whole")
        if item.path.relative_to(TESTS).parts[0] not in WHOLE and not marked:
            item.add_marker("unit")


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = address[0]
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_connection_beyond_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection or name look-up beyond loopback fails the test that makes it."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def refuse(address: Any) -> None:
        if not _is_local(address):
            pytest.fail(f"a test tried to connect to {address!r}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse(address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        refuse((host or "", 0))
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the test's own, and no rater from the environment."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.delenv("ANNOTATOR_RATER", raising=False)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, whatever the machine speaks and whatever a test has chosen."""
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    use_language(SOURCE)
    yield
    use_language(SOURCE)
