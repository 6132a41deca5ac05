"""The doctor finds what is wrong, and nothing where nothing is."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.workbench.diagnosing import diagnose, diagnose_folder
from annotator.workbench.opening import FILE_NAME, Workspace
from annotator.workbench.rating import cite, record_score


@pytest.fixture
def used(workspace: Workspace, rater: Rater, council: Article, rubric: Rubric) -> Workspace:
    for level in (1, 2):
        record_score(
            workspace, rater, council, rubric, "balance",
            answer=Answer.LEVEL, level=level, evidence=[cite(council, 0, 6)],
        )  # fmt: skip
    return workspace


def spoil(workspace: Workspace, statement: str) -> None:
    """What another program does behind our back."""
    other = sqlite3.connect(workspace.store.path)
    rules = other.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in rules:
        other.execute(f"DROP TRIGGER {name}")
    if "TRIGGER" not in statement:
        other.execute(statement)
    for name, sql in rules:
        if name not in statement:
            other.execute(sql)
    other.commit()
    other.close()


def test_a_healthy_workspace_has_no_complaints_and_stays_as_it_is(used: Workspace) -> None:
    before = used.store.rows("SELECT * FROM settings")
    assert diagnose(used) == []
    assert used.store.rows("SELECT * FROM settings") == before


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DROP TRIGGER scores_become_current", "scores_become_current was taken out"),
        ("UPDATE texts SET text = text || 'x'", "was changed after it was taken in"),
        ("UPDATE articles SET headline_end = 100000", "was changed after it was taken in"),
        ("UPDATE evidence SET quote = 'scummy'", "a quote that is not in the article"),
        ("UPDATE rubrics SET source = source || ' '", "was changed after it was used"),
        ("UPDATE current_scores SET level = 4", "not the latest of their rater: 1."),
        ("DELETE FROM current_scores", "not the latest of their rater: 1."),
        ("DELETE FROM scores", "rows of evidence point to rows of scores"),
        ("DELETE FROM raters", "rows of scores point to rows of raters"),
        ("DELETE FROM articles WHERE outlet = 'unknown'", "texts that belong to no article: 1."),
        (
            "INSERT INTO raters (id, handle, role) VALUES ('x', 'rania', 'student')",
            "more than one rater is called",
        ),
    ],
)
def test_the_doctor_finds(used: Workspace, statement: str, found: str) -> None:
    spoil(used, statement)
    complaints = diagnose(used)
    assert any(found in complaint.message for complaint in complaints), complaints
    assert all(complaint.hint for complaint in complaints)


def test_the_doctor_finds_damage_that_opening_passes_over(used: Workspace) -> None:
    folder = used.folder
    page = used.store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'texts'")[0][0]
    used.close()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    complaints = diagnose_folder(folder)
    assert complaints
    assert all("damaged" in complaint.message for complaint in complaints)


def test_the_doctor_speaks_of_a_workspace_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"Dear diary" * 20)
    (complaint,) = diagnose_folder(tmp_path)
    assert "not a database" in complaint.message
    assert complaint.serious


def test_a_broken_rubric_file_is_told_but_is_not_serious(used: Workspace) -> None:
    (used.folder / "rubrics" / "broken.yaml").write_text("id: [", encoding="utf-8")
    (complaint,) = diagnose(used)
    assert "broken.yaml" in complaint.message
    assert not complaint.serious


def test_a_full_disk_a_network_drive_and_a_clock_are_told(
    used: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        (complaint,) = diagnose(used)
        assert complaint.hint
        return complaint.message

    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=7_900_000))
        assert "only 7 MB are free" in told()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/class {used.folder} nfs4 rw 0 0\n", encoding="utf-8")
    with monkeypatch.context() as network:
        network.setattr("annotator.workbench.surroundings._MOUNTS", mounts)
        assert "network drive (nfs4)" in told()
    (used.folder / ".stfolder").mkdir()
    assert "copied to other computers" in told()
    (used.folder / ".stfolder").rmdir()
    early = diagnose(replace(used, clock=lambda: datetime(2001, 1, 1).astimezone()))
    assert ["which cannot be" in early[0].message, "still to come" in early[1].message] == [True, True]
    assert all("order of judgements does not rest on it" in one.hint for one in early)
    assert diagnose(used) == []


def test_a_workspace_that_others_can_read_is_told(used: Workspace) -> None:
    used.store.path.chmod(0o644)
    (complaint,) = diagnose(used)
    assert "other people" in complaint.message
    assert not complaint.serious
