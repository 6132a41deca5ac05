"""The teacher's screen: people, plan, progress, what to talk about, rounds, agreement, calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError, JudgementError
from annotator.model.judgements import Rater, Role
from annotator.model.rubrics import Rubric
from annotator.present.library import top_line
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.classroom_planning import PlanningScreen
from annotator.tui.screens.classroom_tabs import (
    AGREEMENT,
    CALIBRATION,
    PEOPLE,
    PLAN,
    PROGRESS,
    ROUNDS,
    SPLIT,
    TABS,
    TALK,
    detail_of,
    read_tab,
    tab_line,
    table_of,
)
from annotator.tui.screens.framed import Bar
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import joining, pseudonyms, reading, voting
from annotator.workbench.progressing import change_mark

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

_LIVE = frozenset((PROGRESS, TALK, ROUNDS))
_COUNTED = frozenset((AGREEMENT, CALIBRATION))
"""Tabs whose figures take a moment: a thread counts them."""
_QUIET_LOOKS = 15
"""Looks after which progress is read anew although nobody wrote: time alone makes somebody stuck."""
EVERY = 2.0
"""Seconds between two looks at what students do meanwhile."""


class ClassScreen(PlanningScreen):
    """A class at a glance, for a teacher only."""

    CSS_PATH = "classroom.tcss"
    AUTO_FOCUS = "#table"
    BINDINGS = [
        Binding("tab", "turn(1)", "next tab"),
        Binding("shift+tab", "turn(-1)", "tab before", show=False),
        *(Binding(str(at), f"go('{name}')", name, show=False) for at, name in enumerate(TABS, 1)),
        Binding("p", "projector", "projector", tooltip="names or none: for the projector"),
        Binding("plus,equals_sign", "each(1)", "articles each", key_display="+", show=False),
        Binding("minus", "each(-1)", "articles each", key_display="-", show=False),
        Binding("greater_than_sign", "overlap(1)", "overlap", key_display=">", show=False),
        Binding("less_than_sign", "overlap(-1)", "overlap", key_display="<", show=False),
        Binding("m", "reading", "reading", show=False, tooltip="what is hidden until it is judged"),
        Binding("t", "train", "training", show=False, tooltip="these articles count, or are for training"),
        Binding("s", "seed", "another draw", show=False),
        Binding("w", "write", "make the plan"),
        Binding("o", "open_round", "open a round", tooltip="the class votes again on this question"),
        Binding("x", "close_round", "close the round", tooltip="no vote is taken any more"),
        Binding("d", "detail", "detail", tooltip="from the table to what stands behind its line"),
        Binding("escape,q", "leave", "back", key_display="esc"),
    ]
    _ONLY = {
        **dict.fromkeys(("each", "overlap", "reading", "train", "seed", "write"), (PLAN,)),
        "open_round": (TALK,),
        "close_round": (ROUNDS,),
        "detail": tuple(SPLIT),
    }

    @dataclass
    class Counted(Message):
        """A tab's figures are ready."""

        tab: str
        value: Any

    @dataclass
    class Failed(Message):
        """A tab's figures cannot be counted."""

        error: AnnotatorError

    def __init__(self, workspace: Workspace, rater: Rater, rubric: Rubric, story: str | None) -> None:
        if rater.role is not Role.TEACHER:
            raise JudgementError(
                _("this screen is for teachers."),
                _("Make somebody one: annotator class roster --teacher HANDLE"),
            )
        super().__init__(workspace, rater, rubric, story)
        self.showing = PROGRESS
        self.projector = False
        self._values: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self._mark = self._looks = 0
        self._title = ""

    def compose(self) -> ComposeResult:
        """Head, tabs, table, what stands behind a line, keys."""
        yield Bar(id="top")
        yield Bar(id="tabs")
        yield LinesPane(id="table")
        yield LinesPane(id="detail")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the tab is filled, and looked at anew every two seconds."""
        with self.telling():
            titles = {story.id: story.title for story in reading.list_stories(self.workspace)}
            self._title = titles.get(self.story, self._title) if self.story else self._title
            if not any(one.role is Role.STUDENT for one in joining.list_raters(self.workspace)):
                self.showing = PEOPLE
        self.show_tab()
        self.set_interval(EVERY, self._look_again)

    def _look_again(self) -> None:
        """Nothing; what students did meanwhile shows, and who has been quiet for long."""
        self._looks += 1
        mark, before = change_mark(self.workspace), self._mark
        self._mark = mark
        quiet = self.showing == PROGRESS and self._looks % _QUIET_LOOKS == 0
        if self.showing in _LIVE and self.is_current and (mark != before or quiet):
            self.show_tab()

    def show_tab(self) -> None:
        """Nothing; the tab in hand shows what is so now."""
        tab = self.showing
        with self.telling():
            people = joining.list_raters(self.workspace)
            called = [(self._called(one), one.id) for one in people if one.role is Role.STUDENT]
            # Codes stand in an order of their own: the order of names would tell who is who.
            self._names = {key: name for name, key in (sorted(called) if self.projector else called)}
            if tab in _COUNTED:
                if tab not in self._values:
                    self.count(tab)
            else:
                if tab == PLAN:
                    self.make_plan()
                self._values[tab] = read_tab(tab, self.workspace, self.story, self.rubric)
        self._show()

    def _called(self, one: Rater) -> str:
        return pseudonyms.pseudonym(self.workspace, one.id) if self.projector else one.handle

    @work(thread=True, exclusive=True, group="class")
    def count(self, tab: str) -> None:
        """Nothing; a message brings the figures. The thread opens the workspace for itself."""
        from annotator.workbench.opening import open_workspace

        worker = get_current_worker()
        try:
            with open_workspace(self.workspace.folder) as own:
                found = read_tab(tab, own, self.story, self.rubric)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(tab, found))

    @on(Counted)
    def _take(self, message: Counted) -> None:
        self._values[message.tab] = message.value
        if self.showing == message.tab:
            self._show()

    @on(Failed)
    def _tell_failure(self, message: Failed) -> None:
        self.tell(str(message.error), alarm=True)

    def _show(self) -> None:
        rounds = self._values.get(ROUNDS)
        self.set_class(self.showing in SPLIT and (self.showing != ROUNDS or bool(rounds)), "-split")

        def head(width: int) -> list[Line]:
            middle = f"{self._title or _('all articles')} · {self.rubric.id} {self.rubric.version}"
            whose = _("projector: no names") if self.projector else self.rater.handle
            return [top_line(_("Class"), middle, whose, width, CELLS)]

        self.query_one("#top", Bar).show(head)
        self.query_one("#tabs", Bar).show(lambda width: [tab_line(self.showing, width)])
        table = self.query_one("#table", LinesPane)
        table.show(self._lines)
        self._show_detail(table.target)
        self.refresh_bindings()

    def _lines(self, width: int) -> list[Line]:
        if self.showing == PLAN:
            return self.plan_page(self._names, width)
        return table_of(
            self.showing, self._values.get(self.showing), self._names, width, projector=self.projector
        )

    def _show_detail(self, target: str) -> None:
        tab, value = self.showing, self._values.get(self.showing)
        if tab in SPLIT and value is not None:
            pane = self.query_one("#detail", LinesPane)
            pane.show(lambda width: detail_of(tab, value, target, self._names, width))

    @on(LinesPane.Moved, "#table")
    def _follow(self, message: LinesPane.Moved) -> None:
        self._show_detail(message.target)

    @on(LinesPane.Chosen, "#table")
    def _choose(self, message: LinesPane.Chosen) -> None:
        if self.showing == PLAN and message.target.startswith("rater:"):
            self.turn_absent(message.target.removeprefix("rater:"))
        elif self.showing in SPLIT:
            self.action_detail()

    @on(LinesPane.Chosen, "#tabs")
    def _turn_to(self, message: LinesPane.Chosen) -> None:
        self.action_go(message.target.removeprefix("tab:"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense in the tab in hand."""
        return self.showing in self._ONLY.get(action, TABS)

    def action_go(self, tab: str) -> None:
        """Nothing; this tab is in hand, its figures counted anew."""
        self.showing = tab
        self._values.pop(tab, None)
        self.query_one("#detail", LinesPane).show(lambda width: ())
        self.query_one("#table", LinesPane).focus()
        self.show_tab()

    def action_turn(self, step: int) -> None:
        """Nothing; the next tab or the one before is in hand."""
        self.action_go(TABS[(TABS.index(self.showing) + step) % len(TABS)])

    def action_projector(self) -> None:
        """Nothing; names are shown, or codes instead."""
        self.projector = not self.projector
        # A cursor that stays on a student would tell whose code it is.
        self.query_one("#table", LinesPane).show(lambda width: (), target="")
        self.show_tab()

    def action_detail(self) -> None:
        """Nothing; the keys go to what stands behind the line."""
        detail = self.query_one("#detail", LinesPane)
        detail.scroll_to(y=0, animate=False)
        detail.focus()

    def action_open_round(self) -> None:
        """Nothing; the class can vote again on the question under the cursor."""
        kind, _colon, rest = self.query_one("#table", LinesPane).target.partition(":")
        if kind != "cell":
            return
        article, _colon, criterion = rest.partition(":")
        with self.telling():
            text = reading.article(self.workspace, article)
            voting.open_round(self.workspace, self.rater, text, self.rubric, criterion)
            self.action_go(ROUNDS)
            self.tell(_("The round is open. Students vote with b in their library."))

    def action_close_round(self) -> None:
        """Nothing; no vote is taken in the round under the cursor any more."""
        kind, _colon, rest = self.query_one("#table", LinesPane).target.partition(":")
        for one in self._values.get(ROUNDS, ()):
            if kind == "round" and one.round.id == rest:
                with self.telling():
                    voting.close_round(self.workspace, self.rater, one.round)
                    self.show_tab()

    def action_leave(self) -> None:
        """Nothing; the table has the keys again, or the screen before is back."""
        table = self.query_one("#table", LinesPane)
        if self.focused is table:
            self.dismiss()
        else:
            table.focus()
