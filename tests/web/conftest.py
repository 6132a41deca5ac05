"""A class to be served: in this process without sessions, or by the real program."""

from __future__ import annotations

import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from annotator.web.addresses import own_names
from annotator.web.doors import Doors
from annotator.web.health import Health
from annotator.web.office import Office
from annotator.web.serving import build
from annotator.web.session_process import Job
from annotator.web.sessions import Sessions
from annotator.workbench import admitting
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.seeding import seed
from tests.web.server import Server
from tests.web.student import Student


class EmptyCradle:
    """Starts sessions whose process says nothing; the test has the other end of each line."""

    def __init__(self) -> None:
        self.lines: list[socket.socket] = []

    def start(self, job: Job) -> socket.socket:
        ours, theirs = socket.socketpair()
        self.lines.append(theirs)
        return ours

    def close(self) -> None:
        for line in self.lines:
            line.close()


class Class:
    """A served class in this process."""

    def __init__(self, workspace: Workspace, *, secure: bool = False) -> None:
        self.workspace = workspace
        self.told: list[str] = []
        self.cradle = EmptyCradle()
        sessions = Sessions(workspace.folder, self.cradle, self.told.append)
        code, key = admitting.class_code(workspace), admitting.entry_key(workspace)
        self.office = Office(
            workspace, sessions, code, key, own_names(("class.example",)), secure, self.told.append
        )
        self.doors = Doors(self.office)
        self.health = Health(self.doors, "the-token", time.time())

    @property
    def app(self) -> web.Application:
        return build(self.office, self.doors, self.health)


Open = Callable[..., "Opened"]


class Opened:
    """A class at an address, and the students who come to it."""

    def __init__(self, served: Class, base: str) -> None:
        self.served = served
        self.base = base
        self.told = served.told

    def student(self, handle: str = "asha", **given: str) -> Student:
        return Student(self.base, self.served.office.code, handle, **given)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace without articles: enough to come in by the door."""
    with create_workspace(tmp_path / "class") as made:
        yield made


@pytest.fixture
async def opened(workspace: Workspace) -> AsyncIterator[Opened]:
    """A class in this process, without TLS."""
    async with serving(Class(workspace)) as one:
        yield one


@asynccontextmanager
async def serving(served: Class) -> AsyncIterator[Opened]:
    """The class, at a port of this machine until the block ends."""
    server = TestServer(served.app)
    await server.start_server()
    try:
        yield Opened(served, f"http://127.0.0.1:{server.port}")
    finally:
        served.cradle.close()
        await served.office.sessions.close()
        await server.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server on the seed articles, one for all tests that do it no harm."""
    folder = tmp_path_factory.mktemp("served") / "class"
    seeded(folder)
    one = Server(folder)
    yield one
    one.stop()


def seeded(folder: Path) -> Path:
    """A workspace with the seed articles."""
    with create_workspace(folder) as made:
        seed(made)
    return folder
