"""`annotator export KIND` and the deeper views of `annotator compare`, as they are typed."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLES = ["scores", "wide", "gradebook", "evidence", "signals", "measurements", "verdicts", "annotations"]


@pytest.fixture
def scored(demo: Path, run: Run) -> Path:
    for handle in ("anna", "ravi", "kim"):
        run("-r", handle, "score", "techtrendske", "overall=2", "balance=0")
        run("-r", handle, "score", "outlet-it", "overall=3")
    return demo


@pytest.mark.parametrize("kind", TABLES)
def test_a_file_is_written_once_and_again_only_with_force(run: Run, scored: Path, kind: str) -> None:
    assert run("export", kind, "--to", "out").code == 0
    whole = (scored / "out").read_bytes()
    assert whole and b"anna" not in whole
    refused = run("export", kind, "--to", "out")
    assert refused.code == 2 and "--force" in refused.err
    assert run("export", kind, "--to", "out", "--force").code == 0
    assert sorted(path.name for path in scored.iterdir() if path.name.endswith(".part")) == []


def test_an_italian_spreadsheet_gets_semicolons_with_its_commas(run: Run, scored: Path) -> None:
    ran = run("export", "gradebook", "--decimal", "comma")
    rows = list(csv.DictReader(io.StringIO(ran.out), delimiter=";"))
    assert {row["completion"] for row in rows} == {"18,8"}
    assert run("export", "verdicts", "--decimal", "comma").out.startswith("rater;role;")
    tabs = run("export", "gradebook", "--separator", "tab", "--bom")
    assert tabs.out.startswith("\ufeffrater\trole")


def test_a_course_system_is_told_to_need_names(run: Run, scored: Path) -> None:
    assert "--identified" in run("export", "gradebook", "--for", "canvas").err
    ran = run("export", "gradebook", "--for", "canvas", "--identified", "--title", "News")
    assert ran.out.splitlines()[0].startswith("Student,ID,SIS User ID,SIS Login ID,Section,News: completion")
    assert "\nanna,,,anna,,18.8" in ran.out.replace("\r", "")


@pytest.mark.parametrize("form", ["canvas", "moodle"])
def test_a_title_is_no_formula_either(run: Run, scored: Path, form: str) -> None:
    (header, *_) = csv.reader(io.StringIO(run("export", "gradebook", "--for", form, "--title", "=1+1").out))
    assert "'=1+1: grade" in header and not any(name.startswith("=") for name in header)


def test_a_package_and_a_spreadsheet_are_written(run: Run, scored: Path) -> None:
    pytest.importorskip("xlsxwriter")
    assert run("export", "package", "--to", "data").code == 0
    assert json.loads((scored / "data" / "datapackage.json").read_text("utf-8"))["licenses"]
    assert run("export", "xlsx", "--to", "all.xlsx").code == 0
    assert (scored / "all.xlsx").read_bytes()[:2] == b"PK"


def test_a_spreadsheet_without_its_library_says_what_to_install(
    run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = run("export", "xlsx", "--to", "all.xlsx")
    assert ran.code == 2 and "annotator[xlsx]" in ran.err
    assert not (demo / "all.xlsx").exists()


def test_a_full_disk_leaves_no_half_report(run: Run, scored: Path) -> None:
    assert run("export", "report", "--to", "warm.html").code == 0
    limited = (
        "import resource, sys; from annotator.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000));"
        "main(['export', 'report', '--to', 'r.html'])"
    )
    ran = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert ran.returncode == 2 and "r.html: the file cannot be written" in ran.stderr
    assert {one.name for one in scored.iterdir() if "annotator.db" not in one.name} == {"warm.html"}


def test_an_unknown_story_and_a_missing_folder_are_told(run: Run, demo: Path) -> None:
    assert run("export", "wide", "--story", "nothing").code == 2
    assert run("export", "scores", "--to", "no/where.csv").code == 2


def test_a_report_is_written_once_in_the_language_that_is_told(run: Run, scored: Path) -> None:
    assert run("export", "report", "--story", "tiktok-settlement", "--in", "it", "--to", "r.html").code == 0
    page = (scored / "r.html").read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="it">') and "anna" not in page.split()
    assert "--force" in run("export", "report", "class", "--to", "r.html").err
    assert (scored / "r.html").read_text("utf-8") == page
    assert run("export", "report", "class", "--story", "tiktok-settlement", "--to", "s.html").code == 2
    assert run("export", "report", "--story", "nothing", "--to", "s.html").code == 2
    assert not (scored / "s.html").exists()


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("view", [("--differences",), ("--by", "mode"), ("--distribution",)])
def test_every_view_of_a_comparison_has_every_format(
    run: Run, scored: Path, view: tuple[str, ...], form: str
) -> None:
    ran = run("compare", "--story", "tiktok-settlement", *view, "--format", form)
    assert ran.code == 0 and len(ran.out.splitlines()) > 5 and "nan" not in ran.out.lower().split(",")
    if form == "json":
        assert json.loads(ran.out)["version"] == 1


def test_a_comparison_names_the_outlets_nobody_scored(run: Run, scored: Path) -> None:
    assert "Nobody has scored an article of" in run("compare").err
