"""What people scored, outlets side by side: medians, means, levels, differences, parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from textual import on, work
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.present import score_details, score_views
from annotator.present.remarks import remarks
from annotator.translating import N_, _, language_used, plural
from annotator.tui.screens.tabbed import SCORES
from annotator.tui.screens.table_screen import TableScreen
from annotator.tui.widgets.lines_pane import Build
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.table_pane import TablePane
from annotator.workbench import comparing
from annotator.workbench.adjusting import adjust_table, measure_strictness
from annotator.workbench.contrasting import By, Difference, PartTable, compare_parts, contrast_with
from annotator.workbench.subjects import left_out
from annotator.workbench.veiling import veil_outlets, veil_quotes, veil_scores

_BY: tuple[By, ...] = get_args(By)


class CompareScreen(TableScreen):
    """A table of outlets, and below it what stands behind the cell in hand."""

    TAB = SCORES
    BINDINGS = [
        Binding("m", "view('means')", "means", tooltip="plain means, and means adjusted for strictness"),
        Binding("d", "view('levels')", "levels", tooltip="how many chose each level"),
        Binding("p", "pairs", "pairs", tooltip="how far the others lie from the outlet in hand"),
        Binding("b", "by", "by…", tooltip="apart by group, by mode of reading, by language"),
        Binding("n", "numbers", "how many", tooltip="show or hide how many scores there are"),
    ]

    @dataclass
    class Adjusted(Message):
        """The means without the raters' strictness are worked out."""

        table: comparing.ScoreTable

    @dataclass
    class Paired(Message):
        """The differences from one outlet are worked out."""

        found: list[Difference]

    @dataclass
    class Failed(Message):
        """Something cannot be worked out."""

        error: AnnotatorError

    _scores: comparing.ScoreTable | None = None
    _parts: PartTable | None = None
    _pairs: tuple[Difference, ...] = ()
    _kind = score_views.MEDIANS
    _numbers = False
    _left_out = ""

    def on_mount(self) -> None:
        """Nothing; the scores are compared; adjusted means follow."""
        with self.telling():
            self.look()
            scores = comparing.compare_scores(
                self.workspace, story=self.sight.story, rubric=self.sight.rubric
            )
            self._scores = veil_scores(scores, self.veils)
            self._left_out = left_out(self.workspace, self.sight.rubric, self.sight.story)
        self._show()
        self.work_out_means()

    @work(thread=True, exclusive=True, group="means")
    def work_out_means(self) -> None:
        """Nothing; a message brings the table with adjusted means. The thread has a workspace of its own."""
        from annotator.workbench.opening import open_workspace

        worker, scores = get_current_worker(), self._scores
        try:
            with open_workspace(self.workspace.folder) as own:
                strictness = measure_strictness(own, self.sight.rubric)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        if scores and not worker.is_cancelled:
            self.post_message(self.Adjusted(adjust_table(scores, strictness, story=self.sight.story)))

    @on(Adjusted)
    def _take_means(self, message: Adjusted) -> None:
        self._scores = message.table
        self._show()

    @work(thread=True, exclusive=True, group="pairs")
    def work_out_pairs(self, base: str) -> None:
        """Nothing; a message brings the differences of all other outlets from this one."""
        from annotator.workbench.opening import open_workspace

        try:
            with open_workspace(self.workspace.folder) as own:
                found = contrast_with(own, story=self.sight.story, rubric=self.sight.rubric, base=base)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Paired(found))

    @on(Paired)
    def _take_pairs(self, message: Paired) -> None:
        self._pairs = tuple(
            replace(one, one=mine, other=other)
            for one in message.found
            for mine, other in [veil_outlets((one.one, one.other), self.veils)]
        )
        self._show()

    @on(Failed)
    def _tell_failure(self, message: Failed) -> None:
        self._kind = score_views.MEDIANS
        self.tell(str(message.error), alarm=True)

    def _show(self) -> None:
        if not self._scores:
            return
        raters, language = self._scores.raters, language_used()
        rubric = f"{self.sight.rubric.id} {self.sight.rubric.version}"
        self.show_frame(f"{rubric} · {plural('{n} rater', '{n} raters', raters)}", self._note())
        self.show_legend(_(score_views.LEGENDS[self._kind]))
        self.show_remarks([*remarks(self._scores, language), *([self._left_out] if self._left_out else ())])
        if self._parts:
            self.show_table(score_views.part_view(self._parts, numbers=self._numbers, language=language))
        elif self._kind == score_views.PAIRS:
            base = self._pairs[0].one.name if self._pairs else "…"
            self.show_table(score_views.pair_view(self._pairs, base, language))
        else:
            view = score_views.score_view(self._scores, self._kind, numbers=self._numbers, language=language)
            self.show_table(view)

    def _note(self) -> str:
        if self._parts:
            return _(score_views.BY[self._parts.by])
        if self._kind == score_views.MEANS and self._scores:
            return _(self._scores.not_adjusted or N_("adjusted for strictness"))
        return _(score_views.NAMES[self._kind])

    def action_view(self, kind: str) -> None:
        """Nothing; the table is looked at in this way, or in medians again."""
        self._parts, self._pairs = None, ()
        self._kind = score_views.MEDIANS if self._kind == kind else kind
        self._show()

    def action_numbers(self) -> None:
        """Nothing; cells tell how many scores they rest on, or no longer do."""
        self._numbers = not self._numbers
        self._show()

    def action_pairs(self) -> None:
        """Nothing; the outlets are shown by how far they lie from the one in hand, or in medians again."""
        if self._kind == score_views.PAIRS or not self._scores or not self._scores.outlets:
            self.action_view(self._kind)
            return
        _, column = self.query_one("#table", TablePane).place
        self.action_view(score_views.PAIRS)
        self.work_out_pairs(self._scores.outlets[min(column, len(self._scores.outlets) - 1)].id)

    def action_by(self) -> None:
        """Nothing; medians stand apart by group, then by mode, then by language, then together again."""
        now = _BY.index(self._parts.by) + 1 if self._parts else 0
        self._kind, self._pairs, self._parts = score_views.MEDIANS, (), None
        if now < len(_BY):
            with self.telling():
                parts = compare_parts(
                    self.workspace, story=self.sight.story, rubric=self.sight.rubric, by=_BY[now]
                )
                self._parts = replace(parts, outlets=veil_outlets(parts.outlets, self.veils))
                if len(parts.parts) < 2:
                    whole = score_views.part_name("".join(parts.parts))
                    self.tell(_("All scores here are alike in this: {part}.").format(part=whole))
        self._show()

    def detail(self, row: int, column: int) -> Build | None:
        """The figures behind a cell in words, and how many chose each level."""
        if not self._scores:
            return None
        criteria = self.sight.rubric.criteria
        if self._kind == score_views.PAIRS:
            if not self._pairs:
                return None
            pair = self._pairs[row * (len(self._pairs) // len(criteria)) + column]
            return lambda width: score_details.pair_detail(pair, width, CELLS)
        outlet = self._scores.outlets[column]
        if self._parts:
            place, part = divmod(row, len(self._parts.parts))
            criterion, name = criteria[place], self._parts.parts[part]
            given, adjusted = self._parts.cells[name, outlet.id, criterion.id], None
            title = f"{outlet.name} · {score_views.part_name(name)}"
        else:
            criterion, title = criteria[row], outlet.name
            given = self._scores.cells[outlet.id, criterion.id]
            adjusted = self._scores.adjusted.get((outlet.id, criterion.id))
        return lambda width: score_details.score_detail(given, criterion, title, width, CELLS, adjusted)

    @on(TablePane.Chosen)
    def _show_words(self, message: TablePane.Chosen) -> None:
        if not self._scores or self._kind == score_views.PAIRS:
            self.read_detail()
            return
        row = message.row // len(self._parts.parts) if self._parts else message.row
        outlet, criterion = self._scores.outlets[message.column], self.sight.rubric.criteria[row]
        with self.telling():
            rows = comparing.quotes_behind(
                self.workspace,
                story=self.sight.story,
                rubric=self.sight.rubric,
                outlet=outlet.id,
                criterion=criterion.id,
            )
            rows = veil_quotes(self.workspace, self.sight.rater, rows, outlet.id, self.veils)
            self.show_detail(
                lambda width: score_details.quote_lines(rows, criterion, outlet.name, width, CELLS)
            )
        self.read_detail()
