"""A large collection: two processes against one, what reading and writing add, memory at two sizes."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, memory_of
from benchmarks.signal_costs import SEEDS

ARTICLES = 2_000
SURVEY = "import sys; from annotator.workbench.surveying import survey; survey(*sys.argv[1:3], partition=100)"


def write_source(path: Path, articles: int) -> list[tuple[str, str]]:
    """The texts and languages of so many articles, which stand in the file as JSON lines."""
    from annotator.formats.article_files import read_article

    drafts = [read_article(path) for path in sorted(SEEDS.glob("*.md"))]
    chosen = [drafts[number % len(drafts)] for number in range(articles)]
    texts = [(f"{draft.text}\n{number}", draft.language) for number, draft in enumerate(chosen)]
    rows = (json.dumps({"id": number, "text": text}) + "\n" for number, (text, _) in enumerate(texts))
    path.write_text("".join(rows), encoding="utf-8")
    return texts


def measure() -> list[Figure]:
    """Wall time with one and with two workers, beside the signals alone; bytes and memory."""
    from annotator.formats.corpora import list_files
    from annotator.signals import analyze
    from annotator.workbench.partitioning import Partitions
    from annotator.workbench.surveying import survey

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "news.jsonl"
        texts = write_source(source, ARTICLES)
        seconds = {}
        for workers in (1, 2):
            start = time.perf_counter()
            survey(str(source), str(folder / f"out-{workers}"), workers=workers, partition=100)
            seconds[workers] = time.perf_counter() - start
        start = time.perf_counter()
        for text, language in texts:
            analyze(text, language)
        alone = time.perf_counter() - start
        start = time.perf_counter()
        for _ in Partitions(*list_files(str(source)), 100).jobs():
            pass
        planning = time.perf_counter() - start
        written = sum(path.stat().st_size for path in (folder / "out-1").rglob("*.parquet"))
        read = sum(len(text.encode()) for text, _ in texts)
        few = folder / "few.jsonl"
        write_source(few, ARTICLES // 8)
        memory = {path: memory_of(SURVEY, str(path), str(folder / path.stem)) for path in (few, source)}
    each, kilo = 1e3 / ARTICLES, 1e-3 / ARTICLES
    title = f"corpus, {ARTICLES:,} articles"
    small = ("an eighth of the articles", memory[few])
    return [
        Figure(f"{title}, two workers", seconds[2], "s", "one worker", seconds[1], 0.55),
        Figure("corpus, an article", each * seconds[1], "ms", "all signals", each * alone),
        Figure("corpus, planning an article", each * planning, "ms", "all signals", each * alone),
        Figure("corpus, written for an article", kilo * written, "kB", "its text", kilo * read, noise=1.1),
        Figure(f"{title}, peak memory of a worker", memory[source], "MB", *small, 1.2, noise=1.1),
    ]
