"""From a key press on the desk to the last byte of the new picture, on long articles and on a short one.

All have as many findings a thousand words, so that a key changes as much of the picture in each: with the
findings farther apart, the next one would more often be on another page. The whole program runs on a
pseudo-terminal; the time includes Textual's own waiting for its next beat.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.terminals import START, Terminal, smallest_echo

PRESSES = 40
BOUND = 16.0
GROWTH = 1.5
OPENINGS = 10
OPENED = 150.0
EVIDENCE = 60
_MARKS_A_THOUSAND = 24
_PLAIN = "The council met again and talked about the new school for an hour."
_MARKED = "The mayor allegedly used scummy methods in the old town hall today."
_WORDS_A_PARAGRAPH = 60


def article_text(words: int) -> str:
    """An article of about so many words, with more than 50 findings a thousand, spread evenly."""
    sentences = words // 12
    marked = max(1, 2 * sentences // (_MARKS_A_THOUSAND * words // 1_000))
    lines = [f"A long day in the town hall of {words} words"]
    for start in range(0, sentences, 5):
        numbers = range(start, min(start + 5, sentences))
        lines.append(" ".join(_MARKED if number % marked == 0 else _PLAIN for number in numbers))
    return "\n\n".join(lines)


def open_desk(folder: Path, words: int) -> int:
    """How many findings the article has that the app will open on, for the rater `bench`.

    The criterion in hand has 60 quotations, spread evenly.
    """
    from annotator.formats.article_files import read_article
    from annotator.workbench.analyzing import analyze_article
    from annotator.workbench.importing import add_sources
    from annotator.workbench.joining import ensure_rater
    from annotator.workbench.opening import open_workspace
    from annotator.workbench.rating import Place, cite, load_rubric, save_draft, save_place

    path = folder / "long.txt"
    path.write_text(article_text(words), encoding="utf-8")
    read_article(path)
    with open_workspace(folder, create=True) as workspace:
        article = add_sources(workspace, [path], language="en")[0].article
        assert article is not None
        rubric = load_rubric(workspace)
        rater = ensure_rater(workspace, "bench")
        place = Place(article.id, rubric.digest, rubric.criteria[0].id, len(article.text) // 2)
        save_place(workspace, rater, place)
        step = len(article.text) // EVIDENCE
        spans = [(at, at + 20) for at in range(0, step * EVIDENCE, step)]
        cited = tuple(cite(article, *span) for span in spans)
        save_draft(workspace, rater, article, rubric, rubric.criteria[0].id, note="", evidence=cited)
        return len(analyze_article(workspace, article).findings)


def times(folders: list[Path], keys: tuple[bytes, ...]) -> list[list[float]]:
    """For each folder's article the milliseconds of each press; keys by turns, and articles by turns.

    A processor that was idle is slower for a while, and slower in some seconds than in others: whoever is
    measured after another is compared with it by chance.
    """
    terminals: list[Terminal] = []
    try:
        for folder in folders:
            terminals.append(Terminal(START, folder))
            terminals[-1].wait_for(b"cannot judge")
            terminals[-1].wait_for_silence(1.0)
        measured: list[list[float]] = [[] for _ in terminals]
        for press in range(PRESSES):
            for terminal, row in zip(terminals, measured, strict=True):
                row.append(1e3 * terminal.answer_time(keys[press % len(keys)]))
        return measured
    finally:
        for terminal in terminals:
            terminal.close()


def opening_times(folder: Path) -> list[float]:
    """Milliseconds from the key in the library to the article on the desk with its findings."""
    terminal = Terminal(START, folder)
    try:
        terminal.wait_for(b"cannot judge")
        terminal.wait_for_silence(1.0)
        measured = []
        for _ in range(OPENINGS):
            terminal.answer_time(b"q", silence=0.4)
            measured.append(1e3 * terminal.answer_time(b"\r", silence=0.4))
        return measured
    finally:
        terminal.close()


def measure() -> list[Figure]:
    """The next finding and a line's scroll, on 500, 10,000 and 100,000 words; opening 10,000."""
    figures = []
    beside = ("key in a minimal Textual app", smallest_echo())
    for name, keys in (("next finding", (b".", b",")), ("scroll a line", (b"j", b"k"))):
        with tempfile.TemporaryDirectory() as folder:
            folders = []
            for words in (500, 10_000, 100_000):
                folders.append(Path(folder, str(words)))
                folders[-1].mkdir()
                found = open_desk(folders[-1], words)
                assert found > words // 20, "more than 50 findings a thousand words are asked for"
            short, long, longest = map(median, times(folders, keys))
        title = f"key to repaint, {name}"
        figures += [
            Figure(f"{title}, 10,000 words", long, "ms", *beside, BOUND, on="value"),
            Figure(f"{title}, 10,000 words: growth", long, "ms", "500 words", short, GROWTH),
            Figure(f"{title}, 100,000 words: growth", longest, "ms", "10,000 words", long, GROWTH),
        ]
    with tempfile.TemporaryDirectory() as folder:
        open_desk(Path(folder), 10_000)
        opened = median(opening_times(Path(folder)))
    figures.append(Figure("opening an article of 10,000 words", opened, "ms", *beside, OPENED, on="value"))
    return figures
