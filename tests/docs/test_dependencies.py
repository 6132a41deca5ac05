"""What we build on: licences, known vulnerabilities, exact versions."""

from __future__ import annotations

import json
import re
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

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
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In pip-audit's place something that prints what stands in a file, or finds no network."""
    (tmp_path / "pip_audit.py").write_text(
        "import pathlib, sys\n"
        "told = pathlib.Path(__file__).with_name('told.json')\n"
        "print(told.read_text()) if told.exists() else sys.exit('no network')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def test_where_nobody_answers_that_is_said(stand_in: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "vulnerabilities"]) == 0
    told = capsys.readouterr().out
    assert "pypi gave no answer: no network" in told and "osv gave no answer: no network" in told
    assert "NOT CHECKED" in told and "known in" not in told


def test_packages_that_a_service_does_not_know_are_not_called_safe(
    stand_in: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skipped = {"name": "click", "skip_reason": "not found"}
    (stand_in / "told.json").write_text(json.dumps({"dependencies": [skipped]}))
    assert main(["--only", "vulnerabilities"]) == 0
    assert re.fullmatch(r"vulnerabilities: NOT CHECKED; no service .*\n", capsys.readouterr().out)
    known = {"name": "textual", "version": "1", "vulns": []}
    (stand_in / "told.json").write_text(json.dumps({"dependencies": [skipped, known]}))
    main(["--only", "vulnerabilities"])
    told = capsys.readouterr().out
    assert "0 known in 1 packages" in told and re.search("NOT CHECKED in .*: .*click", told)


class Advisories(BaseHTTPRequestHandler):
    """A service as OSV is, which knows of one vulnerability in click."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        affected = {
            "package": {"name": "click", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999"}]}],
        }
        flaw = {"id": "PYSEC-1", "summary": "It falls.", "affected": [affected], "modified": "2026-01-01"}
        told = json.dumps({"vulns": [flaw]} if asked["package"]["name"] == "click" else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *arguments: object) -> None:
        pass


def test_pip_audit_itself_finds_a_known_vulnerability_and_that_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as service:
        Thread(target=service.serve_forever, daemon=True).start()
        monkeypatch.setenv("PIP_AUDIT_OSV_URL", f"http://127.0.0.1:{service.server_port}/")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert main(["--only", "vulnerabilities", "--services", "osv", "--extras", "xlsx"]) == 1
        service.shutdown()
    told = capsys.readouterr().out
    assert re.search(r"^click [0-9.]+: PYSEC-1, mended in 999$", told, re.M), told
    assert re.search(r"1 known in \d+ packages", told) and "NOT CHECKED" not in told


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
