"""Wheels that are built now, by the backend itself so that nothing is fetched, and environments with them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Built(NamedTuple):
    """What building left behind."""

    path: Path | None
    """Of what was built, if anything was."""
    told: str


def build_now(folder: Path, *, kind: str = "wheel", root: Path = ROOT, **variables: str) -> Built:
    """A wheel in the folder, plain unless variables say otherwise; or an `editable` one, or an `sdist`."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("CC", "PYTHONPATH")}
    environment = {**inherited, "ANNOTATOR_COMPILE": "0", **variables}
    code = "import sys, hatchling.build as it; print(getattr(it, 'build_' + sys.argv[1])(sys.argv[2]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, kind, str(folder)],
        cwd=root, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Built(None if ran.returncode else folder / ran.stdout.split()[-1], ran.stderr)


def unpack_sources(folder: Path) -> Path:
    """The sources as they are given away, unpacked."""
    packed = build_now(folder, kind="sdist").path
    assert packed is not None
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    packed.unlink()
    (root,) = folder.iterdir()
    return root


def install(wheel: Path, folder: Path) -> Path:
    """The folder of programs of a fresh environment with the wheel.

    What it depends on is taken from where the tests run, because no test asks a package index; the checkout
    is not reachable from there.
    """
    venv.create(folder)
    programs = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", "--quiet"]
    subprocess.run([*pip, "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    (site,) = folder.glob("lib/*/site-packages")
    # A line of a .pth file adds a folder, but not what the .pth files in it add: the checkout stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    told = subprocess.run(
        [programs / "python", "-c", "import annotator; print(annotator.__file__)"],
        cwd=folder, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert told.startswith(str(site)), told
    return programs
