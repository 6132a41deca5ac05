"""Putting the matches of a coverage right by key: join, split, leave out, take back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding

from annotator.model.statements import Passage, statement_id
from annotator.present.statement_detail import passage_choices
from annotator.translating import N_, _
from annotator.tui.dialogs.choose_by_key import ChooseByKey
from annotator.tui.screens.covered_screen import CoveredScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import rematching

if TYPE_CHECKING:
    from annotator.workbench.covering import CoverageRow

_TOLD = {
    "join": N_("Taken back: what was joined is apart again."),
    "split": N_("Taken back: what was split off is back."),
    "remove": N_("Taken back: what was left out is back."),
}


class RematchingScreen(CoveredScreen):
    """A screen with a statement under its cursor that people can put right."""

    BINDINGS = [
        Binding("J", "join", "join", tooltip="this statement and another one are the same: J here, J there"),
        Binding("s", "split", "split", tooltip="a passage states something else: split it off"),
        Binding("x", "remove", "leave out", tooltip="a passage states nothing: leave it out"),
        Binding("u", "undo", "undo", tooltip="take your last correction back"),
    ]

    hand = ""
    """The id of the statement that waits for its twin; empty when none does."""

    @property
    def row(self) -> CoverageRow | None:
        """The statement under the cursor."""
        return None

    def row_called(self, statement: str) -> CoverageRow | None:
        """The statement with this id, listed or not."""
        return None

    def outlet_names(self) -> dict[str, str]:
        """The name of each outlet that may be shown, by id."""
        return {}

    def cover(self, *, target: str = "") -> None:
        """Nothing; the statements are found anew, with the cursor on `target`."""

    def show_hand(self) -> None:
        """Nothing; the statement in hand is marked."""

    def action_join(self) -> None:
        """Nothing; the statement is in hand, or joined with the one in hand."""
        row = self.row
        if row is None:
            return
        first = self.row_called(self.hand) if self.hand else None
        if first is None:
            self.hand = row.statement.id
            self.show_hand()
            self.tell(_("In hand. Go to the statement that says the same and press J again; esc lets go."))
            return
        if first.statement.id == row.statement.id:
            self.let_go()
            return
        one, other = first.statement.passages[0], row.statement.passages[0]
        self._correct(
            lambda: rematching.join(self.workspace, self.sight.rater, self._story, one, other),
            _("Joined. u takes it back."),
            first.statement.id if one < other else row.statement.id,
        )

    def let_go(self) -> None:
        """Nothing; no statement is in hand."""
        self.hand = ""
        self.show_hand()

    def action_split(self) -> None:
        """Nothing; a passage is chosen and stands for itself from now on."""
        if self.row and len(self.row.stated) < 2:
            self.tell(_("This statement has one passage only: there is nothing to split off."))
            return
        self._choose(_("Which passage states something else?"), self._split)

    def _split(self, passage: Passage) -> None:
        def split() -> None:
            rematching.split(self.workspace, self.sight.rater, self._story, passage)

        said = _("Split off. u takes it back; J joins it elsewhere.")
        self._correct(split, said, statement_id(passage))

    def action_remove(self) -> None:
        """Nothing; a passage is chosen and left out from now on."""
        self._choose(_("Which passage states nothing?"), self._remove)

    def _remove(self, passage: Passage) -> None:
        def remove() -> None:
            rematching.remove(self.workspace, self.sight.rater, self._story, passage)

        self._correct(remove, _("Left out. u takes it back."), "")

    def action_undo(self) -> None:
        """Nothing; the rater's last correction is taken back."""
        with self.telling():
            taken = rematching.undo_correction(self.workspace, self.sight.rater)
            if taken is None:
                self.tell(_("There is no correction of yours to take back."))
                return
            self.tell(_(_TOLD[taken.deed]))
            self.cover()

    @property
    def _story(self) -> str:
        return self.sight.story or ""

    def _choose(self, question: str, go: Callable[[Passage], None]) -> None:
        row = self.row
        if row is None:
            return
        passages = row.statement.passages
        if len(passages) == 1:
            go(passages[0])
            return
        names = self.outlet_names()

        def take(number: str | None) -> None:
            if number:
                go(passages[int(number) - 1])

        numbers = [str(number) for number in range(1, len(passages) + 1)]
        self.app.push_screen(
            ChooseByKey(lambda width: passage_choices(row, names, question, width, CELLS), numbers), take
        )

    def _correct(self, deed: Callable[[], object], words: str, target: str) -> None:
        with self.telling():
            deed()
            self.hand = ""
            self.tell(words)
            self.cover(target=target)
