"""The tidy table of a million scores beside `sqlite3 -csv` over the same join, and the memory of exports."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from annotator.workbench.opening import create_workspace
from annotator.workbench.rating import load_rubric
from benchmarks.figures import Figure, memory_of

if TYPE_CHECKING:
    from annotator.workbench.exporting import Kind

RATERS, ARTICLES, OUTLETS = 625, 200, 200
RATIO, MEGABYTES = 2.0, 200.0
JOIN = """
SELECT r.handle AS rater, r.role, r.team, a.id AS article, a.title, a.outlet, a.language, a.story,
  u.id AS rubric, u.version, u.digest, s.criterion, s.answer, s.level,
  (SELECT group_concat(e.quote, ' | ') FROM evidence e WHERE e.score = s.id) AS evidence,
  (SELECT group_concat(e.start || '-' || e."end", ';') FROM evidence e WHERE e.score = s.id) AS spans,
  (SELECT group_concat(e.absent, ' | ') FROM evidence e WHERE e.score = s.id) AS absence,
  s.note, s.saw_outlet, s.saw_signals, s.saw_others, s.at, s.id AS score_id, '0.1.0' AS tool_version
FROM articles a CROSS JOIN rubrics u
CROSS JOIN current_scores c ON c.rubric = u.digest AND c.article = a.id
JOIN scores s ON s.id = c.score JOIN raters r ON r.id = s.rater
WHERE c.answer <> 'withdrawn' ORDER BY a.position, c.rater, c.rubric, c.criterion
"""
OTHERS = ("wide", "gradebook", "evidence", "verdicts", "annotations", "package")
EXPORT = """
import sys
from benchmarks.exporting import export
from benchmarks.figures import peak_megabytes
for kind in sys.argv[3:]:
    export(kind, sys.argv[1], sys.argv[2])
print(peak_megabytes())
"""


def a_class(folder: Path, raters: int = RATERS, articles: int = ARTICLES) -> int:
    """How many scores a new workspace in the folder has: all raters, articles and criteria; half cite."""
    with create_workspace(folder) as workspace:
        rubric = load_rubric(workspace)
        connection = workspace.store.connection
        with workspace.store.writing():
            insert = connection.executemany
            connection.execute(
                "INSERT INTO rubrics VALUES (?, ?, ?, ?)",
                (rubric.digest, rubric.id, rubric.version, rubric.source),
            )
            insert(
                "INSERT INTO outlets (id, name) VALUES (?, ?)",
                ((f"o{n}", f"Outlet {n}") for n in range(OUTLETS)),
            )
            connection.execute("INSERT INTO texts VALUES ('f', 'words')")
            insert(
                "INSERT INTO articles VALUES (?, ?, 'f', ?, NULL, 'en', 0, 4, ?, 1,"
                " '', '', '', '', '', '', '')",
                ((n + 1, f"a{n:011}", f"o{n % OUTLETS}", f"A headline, {n}") for n in range(articles)),
            )
            insert(
                "INSERT INTO raters VALUES (?, ?, 'student', '8B')",
                ((f"r{n}", f"pupil {n}") for n in range(raters)),
            )
            keys = [
                (n, rater, article, criterion.id)
                for n, (rater, article, criterion) in enumerate(
                    (rater, article, criterion)
                    for rater in range(raters)
                    for article in range(articles)
                    for criterion in rubric.criteria
                )
            ]
            insert(
                "INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, 'level', ?, ?, '', 1, 1, 0,"
                " '2026-11-22T10:00:00.000+01:00')",
                (
                    (
                        f"s{n:012}",
                        n + 1,
                        f"r{r}",
                        f"a{a:011}",
                        rubric.digest,
                        c,
                        1 + n % 4,
                        "a note " * (n % 3),
                    )
                    for n, r, a, c in keys
                ),
            )
            insert(
                "INSERT INTO evidence VALUES (?, ?, 0, 0, 5, 'words', '', '', '', '')",
                ((f"e{n:012}", f"s{n:012}") for n, *_ in keys if n % 2),
            )
        return len(keys)


def export(kind: str, folder: str, target: str) -> None:
    """Nothing; the results of that kind stand in the target file."""
    from annotator.workbench.correcting import export_verdicts
    from annotator.workbench.exporting import Choice, export_annotations, export_table
    from annotator.workbench.opening import open_workspace
    from annotator.workbench.publishing import export_package

    path = Path(target)
    with open_workspace(Path(folder)) as workspace:
        if kind == "verdicts":
            export_verdicts(workspace, path, force=True, identified=True)
        elif kind == "annotations":
            export_annotations(workspace, path, force=True)
        elif kind == "package":
            export_package(workspace, path.with_suffix(".zip"), force=True)
        else:
            export_table(workspace, cast("Kind", kind), path, Choice(identified=True), force=True)


def _ours(folder: Path, target: Path, *kinds: str) -> tuple[float, float]:
    """Wall seconds of a fresh process that exports those kinds, and its peak memory in MB."""
    start = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-c", EXPORT, str(folder), str(target), *kinds],
        check=True,
        capture_output=True,
        text=True,
    )
    return time.perf_counter() - start, float(told.stdout)


def _shell(database: Path, target: Path) -> float:
    """Wall seconds of `sqlite3 -csv`; of Python's csv over the same rows where there is no such program."""
    start = time.perf_counter()
    with target.open("w", encoding="utf-8", newline="") as out:
        if shutil.which("sqlite3"):
            subprocess.run(["sqlite3", "-csv", "-header", str(database), JOIN], check=True, stdout=out)
        else:
            connection = sqlite3.connect(database)
            csv.writer(out).writerows(connection.execute(JOIN))
            connection.close()
    return time.perf_counter() - start


def measure() -> list[Figure]:
    """The ratio of the two times and the memory of ours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "class"
        number = a_class(folder)
        pairs = []
        for _ in range(3):
            ours, memory = _ours(folder, Path(name) / "ours.csv", "scores")
            pairs.append((ours, _shell(folder / "annotator.db", Path(name) / "theirs.csv"), memory))
        pairs = pairs[1:]
        _, memory_of_others = _ours(folder, Path(name) / "ours.csv", *OTHERS)
        time_ours, time_theirs = median(one[0] for one in pairs), median(one[1] for one in pairs)
        ratio = median(one[0] / one[1] for one in pairs)
    program = "sqlite3 -csv" if shutil.which("sqlite3") else "csv over sqlite3"
    empty = ("Python with nothing loaded", memory_of("pass"))
    memory = max(one[2] for one in pairs)
    kinds = ", ".join(OTHERS)
    return [
        Figure(f"tidy CSV of {number:,} scores", time_ours, "s", program, time_theirs, RATIO, turns=ratio),
        Figure("tidy CSV, memory", memory, "MB", *empty, MEGABYTES, on="value", noise=1.1),
        Figure(f"memory of {kinds}", memory_of_others, "MB", *empty, MEGABYTES, on="value", noise=1.1),
    ]
