"""From starting the program to its first picture, against the smallest Textual app there can be.

Each start is a new process on a pseudo-terminal of 120 x 40. Time runs until the words that make the
picture useful (an article of the list) have been written to it. Starts of the reference and of the app
take turns, so that a busy moment of the machine touches both.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, paired
from benchmarks.terminals import MINIMAL, SMALLEST, START, Terminal

ROUNDS = 11


def start(program: str, wanted: bytes, folder: Path) -> None:
    """Nothing; a Python program was started and stopped as soon as `wanted` stood on its terminal."""
    terminal = Terminal(program, folder)
    try:
        terminal.wait_for(wanted)
    finally:
        terminal.close()


def make_workspace(folder: Path, articles: int = 0) -> None:
    """Nothing; the folder holds a workspace with the seeds, and so many short articles more."""
    from annotator.model.articles import Article, article_id
    from annotator.model.spans import Span
    from annotator.store.articles import add_articles
    from annotator.workbench.opening import open_workspace
    from annotator.workbench.seeding import seed

    with open_workspace(folder, create=True) as workspace:
        seed(workspace)
        made = []
        for number in range(articles):
            outlet, title = f"outlet-{number % 40}", f"Report {number} from the town hall"
            text = f"{title}\n\nThe council met on day {number}. It reportedly agreed on the budget."
            headline = Span(0, len(title))
            id = article_id(outlet, text)
            story = f"story-{number % 200}"
            made.append((Article(id, text, "en", headline, title, outlet=outlet, story=story), 15))
        for begin in range(0, len(made), 500):
            add_articles(workspace.store, made[begin : begin + 500])


def measure() -> list[Figure]:
    """The app's first picture with the seeds, and with 10,000 articles."""
    return [
        _measure("first frame with the seeds", 0, 1.4),
        _measure("first frame with 10,000 articles", 10_000, 1.6),
    ]


def _measure(name: str, articles: int, bound: float) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        make_workspace(place, articles)
        app = partial(start, START, b"TikTok si leva", place)
        minimal = partial(start, MINIMAL, SMALLEST, place)
        ours, reference, ratio = paired(app, minimal, rounds=ROUNDS)
    return Figure(name, 1e3 * ours, "ms", "a minimal Textual app", 1e3 * reference, bound, turns=ratio)
