"""Every command that a page tells a teacher to type does what the page says: it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run
from tests.docs.running import DOCS, steps

PAGES = ("for-teachers.md", "hand-in.md")


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_the_page_runs(
    name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here, ran = tmp_path, 0
    for step in steps(DOCS / name):
        if step.kind == "file":
            (here / step.words[0]).write_text(step.words[1], encoding="utf-8")
        elif step.kind == "folder":
            here = here / step.words[0]
            monkeypatch.chdir(here)
        else:
            told = run(*step.words)
            ran += 1
            # 1 is an answer too, such as a hand-in with something to tell; 2 is a command that does not work.
            assert told.code != 2, f"{name}:{step.line}: annotator {' '.join(step.words)}\n{told.err}"
    assert ran > 3, "the page has commands, and they were found"


def test_what_is_not_run_and_what_is_no_command_are_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```sh\nannotator doctor  # looks\ncd x\n```\n<!-- not run: waits -->\n```sh\nannotator serve\n```\n"
        "<!-- file: a.csv -->\n```csv\nhandle\n```\n```\nannotator nothing\n```\n"
    )
    assert [step[:2] for step in steps(page)] == [(2, "command"), (3, "folder"), (11, "file")]
    page.write_text("```sh\nrm -rf x\n```\n")
    with pytest.raises(AssertionError, match="no command of ours"):
        list(steps(page))
