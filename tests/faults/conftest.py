"""A workspace to be hurt, and children that can be killed at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.workbench.importing import add_sources
from annotator.workbench.opening import create_workspace
from tests.workbench.conftest import rubric_text

TEXT = (
    "Council votes for the bridge\n\nThe council voted on Monday. The mayor was glad. Nobody else was asked."
)
SLOWEST = 0.12
"""Seconds after which a child is killed at the latest."""


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one article and a rubric."""
    folder, files = tmp_path_factory.mktemp("base"), tmp_path_factory.mktemp("files")
    (folder / "rubrics").mkdir()
    (folder / "rubrics" / "small.yaml").write_text(rubric_text(), encoding="utf-8")
    (files / "council.txt").write_text(TEXT, encoding="utf-8")
    with create_workspace(folder) as workspace:
        add_sources(workspace, [files])
        workspace.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def folders(base: Path, tmp_path: Path) -> Iterator[Path]:
    """Fresh copies of the workspace, one after the other."""

    def copies() -> Iterator[Path]:
        number = 0
        while True:
            number += 1
            folder = tmp_path / str(number)
            yield Path(shutil.copytree(base, folder))
            shutil.rmtree(folder, ignore_errors=True)

    return copies()  # type: ignore[return-value]


def kill_at_random(
    work: Callable[[Callable[[str], None]], None], chance: random.Random, slowest: float = SLOWEST
) -> list[str]:
    """What the child had confirmed when it was killed: `work` gets a function to confirm with.

    The child is a fork: nothing of it is imported or opened anew, so a moment can be hit.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            work(lambda line: (os.write(write, f"{line}\n".encode()), None)[1])
        finally:
            os._exit(0)
    os.close(write)
    time.sleep(chance.uniform(0, slowest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, encoding="utf-8") as told:
        return [line[:-1] for line in told if line.endswith("\n")]


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="this system has no safe fork"
)
