"""`kill -9` at two hundred random moments: what was confirmed is there, once, and the doctor is silent."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.model.judgements import Answer
from annotator.store import schema
from annotator.workbench.collecting import collect
from annotator.workbench.diagnosing import diagnose_folder
from annotator.workbench.exporting import export_scores
from annotator.workbench.handing_in import hand_in
from annotator.workbench.opening import FILE_NAME, open_workspace
from annotator.workbench.rating import cite, ensure_rater, load_rubric, record_score
from annotator.workbench.reading import find_article
from tests.faults.conftest import kill_at_random, needs_fork

MOMENTS = 50
"""Of each of the four deeds."""

pytestmark = [pytest.mark.faults, needs_fork]


def score_on(
    folder: Path, confirm: Callable[[str], None], handle: str = "rania", times: int = 100_000
) -> None:
    """Scores one criterion again and again, and confirms each key once it is on the disk."""
    with open_workspace(folder) as workspace:
        rater, rubric = ensure_rater(workspace, handle), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        evidence = [cite(article, *article.headline)]
        for step in range(times):
            done = record_score(
                workspace,
                rater,
                article,
                rubric,
                "tone",
                answer=Answer.LEVEL,
                level=1 + step % 4,
                evidence=evidence,
            )
            confirm(done.id)


def stored(folder: Path) -> list[str]:
    with open_workspace(folder) as workspace:
        return [key for (key,) in workspace.store.rows("SELECT id FROM scores")]


def check(folder: Path, confirmed: list[str]) -> None:
    keys = stored(folder)
    assert set(confirmed) <= set(keys), "a confirmed score is gone"
    assert len(keys) == len(set(keys)), "a score is there twice"
    assert diagnose_folder(folder) == []


def test_while_scoring(folders: Iterator[Path]) -> None:
    chance, most = random.Random(1), 0
    for _, folder in zip(range(MOMENTS), folders, strict=False):
        confirmed = kill_at_random(lambda confirm, at=folder: score_on(at, confirm), chance)  # type: ignore[misc]
        check(folder, confirmed)
        assert len(stored(folder)) - len(confirmed) <= 1, "at most the one that was on its way"
        most = max(most, len(confirmed))
    assert most > 3, "no child came far enough to prove anything"


def test_two_processes_that_score_at_once_are_killed(folders: Iterator[Path]) -> None:
    """Both write into one workspace, and each is killed in the middle of the other's work."""
    chance, most = random.Random(6), [0, 0]

    def scoring(folder: Path, handle: str) -> Callable[[Callable[[str], None]], None]:
        return lambda confirm: score_on(folder, confirm, handle)

    for _, folder in zip(range(MOMENTS // 2), folders, strict=False):
        with ThreadPoolExecutor(2) as both:
            running = [
                both.submit(kill_at_random, scoring(folder, handle), random.Random(chance.random()))
                for handle in ("rania", "tom")
            ]
            confirmed = [one.result() for one in running]
        check(folder, [*confirmed[0], *confirmed[1]])
        assert len(stored(folder)) - sum(map(len, confirmed)) <= 2
        most = [max(best, len(one)) for best, one in zip(most, confirmed, strict=True)]
    assert min(most) > 3, "one of them never came far enough to prove anything"


def test_while_merging(folders: Iterator[Path], tmp_path: Path) -> None:
    """Killed while hand-ins are collected; collecting again makes it whole, with nothing twice."""
    sent = tmp_path / "sent"
    sent.mkdir()
    expected: list[str] = []
    for number in range(6):
        student = next(folders)
        keep = tmp_path / f"student-{number}"
        shutil.copytree(student, keep)
        score_on(keep, expected.append, f"student-{number}", 20)
        with open_workspace(keep) as workspace:
            hand_in(workspace, ensure_rater(workspace, f"student-{number}"), sent / f"{number}.json")
    chance = random.Random(2)

    def take_in(folder: Path) -> Callable[[Callable[[str], None]], None]:
        def work(confirm: Callable[[str], None]) -> None:
            with open_workspace(folder) as workspace:
                while True:
                    for path in sorted(sent.iterdir()):
                        collect(workspace, [path], strangers=True)
                        confirm(path.name)

        return work

    for _, folder in zip(range(MOMENTS), folders, strict=False):
        kill_at_random(take_in(folder), chance)
        check(folder, [])
        with open_workspace(folder) as workspace:
            assert not any(one.problem for one in collect(workspace, [sent], strangers=True))
        assert sorted(stored(folder)) == sorted(expected)
        assert diagnose_folder(folder) == []


def test_while_migrating(folders: Iterator[Path], tmp_path: Path) -> None:
    """Killed while a workspace of the first version is brought up to date; opening again finishes it."""
    old = tmp_path / "old"
    shutil.copytree(next(folders), old)
    confirmed: list[str] = []
    score_on(old, confirmed.append, times=5)
    make_old(old / FILE_NAME)
    chance = random.Random(3)

    def work(folder: Path) -> Callable[[Callable[[str], None]], None]:
        def bring_up_to_date(confirm: Callable[[str], None]) -> None:
            with open_workspace(folder):
                confirm("open")

        return bring_up_to_date

    cut_short = 0
    for number in range(MOMENTS):
        folder = tmp_path / f"m{number}"
        shutil.copytree(old, folder)
        cut_short += not kill_at_random(work(folder), chance)
        check(folder, confirmed)
        with open_workspace(folder) as workspace:
            assert workspace.store.row("PRAGMA user_version") == (schema.VERSION,)
        shutil.rmtree(folder)
    assert cut_short > 3, "no child was killed while it migrated"


def make_old(path: Path) -> None:
    """Nothing; the database is as version 2 left it: without what later migrations add."""
    import sqlite3

    from annotator.store import second_schema

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA writable_schema = OFF")
    for kind, name in connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger', 'table', 'index')"
        " AND sql IS NOT NULL"
    ).fetchall():
        if name not in names_of_version_two():
            connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    was = sqlite3.connect(":memory:")
    for statement in (*schema.TABLES, *second_schema.TABLES):
        was.execute(statement)
    for (table,) in was.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        before = {row[1] for row in was.execute(f"PRAGMA table_info({table})")}
        now = [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
        for column in now:
            if column not in before:
                connection.execute(f'ALTER TABLE {table} DROP COLUMN "{column}"')
    was.close()
    connection.execute("DELETE FROM _sqlite_migrations WHERE name NOT LIKE '1 %' AND name NOT LIKE '2 %'")
    connection.execute("PRAGMA user_version = 2")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def names_of_version_two() -> set[str]:
    """The tables, indexes and triggers of the first two versions."""
    from annotator.store import second_schema, triggers

    statements = (
        *schema.TABLES, *schema.INDEXES, *triggers.TRIGGERS,
        *second_schema.TABLES, *second_schema.INDEXES, *second_schema.TRIGGERS,
    )  # fmt: skip
    return {statement.split()[2] for statement in statements} | {"_sqlite_migrations"}


def test_while_exporting(folders: Iterator[Path], tmp_path: Path) -> None:
    """Killed while a file is written: the target is the old one or the new one, never half of one."""
    folder = next(folders)
    score_on(folder, lambda key: None, times=300)
    target = tmp_path / "scores.csv"
    with open_workspace(folder) as workspace:
        export_scores(workspace, target)
    whole = target.read_bytes()
    chance = random.Random(4)

    def export(confirm: Callable[[str], None]) -> None:
        with open_workspace(folder) as workspace:
            while True:
                export_scores(workspace, target, force=True)
                confirm("written")

    for _ in range(MOMENTS):
        kill_at_random(export, chance)
        assert target.read_bytes() == whole
        check(folder, [])
