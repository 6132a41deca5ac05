"""A score confirmed with its quotation, from the key to the disk."""

from __future__ import annotations

import sqlite3
import tempfile
from itertools import count
from pathlib import Path

from benchmarks.figures import Figure, paired

SCORES = 200


def measure() -> list[Figure]:
    """One score of many that are given one after another, beside bare rows written as safely."""
    from annotator.model.judgements import Answer
    from annotator.store.articles import iterate_articles
    from annotator.workbench.opening import create_workspace
    from annotator.workbench.rating import cite, ensure_rater, load_rubric, record_score
    from annotator.workbench.seeding import seed

    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        seed(workspace)
        rubric, rater = load_rubric(workspace), ensure_rater(workspace, "bench")
        article = next(iterate_articles(workspace.store))
        criterion, numbers = rubric.criteria[0].id, count()
        quotation = (cite(article, 0, 20),)

        def judge() -> None:
            for number in range(SCORES):
                record_score(
                    workspace, rater, article, rubric, criterion,
                    answer=Answer.LEVEL, level=1 + number % 4, evidence=quotation,
                )  # fmt: skip

        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id, words)")

        def write() -> None:
            for _ in range(SCORES):
                bare.execute("INSERT INTO t VALUES (?, ?)", (next(numbers), "words " * 30))

        ours, reference, ratio = paired(judge, write, 5)
        bare.close()
    each = 1e3 / SCORES
    return [
        Figure("a score confirmed", each * ours, "ms", "a bare row in SQLite", each * reference, turns=ratio)
    ]
