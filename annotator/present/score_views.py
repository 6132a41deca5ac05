"""A table of scores on the screen, looked at in several ways: medians, means, levels, differences, parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.rubrics import Criterion, in_language
from annotator.present.lines import Line, Run
from annotator.translating import N_, _, write_number

if TYPE_CHECKING:
    from annotator.statistics.adjusting import Adjusted
    from annotator.workbench.comparing import ScoreCell, ScoreTable
    from annotator.workbench.contrasting import Difference, PartTable

MEDIANS, MEANS, LEVELS, PAIRS = "medians", "means", "levels", "pairs"
NAMES = {MEDIANS: N_("medians"), MEANS: N_("means"), LEVELS: N_("levels"), PAIRS: N_("differences")}
"""What each view is called."""
LEGENDS = {
    MEDIANS: N_("● median of the levels   ━ its 95 % interval   ├ ┤ middle half of the scores"),
    MEANS: N_("plain mean → mean as an average rater would have given it"),
    LEVELS: N_("how many chose each level: ▁ few, █ most, · nobody"),
    PAIRS: N_("mean difference over the raters who scored both outlets, and its 95 % interval"),
}
"""What the signs of each view mean."""
BY = {"group": N_("by group"), "mode": N_("by mode of reading"), "language": N_("by language")}
"""How the parts of a table are called."""
PARTS = {"blind": N_("blind"), "open": N_("open")}
"""The names of parts that are no names of people's making."""
_SCALE, _SCALE_WITH_N = 9, 7
"""Cells of the line on which a cell's quartiles, interval and median stand, alone and with n before it."""
_BLOCKS = "▁▂▃▄▅▆▇█"


