"""Coverage on the screen: statements by outlets as marks, and which of them are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.present.coverage import CARRIED, DIFFERS, LEFT_OUT, mark, told, words_of
from annotator.present.lines import BLANK, Line, Run, clip, fold, pad
from annotator.present.showing import Cells
from annotator.translating import N_, _, plural

if TYPE_CHECKING:
    from annotator.workbench.covering import CoverageRow, CoverageTable
    from annotator.workbench.reading import StoryRow

SHARED, EVERYTHING, ONLY, ALL_BUT_ONE, DIFFERENT = KINDS = (
    N_("shared"),
    N_("everything"),
    N_("only one outlet"),
    N_("all but one"),
    N_("differing"),
)
"""Which statements are listed."""
LEGEND = N_("● carries it   ≠ with another figure   · leaves it out")
HEAD = 3
"""Lines for the outlets' names."""
FEWEST = 6
"""Cells under which a column is numbered instead of named."""
_LOOKS = {CARRIED: "accent", DIFFERS: "warn", LEFT_OUT: "faint"}
_FITS: Mapping[str, Callable[[CoverageRow], bool]] = {
    SHARED: lambda row: not row.only,
    EVERYTHING: lambda row: True,
    ONLY: lambda row: row.only,
    ALL_BUT_ONE: lambda row: row.all_but_one,
    DIFFERENT: lambda row: bool(row.statement.differences),
}


class Widths(NamedTuple):
    """How a line of the matrix is shared out, in cells."""

    words: int
    mark: int
    remark: int


def choose_rows(table: CoverageTable, kind: str) -> list[CoverageRow]:
    """The statements of this kind, in the table's order."""
    return [row for row in table.rows if _FITS[kind](row)]


def widths(outlets: int, width: int) -> Widths:
    """The shares for so many outlets on a line of this width."""
    each = 13 if width >= 116 else 10 if width >= 100 else 8
    each = max(3, min(each, (width - 24) // max(1, outlets)))
    left = width - each * outlets - 3
    remark = min(44, left // 2) if left >= 70 else 0
    return Widths(left - remark, each, remark)


def header_lines(table: CoverageTable, width: int, cells: Cells) -> list[Line]:
    """The outlets' names above their marks, on `HEAD` lines."""
    shares = widths(len(table.outlets), width)
    if shares.mark < FEWEST:
        return _numbered(table, shares, width, cells)
    names = [_name_lines(outlet.name, shares.mark - 1, cells) for outlet in table.outlets]
    return [
        (
            Run(" " * (shares.words + 1)),
            *(Run(pad(name[at], shares.mark, cells), "strong") for name in names),
        )
        for at in range(HEAD)
    ]


def _numbered(table: CoverageTable, shares: Widths, width: int, cells: Cells) -> list[Line]:
    """Numbers above the marks, and above them what each stands for, where names have no room."""
    names = " · ".join(f"{number} {one.name}" for number, one in enumerate(table.outlets, 1))
    told = [*fold(names, width - 2, cells), "", ""]
    numbers = [Run(pad(str(at), shares.mark, cells), "strong") for at in range(1, len(table.outlets) + 1)]
    return [
        (Run(f"  {told[0]}", "quiet"),),
        (Run(f"  {told[1]}", "quiet"),),
        (Run(" " * (shares.words + 1)), *numbers),
    ]


def _name_lines(name: str, width: int, cells: Cells) -> list[str]:
    """A name on `HEAD` lines, its last words lowest."""
    lines = fold(name, width, cells)
    lines = (
        lines if len(lines) <= HEAD else [*lines[: HEAD - 1], clip(" ".join(lines[HEAD - 1 :]), width, cells)]
    )
    return [""] * (HEAD - len(lines)) + lines


def matrix_lines(
    rows: Sequence[CoverageRow], table: CoverageTable, hand: str, language: str, width: int, cells: Cells
) -> list[Line]:
    """A line for each statement: its words, a mark for each outlet, what is remarkable. `hand` is in hand."""
    if not rows:
        return [(Run(_("  There is no such statement here."), "quiet"),)]
    shares = widths(len(table.outlets), width)
    names = {outlet.id: outlet.name for outlet in table.outlets}
    lines: list[Line] = []
    for row in rows:
        key = row.statement.id
        sign = "▸ " if key == hand else "  "
        words = clip(words_of(row.statement, language), shares.words - 3, cells)
        marks = [mark(row, outlet.id) for outlet in table.outlets]
        lines.append(
            (
                Run(sign, "accent", key),
                Run(pad(words, shares.words - 1, cells), "here" if key == hand else "", key),
                *(Run(pad(one, shares.mark, cells), _LOOKS[one], key) for one in marks),
                Run(clip(remark(row, names), shares.remark, cells) if shares.remark else "", "quiet", key),
            )
        )
    return lines


def remark(row: CoverageRow, names: Mapping[str, str]) -> str:
    """What differs, who leaves it out, and the figures in each outlet's own writing, in a few words."""
    parts = [told(one) for one in row.statement.differences[:1]]
    if row.only:
        parts.append(_("only here"))
    elif row.all_but_one:
        parts.append(_("all but {outlet}").format(outlet=names[row.left_out_by[0]]))
    elif row.left_out_by:
        parts.append(plural("left out by {n}", "left out by {n}", len(row.left_out_by)))
    parts += [" = ".join(row.statement.figures)] if len(row.statement.figures) > 1 else []
    return " · ".join([*parts, *([_("corrected")] if row.statement.corrected else [])])


def story_lines(stories: Sequence[StoryRow], width: int, cells: Cells) -> list[Line]:
    """The stories to choose from."""
    lines: list[Line] = [(Run(_("Which story?"), "title"),), BLANK]
    for story in stories:
        name = f" {story.title}  ({plural('{n} outlet', '{n} outlets', story.outlets)})"
        lines.append((Run(clip(name, width - 1, cells), "", story.id),))
    return lines
