"""Which outlets report which statement of a story: a matrix above, the words of one statement below."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from annotator.present import coverage_matrix
from annotator.present.coverage import copy_sentences
from annotator.present.lines import Line, Run, fold_runs
from annotator.present.statement_detail import statement_detail
from annotator.translating import _, language_used
from annotator.tui.screens.covered_screen import METHODS
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.rematching_screen import RematchingScreen
from annotator.tui.screens.tabbed import COVERAGE
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.workbench.covering import CoverageRow, CoverageTable


class MatrixPane(LinesPane):
    """The statements, a line each."""

    BINDINGS = [Binding("enter", "choose", "texts", tooltip="the statement in two articles side by side")]


class CoverageScreen(RematchingScreen):
    """Statements by outlets, and what each outlet says of the one under the cursor."""

    TAB = COVERAGE
    CSS_PATH = "coverage.tcss"
    AUTO_FOCUS = "#matrix"
    BINDINGS = [
        *RematchingScreen.BINDINGS,
        Binding("f", "kind", "which", tooltip="shared, everything, only one outlet, all but one, differing"),
        Binding("space", "read", "read", tooltip="scroll what the outlets say"),
        Binding("escape,q", "leave", "back", key_display="esc", tooltip="let go, to the matrix, or back"),
    ]

    _table: CoverageTable | None = None
    _rows: tuple[CoverageRow, ...] = ()
    _kind = coverage_matrix.SHARED

    def compose(self) -> ComposeResult:
        """Head, tabs, what the marks mean, outlets, statements, the words of one, keys."""
        yield Bar(id="top")
        yield Bar(id="tabs")
        yield Bar(id="legend")
        yield Bar(id="outlets")
        yield MatrixPane(id="matrix")
        yield LinesPane(id="detail")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the statements are found while the screen says so."""
        with self.telling():
            self.look()
        self.show_frame()
        self.say(_("The statements are being matched…"))
        self.cover(target=self.sight.statement)

    def cover(self, *, target: str = "") -> None:
        """Nothing; the statements are found anew, with the cursor on `target`."""
        self.find(target or (self.row.statement.id if self.row else ""))

    def say(self, words: str, look: str = "quiet") -> None:
        """Nothing; the words stand where the statements would."""
        self.query_one("#matrix", LinesPane).show(
            lambda width: fold_runs(f"  {words}", width - 2, CELLS, look)
        )

    def take(self, table: CoverageTable, target: str) -> None:
        """Nothing; the matrix shows these statements, with the cursor on `target`."""
        self._table = table
        for sentence in copy_sentences(table):
            self.tell(sentence)
        target = target or self.query_one("#matrix", LinesPane).target
        here = next((row for row in table.rows if row.statement.id == target), None)
        if here and here.only and self._kind == coverage_matrix.SHARED:
            self._kind = coverage_matrix.EVERYTHING
        self._show(target)

    def _show(self, target: str | None = None) -> None:
        table = self._table
        if table is None:
            return
        target = self._near(target, coverage_matrix.choose_rows(table, self._kind))
        number = _("{n} of {all} statements").format(n=len(self._rows), all=len(table.rows))
        self.show_frame(f"{number}: {_(self._kind)}", _(METHODS[table.method]))
        self.query_one("#legend", Bar).show(lambda width: [(Run(f"  {_(coverage_matrix.LEGEND)}", "quiet"),)])
        self.query_one("#outlets", Bar).show(
            lambda width: coverage_matrix.header_lines(table, width - 1, CELLS)
        )

        def build(width: int) -> list[Line]:
            return coverage_matrix.matrix_lines(self._rows, table, self.hand, language_used(), width, CELLS)

        self.query_one("#matrix", LinesPane).show(build, target=target or None)
        self._show_words()

    def _near(self, target: str | None, rows: list[CoverageRow]) -> str | None:
        """The target, or what stands at its place where it is gone; these rows are listed from now on."""
        before = [row.statement.id for row in self._rows]
        self._rows = tuple(rows)
        if not rows or any(row.statement.id == target for row in rows):
            return target
        at = before.index(target) if target in before else 0
        return rows[min(at, len(rows) - 1)].statement.id

    def show_hand(self) -> None:
        """Nothing; the statement in hand is marked."""
        self._show(self.query_one("#matrix", LinesPane).target)

    @property
    def row(self) -> CoverageRow | None:
        """The statement under the cursor."""
        target = self.query_one("#matrix", LinesPane).target
        return next((row for row in self._rows if row.statement.id == target), None)

    def row_called(self, statement: str) -> CoverageRow | None:
        """The statement with this id, listed or not."""
        rows = self._table.rows if self._table else ()
        return next((row for row in rows if row.statement.id == statement), None)

    def outlet_names(self) -> dict[str, str]:
        """The name of each outlet that may be shown, by id."""
        return {one.id: one.name for one in self._table.outlets} if self._table else {}

    @on(LinesPane.Moved, "#matrix")
    def _show_words(self) -> None:
        row, names, held = self.row, self.outlet_names(), bool(self.veils.held)
        detail = self.query_one("#detail", LinesPane)
        detail.show(lambda width: statement_detail(row, names, width, CELLS, held=held) if row else ())
        detail.scroll_to(y=0, animate=False)

    def action_kind(self) -> None:
        """Nothing; other statements are listed: the next kind of them."""
        kinds = coverage_matrix.KINDS
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._show(self.query_one("#matrix", LinesPane).target)

    def action_read(self) -> None:
        """Nothing; the keys move what the outlets say."""
        self.query_one("#detail", LinesPane).focus()

    @on(LinesPane.Chosen, "#matrix")
    def _read_texts(self) -> None:
        """Nothing; the first two outlets that carry the statement stand side by side, open at it."""
        self.turn_to("text")

    def turn_to(self, name: str) -> None:
        """Nothing; the story is looked at in another way, from the statement in hand on."""
        if self.row:
            carried = tuple(cell.passages[0].article for cell in self.row.cells.values())
            self.sight = replace(self.sight, statement=self.row.statement.id, articles=carried[:2])
        super().turn_to(name)

    def action_leave(self) -> None:
        """Nothing; the statement in hand is let go, the matrix has the keys again, or the screen goes."""
        matrix = self.query_one("#matrix", LinesPane)
        if self.hand:
            self.let_go()
        elif self.focused is not matrix:
            matrix.focus()
        else:
            self.dismiss()
