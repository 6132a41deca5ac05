"""Marks on an article: from findings, evidence and a selection to styled runs on the lines of a column.

Marks lie over one another: a sentence with no source may hold a loaded word that is also cited. A line
is cut where any mark begins or ends; each piece carries the looks of all marks over it. The work for a
line depends on the marks on that line alone, so a long article costs no more to restyle than a short one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.present.lines import Run
from annotator.present.showing import shown
from annotator.present.wrapping import VisualLine, line_of

_OF_PEOPLE = {
    "evidence": "evidence-number",
    "evidence-other": "evidence-letter",
    "highlight": "highlight-sign",
    "linked": "linked-number",
    "linked-differs": "differs-number",
}
"""How the signs of what is no finding look."""


class Mark(NamedTuple):
    """A look laid over `text[start:end]`, with a sign for the margin of the line where it begins."""

    start: int
    end: int
    look: str
    sign: str = ""


def sign_look(mark: Mark) -> str:
    """How a mark's sign looks: its colour without its line."""
    return _OF_PEOPLE.get(mark.look) or mark.look.removeprefix("mark-")


def place_marks(lines: Sequence[VisualLine], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks by the index of each line they touch, in the order they were given.

    Give sentences before words: what comes later lies over what came before.
    """
    placed: dict[int, list[Mark]] = {}
    for mark in marks:
        for at in range(line_of(lines, mark.start), len(lines)):
            start, end = lines[at]
            if start >= mark.end:
                break
            if mark.start < end:
                placed.setdefault(at, []).append(mark)
    return placed


def mark_line(text: str, visual: VisualLine, marks: Sequence[Mark]) -> list[Run]:
    """The runs of one line: pieces of its text, each with the looks of the marks over it."""
    start, end = visual
    if start == end:
        return []
    if not marks:
        return [Run(shown(text[start:end]))]
    edges = {start, end}
    for mark in marks:
        edges.add(min(max(mark.start, start), end))
        edges.add(min(max(mark.end, start), end))
    cuts = sorted(edges)
    runs = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        looks = " ".join(mark.look for mark in marks if mark.start <= left and right <= mark.end)
        runs.append(Run(shown(text[left:right]), looks))
    return runs


def margin_signs(visual: VisualLine, marks: Sequence[Mark], room: int) -> list[Run]:
    """The signs of the marks that begin on this line, at most `room` of them; `+` stands for the rest."""
    signs: list[Run] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.sign and visual.start <= mark.start < max(visual.end, visual.start + 1):
            sign = Run(mark.sign, sign_look(mark))
            if sign not in signs:
                signs.append(sign)
    if len(signs) > room:
        return [*signs[: room - 1], Run("+", "quiet")]
    return signs


def overview(
    lines: Sequence[VisualLine],
    height: int,
    placed: Mapping[int, Sequence[Mark]],
    own: Mapping[int, Sequence[Mark]],
    cited: Mapping[int, Sequence[Mark]],
) -> list[Run]:
    """One sign per row of a strip that pictures the whole article: where marks begin.

    Evidence outranks highlights, these outrank findings; words outrank sentences.
    Rows beyond a short article's end are empty.
    """
    if height <= 0:
        return []
    rows = [Run(" ")] * height
    for marks, sign in ((placed, "━"), (own, "#"), (cited, "◆")):
        for at, on_line in marks.items():
            starting = [mark for mark in on_line if mark.sign and mark.start >= lines[at].start]
            if starting:
                row = overview_row(at, len(lines), height)
                rows[row] = Run(sign, sign_look(starting[-1]))
    return rows


def overview_row(line: int, lines: int, height: int) -> int:
    """The row of the strip that stands for a line of the article."""
    return min(height - 1, line if lines <= height else line * height // lines)