class View(NamedTuple):
    """A table: names of its columns, and for each row a name and a line for each column."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Line, ...]], ...]


def score_view(
    table: ScoreTable, kind: str = MEDIANS, *, numbers: bool = False, language: str = "en"
) -> View:
    """Criteria by outlets: medians on a strip, both means, or how many chose each level."""
    draw: dict[str, Callable[[ScoreCell, Criterion, Adjusted | None], Line]] = {
        MEDIANS: lambda cell, criterion, adjusted: median_cell(cell, criterion, numbers),
        MEANS: lambda cell, criterion, adjusted: mean_cell(cell, adjusted, numbers),
        LEVELS: lambda cell, criterion, adjusted: level_cell(cell, numbers),
    }
    rows = []
    for criterion in table.rubric.criteria:
        keys = [(outlet.id, criterion.id) for outlet in table.outlets]
        line = tuple(draw[kind](table.cells[key], criterion, table.adjusted.get(key)) for key in keys)
        rows.append((in_language(criterion.title, language), line))
    return View("", tuple(outlet.name for outlet in table.outlets), tuple(rows))


def part_view(table: PartTable, *, numbers: bool = False, language: str = "en") -> View:
    """Medians apart for each group, mode or language: a row for each criterion and part."""
    rows = []
    for criterion in table.rubric.criteria:
        for part in table.parts:
            cells = [table.cells[part, outlet.id, criterion.id] for outlet in table.outlets]
            line = tuple(median_cell(cell, criterion, numbers) for cell in cells)
            name = part_name(part)
            rows.append((f"{name} · {in_language(criterion.title, language)}", line))
    return View(_(BY[table.by]), tuple(outlet.name for outlet in table.outlets), tuple(rows))


def pair_view(found: Sequence[Difference], base: str, language: str = "en") -> View:
    """How far each other outlet lies from `base` (its name) by each criterion, over the raters of both."""
    names = tuple(dict.fromkeys(one.other.name for one in found))
    rows: dict[str, list[Line]] = {}
    titles: dict[str, str] = {}
    for one in found:
        titles[one.criterion.id] = in_language(one.criterion.title, language)
        rows.setdefault(one.criterion.id, []).append(pair_cell(one))
    return View(
        _("from {outlet}").format(outlet=base),
        names,
        tuple((titles[key], tuple(cells)) for key, cells in rows.items()),
    )


def part_name(part: str) -> str:
    """What a group, mode or language is called; a dash for who belongs to no group."""
    return _(PARTS[part]) if part in PARTS else part or "–"


def median_cell(cell: ScoreCell, criterion: Criterion, numbers: bool = False) -> Line:
    """One cell in few signs: `2.5 ├━●━─┤`, or that there are too few scores to say."""
    if cell.median is None or cell.low is None or cell.high is None:
        return _too_few(cell)
    first, last = criterion.levels[0].value, criterion.levels[-1].value
    scale = _SCALE_WITH_N if numbers else _SCALE
    signs = [" "] * scale

    def at(value: float) -> int:
        return round((value - first) / max(1, last - first) * (scale - 1))

    for place in range(at(cell.low), at(cell.high) + 1):
        signs[place] = "─"
    signs[at(cell.low)], signs[at(cell.high)] = "├", "┤"
    if cell.median_95:
        for place in range(at(cell.median_95[0]), at(cell.median_95[1]) + 1):
            signs[place] = {"├": "┝", "┤": "┥"}.get(signs[place], "━")
    signs[at(cell.median)] = "●"
    return (
        Run(f"{write_number(cell.median, 1)} ", "strong"),
        *_n(cell, numbers),
        *(
            Run("".join(part), "accent" if sure else "quiet")
            for sure, part in groupby(signs, key=lambda sign: sign in "●━┝┥")
        ),
    )


def mean_cell(cell: ScoreCell, adjusted: Adjusted | None, numbers: bool = False) -> Line:
    """Both means: `2.43 → 2.61`."""
    if cell.mean is None:
        return _too_few(cell)
    if adjusted is None:
        return (*_n(cell, numbers), Run(write_number(cell.mean, 2), "strong"))
    arrow = "→" if numbers else " → "
    return (
        *_n(cell, numbers), Run(write_number(cell.mean, 2) + arrow, "quiet"),
        Run(write_number(adjusted.mean, 2), "strong"),
    )  # fmt: skip


def level_cell(cell: ScoreCell, numbers: bool = False) -> Line:
    """How many chose each level: `1▂ 2█ 3▄ 4·`."""
    most = max(cell.counts.values(), default=0)
    if not most:
        return _too_few(cell)
    runs = [*_n(cell, numbers)]
    gap = "" if numbers else " "
    for level, number in cell.counts.items():
        height = _BLOCKS[max(0, round(number / most * len(_BLOCKS)) - 1)] if number else "·"
        runs += [Run(f"{level}", "quiet"), Run(f"{height}{gap}", "accent" if number else "faint")]
    return tuple(runs)


def pair_cell(one: Difference) -> Line:
    """A difference with its interval: `+0.8 +0.3…+1.3`; strong where the interval leaves 0 out."""
    shift = one.shift
    if shift.mean is None:
        return (Run(_("too few ({n})").format(n=shift.raters) if shift.raters else "–", "quiet"),)
    mean = signed(shift.mean, 1)
    if shift.interval is None:
        return (Run(mean, ""), Run(f" n{shift.raters}", "quiet"))
    low, high = shift.interval
    clear = low > 0 or high < 0
    return (Run(mean, "strong" if clear else ""), Run(f" {signed(low, 1)}…{signed(high, 1)}", "quiet"))


def signed(value: float, places: int) -> str:
    """The number with its sign, as the language writes numbers."""
    shown = write_number(value, places)
    return shown if shown.startswith("−") else f"+{shown}"


def _too_few(cell: ScoreCell) -> Line:
    if cell.n:
        return (Run(_("too few ({n})").format(n=cell.n), "quiet"),)
    return (Run(_("cannot judge") if cell.cannot_judge else "–", "faint"),)


def _n(cell: ScoreCell, numbers: bool) -> Line:
    return (Run(f"n{cell.n} ".ljust(4), "faint"),) if numbers else ()
