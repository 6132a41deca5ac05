"""What lies behind a cell of scores: levels, figures in words, the quotes people gave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.judgements import Answer
from annotator.model.rubrics import Criterion, in_language
from annotator.present.lines import BLANK, Line, Run, fold_runs, indent, pad
from annotator.present.score_views import signed
from annotator.present.showing import Cells
from annotator.statistics import MINIMUM_N
from annotator.statistics.shifting import MINIMUM_RATERS
from annotator.translating import _, language_used, plural, write_number

if TYPE_CHECKING:
    from annotator.statistics.adjusting import Adjusted
    from annotator.workbench.comparing import QuoteRow, ScoreCell
    from annotator.workbench.contrasting import Difference

LEAST_P = 0.001
"""Smaller values of p are not told one from the other."""
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
    language = language_used()
    answers = plural("{n} score", "{n} scores", cell.n)
    if cell.cannot_judge:
        answers += f" · {_('cannot judge')}: {cell.cannot_judge}"
    title = in_language(criterion.title, language)
    head: Line = (Run(outlet, "title"), Run(f"  {title} · {answers}", "quiet"))
    if not cell.n:
        return [head, (Run(_("Nobody has given a level here yet."), "quiet"),)]
    if cell.median is None:
        few = _("Fewer than {n} scores: too few for a median. Enter shows the quotes behind them.").format(
            n=MINIMUM_N
        )
        return [head, *fold_runs(few, width, cells, "quiet")]
    lines: list[Line] = [head, *fold_runs(figures(cell, adjusted), width, cells)]
    most = max(cell.counts.values())
    for level in criterion.levels:
        number = cell.counts.get(level.value, 0)
        bar = "▬" * round(_BAR * number / most)
        lines.append(
            (
                Run(f" {level.value} ", "level"),
                Run(pad(in_language(level.label, language), min(24, width // 3), cells)),
                Run(f" {bar} ", "accent"),
                Run(str(number), "strong" if number else "faint"),
            )
        )
    return lines


def figures(cell: ScoreCell, adjusted: Adjusted | None) -> str:
    """The figures of a cell in words."""
    if cell.median is None or cell.low is None or cell.high is None or cell.mean is None:
        return ""
    told = [_("median {value}").format(value=_short(cell.median))]
    if cell.median_95:
        told.append(_between(_("95 % interval {low} to {high}"), cell.median_95))
    told.append(_between(_("middle half {low} to {high}"), (cell.low, cell.high)))
    told.append(_("mean {value}").format(value=write_number(cell.mean, 2)))
    if adjusted and adjusted.interval:
        low, high = (write_number(end, 2) for end in adjusted.interval)
        said = _("adjusted for strictness {value} (95 % interval {low} to {high})")
        told.append(said.format(value=write_number(adjusted.mean, 2), low=low, high=high))
    elif adjusted:
        told.append(_("adjusted for strictness {value}").format(value=write_number(adjusted.mean, 2)))
    return " · ".join(told)


def _between(sentence: str, ends: tuple[float, float]) -> str:
    return sentence.format(low=_short(ends[0]), high=_short(ends[1]))


def _short(value: float) -> str:
    """A level or what lies between two: 2, 2.5, 2.25."""
    return write_number(value, 0 if value == round(value) else 1 if 2 * value == round(2 * value) else 2)


def pair_detail(one: Difference, width: int, cells: Cells) -> list[Line]:
    """What stands behind a difference: who moved which way, in sentences."""
    shift = one.shift
    title = f"  {in_language(one.criterion.title, language_used())}"
    head: Line = (Run(f"{one.one.name} → {one.other.name}", "title"), Run(title, "quiet"))
    if not shift.raters:
        return [head, (Run(_("Nobody has scored articles of both."), "quiet"),)]
    same = shift.n - shift.changed
    lines = [head]
    lines += fold_runs(
        _(
            "Of {n} raters who scored both, {up} gave {outlet} higher levels, {down} lower, {same} the same."
        ).format(n=shift.raters, up=shift.up, outlet=one.other.name, down=shift.down, same=same),
        width,
        cells,
    )
    if one.too_few:
        few = _("Too few raters scored both: a difference needs {n}, its interval {many}.")
        lines += fold_runs(few.format(n=MINIMUM_N, many=MINIMUM_RATERS), width, cells, "warn")
    if shift.mean is not None and shift.interval:
        low, high = shift.interval
        clear = low > 0 or high < 0
        said = (
            _("On average {mean} levels, from {low} to {high} (95 %): an interval without 0.")
            if clear
            else _("On average {mean} levels, from {low} to {high} (95 %): an interval with 0 in it.")
        )
        lines += fold_runs(
            said.format(mean=signed(shift.mean, 2), low=signed(low, 2), high=signed(high, 2)),
            width,
            cells,
        )
    if shift.sign_p is not None:
        chance = (
            _("Moves as lopsided as these come by chance with p = {p} (sign test).")
            if shift.sign_p >= LEAST_P
            else _("Moves as lopsided as these come by chance with p below {p} (sign test).")
        ).format(p=write_number(max(shift.sign_p, LEAST_P), 3))
        lines += fold_runs(chance, width, cells, "quiet")
    return lines


def quote_lines(
    rows: Sequence[QuoteRow], criterion: Criterion, outlet: str, width: int, cells: Cells
) -> list[Line]:
    """The scores behind a cell, each with the words it rests on. Raters stand under codes."""
    title = in_language(criterion.title, language_used())
    head: list[Line] = [(Run(outlet, "title"), Run(f"  {title}", "quiet")), BLANK]
    if not rows:
        return [*head, (Run(_("Nobody has scored this yet."), "quiet"),)]
    language = language_used()
    lines = head
    for row in rows:
        level = criterion.level(row.level) if row.level is not None else None
        answer = f"{level.value} {in_language(level.label, language)}" if level else _("cannot judge")
        if row.answer is Answer.LEVEL and level is None:
            answer = str(row.level)
        lines.append((Run(f" {answer} ", "level"), Run(f" {row.rater}", "faint")))
        for one in row.evidence:
            words = (
                f"“{' '.join(one.quote.split())}”"
                if not one.absent
                else _("nothing to quote: {reason}").format(reason=one.absent)
            )
            lines += indent(fold_runs(words, width - 4, cells), Run("    "), cells)
        if row.note:
            lines += indent(fold_runs(row.note, width - 4, cells, "quiet"), Run("    "), cells)
        lines.append(BLANK)
    return lines
