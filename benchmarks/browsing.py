"""From a key press in the library to the last byte of the new picture, with 10,000 articles.

The whole program runs on a pseudo-terminal; the time includes Textual's own waiting for its next beat.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.first_frame import make_workspace
from benchmarks.terminals import START, Terminal, smallest_echo

ARTICLES = 10_000
PRESSES = 20
BOUND = 50.0
FIRST = b"TikTok si leva"
WANTED = b"report 77"
"""What is typed to filter: every letter narrows the list again."""


def measure() -> list[Figure]:
    """Scrolling line by line and page by page, and filtering letter by letter."""
    with tempfile.TemporaryDirectory() as folder:
        make_workspace(Path(folder), ARTICLES)
        terminal = Terminal(START, Path(folder))
        try:
            terminal.wait_for(FIRST)
            terminal.wait_for_silence(1.0)
            lines = [terminal.answer_time(b"j") for _ in range(PRESSES)]
            pages = [terminal.answer_time(b"\x1b[6~") for _ in range(PRESSES)]
            terminal.answer_time(b"/")
            letters = [terminal.answer_time(bytes((letter,))) for letter in WANTED]
        finally:
            terminal.close()
    named = (("scroll a line", lines), ("scroll a page", pages), ("filter by a letter", letters))
    smallest = smallest_echo()
    return [
        Figure(
            f"library, {ARTICLES:,} articles, {name}", 1e3 * median(times), "ms",
            "key in a minimal Textual app", smallest, BOUND, on="value",
        )
        for name, times in named
    ]  # fmt: skip
