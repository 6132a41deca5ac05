"""A real PostgreSQL on this machine, started for these tests; skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
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
        self.run_any(str(home / program), *arguments)

    def run_any(self, *command: str) -> None:
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            command = ("runuser", "-u", "postgres", "--", *command)
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

    def url(
        self, user: str, database: str = "postgres", password: str = PASSWORD, host: str = "127.0.0.1"
    ) -> str:
        return f"postgresql://{user}:{password.replace(' ', '%20')}@{host}:{self.port}/{database}"

    def speak_tls(self, name: str) -> Path:
        """The server's certificate, of its own making for this host name; the school's role must use it."""
        data = self.folder / "data"
        self.run_any(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
            "-keyout", str(data / "server.key"), "-out", str(data / "server.crt"),
        )  # fmt: skip
        rules = (data / "pg_hba.conf").read_text(encoding="utf-8")
        (data / "pg_hba.conf").write_text(f"hostnossl all {SERVER} all reject\n{rules}", encoding="utf-8")
        self._set_tls("on")
        copy = self.folder / "trusted.pem"
        copy.write_bytes((data / "server.crt").read_bytes())
        return copy

    def speak_no_tls(self) -> None:
        rules = (self.folder / "data" / "pg_hba.conf").read_text(encoding="utf-8")
        (self.folder / "data" / "pg_hba.conf").write_text(rules.partition("\n")[2], encoding="utf-8")
        self._set_tls("off")

    def _set_tls(self, wanted: str) -> None:
        with connected(read_address(self.url("postgres"))) as admin:
            admin.run(f"ALTER SYSTEM SET ssl = {wanted}")
            admin.run("SELECT pg_reload_conf()")
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with connected(read_address(self.url("postgres"))) as admin:
                if admin.run("SHOW ssl") == [[wanted]]:
                    return
            time.sleep(0.1)
        raise AssertionError("the server did not take its new settings")


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
