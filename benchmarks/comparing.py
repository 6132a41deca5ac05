"""Outlets compared over a million scores: 200 outlets, 20 criteria, 125 raters, the database warm."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from annotator.workbench.comparing import compare_scores
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.rating import load_rubric
from benchmarks.figures import Figure, seconds

OUTLETS, CRITERIA, ARTICLES, RATERS = 200, 20, 400, 125
BOUND = 1.0
COUNTED = """
SELECT a.outlet, s.criterion, s.level, count(*) FROM current_scores c JOIN scores s ON s.id = c.score
JOIN articles a ON a.id = s.article GROUP BY a.outlet, s.criterion, s.level
"""


def measure() -> list[Figure]:
    """The time from the open workspace to the table of medians, intervals and means."""
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        rubric = load_rubric(workspace)
        criteria = tuple(
            replace(rubric.criteria[number % len(rubric.criteria)], id=f"c{number}")
            for number in range(CRITERIA)
        )
        rubric = replace(rubric, criteria=criteria)
        number = _fill(workspace, rubric.digest)
        table = compare_scores(workspace, story=None, rubric=rubric)
        assert sum(cell.n for cell in table.cells.values()) == number
        took = seconds(lambda: compare_scores(workspace, story=None, rubric=rubric))
        bare = seconds(lambda: workspace.store.rows(COUNTED), 1)
    name = f"compare {number:,} scores of {OUTLETS} outlets"
    return [Figure(name, took, "s", "the scores counted by level in SQL", bare, BOUND, on="value")]


def _fill(workspace: Workspace, digest: str) -> int:
    """How many scores were given: every rater every article by every criterion."""
    with workspace.store.writing() as connection:
        insert = connection.executemany
        connection.execute("INSERT INTO rubrics VALUES (?, 'core', '1', '')", (digest,))
        connection.execute("INSERT INTO texts VALUES ('f', 'words')")
        insert("INSERT INTO outlets (id, name) VALUES (?, ?)", ((f"o{n}", f"{n}") for n in range(OUTLETS)))
        insert(
            "INSERT INTO articles VALUES"
            " (?, ?, 'f', ?, NULL, 'en', 0, 4, 't', 1, '', '', '', '', '', '', '')",
            ((n + 1, f"a{n:03}", f"o{n % OUTLETS}") for n in range(ARTICLES)),
        )
        insert("INSERT INTO raters VALUES (?, ?, 'student', '')", ((f"r{n}", f"p{n}") for n in range(RATERS)))
        places = (
            (article, rater, criterion)
            for article in range(ARTICLES)
            for rater in range(RATERS)
            for criterion in range(CRITERIA)
        )
        insert(
            "INSERT INTO scores VALUES"
            " (?, ?, ?, ?, ?, ?, 'level', ?, '', '', 1, 1, 0, '2026-11-22T10:00:00Z')",
            (
                (f"s{n:07}", n, f"r{rater}", f"a{article:03}", digest, f"c{criterion}", 1 + (7 * n) % 4)
                for n, (article, rater, criterion) in enumerate(places, 1)
            ),
        )
    return OUTLETS * CRITERIA * (ARTICLES // OUTLETS) * RATERS
