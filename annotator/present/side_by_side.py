"""Outlets side by side, as a table on the screen and as what lies behind one of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.judgements import Answer
from annotator.model.rubrics import Criterion, in_language
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent, pad
from annotator.present.showing import Cells
from annotator.statistics import MINIMUM_N
from annotator.workbench.veiling import HELD

if TYPE_CHECKING:
    from annotator.signals import SignalCard
    from annotator.workbench.comparing import QuoteRow, ScoreCell, ScoreTable, SignalCell, SignalTable

_BAR = 12
"""Cells of the bar that shows how many people chose a level."""
_SCALE = 9
"""Cells of the line on which a cell's quartiles and median stand."""
_MANY = 30.0
"""Findings per 1,000 words that fill a bar."""


class View(NamedTuple):
    """A table: names of its columns, and for each row a name and a line for each column."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Line, ...]], ...]


def score_view(table: ScoreTable, language: str = "en") -> View:
    """Criteria by outlets: the median and where the middle half of the scores lies."""
    return View(
        "",
        tuple(outlet.name for outlet in table.outlets),
        tuple(
            (
                in_language(criterion.title, language),
                tuple(
                    score_cell(table.cells[outlet.id, criterion.id], criterion) for outlet in table.outlets
                ),
            )
            for criterion in table.rubric.criteria
        ),
    )


def score_cell(cell: ScoreCell, criterion: Criterion) -> Line:
    """One cell in few signs: `2.5 ├─●──┤`, or that there are too few scores to say."""
    if cell.median is None or cell.low is None or cell.high is None:
        if cell.n:
            return (Run(f"too few ({cell.n})", "quiet"),)
        return (Run("cannot judge" if cell.cannot_judge else "–", "faint"),)
    first, last = criterion.levels[0].value, criterion.levels[-1].value
    signs = [" "] * _SCALE

    def at(value: float) -> int:
        return round((value - first) / max(1, last - first) * (_SCALE - 1))

    for place in range(at(cell.low), at(cell.high) + 1):
        signs[place] = "─"
    signs[at(cell.low)], signs[at(cell.high)] = "├", "┤"
    signs[at(cell.median)] = "●"
    median = at(cell.median)
    return (
        Run(f"{cell.median:.1f} ", "strong"),
        Run("".join(signs[:median]), "quiet"),
        Run("●", "accent"),
        Run("".join(signs[median + 1 :]), "quiet"),
    )


def signal_view(table: SignalTable, cards: Mapping[str, SignalCard], cells: Cells) -> View:
    """Signals by outlets: findings per 1,000 words, and the words marked most often."""
    return View(
        "per 1,000 words",
        tuple(outlet.name for outlet in table.outlets),
        tuple(
            (
                f"{cards[signal].letter} {cards[signal].title}",
                tuple(signal_cell(table.cells[outlet.id, signal], signal) for outlet in table.outlets),
            )
            for signal in table.signals
        ),
    )


def signal_cell(cell: SignalCell, signal: str) -> Line:
    """One cell in few signs: the rate and a bar as long as it is high."""
    if cell.unavailable == HELD:
        return (Run("after you score", "faint"),)
    if cell.per_thousand is None:
        return (Run("not available", "faint"),)
    length = round(min(cell.per_thousand, _MANY) / _MANY * _SCALE)
    if not length and cell.findings:
        length = 1
    return (Run(f"{cell.per_thousand:4.1f} ", "strong" if length else "quiet"), Run("▬" * length, signal))


def score_detail(cell: ScoreCell, criterion: Criterion, outlet: str, width: int, cells: Cells) -> list[Line]:
    """What stands behind a cell of scores: how many people chose each level."""
    answers = f"{cell.n} {'score' if cell.n == 1 else 'scores'}"
    if cell.cannot_judge:
        answers += f", {cell.cannot_judge} cannot judge"
    head: Line = (Run(outlet, "title"), Run(f"  {in_language(criterion.title, 'en')} · {answers}", "quiet"))
    if not cell.n:
        return [head, (Run("Nobody has given a level here yet.", "quiet"),)]
    if cell.median is None:
        few = f"Fewer than {MINIMUM_N} scores: too few for a median. Enter shows the quotes behind them."
        return [head, *fold_runs(few, width, cells, "quiet")]
    most = max(cell.counts.values())
    lines: list[Line] = [head]
    for level in criterion.levels:
        number = cell.counts.get(level.value, 0)
        bar = "▬" * round(_BAR * number / most)
        lines.append(
            (
                Run(f" {level.value} ", "level"),
                Run(pad(in_language(level.label, "en"), min(24, width // 3), cells)),
                Run(f" {bar} ", "accent"),
                Run(str(number), "strong" if number else "faint"),
            )
        )
    return lines


def signal_detail(cell: SignalCell, card: SignalCard, outlet: str, width: int, cells: Cells) -> list[Line]:
    """What stands behind a cell of signals: the marked words and how often each occurs."""
    head: Line = (Run(outlet, "title"), Run(f"  {card.title} · {cell.findings or 0} findings", "quiet"))
    lines: list[Line] = [head, *fold_runs(card.question, width, cells, "accent")]
    if cell.unavailable:
        lines += fold_runs(cell.unavailable, width, cells, "warn")
    for words, number in cell.words:
        times = f"{number}× " if number > 1 else "   "
        lines.append((Run(times, "quiet"), Run(clip(words, width - 4, cells))))
    return lines


def quote_lines(rows: Sequence[QuoteRow], criterion: Criterion, width: int, cells: Cells) -> list[Line]:
    """The scores behind a cell, each with the words it rests on. Raters stand under codes."""
    if not rows:
        return [(Run("Nobody has scored this yet.", "quiet"),)]
    lines: list[Line] = []
    for row in rows:
        level = criterion.level(row.level) if row.level is not None else None
        answer = f"{level.value} {in_language(level.label, 'en')}" if level else "cannot judge"
        if row.answer is Answer.LEVEL and level is None:
            answer = str(row.level)
        lines.append((Run(f" {answer} ", "level"), Run(f" {row.rater}", "faint")))
        for one in row.evidence:
            words = (
                f"“{' '.join(one.quote.split())}”" if not one.absent else f"nothing to quote: {one.absent}"
            )
            lines += indent(fold_runs(words, width - 4, cells), Run("    "), cells)
        if row.note:
            lines += indent(fold_runs(row.note, width - 4, cells, "quiet"), Run("    "), cells)
        lines.append(BLANK)
    return lines
