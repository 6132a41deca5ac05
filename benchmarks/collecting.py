"""Taking in 1,000 hand-ins of 200 scores each, and the same files a second time."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure

STUDENTS, ARTICLES = 1_000, 25
BOUND = 10.0
"""Seconds for the first time; 25 articles by the 8 criteria of the core rubric are 200 scores."""


def write_files(workspace: object, folder: Path, students: int) -> list[Path]:
    """The hand-ins of so many students who scored every article, half of the scores with a quote."""
    from annotator.formats.hand_ins import SHAPES, write_hand_in
    from annotator.store.identifiers import uuid7
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.opening import Workspace
    from annotator.workbench.reading import article, list_articles

    assert isinstance(workspace, Workspace)
    rubric = load_rubric(workspace)
    texts = [article(workspace, row.id) for row in list_articles(workspace, None, None, counts=False)]
    paths = []
    for student in range(students):
        rows, evidence = [], {}
        for text in texts:
            for criterion in rubric.criteria:
                key, clock = uuid7(1), len(rows) + 1
                level = criterion.levels[(student + clock) % len(criterion.levels)].value
                rows.append(
                    (key, clock, text.id, rubric.digest, criterion.id, "level", level, "", "", True, True,
                     False, "2026-11-22T09:00:00+01:00")
                )  # fmt: skip
                if clock % 2:
                    evidence[key] = [(uuid7(1), 0, 0, 20, text.text[:20], "", text.text[20:52], "", "")]
        path = folder / f"{student:04}.json"
        write_hand_in(
            path,
            head={"tool": "benchmark", "class": "", "written": ""},
            rater=(uuid7(1), f"student-{student}", "student", ""),
            articles=[(text.id, text.fingerprint, text.outlet, text.title) for text in texts],
            rubrics=[(rubric.digest, rubric.id, rubric.version)],
            rows={**{table: [] for table in SHAPES}, "scores": rows},
            evidence=evidence,
            key=None,
            force=False,
        )
        paths.append(path)
    return paths


def bare_rows(paths: list[Path], database: Path) -> float:
    """Seconds to read the files as JSON and to put their scores into a table without keys, unchecked."""
    begun = time.perf_counter()
    connection = sqlite3.connect(database)
    for path in paths:
        rows = json.loads(path.read_bytes())["scores"]
        if path is paths[0]:
            connection.execute(f"CREATE TABLE scores ({', '.join(rows[0])})")
        marks = ", ".join("?" * len(rows[0]))
        values = ([str(value) for value in row.values()] for row in rows)
        connection.executemany(f"INSERT INTO scores VALUES ({marks})", values)
    connection.commit()
    connection.close()
    return time.perf_counter() - begun


def measure() -> list[Figure]:
    """The seconds for all files, and for all of them again."""
    from annotator.workbench.collecting import collect
    from annotator.workbench.importing import add_sources
    from annotator.workbench.opening import create_workspace

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for number in range(ARTICLES):
            text = f"The council met on day {number}\n\nIt took decision number {number}, it is said.\n"
            (folder / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
        (folder / "files").mkdir()
        with create_workspace(folder / "class") as workspace:
            add_sources(workspace, [folder / "articles"])
            paths = write_files(workspace, folder / "files", STUDENTS)
            bare = bare_rows(paths, folder / "bare.db")
            times = []
            for _ in range(2):
                start = time.perf_counter()
                found = collect(workspace, paths)
                times.append(time.perf_counter() - start)
            assert not any(one.problem or one.conflicts for one in found)
            assert sum(one.known for one in found) == STUDENTS * ARTICLES * 8
    title = f"collecting {STUDENTS:,} hand-ins of 200 scores"
    beside = ("their scores read and inserted, unchecked", bare)
    return [
        Figure(title, times[0], "s", *beside, BOUND, on="value"),
        Figure(f"{title}, again", times[1], "s", *beside, BOUND, on="value"),
    ]
