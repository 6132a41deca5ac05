"""The worked examples of the documentation do what the pages say, in Python, SQL, R and Datasette."""

from __future__ import annotations

import doctest
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import annotator
from tests.cli.conftest import Run
from tests.cli.conftest import run as run
from tests.docs.running import DOCS, ROOT, steps

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_researchers_page_names_every_table_and_view() -> None:
    schema = (ROOT / "tests" / "golden" / "schema.sql").read_text(encoding="utf-8")
    kept = set(re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", schema, re.MULTILINE))
    page = (DOCS / "for-researchers.md").read_text(encoding="utf-8")
    assert kept - set(re.findall(r"`(\w+)`", page)) == set()


def test_the_python_page_shows_what_python_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "python.md").read_text(encoding="utf-8").replace("\n```", "\n\n```")
    test = doctest.DocTestParser().get_doctest(page, {}, "python.md", "docs/python.md", 0)
    told: list[str] = []
    done = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert done.attempted > 15
    assert done.failed == 0, "".join(told)


@pytest.fixture
def researched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> dict[str, list[str]]:
    """The folder after the commands of the researchers' page, and its other fences by kind."""
    monkeypatch.chdir(tmp_path)
    for step in steps(DOCS / "for-researchers.md"):
        if step.kind == "file":
            Path(step.words[0]).write_text(step.words[1], encoding="utf-8")
        elif step.kind == "command":
            told = run(*step.words)
            assert told.code == 0, f"{step.line}: {told.err}"
    fences: dict[str, list[str]] = {}
    for kind, body in FENCE.findall((DOCS / "for-researchers.md").read_text(encoding="utf-8")):
        fences.setdefault(kind, []).append(body)
    assert {"sh", "csv", "python", "sql", "sqlite", "r"} == set(fences)
    return fences


def test_the_researchers_page_works(
    researched: dict[str, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("pandas", "duckdb"):
        pytest.importorskip(name)
    for source in researched["python"]:
        ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
        assert "techtrendske tone          2.0     3" in " ".join(ran.stdout.splitlines())
    import duckdb

    for source in researched["sql"]:
        first, *_ = (duckdb.sql(one).fetchall() for one in source.split(";") if one.strip())  # type: ignore[union-attr]
        assert first == [("outlet-uk", "tone", 4.0, 3), ("techtrendske", "tone", 2.0, 3)]
    database = sqlite3.connect(tmp_path / "annotator.db")
    for one in researched["sqlite"][0].split(";"):
        assert not one.strip() or database.execute(one).fetchall()
    database.close()


async def test_datasette_shows_the_views_out_of_the_box(researched: object, tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app").Datasette([str(tmp_path / "annotator.db")])
    page = (await app.client.get("/annotator.json")).json()
    assert {one["name"] for one in page["views"]} == {
        "standing_scores", "levels_by_outlet", "cited_words", "progress", "verdicts_by_signal",
    }  # fmt: skip
    for one in page["views"]:
        shown = (await app.client.get(f"/annotator/{one['name']}.json?_shape=array")).json()
        assert isinstance(shown, list) and (shown or one["name"] == "verdicts_by_signal")
        assert not {"ada", "kim", "lee"} & {str(cell) for row in shown for cell in row.values()}


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_lines_for_r_run_in_r(researched: dict[str, list[str]]) -> None:
    ran = subprocess.run(["Rscript", "-e", researched["r"][0]], capture_output=True, text=True, check=True)
    assert "techtrendske" in ran.stdout


def test_the_citation_names_this_version() -> None:
    told = yaml.safe_load((DOCS.parent / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["version"] == annotator.__version__ and told["cff-version"] and told["authors"]


def test_importing_annotator_imports_nothing_else() -> None:
    code = "import sys, annotator; sys.exit(any(one.startswith('annotator.') for one in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert set(dir(annotator)) == set(annotator.__all__)
    with pytest.raises(AttributeError):
        _ = annotator.nothing
