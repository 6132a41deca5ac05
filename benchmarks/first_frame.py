"""From starting the program to its first picture, against the smallest Textual app there can be.

Each start is a new process on a pseudo-terminal of 120 x 40 that answers like a terminal. Time runs until
the words that make the picture useful (the first article of the list) have been written to it. Starts of
the reference and of the app alternate, so that a busy moment of the machine touches both.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, compare, line

ROUNDS = 9
WIDTH, HEIGHT = 120, 40
PATIENCE = 30.0
MINIMAL = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Minimal(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("the smallest app")

Minimal().run()
"""
START = "import sys; from annotator.cli import main; sys.argv = ['annotator']; main()"
_ANSWERS = ((b"\x1b[6n", b"\x1b[1;3R"), (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1515/1818/1e1e\x1b\\"))


def first_frame(program: str, wanted: bytes, folder: Path) -> float:
    """Seconds from the start of a Python program to the moment `wanted` stands on its terminal."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", ANNOTATOR_RATER="bench")
        os.execv(sys.executable, [sys.executable, "-c", program])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    try:
        return _wait_for(terminal, wanted, begun)
    finally:
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(terminal)


def _wait_for(terminal: int, wanted: bytes, begun: float) -> float:
    seen = b""
    while time.perf_counter() - begun < PATIENCE:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            new = os.read(terminal, 65536)
        except OSError:
            break
        seen += new
        for question, answer in _ANSWERS:
            if question in new:
                os.write(terminal, answer)
        if wanted in seen:
            return time.perf_counter() - begun
    raise RuntimeError(f"the picture never came; the program said: {seen[-2000:].decode(errors='replace')}")


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
        for start in range(0, len(made), 500):
            add_articles(workspace.store, made[start : start + 500])


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """The app's first picture with the seeds, and with 10,000 articles."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        make_workspace(Path(few))
        make_workspace(Path(many), 10_000)
        series: tuple[list[float], list[float], list[float]] = ([], [], [])
        for turn in range(rounds + 1):
            times = (
                first_frame(MINIMAL, b"the smallest app", Path(few)),
                first_frame(START, b"TikTok si leva", Path(few)),
                first_frame(START, b"TikTok si leva", Path(many)),
            )
            # The first round warms the file cache.
            for values, value in zip(series, times, strict=True):
                if turn:
                    values.append(1000 * value)
    return _figures(*series)


def _figures(minimal: Sequence[float], few: Sequence[float], many: Sequence[float]) -> list[Figure]:
    reference = "a minimal Textual app"
    return [
        compare("first frame with the seeds", few, "ms", reference, minimal, 1.4),
        compare("first frame with 10,000 articles", many, "ms", reference, minimal, 1.6),
    ]


if __name__ == "__main__":
    for figure in measure():
        print(line(figure))
