"""The real server, as a program of its own."""

from __future__ import annotations

import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

PATIENCE = 60.0
START = "from annotator.cli import main; main()"


class Server:
    """`annotator serve` on a workspace, on a port of its own."""

    def __init__(
        self, folder: Path, *options: str, port: int = 0, largest_file: int | None = None, **environment: str
    ) -> None:
        self.folder = folder
        self.told = folder.parent / f"{folder.name}-told.txt"
        self._largest_file = largest_file
        with self.told.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", START, "-w", str(folder), "serve", "--port", str(port), *options],
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                preexec_fn=self._limit if largest_file else None,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            )
        self.base = self._wait_for(r"(https?://\S+)")
        self.code = self._wait_for(r"Class code +(\w+)")
        self.port = int(self.base.rpartition(":")[2])

    def _limit(self) -> None:
        assert self._largest_file
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._largest_file, self._largest_file))

    @property
    def words(self) -> str:
        """What the teacher has read."""
        return self.told.read_text()

    def _wait_for(self, pattern: str) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := re.search(pattern, self.words):
                return found[1] if found.groups() else found[0]
            assert self.process.poll() is None, self.words
            time.sleep(0.02)
        raise AssertionError(f"{pattern} was never told: {self.words}")

    def tells(self, pattern: str) -> str:
        """The words, as soon as the teacher reads them."""
        return self._wait_for(pattern)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the workspace's database."""
        with closing(sqlite3.connect(self.folder / "annotator.db", timeout=30)) as connection:
            return connection.execute(sql).fetchall()

    def children(self) -> list[int]:
        """The processes that the server or its nursery started."""
        tree: dict[int, list[int]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                after = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if after[0] != "Z":
                tree.setdefault(int(after[1]), []).append(int(stat.parent.name))
        found = list(tree.get(self.process.pid, []))
        for one in found:
            found += tree.get(one, [])
        return found

    def kill(self) -> None:
        """Nothing; the server is gone without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Nothing; the teacher pressed Ctrl+C."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(PATIENCE)


def are_gone(processes: list[int]) -> bool:
    """True as soon as none of the processes is alive; False when one stays."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not any(_alive(one) for one in processes):
            return True
        time.sleep(0.05)
    return False


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
