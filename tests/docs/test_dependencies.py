"""What we build on: licences, known vulnerabilities, exact versions."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docs.check_dependencies import is_allowed, licence, main

ROOT = Path(__file__).parents[2]


def test_every_licence_is_on_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "licences"]) == 0, capsys.readouterr().out
    (n, of) = re.findall(r"(\d+) of (\d+) packages", capsys.readouterr().out)[0]
    assert n == of
    assert int(n) > 50


ALLOWED = [
    "MIT",
    "BSD-3-Clause AND 0BSD",
    "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
    "(MIT OR GPL-3.0) AND ISC",
]
REFUSED = [
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "LGPL-2.1-only",
    "MIT AND GPL-2.0-only",
    "not said",
    "MIT)",
    "",
    "(MIT",
]


@pytest.mark.parametrize("expression", ALLOWED)
def test_what_may_be_used(expression: str) -> None:
    assert is_allowed(expression)


@pytest.mark.parametrize("expression", REFUSED)
def test_what_may_not_be_used(expression: str) -> None:
    assert not is_allowed(expression)


def test_several_licences_without_a_choice_count_together() -> None:
    classes = [
        "License :: OSI Approved :: MIT License",
        "License :: OSI Approved :: GNU General Public License (GPL)",
    ]
    told = licence("some", {"License-Expression": [], "Classifier": classes, "License": []})
    assert not is_allowed(told)
    assert licence("none", {"License-Expression": [], "Classifier": [], "License": []}) == "not said"


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for pip-audit, which says what is in a file beside it."""
    (tmp_path / "pip_audit.py").write_text(
        "import pathlib, sys\n"
        "told = pathlib.Path(__file__).with_name('told.json')\n"
        "print(told.read_text()) if told.exists() else sys.exit('no network')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def test_where_nobody_answers_that_is_said(audit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "vulnerabilities"]) == 0
    assert "could not be asked for; pip-audit got no answer: no network" in capsys.readouterr().out


def test_a_known_vulnerability_fails(audit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vulnerable = {"name": "click", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
    foreign = {"name": "not-ours", "version": "1", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]}
    (audit / "told.json").write_text(json.dumps({"dependencies": [vulnerable, foreign]}))
    assert main(["--only", "vulnerabilities"]) == 1
    told = capsys.readouterr().out
    assert "click 1: PYSEC-1, mended in 2" in told
    assert "PYSEC-2" not in told


PINNED = re.compile(r"([a-z0-9-]+)==(\S+)( ; [^\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def test_constraints_are_exact_hashed_and_name_no_host() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    assert PINNED.sub("", body) == ""
    assert "://" not in text
    assert "index" not in text
    assert len(text) < 100_000


def test_constraints_hold_every_direct_dependency_within_its_range() -> None:
    pinned = {
        one[1]: one[2] for one in PINNED.finditer((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [
        *project["dependencies"],
        *(one for name in ("import", "web", "xlsx", "hub", "corpus") for one in extras[name]),
    ]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement
