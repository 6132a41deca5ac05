"""A large collection: two processes against one."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.signals import SEEDS

ARTICLES = 2_000


def measure() -> list[Figure]:
    """Wall time with one and with two workers."""
    from annotator.formats.article_files import read_article
    from annotator.workbench.surveying import survey

    texts = [read_article(path).text for path in sorted(SEEDS.glob("*.md"))]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        rows = ({"id": n, "text": f"{texts[n % len(texts)]}\n{n}"} for n in range(ARTICLES))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        seconds = {}
        for workers in (1, 2):
            start = time.perf_counter()
            survey(str(source), str(Path(folder) / f"out-{workers}"), workers=workers, partition=100)
            seconds[workers] = time.perf_counter() - start
    rate = ARTICLES / seconds[1]
    return [
        Figure(
            f"corpus, {ARTICLES:,} articles, two workers",
            seconds[2],
            "s",
            f"one worker, {seconds[1]:.1f} s ({rate:.0f} articles a second)",
            seconds[2] / seconds[1],
            0.55,
        ),
    ]
