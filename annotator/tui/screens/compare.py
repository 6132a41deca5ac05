"""Outlets side by side: what people scored, and what the signals marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.model.rubrics import Rubric
from annotator.present import side_by_side
from annotator.present.library import top_line
from annotator.present.lines import Line, Run
from annotator.signals import card, catalogue
from annotator.tui.screens.framed import Bar, FramedScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import Build, LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.table_pane import TablePane
from annotator.workbench import comparing, reading
from annotator.workbench.veiling import Veils, veil_quotes, veil_scores, veil_signals, veil_words, veils_over

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace

SCORES, SIGNALS = "scores", "signals"


class CompareScreen(FramedScreen):
    """A table of outlets, and below it what stands behind the cell in hand."""

    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#table"
    BINDINGS = [
        Binding("tab", "turn", "scores or signals"),
        Binding("escape,q", "leave", "back", key_display="esc"),
    ]

    @dataclass
    class Counted(Message):
        """The signals' table is ready."""

        table: comparing.SignalTable

    @dataclass
    class Failed(Message):
        """The signals' table cannot be made."""

        error: AnnotatorError

    def __init__(self, workspace: Workspace, rater: Rater, rubric: Rubric, story: str | None) -> None:
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        self.rubric = rubric
        self.story = story
        self.showing = SCORES
        self._scores: comparing.ScoreTable | None = None
        self._signals: comparing.SignalTable | None = None
        self._veils = Veils()
        self._title = "all articles"

    def compose(self) -> ComposeResult:
        """Head, table, what stands behind a cell, keys."""
        yield Bar(id="top")
        yield Bar(id="tabs")
        yield TablePane(id="table")
        yield LinesPane(id="detail")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the scores are compared, the signals while one looks at them."""
        with self.telling():
            titles = {story.id: story.title for story in reading.list_stories(self.workspace)}
            self._title = titles.get(self.story, self._title) if self.story else self._title
            self._veils = veils_over(self.workspace, self.rater, self.story)
            scores = comparing.compare_scores(self.workspace, story=self.story, rubric=self.rubric)
            self._scores = veil_scores(scores, self._veils)
        self._show()
        self.count_signals()

    @work(thread=True, exclusive=True, group="compare")
    def count_signals(self) -> None:
        """Nothing; a message brings the signals' table. The thread opens the workspace for itself."""
        from annotator.workbench.opening import open_workspace

        worker = get_current_worker()
        try:
            with open_workspace(self.workspace.folder) as own:
                table = comparing.compare_signals(own, story=self.story)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(table))

    @on(Counted)
    def _take_signals(self, message: Counted) -> None:
        self._signals = veil_signals(message.table, self._veils)
        if self.showing == SIGNALS:
            self._show()

    @on(Failed)
    def _tell_failure(self, message: Failed) -> None:
        self.tell(str(message.error), alarm=True)

    def _show(self) -> None:
        raters = self._scores.raters if self._scores else 0
        middle = f"{self._title} · {self.rubric.id} {self.rubric.version}"
        whose = f"{raters} {'rater' if raters == 1 else 'raters'}"
        self.query_one("#top", Bar).show(lambda width: [top_line("Compare", middle, whose, width, CELLS)])
        self.query_one("#tabs", Bar).show(self._tabs)
        table = self.query_one("#table", TablePane)
        if self.showing == SCORES and self._scores:
            table.show(side_by_side.score_view(self._scores))
        elif self._signals:
            cards = {signal.id: signal for signal in catalogue()}
            table.show(side_by_side.signal_view(self._signals, cards, CELLS))
        else:
            table.show(side_by_side.View("The signals are being counted…", (), ()))

    def _tabs(self, width: int) -> list[Line]:
        return [
            (
                Run(" "),
                *(
                    Run(f" {name} ", "level-taken" if name == self.showing else "quiet", f"tab:{name}")
                    for name in (SCORES, SIGNALS)
                ),
            )
        ]

    @on(LinesPane.Chosen, "#tabs")
    def _turn_to(self, message: LinesPane.Chosen) -> None:
        if message.target != f"tab:{self.showing}":
            self.action_turn()

    def action_turn(self) -> None:
        """Nothing; scores where signals were, signals where scores were."""
        self.showing = SIGNALS if self.showing == SCORES else SCORES
        self.query_one("#detail", LinesPane).show(lambda width: ())
        self._show()

    @on(TablePane.Moved)
    def _show_detail(self, message: TablePane.Moved) -> None:
        build = self._detail(message.row, message.column)
        if build:
            self.query_one("#detail", LinesPane).show(build)

    def _detail(self, row: int, column: int) -> Build | None:
        if self.showing == SCORES and self._scores:
            outlet, criterion = self._scores.outlets[column], self.rubric.criteria[row]
            given = self._scores.cells[outlet.id, criterion.id]
            return lambda width: side_by_side.score_detail(given, criterion, outlet.name, width, CELLS)
        if self.showing == SIGNALS and self._signals:
            outlet, about = self._signals.outlets[column], card(self._signals.signals[row])
            found = self._signals.cells[outlet.id, about.id]
            found = veil_words(self.workspace, self.rater, found, outlet.id, self._veils)
            return lambda width: side_by_side.signal_detail(found, about, outlet.name, width, CELLS)
        return None

    @on(TablePane.Chosen)
    def _show_words(self, message: TablePane.Chosen) -> None:
        detail = self.query_one("#detail", LinesPane)
        if self.showing == SCORES and self._scores:
            outlet, criterion = self._scores.outlets[message.column], self.rubric.criteria[message.row]
            with self.telling():
                rows = comparing.quotes_behind(
                    self.workspace,
                    story=self.story,
                    rubric=self.rubric,
                    outlet=outlet.id,
                    criterion=criterion.id,
                )
                rows = veil_quotes(self.workspace, self.rater, rows, outlet.id, self._veils)
                detail.show(lambda width: side_by_side.quote_lines(rows, criterion, width, CELLS))
        detail.scroll_to(y=0, animate=False)
        detail.focus()

    def action_leave(self) -> None:
        """Nothing; the table has the keys again, or the screen before is back."""
        table = self.query_one("#table", TablePane)
        if self.focused is table:
            self.dismiss()
        else:
            table.focus()
            table.action_move(0, 0)
