"""Two articles side by side, scrolled together; passages that state the same are tied by numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from annotator.model.articles import Article
from annotator.present import parallel
from annotator.present.lines import Line, Run, clip
from annotator.present.marking import Mark
from annotator.present.parallel import LEFT, RIGHT, Twin
from annotator.present.wrapping import line_of
from annotator.translating import _, plural
from annotator.tui.screens.covered_screen import METHODS, CoveredScreen
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.tabbed import TEXT
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import Build
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.text_column import TextColumn
from annotator.tui.widgets.twin_column import TwinColumn
from annotator.tui.widths import Widths
from annotator.workbench import reading
from annotator.workbench.blinding import ArticleView, begin_reading, view_of
from annotator.workbench.covering import CoverageTable

_MOST = 200
"""Articles of a story among which one can choose."""
_PASSAGE = Binding.Group("passage")


class ParallelScreen(CoveredScreen):
    """The left article and the right one. Where only one fits, a jump turns to the other."""

    TAB = TEXT
    CSS_PATH = "parallel.tcss"
    AUTO_FOCUS = "#text-0"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("full_stop", "twin(1)", "next passage", group=_PASSAGE, tooltip="next passage both carry"),
        Binding(
            "comma", "twin(-1)", "previous passage", group=_PASSAGE, tooltip="previous passage both carry"
        ),
        Binding("enter", "cross", "counterpart", tooltip="to the same statement in the other article"),
        Binding("o", "other", "other outlet", tooltip="another outlet on this side"),
        Binding("v", "statement", "all outlets", tooltip="this statement in all outlets"),
        Binding("escape,q", "dismiss(None)", "back", key_display="esc", tooltip="back"),
    ]

    _articles: Sequence[Article] = ()
    _views: dict[str, ArticleView]
    _table: CoverageTable | None = None
    _twins: tuple[Twin, ...] = ()
    _twin: Twin | None = None
    _statement = ""
    """The statement looked at last; it stays wanted while articles without it are shown."""

    def compose(self) -> ComposeResult:
        """Head, tabs, two articles under their outlets' names, keys."""
        yield Bar(id="top")
        yield Bar(id="tabs")
        yield Bar(id="legend")
        with Horizontal():
            for side in (LEFT, RIGHT):
                with Vertical(id=f"half-{side}", classes="half"):
                    yield Bar(id=f"name-{side}", classes="name")
                    yield TwinColumn(id=f"text-{side}")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; two articles are side by side; what ties them follows."""
        self._views = {}
        self._shown = [0, 1]
        self._expected = [-1, -1]
        with self.telling():
            self.look()
            rows = reading.list_articles(
                self.workspace, None, None, story=self.sight.story, limit=_MOST, counts=False
            )
            self._articles = [reading.article(self.workspace, row.id) for row in rows]
            ids = [one.id for one in self._articles]
            wanted = [ids.index(one) for one in self.sight.articles if one in ids]
            rest = [at for at in range(len(ids)) if at not in wanted]
            self._shown = [*wanted, *rest][:2]
        self.show_frame()
        if len(self._shown) < 2:
            self.say(_("Only one article: add the same story from another outlet."), "warn")
            self._put(LEFT)
            return
        self.say(_(parallel.LEGEND))
        self._put(LEFT)
        self._put(RIGHT)
        self.find(self.sight.statement)

    def say(self, words: str, look: str = "quiet") -> None:
        """Nothing; the words stand above the articles."""
        self.query_one("#legend", Bar).show(
            lambda width: [(Run(f"  {clip(words, width - 3, CELLS)}", look),)]
        )

    def pane(self, side: int) -> TwinColumn:
        """The article on this side."""
        return self.query_one(f"#text-{side}", TwinColumn)

    @property
    def side(self) -> int:
        """The side that has the keys."""
        return RIGHT if self.query_one("#half-1").has_class("-here") else LEFT

    def _put(self, side: int) -> None:
        """Nothing; the article chosen for this side is there, without marks."""
        if side >= len(self._shown):
            return
        article = self._articles[self._shown[side]]
        if article.id not in self._views:
            begin_reading(self.workspace, self.sight.rater, article)
            self._views[article.id] = view_of(self.workspace, self.sight.rater, article)
        unsure = getattr(self.app, "widths", Widths.TRUE) is Widths.UNSURE
        languages = {self._articles[at].language for at in self._shown}
        # Where a terminal's widths of Devanagari are not known nothing may stand to its right.
        self.set_class(unsure and "hi" in languages, "-safe")
        self.pane(side).show_text(self._views[article.id].text_shown, article.headline)
        self._name_sides()

    def _name_sides(self) -> None:
        here = self.side
        for side in (LEFT, RIGHT)[: len(self._shown)]:
            article = self._articles[self._shown[side]]
            view = self._views.get(article.id)
            title = f"{view.outlet_label if view else ''} · {article.language}"
            look = "title" if side == here else "quiet"
            self.query_one(f"#name-{side}", Bar).show(_name_line(title, look))
            self.query_one(f"#half-{side}").set_class(side == here, "-here")

    def take(self, table: CoverageTable, target: str) -> None:
        """Nothing; the two articles are tied by what both state, with the statement `target` in sight."""
        self._table = table
        self._tie(target)
        self.show_frame(self._shared(), _(METHODS[table.method]))

    def _tie(self, target: str = "") -> None:
        """Nothing; what both state is marked, and the statement `target`, or the one in hand, in sight."""
        if self._table is None:
            return
        target = target or self._statement
        left, right = (self._articles[at].id for at in self._shown)
        self._twins = parallel.find_twins(self._table, left, right)
        self._twin = None
        for side in (LEFT, RIGHT):
            self.pane(side).lay_over(())
            self.pane(side).show_evidence(parallel.twin_marks(self._twins, side))
        wanted = next((one for one in self._twins if one.statement == target), None)
        if wanted:
            self.call_after_refresh(self._jump, wanted)

    def _shared(self) -> str:
        return plural("{n} statement in both", "{n} statements in both", len(self._twins))

    def _points_now(self) -> parallel.Points:
        """What lines belong together at the widths of the moment."""
        left, right = (self.pane(side).lines for side in (LEFT, RIGHT))
        pairs = [
            (line_of(left, twin.sides[LEFT][0].start), line_of(right, twin.sides[RIGHT][0].start))
            for twin in self._twins
        ]
        return parallel.tie(pairs, len(left), len(right))

    @on(TextColumn.Scrolled)
    def _scroll_together(self, message: TextColumn.Scrolled) -> None:
        side = RIGHT if message.pane.id == "text-1" else LEFT
        at = message.pane.scroll_offset.y
        alone = self.has_class("-narrow") or self.has_class("-safe")
        if at == self._expected[side] or not self._twins or alone:
            return
        self._expected[side] = at
        other = self.pane(1 - side)
        eye = message.pane.size.height / 3
        there = parallel.follow(self._points_now(), at + eye, side) - eye
        self._scroll(1 - side, 0 if at == 0 else round(max(0.0, min(there, other.max_scroll_y))))

    def _scroll(self, side: int, line: int) -> None:
        pane = self.pane(side)
        self._expected[side] = min(max(0, line), pane.max_scroll_y)
        pane.scroll_to(y=line, animate=False)

    def _jump(self, twin: Twin) -> None:
        """Nothing; this statement stands at one height on both sides, and stands out."""
        self._twin, self._statement = twin, twin.statement
        lines = [line_of(self.pane(side).lines, twin.sides[side][0].start) for side in (LEFT, RIGHT)]
        height = self.pane(self.side).size.height
        row = min(*lines, height // 4)
        for side in (LEFT, RIGHT):
            self._scroll(side, lines[side] - row)
            self.pane(side).lay_over([Mark(one.start, one.end, "chosen") for one in twin.sides[side]])
        self.say(f"{twin.number}  {' '.join(twin.words.split())}", "")

    def action_twin(self, step: int) -> None:
        """Nothing; the next or previous statement that both carry is in sight on both sides."""
        here = self.side
        if not self._twins:
            self.tell(_("These two articles state nothing that was matched."))
            return
        at = self._twin.sides[here][0].start if self._twin else self.pane(here).top - (step > 0)
        twin = parallel.next_twin(self._twins, here, at, step)
        if twin:
            self._jump(twin)
        else:
            self.tell(
                _("This is the last one both carry.") if step > 0 else _("This is the first one both carry.")
            )

    def action_cross(self) -> None:
        """Nothing; the keys are on the other side, at the counterpart of the statement in hand."""
        if len(self._shown) < 2:
            return
        other = 1 - self.side
        self._turn_to_side(other)
        self.pane(other).focus()
        if self._twin:
            self.call_after_refresh(self._jump, self._twin)

    def _turn_to_side(self, side: int) -> None:
        for one in (LEFT, RIGHT):
            self.query_one(f"#half-{one}").set_class(one == side, "-here")
        self._name_sides()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Nothing; the side with the keys is named in colour."""
        if isinstance(event.widget, TwinColumn):
            self._turn_to_side(RIGHT if event.widget.id == "text-1" else LEFT)

    @on(TwinColumn.Picked)
    def _pick(self, message: TwinColumn.Picked) -> None:
        side = RIGHT if message.pane.id == "text-1" else LEFT
        twin = parallel.twin_at(self._twins, side, message.at)
        if twin:
            self._jump(twin)

    def action_other(self) -> None:
        """Nothing; the next article that is on neither side is on the side that has the keys."""
        here, number = self.side, len(self._articles)
        if number < 3:
            self.tell(_("There is no third article of this story."))
            return
        with self.telling():
            at = (self._shown[here] + 1) % number
            while at in self._shown:
                at = (at + 1) % number
            self._shown[here] = at
            self._put(here)
            self.say(_(parallel.LEGEND))
            self._tie()
            self.show_frame(self._shared())

    def action_statement(self) -> None:
        """Nothing; the statement in hand is looked at in all outlets."""
        self.turn_to("coverage")

    def turn_to(self, name: str) -> None:
        """Nothing; the story is looked at in another way, from the statement in hand on."""
        articles = tuple(self._articles[at].id for at in self._shown)
        statement = self._statement or self.sight.statement
        self.sight = replace(self.sight, statement=statement, articles=articles)
        super().turn_to(name)


def _name_line(title: str, look: str) -> Build:
    def build(width: int) -> list[Line]:
        return [(Run(f"     {clip(title, width - 6, CELLS)}", look),)]

    return build
