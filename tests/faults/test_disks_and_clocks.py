"""A full disk, a torn journal, a clock that jumps: told in a sentence, and nothing confirmed is gone."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from annotator.errors import StoreError
from annotator.model.judgements import Answer
from annotator.store import schema
from annotator.workbench.diagnosing import diagnose_folder
from annotator.workbench.opening import FILE_NAME, open_workspace
from annotator.workbench.rating import current_scores, ensure_rater, load_rubric, record_score
from annotator.workbench.reading import find_article
from tests.faults.test_killing import score_on, stored


def test_a_full_disk_is_told_and_keeps_what_was_saved(folders: Iterator[Path]) -> None:
    folder = next(folders)
    confirmed: list[str] = []
    score_on(folder, confirmed.append, times=3)
    with open_workspace(folder) as workspace:
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        pages = workspace.store.row("PRAGMA page_count")
        assert pages
        workspace.store.connection.execute(f"PRAGMA max_page_count = {pages[0]}")
        note = "long " * 2_000
        with pytest.raises(StoreError, match="the disk is full, so nothing was saved"):
            for _ in range(50):
                confirmed.append(
                    record_score(
                        workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=1, note=note
                    ).id
                )
        # Room again: the same window goes on.
        workspace.store.connection.execute("PRAGMA max_page_count = 100000")
        confirmed.append(
            record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=2).id
        )
    assert stored(folder) == confirmed
    assert diagnose_folder(folder) == []


def test_a_torn_journal_keeps_a_beginning_of_the_history(folders: Iterator[Path], tmp_path: Path) -> None:
    folder = next(folders)
    confirmed: list[str] = []
    copy = tmp_path / "running"
    with open_workspace(folder) as workspace:
        # Another window keeps the journal from being folded in at the end.
        score_on(folder, confirmed.append, times=12)
        workspace.store.row("SELECT 1")
        shutil.copytree(folder, copy)
    journal = (copy / f"{FILE_NAME}-wal").read_bytes()
    assert len(journal) > 10_000
    chance = random.Random(5)
    for number in range(25):
        torn = tmp_path / f"torn-{number}"
        shutil.copytree(copy, torn)
        (torn / f"{FILE_NAME}-shm").unlink(missing_ok=True)
        at = chance.randrange(len(journal))
        data = journal[:at] + (chance.randbytes(64) if number % 2 else b"")
        (torn / f"{FILE_NAME}-wal").write_bytes(data)
        keys = stored(torn)
        assert keys == confirmed[: len(keys)]
        assert diagnose_folder(torn) == []
    (copy / f"{FILE_NAME}-shm").unlink(missing_ok=True)
    (copy / f"{FILE_NAME}-wal").write_bytes(journal + chance.randbytes(5_000))
    assert stored(copy) == confirmed


def test_an_older_version_leaves_the_workspace_alone(
    folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = next(folders)
    confirmed: list[str] = []
    score_on(folder, confirmed.append, times=3)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with monkeypatch.context() as older:
        older.setattr("annotator.store.schema.VERSION", schema.VERSION - 1)
        with pytest.raises(StoreError, match="made by a newer annotator"):
            open_workspace(folder)
        (complaint,) = diagnose_folder(folder)
        assert "made by a newer annotator" in complaint.message
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert stored(folder) == confirmed
    assert diagnose_folder(folder) == []


def test_a_clock_that_jumps_about_spoils_nothing(folders: Iterator[Path]) -> None:
    folder = next(folders)
    now = datetime.now().astimezone()
    moments = iter(now + timedelta(days=400 * (step % 2), seconds=step) for step in range(1_000))
    confirmed: list[str] = []
    with open_workspace(folder, clock=lambda: next(moments)) as workspace:
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        for level in (1, 2, 3, 4):
            done = record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=level)
            confirmed.append(done.id)
        assert current_scores(workspace, rater, article, rubric)["tone"].level == 4
    assert stored(folder) == confirmed
    assert diagnose_folder(folder) == [], "the clock is right again"


def test_a_clock_that_jumps_back_does_not_bring_an_old_score_back(folders: Iterator[Path]) -> None:
    folder = next(folders)
    moments = iter(datetime(2027, 3, 1, 12).astimezone() - timedelta(hours=2 * step) for step in range(1_000))
    with open_workspace(folder, clock=lambda: next(moments)) as workspace:
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        for level in (1, 2, 3, 4):
            record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=level)
        assert current_scores(workspace, rater, article, rubric)["tone"].level == 4
    with open_workspace(folder) as workspace:
        assert current_scores(workspace, rater, article, rubric)["tone"].level == 4
