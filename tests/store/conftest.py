"""Stores to try things on: made once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.store import Store, open_store


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "annotator.db"
    open_store(path, create=True).close()
    return path


@pytest.fixture
def new_file(empty_file: Path, tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str = "annotator") -> Path:
        return Path(shutil.copy(empty_file, tmp_path / f"{name}.db"))

    return make


@pytest.fixture
def store(new_file: Callable[[str], Path]) -> Iterator[Store]:
    with open_store(new_file("annotator")) as opened:
        yield opened
