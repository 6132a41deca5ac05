"""A real PostgreSQL on this machine, started for these tests; skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.hub.connecting import connected, read_address
from annotator.workbench.syncing import admit_server, make_hub
from tests.faults.conftest import base as base
from tests.faults.conftest import folders as folders

OWNER, SERVER = "hubowner", "school"
PASSWORD = "for tests only"


def programs() -> Path | None:
    """Where PostgreSQL's own programs are."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


@dataclass
class Postgres:
    """A server that can be stopped and started."""

    folder: Path
    port: int

    def run(self, program: str, *arguments: str) -> None:
        home = programs()
        assert home
        command = [str(home / program), *arguments]
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, capture_output=True, cwd="/")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder} -c fsync=off"
        self.run(
            "pg_ctl",
            "-D",
            str(self.folder / "data"),
            "-w",
            "-o",
            options,
            "-l",
            str(self.folder / "log"),
            "start",
        )

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def url(self, user: str, database: str = "postgres", password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A fresh server with an owner and a role for a school's servers."""
    if programs() is None or (os.geteuid() == 0 and shutil.which("runuser") is None):
        pytest.skip("PostgreSQL is not installed here")
    folder = Path(tempfile.mkdtemp(prefix="annotator-hub-test-"))
    (folder / "password").write_text(PASSWORD, encoding="ascii")
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "postgres", str(folder)], check=True)
    server = Postgres(folder, free_port())
    server.run(
        "initdb", "-D", str(folder / "data"), "-U", "postgres", "--auth=scram-sha-256", "-E", "UTF8",
        "--locale=C", f"--pwfile={folder / 'password'}",
    )  # fmt: skip
    server.start()
    with connected(read_address(server.url("postgres"))) as admin:
        for role in (OWNER, SERVER, "stranger"):
            admin.run(f"CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'")
        admin.run(f"CREATE DATABASE hub OWNER {OWNER}")
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def hub(postgres: Postgres) -> Iterator[Postgres]:
    """The server with an empty hub in it, to which the school's role has one class."""
    make_hub(postgres.url(OWNER, "hub"))
    admit_server(postgres.url(OWNER, "hub"), SERVER, "8b")
    yield postgres
    with connected(read_address(postgres.url(OWNER, "hub"))) as owner:
        owner.run("DROP SCHEMA annotator CASCADE")
