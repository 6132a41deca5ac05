"""The report of the seeds, judged by a class of thirty: a fresh process, from the command to the file.

Beside it stands `annotator articles` on the same workspace, the price of starting and opening alone.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from annotator.model.judgements import Answer
from annotator.store import articles
from annotator.workbench.choosing import load_rubric
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.seeding import seed
from benchmarks.figures import Figure

RATERS, SECONDS, MEGABYTES = 30, 3.0, 3.0


def judge(workspace: Workspace) -> None:
    """Nothing; everybody has judged every article by every criterion, with a quote."""
    seed(workspace)
    rubric, chance = load_rubric(workspace), random.Random(1)
    told = list(articles.iterate_articles(workspace.store))
    for number in range(RATERS):
        rater = ensure_rater(workspace, f"student {number}")
        for one in told:
            for criterion in rubric.criteria:
                start = chance.randrange(len(one.text) - 40)
                record_score(
                    workspace,
                    rater,
                    one,
                    rubric,
                    criterion.id,
                    answer=Answer.LEVEL,
                    level=chance.randint(1, 4),
                    evidence=(cite(one, start, start + 40),),
                )


def _time(folder: Path, *arguments: str) -> float:
    start = time.perf_counter()
    call = "from annotator.cli import main; main()"
    command = [sys.executable, "-c", call, "--workspace", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def measure() -> list[Figure]:
    """The time of a report, with and without the analyses at hand, and its size."""
    with tempfile.TemporaryDirectory() as name:
        folder, target = Path(name) / "class", Path(name) / "report.html"
        with create_workspace(folder) as workspace:
            judge(workspace)
            words = sum(len(one.text.encode()) for one in articles.iterate_articles(workspace.store)) / 1e6
        first = _time(folder, "export", "report", "--to", str(target), "--force")
        times = [_time(folder, "export", "report", "--to", str(target), "--force") for _ in range(3)]
        opening = median(_time(folder, "articles") for _ in range(3))
        size = target.stat().st_size / 1e6
    beside = ("annotator articles", opening)
    return [
        Figure("report of the seeds, nothing analysed yet", first, "s", *beside, SECONDS, on="value"),
        Figure("report of the seeds again", median(times), "s", *beside, SECONDS, on="value"),
        Figure(
            "report of the seeds, size",
            size,
            "MB",
            "the articles' text",
            words,
            MEGABYTES,
            on="value",
            noise=1.1,
        ),
    ]  # fmt: skip
