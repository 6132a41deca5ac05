"""What the signals mark in each outlet's words, per 1,000 of them."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.present import side_by_side
from annotator.present.remarks import ONE_OUTLET
from annotator.signals import card, catalogue
from annotator.translating import _
from annotator.tui.screens.tabbed import SIGNALS
from annotator.tui.screens.table_screen import WAITING, TableScreen
from annotator.tui.widgets.lines_pane import Build
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.table_pane import TablePane
from annotator.workbench import comparing
from annotator.workbench.veiling import veil_signals, veil_words


class SignalsScreen(TableScreen):
    """Signals by outlets, and the marked words behind a cell."""

    TAB = SIGNALS

    @dataclass
    class Counted(Message):
        """The table is ready."""

        table: comparing.SignalTable

    @dataclass
    class Failed(Message):
        """The table cannot be made."""

        error: AnnotatorError

    _table: comparing.SignalTable | None = None

    def on_mount(self) -> None:
        """Nothing; the signals are counted while the screen says so."""
        with self.telling():
            self.look()
        self.show_frame()
        self.show_legend(_(side_by_side.LEGEND))
        self.show_table(WAITING)
        self.show_sentences([_("The signals are being counted…")])
        self.count_signals()

    @work(thread=True, exclusive=True, group="compare")
    def count_signals(self) -> None:
        """Nothing; a message brings the table. The thread opens the workspace for itself."""
        from annotator.workbench.opening import open_workspace

        worker = get_current_worker()
        try:
            with open_workspace(self.workspace.folder) as own:
                table = comparing.compare_signals(own, story=self.sight.story)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(table))

    @on(Counted)
    def _take(self, message: Counted) -> None:
        table = self._table = veil_signals(message.table, self.veils)
        cards = {signal.id: signal for signal in catalogue()}
        hidden = {key: self._shown(*key) for key in table.cells if key[0] in self.veils.hidden}
        self.show_table(side_by_side.signal_view(table, cards, hidden))
        if len(table.outlets) < 2:
            self.show_remarks([_(ONE_OUTLET)])

    def _shown(self, outlet: str, signal: str) -> comparing.SignalCell:
        assert self._table
        cell = self._table.cells[outlet, signal]
        return veil_words(self.workspace, self.sight.rater, cell, outlet, self.veils)

    @on(Failed)
    def _tell_failure(self, message: Failed) -> None:
        self.tell(str(message.error), alarm=True)
        self.show_sentences([str(message.error)], "warn")

    def detail(self, row: int, column: int) -> Build | None:
        """The marked words, how often each occurs, and the question of the signal."""
        if self._table is None:
            return None
        outlet, about = self._table.outlets[column], card(self._table.signals[row])
        found = self._shown(outlet.id, about.id)
        return lambda width: side_by_side.signal_detail(found, about, outlet.name, width, CELLS)

    @on(TablePane.Chosen)
    def _show_words(self) -> None:
        self.read_detail()
