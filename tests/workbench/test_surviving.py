"""What a crash, a crowd and a second window must not lose."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import current_scores, ensure_rater, load_rubric, record_score
from annotator.workbench.reading import find_article

SCORING = """
import sys
from pathlib import Path
from annotator.model.judgements import Answer
from annotator.workbench.opening import open_workspace
from annotator.workbench.rating import ensure_rater, load_rubric, record_score
from annotator.workbench.reading import find_article
workspace = open_workspace(Path(sys.argv[1]))
rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "small")
article = find_article(workspace, "council")
for step in range(100_000):
    level, note = 1 + step % 4, f"step {step}"
    score = record_score(
        workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=level, note=note)
    print(score.id, flush=True)
"""

WRITERS, EACH = 30, 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_program_killed_right_after_a_score_loses_nothing(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", SCORING, str(folder)], stdout=subprocess.PIPE, text=True, encoding="ascii"
    )
    assert running.stdout
    confirmed = [running.stdout.readline().strip() for _ in range(20)]
    running.kill()
    confirmed += [
        line.strip() for line in running.stdout.read().splitlines(keepends=True) if line.endswith("\n")
    ]
    running.wait()
    running.stdout.close()
    with open_workspace(folder) as workspace:
        kept = {key for (key,) in workspace.store.rows("SELECT id FROM scores")}
        standing = workspace.store.rows("SELECT score FROM current_scores")
        assert set(confirmed) <= kept
        assert len(kept) - len(confirmed) <= 1, "at most the score that was on its way"
        assert standing == [(max(kept),)]


def test_thirty_writers_at_once_lose_nothing(folder: Path) -> None:
    def score_all(number: int) -> list[str]:
        with open_workspace(folder) as workspace:
            rater, rubric = ensure_rater(workspace, f"pupil {number}"), load_rubric(workspace, "small")
            article = find_article(workspace, "council")
            return [
                record_score(
                    workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=1 + step % 4
                ).id
                for step in range(EACH)
            ]

    with ThreadPoolExecutor(WRITERS) as crowd:
        confirmed = [key for keys in crowd.map(score_all, range(WRITERS)) for key in keys]
    with open_workspace(folder) as workspace:
        assert {key for (key,) in workspace.store.rows("SELECT id FROM scores")} == set(confirmed)
        assert len(confirmed) == WRITERS * EACH
        clocks = workspace.store.rows("SELECT min(clock), max(clock), count(DISTINCT clock) FROM scores")
        assert clocks == [(1, WRITERS * EACH, WRITERS * EACH)]
        assert workspace.store.row("SELECT count(*) FROM current_scores") == (WRITERS,)


def test_thirty_who_join_under_one_handle_are_one_rater(folder: Path) -> None:
    def join(_: int) -> str:
        with open_workspace(folder) as workspace:
            return ensure_rater(workspace, "kim").id

    with ThreadPoolExecutor(8) as crowd:
        assert len(set(crowd.map(join, range(30)))) == 1


def test_two_windows_of_one_rater_keep_both_judgements(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    with open_workspace(folder) as window:
        record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
        later = record_score(window, rater, council, rubric, "tone", answer=Answer.LEVEL, level=4)
        for one in (workspace, window):
            assert current_scores(one, rater, council, rubric) == {"tone": later}
    assert workspace.store.row("SELECT count(*) FROM scores") == (2,)
