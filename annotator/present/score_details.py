"""What lies behind a cell of scores: levels, figures in words, the quotes people gave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.judgements import Answer
from annotator.model.rubrics import Criterion, in_language
from annotator.present.lines import BLANK, Line, Run, fold_runs, indent, pad
from annotator.present.showing import Cells
from annotator.statistics import MINIMUM_N

if TYPE_CHECKING:
    from annotator.statistics.adjusting import Adjusted
    from annotator.workbench.comparing import QuoteRow, ScoreCell
    from annotator.workbench.contrasting import Difference

_BAR = 12
"""Cells of the bar that shows how many people chose a level."""


def score_detail(
    cell: ScoreCell,
    criterion: Criterion,
    outlet: str,
    width: int,
    cells: Cells,
    adjusted: Adjusted | None = None,
) -> list[Line]:
    """What stands behind a cell of scores: its figures in words, and how many people chose each level."""
    answers = f"{cell.n} {'score' if cell.n == 1 else 'scores'}"
    if cell.cannot_judge:
        answers += f", {cell.cannot_judge} cannot judge"
    head: Line = (Run(outlet, "title"), Run(f"  {in_language(criterion.title, 'en')} · {answers}", "quiet"))
    if not cell.n:
        return [head, (Run("Nobody has given a level here yet.", "quiet"),)]
    if cell.median is None:
        few = f"Fewer than {MINIMUM_N} scores: too few for a median. Enter shows the quotes behind them."
        return [head, *fold_runs(few, width, cells, "quiet")]
    lines: list[Line] = [head, *fold_runs(figures(cell, adjusted), width, cells)]
    most = max(cell.counts.values())
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


def figures(cell: ScoreCell, adjusted: Adjusted | None) -> str:
    """The figures of a cell in words."""
    told = [f"median {cell.median:g}"]
    if cell.median_95:
        told.append(f"95 % interval {cell.median_95[0]:g} to {cell.median_95[1]:g}")
    told.append(f"middle half {cell.low:g} to {cell.high:g}")
    told.append(f"mean {cell.mean:.2f}")
    if adjusted:
        ends = f" ({adjusted.interval[0]:.2f} to {adjusted.interval[1]:.2f})" if adjusted.interval else ""
        told.append(f"adjusted for strictness {adjusted.mean:.2f}{ends}")
    return " · ".join(told)


def pair_detail(one: Difference, width: int, cells: Cells) -> list[Line]:
    """What stands behind a difference: who moved which way, in sentences."""
    shift = one.shift
    title = f"  {in_language(one.criterion.title, 'en')}"
    head: Line = (Run(f"{one.one.name} → {one.other.name}", "title"), Run(title, "quiet"))
    if not shift.raters:
        return [head, (Run("Nobody has scored articles of both.", "quiet"),)]
    same = shift.n - shift.changed
    lines = [head]
    lines += fold_runs(
        f"Of {shift.raters} raters who scored both, {shift.up} gave {one.other.name} higher levels,"
        f" {shift.down} lower, {same} the same.",
        width,
        cells,
    )
    if one.too_few:
        lines += fold_runs(f"{one.too_few[0].upper()}{one.too_few[1:]}.", width, cells, "warn")
    if shift.mean is not None and shift.interval:
        low, high = shift.interval
        word = "an interval without 0" if low > 0 or high < 0 else "an interval with 0 in it"
        lines += fold_runs(
            f"On average {shift.mean:+.2f} levels, from {low:+.2f} to {high:+.2f} (95 %): {word}.",
            width,
            cells,
        )
    if shift.sign_p is not None:
        chance = f"Moves as lopsided as these come by chance with p = {shift.sign_p:.2g} (sign test)."
        lines += fold_runs(chance, width, cells, "quiet")
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
