"""A table of outlets above, and what stands behind the cell in hand below."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from annotator.present.lines import Line, Run, fold_runs, indent
from annotator.present.score_views import View
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.tabbed import TabbedScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import Build, LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.table_pane import TablePane

WAITING = View("…", (), ())
"""What stands in the table while it is made."""


class TableScreen(TabbedScreen):
    """Scores or signals: a table with a cursor, and the detail of its cell."""

    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#table"
    BINDINGS = [Binding("escape,q", "leave", "back", key_display="esc", tooltip="to the table, or back")]

    def compose(self) -> ComposeResult:
        """Head, tabs, what the signs mean, table, what stands behind a cell, keys."""
        yield Bar(id="top")
        yield Bar(id="tabs")
        yield Bar(id="legend")
        yield Bar(id="remarks")
        yield TablePane(id="table")
        yield LinesPane(id="detail")
        yield KeyLine(id="keys")

    def show_legend(self, words: str) -> None:
        """Nothing; the line above the table says what its signs mean."""
        self.query_one("#legend", Bar).show(lambda width: [(Run(f"  {words}", "quiet"),)])

    def show_remarks(self, sentences: list[str]) -> None:
        """Nothing; these sentences stand above the table, where there are any, as many as two lines hold."""
        bar = self.query_one("#remarks", Bar)
        bar.display = bool(sentences)
        bar.show(
            lambda width: indent(fold_runs(" ".join(sentences), width - 4, CELLS, "warn"), Run("  "), CELLS)
        )

    def show_table(self, view: View) -> None:
        """Nothing; the table shows this, its cursor where it was."""
        self.query_one("#table", TablePane).show(view)

    def show_detail(self, build: Build) -> None:
        """Nothing; the lower part shows this."""
        self.query_one("#detail", LinesPane).show(build)

    def show_sentences(self, sentences: list[str], look: str = "quiet") -> None:
        """Nothing; the lower part says these sentences, one below the other."""

        def build(width: int) -> list[Line]:
            return [line for one in sentences for line in fold_runs(one, width, CELLS, look)]

        self.show_detail(build)

    @on(TablePane.Moved)
    def _look_behind(self, message: TablePane.Moved) -> None:
        build = self.detail(message.row, message.column)
        if build:
            self.show_detail(build)

    def detail(self, row: int, column: int) -> Build | None:
        """What stands behind a cell, or None while nothing does."""
        return None

    def read_detail(self) -> None:
        """Nothing; the keys move the lower part, from its beginning on."""
        detail = self.query_one("#detail", LinesPane)
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
