"""One statement on the screen: its passages side by side, who says them, where they differ, who is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.model.statements import Difference, Passage
from annotator.present.lines import BLANK, Line, Run, clip, clip_line, fold, fold_runs, width_of
from annotator.present.showing import Cells
from annotator.translating import _, plural

if TYPE_CHECKING:
    from annotator.workbench.covering import CoverageRow
    from annotator.workbench.passages import StatedPassage

NARROWEST = 36
"""Cells of a column of text."""
_GAP = 2


def statement_detail(
    row: CoverageRow, names: Mapping[str, str], width: int, cells: Cells, *, held: bool = False
) -> list[Line]:
    """The passages in as many columns as fit, then what differs and who leaves it out.

    `held` says that who says it waits with the signals.
    """
    lines = [*fold_runs(_facts(row, names), width, cells, "quiet"), BLANK]
    for one in row.statement.differences:
        lines += fold_runs(in_full(one, names), width, cells, "warn")
    for each in row.statement.conversions:
        said = _("A conversion, no contradiction: {outlet} “{words}” for “{of}”.")
        told = said.format(outlet=names[each.passage.outlet], words=each.words, of=each.of)
        lines += fold_runs(told, width, cells, "quiet")
    if row.statement.differences or row.statement.conversions:
        lines.append(BLANK)
    fit = max(1, min(len(row.stated), (width + _GAP) // (NARROWEST + _GAP)))
    column = (width - _GAP * (fit - 1)) // fit
    blocks = [
        passage_block(number, one, row.statement.differences, names, column, cells)
        for number, one in enumerate(row.stated, 1)
    ]
    for at in range(0, len(blocks), fit):
        lines += [*_beside(blocks[at : at + fit], column, cells), BLANK]
    if held:
        lines += fold_runs(
            _("Who says it waits with the signals until you have judged."), width, cells, "faint"
        )
    return lines


def _facts(row: CoverageRow, names: Mapping[str, str]) -> str:
    """How many carry the statement and who leaves it out, in a sentence."""
    number = len(row.cells)
    who = ", ".join(names[key] for key in row.left_out_by)
    if row.only:
        return _("Only {outlet} says this.").format(outlet=names[next(iter(row.cells))])
    carried = plural("{n} outlet carries it.", "{n} outlets carry it.", number)
    parts = [carried, _("Left out by {outlets}.").format(outlets=who) if who else _("Nobody leaves it out.")]
    if row.statement.figures:
        parts.append(_("The same figure: {figures}.").format(figures=" = ".join(row.statement.figures)))
    if row.statement.corrected:
        parts.append(_("Put right by a person."))
    return " ".join(parts)


def in_full(difference: Difference, names: Mapping[str, str]) -> str:
    """A difference in a sentence with both quotes."""
    said = (
        _("Figures differ: {one} “{words}”, {other} “{other_words}”.")
        if difference.kind == "figure"
        else _("One quotation, two renderings: {one} “{words}”, {other} “{other_words}”.")
    )
    return said.format(
        one=names[difference.one.outlet],
        words=difference.one_words,
        other=names[difference.other.outlet],
        other_words=difference.other_words,
    )


def passage_block(
    number: int,
    stated: StatedPassage,
    differences: Sequence[Difference],
    names: Mapping[str, str],
    width: int,
    cells: Cells,
) -> list[Line]:
    """One passage in a column: its number and outlet, its words with what differs marked, who says it."""
    passage = stated.passage
    title = clip(names[passage.outlet], width - 4, cells)
    lines: list[Line] = [(Run(f"{number} ", "key"), Run(title, "title"))]
    words = " ".join(passage.text.split())
    lines += _marked(words, _differing(passage, differences), width, cells)
    if stated.attributions:
        said = _("says who: {words}").format(words="; ".join(stated.attributions))
        lines += fold_runs(said, width, cells, "attribution")
    else:
        lines += fold_runs(_("in the outlet’s own voice"), width, cells, "faint")
    return lines


def _differing(passage: Passage, differences: Sequence[Difference]) -> list[str]:
    """The words of a passage that differ from another outlet's."""
    found = [one.one_words for one in differences if one.one == passage]
    found += [one.other_words for one in differences if one.other == passage]
    return [" ".join(words.split()) for words in found]


def _marked(text: str, phrases: Sequence[str], width: int, cells: Cells) -> list[Line]:
    """The text as lines, with these phrases marked, also where a line ends inside one."""
    spans = [(at, at + len(phrase)) for phrase in phrases if phrase and (at := text.find(phrase)) >= 0]
    lines: list[Line] = []
    place = 0
    for part in fold(text, width, cells):
        start = max(place, text.find(part, place))
        place = start + len(part)
        cuts = sorted({start, place, *(min(max(edge, start), place) for span in spans for edge in span)})
        runs = [
            Run(
                part[left - start : right - start],
                "warn" if any(a <= left and right <= b for a, b in spans) else "",
            )
            for left, right in zip(cuts, cuts[1:], strict=False)
        ]
        lines.append(tuple(runs))
    return lines


def _beside(blocks: Sequence[Sequence[Line]], column: int, cells: Cells) -> list[Line]:
    """Columns of lines beside each other."""
    lines: list[Line] = []
    for at in range(max(map(len, blocks))):
        runs: list[Run] = []
        for block in blocks:
            words = clip_line(block[at], column, cells) if at < len(block) else BLANK
            runs += [*words, Run(" " * (column - width_of(words, cells) + _GAP))]
        lines.append(tuple(runs))
    return lines


def passage_choices(
    row: CoverageRow, names: Mapping[str, str], question: str, width: int, cells: Cells
) -> list[Line]:
    """The passages of a statement to choose from, by number."""
    lines: list[Line] = [*fold_runs(question, width, cells, "title"), BLANK]
    for number, one in enumerate(row.stated, 1):
        words = f" {number} {names[one.passage.outlet]}: {' '.join(one.passage.text.split())}"
        lines.append((Run(clip(words, width - 1, cells), "", str(number)),))
    return lines
