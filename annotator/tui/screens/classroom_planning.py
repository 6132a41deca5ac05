"""Planning who reads what, on the teacher's screen: wishes by key, the plan shown before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.model.modes import Mode
from annotator.present.class_plans import plan_lines
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.framed import FramedScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import enrolling, reading
from annotator.workbench.assigning import Plan, Wish, plan_assignments, write_plan

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.opening import Workspace

_TRAININGS = ("", "each", "end")


class PlanningScreen(FramedScreen):
    """A screen that holds a wish and shows the plan that comes of it."""

    def __init__(self, workspace: Workspace, rater: Rater, rubric: Rubric, story: str | None) -> None:
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        self.rubric = rubric
        self.story = story
        self.wish = Wish(())
        self._plan: Plan | None = None
        self._why_not = ""

    def make_plan(self) -> None:
        """Nothing; the plan is what comes of the wish now. Nothing is written."""
        rows = reading.list_articles(
            self.workspace, None, None, story=self.story, limit=100_000, counts=False
        )
        self.wish = replace(self.wish, articles=tuple(row.id for row in rows))
        pupils = enrolling.students(self.workspace)
        try:
            self._plan = plan_assignments(self.workspace, pupils, self.rubric, self.wish)
        except AnnotatorError as error:
            self._plan, self._why_not = None, str(error)

    def plan_page(self, names: Mapping[str, str], width: int) -> list[Line]:
        """The wish and its plan as lines."""
        return plan_lines(self._plan, self.wish, names, self._why_not, width, CELLS)

    def wish_for(self, **what: object) -> None:
        """Nothing; the plan follows a changed wish."""
        self.wish = replace(self.wish, **what)  # type: ignore[arg-type]
        self.show_tab()

    def show_tab(self) -> None:
        """Nothing; what is in sight is made anew."""

    def action_each(self, step: int) -> None:
        """Nothing; each student reads one article more or fewer; below one, as many as are needed."""
        most = len(self.wish.articles)
        value = (self.wish.each if self.wish.each is not None else most + (step < 0)) + step
        self.wish_for(each=value if 1 <= value <= most else None)

    def action_overlap(self, step: int) -> None:
        """Nothing; each article is to be read by one student more or fewer; below one, by any number."""
        value = (self.wish.overlap or 0) + step
        self.wish_for(overlap=value if value >= 1 else None)

    def action_reading(self) -> None:
        """Nothing; the next way of reading is wished for."""
        modes = list(Mode)
        self.wish_for(mode=modes[(modes.index(Mode(self.wish.mode)) + 1) % len(modes)])

    def action_train(self) -> None:
        """Nothing; the articles count, or are for training."""
        at = _TRAININGS.index(self.wish.training)
        self.wish_for(training=_TRAININGS[(at + 1) % len(_TRAININGS)])

    def action_seed(self) -> None:
        """Nothing; another draw."""
        self.wish_for(seed=self.wish.seed + 1)

    def turn_absent(self, rater: str) -> None:
        """Nothing; a student is absent, or here again."""
        self.wish_for(absent=self.wish.absent ^ {rater})

    def action_write(self) -> None:
        """Nothing; the plan that is shown is made."""
        if self._plan is None:
            self.tell(self._why_not, alarm=True)
            return
        with self.telling():
            # Somebody may have begun meanwhile: what is written is what comes of the wish now.
            self.make_plan()
            if self._plan is not None:
                number = write_plan(self.workspace, self._plan)
                self.tell(_("The plan is made: {n} new assignments.").format(n=number))
        self.show_tab()
