"""Signals of outlets side by side, as a table on the screen and as the words behind one of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.present.lines import Line, Run, clip, fold_runs
from annotator.present.score_views import View
from annotator.present.showing import Cells
from annotator.translating import N_, _, plural, write_number
from annotator.workbench.veiling import HELD

if TYPE_CHECKING:
    from annotator.signals import SignalCard
    from annotator.workbench.comparing import SignalCell, SignalTable

LEGEND = N_("findings per 1,000 words, and the words marked most often")
_SCALE = 9
"""Cells of the longest bar."""
_WORDED = 4
"""The same where a word follows."""
_MANY = 30.0
"""Findings per 1,000 words that fill a bar."""


def signal_view(
    table: SignalTable, cards: Mapping[str, SignalCard], words: Mapping[tuple[str, str], SignalCell]
) -> View:
    """Signals by outlets: findings per 1,000 words, and the word marked most often.

    `words` holds the cells whose words may not be shown as they stand in the table.
    """
    return View(
        _("per 1,000 words"),
        tuple(outlet.name for outlet in table.outlets),
        tuple(
            (
                f"{cards[signal].letter} {_(cards[signal].title)}",
                tuple(
                    signal_cell(
                        words.get((outlet.id, signal), table.cells[outlet.id, signal]),
                        signal,
                        worded=cards[signal].kind == "phrase" and signal != "quote",
                    )
                    for outlet in table.outlets
                ),
            )
            for signal in table.signals
        ),
    )


def signal_cell(cell: SignalCell, signal: str, *, worded: bool = False) -> Line:
    """One cell in few signs: the rate, a bar as long as it is high, and if `worded` the word met most."""
    if cell.unavailable == HELD:
        return (Run(_("after you score"), "faint"),)
    if cell.per_thousand is None:
        return (Run(_("not available"), "faint"),)
    scale = _WORDED if worded else _SCALE
    length = round(min(cell.per_thousand, _MANY) / _MANY * scale)
    if not length and cell.findings:
        length = 1
    rate = Run(write_number(cell.per_thousand, 1).rjust(4) + " ", "strong" if length else "quiet")
    if not worded or not cell.words:
        return (rate, Run("▬" * length, signal))
    return (rate, Run("▬" * length + " " * (scale - length), signal), Run(f" {cell.words[0][0]}", "quiet"))


def signal_detail(cell: SignalCell, card: SignalCard, outlet: str, width: int, cells: Cells) -> list[Line]:
    """What stands behind a cell of signals: the marked words and how often each occurs."""
    found = plural("{n} finding", "{n} findings", cell.findings or 0)
    head: Line = (Run(outlet, "title"), Run(f"  {_(card.title)} · {found}", "quiet"))
    lines: list[Line] = [head, *fold_runs(_(card.question), width, cells, "accent")]
    if cell.unavailable:
        lines += fold_runs(_(cell.unavailable), width, cells, "warn")
    for words, number in cell.words:
        times = f"{number}× " if number > 1 else "   "
        lines.append((Run(times, "quiet"), Run(clip(words, width - 4, cells))))
    return lines
