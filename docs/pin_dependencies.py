"""Writes constraints.txt: every package that `annotator` and its extras bring, exact and with its hashes.

    python docs/pin_dependencies.py

The versions are those installed in this environment, which are the ones the tests ran with. The hashes are
those of the wheels that pip, as it is set up here, would take on each system and each Python below; nothing
is installed, and no address gets into the file. How to use it: docs/security.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.installed import closure  # noqa: E402

TARGET = Path(__file__).parents[1] / "constraints.txt"
EXTRAS = ("import", "web", "xlsx", "hub", "corpus")
BUILD = ("hatchling>=1.28",)
"""What a plain wheel is built with, so that building fetches nothing else."""
NEWEST = ("pip", "setuptools")
"""sqlite-utils and textstat ask for them; what stands here came with Python, old as it may be."""
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS: Mapping[str, tuple[Sequence[str], Mapping[str, str]]] = {
    "Linux": (
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64",
         "manylinux_2_12_x86_64", "manylinux_2_5_x86_64", "manylinux1_x86_64"),
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    ),
    "macOS": (
        ("macosx_14_0_arm64", "macosx_13_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64",
         "macosx_11_0_universal2", "macosx_10_13_universal2", "macosx_10_9_universal2"),
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    ),
    "Windows": (
        ("win_amd64",), {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    ),
}  # fmt: skip
"""By system: what its wheels may be called, and what markers say there."""
HEAD = """\
# Every package that annotator and its extras {extras} bring, and what builds it;
# exact, with the hashes of wheels for Linux (x86-64), macOS (arm64) and Windows (x86-64), Python {pythons}.
# Written by docs/pin_dependencies.py; docs/security.md says how to use it.
"""


def brought(environment: Mapping[str, str]) -> dict[str, str]:
    """The name of each package that an installation there brings, with its version here.

    The version is empty where pip takes the newest: what is not installed here, and what NEWEST names.
    """
    asked = [Requirement(f"annotator[{','.join(EXTRAS)}]"), *map(Requirement, BUILD)]
    found = closure(asked, environment)
    del found["annotator"]
    return {
        name: "" if installed is None or name in NEWEST else installed.version
        for name, installed in found.items()
    }


def hashes(packages: Mapping[str, str], system: str, python: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and hash of the wheel that pip would take for each package."""
    platforms = [word for one in SYSTEMS[system][0] for word in ("--platform", one)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        asked = [f"{name}=={version}" if version else name for name, version in packages.items()]
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
             "--no-deps", "--only-binary", ":all:", "--disable-pip-version-check", "--target", folder,
             "--python-version", python, *platforms, "--report", str(report), *asked],
            check=True,
        )  # fmt: skip
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for one in told["install"]:
        digest = one["download_info"]["archive_info"]["hashes"]["sha256"]
        yield canonicalize_name(one["metadata"]["name"]), one["metadata"]["version"], digest


def main() -> None:
    """Nothing; the file is written."""
    versions: dict[str, str] = {}
    digests: dict[str, set[str]] = {}
    where: dict[str, set[str]] = {}
    for system, (_, markers) in SYSTEMS.items():
        for python in PYTHONS:
            environment = {**markers, "python_version": python, "python_full_version": f"{python}.0"}
            packages = brought(environment)
            for name, version, digest in hashes(packages, system, python):
                assert versions.setdefault(name, version) == version, f"two versions of {name}"
                digests.setdefault(name, set()).add(digest)
                where.setdefault(name, set()).add(system)
            print(f"{system}, Python {python}: {len(packages)} packages", flush=True)
    lines = [HEAD.format(extras=", ".join(EXTRAS), pythons=", ".join(PYTHONS))]
    for name in sorted(versions):
        lines.append(f"{name}=={versions[name]}{_marker(where[name])} \\\n")
        lines.append(" \\\n".join(f"    --hash=sha256:{one}" for one in sorted(digests[name])) + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


def _marker(systems: set[str]) -> str:
    """Where a package is needed on some systems only, the words that say so."""
    if systems == set(SYSTEMS):
        return ""
    names = sorted(SYSTEMS[one][1]["sys_platform"] for one in systems)
    return " ; " + " or ".join(f'sys_platform == "{name}"' for name in names)


if __name__ == "__main__":
    main()
