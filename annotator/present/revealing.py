"""What is said where something is hidden: what will appear, why it waits, what a reveal means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.modes import Veil
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent
from annotator.present.showing import Cells
from annotator.translating import N_, _, plural

if TYPE_CHECKING:
    from annotator.signals import SignalCard
    from annotator.workbench.blinding import ArticleView

WAITS = N_("The signals wait. R shows them; select words with v.")
"""What is said to who asks for a finding too early."""
_KEPT = N_(
    "It is logged: your scores so far stay as they are, and with every later one stands that you saw it."
)
_OFFERS = {
    Veil.OUTLET: N_("show who published and wrote this"),
    Veil.SIGNALS: N_("show what the signals mark"),
}


def question_lines(view: ArticleView, width: int, cells: Cells) -> list[Line]:
    """The question before a reveal: what there is to see, and that seeing it is kept."""
    hidden = {Veil.OUTLET: view.outlet_hidden, Veil.SIGNALS: view.signals_held}
    return [
        (Run(_("See it before you have judged everything?"), "title"),),
        BLANK,
        *fold_runs(_(_KEPT), width, cells),
        BLANK,
        *((Run(f" {_(_OFFERS[veil])}", "strong", veil.value),) for veil, one in hidden.items() if one),
        (Run(" " + _("leave it hidden"), "", "hidden"),),
    ]


def others_lines(width: int, cells: Cells) -> list[Line]:
    """The question before what other people scored is shown."""
    return [
        (Run(_("See what others scored before you have judged?"), "title"),),
        BLANK,
        *fold_runs(_(_KEPT), width, cells),
        BLANK,
        (Run(" " + _("show the outlets side by side"), "strong", "show"),),
        (Run(" " + _("not yet"), "", "hidden"),),
    ]


def held_lines(cards: Sequence[SignalCard], left: int, width: int, cells: Cells) -> list[Line]:
    """The signals' pane while they wait: why they do, when they come, and what will stand here."""
    waits = plural(
        "They wait until you have judged: {n} criterion to go.",
        "They wait until you have judged: {n} criteria to go.",
        left,
    )
    why = _("So your eye comes first, not the machine’s.")
    lines: list[Line] = [(Run(_("Signals"), "title"),), BLANK]
    lines += [*fold_runs(waits, width, cells), *fold_runs(why, width, cells, "quiet"), BLANK]
    lines += fold_runs(_("Then here, and marked in the text:"), width, cells, "quiet")
    for card in cards:
        name = clip(_(card.title), width - 3, cells)
        target = f"signal:{card.id}"
        lines.append((Run(f" {card.letter} ", "off", target), Run(name, "faint", target)))
    early = indent(
        fold_runs(_("shows them now; that is logged."), width - 2, cells, "quiet"), Run("R ", "key"), cells
    )
    return [*lines, BLANK, *early]
