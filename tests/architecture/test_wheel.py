"""The built wheel holds what the program needs at run time."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built now, by the backend itself so that nothing is fetched."""
    target = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; build_wheel({str(target)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_seeds_and_rubrics_are_in_the_wheel(names: set[str]) -> None:
    assert {name for name in names if name.startswith("annotator/_data/seeds/tiktok-settlement/")} == {
        f"annotator/_data/seeds/tiktok-settlement/{path.name}"
        for path in (ROOT / "seeds" / "tiktok-settlement").glob("*.md")
    }
    assert "annotator/_data/rubrics/core.yaml" in names


def test_every_data_file_of_the_package_is_in_the_wheel(names: set[str]) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for suffix in ("txt", "toml", "tcss", "mo")
        for path in (ROOT / "annotator").rglob(f"*.{suffix}")
    }
    assert here <= names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names} == {"annotator"}
