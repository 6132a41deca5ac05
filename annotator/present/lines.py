"""Lines of styled text, as every pane of the app shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from annotator.present.showing import Cells, shown

ELLIPSIS = "…"


class Run(NamedTuple):
    """Words that look alike."""

    text: str
    look: str = ""
    """Names of looks, separated by spaces; later ones lie over earlier ones."""
    target: str = ""
    """What a click on these words, or Enter on their line, is about (`level:3`, `signal:loaded`)."""


Line: TypeAlias = tuple[Run, ...]
BLANK: Line = ()


def line(*runs: Run | str) -> Line:
    """A line made of runs and plain words, all safe to print."""
    return tuple(
        Run(shown(run)) if isinstance(run, str) else Run(shown(run.text), run.look, run.target)
        for run in runs
        if (run if isinstance(run, str) else run.text)
    )


def plain(words: Line) -> str:
    """The words of a line without their looks."""
    return "".join(run.text for run in words)


def width_of(words: Line, cells: Cells) -> int:
    """How many cells a line takes."""
    return sum(cells.of(run.text) for run in words)


def target_of(words: Line) -> str:
    """What Enter on this line is about: the first target in it, or nothing."""
    return next((run.target for run in words if run.target), "")


def clip(text: str, width: int, cells: Cells) -> str:
    """The text cut to at most `width` cells; what was cut off shows as an ellipsis."""
    text = shown(text)
    if cells.of(text) <= width:
        return text
    if width <= 0:
        return ""
    used = 0
    for at, character in enumerate(text):
        used += cells[character]
        if used > width - 1:
            return text[:at].rstrip() + ELLIPSIS
    return text


def pad(text: str, width: int, cells: Cells, *, right: bool = False) -> str:
    """The text made exactly `width` cells wide, flush left or right."""
    text = clip(text, width, cells)
    gap = " " * (width - cells.of(text))
    return gap + text if right else text + gap


def clip_line(words: Line, width: int, cells: Cells) -> Line:
    """The line cut to at most `width` cells."""
    kept: list[Run] = []
    left = width
    for run in words:
        size = cells.of(run.text)
        if size > left:
            kept.append(run._replace(text=clip(run.text, left, cells)))
            break
        kept.append(run)
        left -= size
    return tuple(kept)


def spread(left: Line, right: Line, width: int, cells: Cells) -> Line:
    """One line with `left` at its start and `right` at its end; the right side is kept whole."""
    room = max(0, width - width_of(right, cells) - 1)
    left = clip_line(left, room, cells)
    gap = max(0, width - width_of(left, cells) - width_of(right, cells))
    return (*left, Run(" " * gap), *clip_line(right, width, cells))


def fold(text: str, width: int, cells: Cells) -> list[str]:
    """Prose broken into lines of at most `width` cells; line ends in the text are kept."""
    folded: list[str] = []
    for paragraph in shown_lines(text):
        words, used = "", 0
        for word in paragraph.split(" "):
            size = cells.of(word)
            if words and used + 1 + size > width:
                folded.append(words)
                words, used = "", 0
            while size > width > 1:
                head = _fitting(word, width, cells)
                folded.append(head)
                word = word[len(head) :]
                size = cells.of(word)
            words, used = (f"{words} {word}", used + 1 + size) if words else (word, size)
        folded.append(words)
    return folded


def _fitting(word: str, width: int, cells: Cells) -> str:
    """As much of a word's beginning as fits, one character at least."""
    used = 0
    for at, character in enumerate(word):
        used += cells[character]
        if used > width:
            return word[: max(1, at)]
    return word


def shown_lines(text: str) -> list[str]:
    """The lines of a text, each safe to print."""
    return [shown(part) for part in text.split("\n")]


def fold_runs(text: str, width: int, cells: Cells, look: str = "", target: str = "") -> list[Line]:
    """Prose as lines that all look alike."""
    return [(Run(part, look, target),) for part in fold(text, width, cells)]


def indent(lines: Iterable[Line], first: Run, cells: Cells) -> list[Line]:
    """The lines moved right behind `first`, which stands before the first of them only."""
    gap = Run(" " * cells.of(first.text), "", first.target)
    return [((first if at == 0 else gap), *words) for at, words in enumerate(lines)]
