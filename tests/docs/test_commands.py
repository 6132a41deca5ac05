"""Every command that a page shows is one that `annotator` has, and does what the page says: it runs."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run
from tests.docs.running import DOCS, ROOT, Step, expanded, mentions, pages, steps, understand

PAGES = pages()
RUN = [page for page in PAGES if any(step.kind == "command" for step in steps(page))]


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", RUN, ids=_name)
def test_every_command_of_the_page_runs(
    page: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path
    for step in steps(page):
        if step.kind == "file":
            (here / step.words[0]).parent.mkdir(exist_ok=True)
            (here / step.words[0]).write_text(step.words[1], encoding="utf-8")
        elif step.kind == "folder":
            here = here / step.words[0]
            monkeypatch.chdir(here)
        elif step.kind == "command":
            told = run(*expanded(step.words))
            # 1 is an answer too, such as a hand-in with something to tell; 2 is a command that does not work.
            assert told.code != 2, f"{page.name}:{step.line}: annotator {' '.join(step.words)}\n{told.err}"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_command_that_the_page_mentions_is_one_we_have(page: Path) -> None:
    unknown: list[str] = []
    for step in (*steps(page), *mentions(page)):
        if step.kind in ("command", "shown"):
            try:
                understand(step.words)
            except click.UsageError as problem:
                unknown.append(f"{page.name}:{step.line}: {' '.join(step.words)}: {problem.format_message()}")
    assert unknown == []


def test_the_pages_for_each_kind_of_reader_are_there_and_run() -> None:
    wanted = {"for-teachers.md", "for-students.md", "for-researchers.md", "hand-in.md"}
    assert wanted <= {page.name for page in RUN}
    assert sum(step.kind == "command" for page in RUN for step in steps(page)) > 80
    assert {"README.md", "CONTRIBUTING.md"} <= {page.name for page in PAGES if page.parent == ROOT}


def test_what_is_not_run_and_what_is_no_command_are_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```sh\nannotator doctor  # looks\ncd x\n```\n<!-- not run: waits -->\n```sh\nannotator serve\n```\n"
        "<!-- file: a.csv -->\n```csv\nhandle\n```\n```\nannotator doctor [--format json]    says all\n```\n"
        "<!-- file: b.csv\nhandle\n-->\n<!-- before: annotator init -->\n```sh\nannotator\n```\n"
    )
    assert list(steps(page)) == [
        Step(2, "command", ("doctor",)),
        Step(3, "folder", ("x",)),
        Step(7, "shown", ("serve",)),
        Step(11, "file", ("a.csv", "handle\n")),
        Step(14, "shown", ("doctor", "[--format", "json]")),
        Step(16, "file", ("b.csv", "handle\n")),
        Step(19, "command", ("init",)),
        Step(21, "shown", ()),
    ]
    page.write_text("```sh\nrm -rf x\n```\n")
    with pytest.raises(AssertionError, match="no command of ours"):
        list(steps(page))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("analyse FILE", "no such command"),
        ("class rooster", "no such command of a group"),
        ("analyze FILE --frmat json", "no such option"),
        ("analyze FILE --format yaml", "no such choice"),
        ("backup FOLDER", "a word too many"),
    ],
)
def test_a_command_that_we_do_not_have_is_refused(words: str, why: str) -> None:
    with pytest.raises(click.UsageError):
        understand(tuple(words.split()))
    understand(("export", "KIND", "--to", "PATH")), why
    assert DOCS.is_dir()
