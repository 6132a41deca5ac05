"""Keeping a pace at the desk: a timer that pauses, a goal for the session, the next article that waits."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.timer import Timer

from annotator.model.articles import Article
from annotator.present import pacing as shown
from annotator.translating import _, plural
from annotator.tui.screens.shelf import Shelf
from annotator.tui.screens.tying_screen import TyingScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import pacing, reading
from annotator.workbench.pacing import Pace
from annotator.workbench.preferring import GOAL, TIMER, prefer, preferred

if TYPE_CHECKING:
    from annotator.present.judging import Wish

_BEAT = 15.0
"""Seconds between two looks at the clock."""


class PacingScreen(TyingScreen):
    """A desk that knows how long somebody has read and how much they meant to do. Off unless asked for."""

    shelf = Shelf()
    _pace: Pace | None = None
    _clock: Timer | None = None

    def on_mount(self) -> None:
        """Nothing; the timer goes on where it was wanted."""
        if preferred(self.workspace, self.rater, TIMER) == "on":
            self._start_clock()

    def begin_time(self, article: Article) -> None:
        """Nothing; the time from now on is spent on this article."""
        self.keep_time()
        seconds = pacing.time_spent(self.workspace, self.rater, article)
        self._pace = Pace(seconds, monotonic())

    def pace_words(self) -> list[str]:
        """What the head says of time and goal; nothing where neither was asked for."""
        words = []
        if self._clock and self._pace:
            words.append(shown.time_words(self._pace.seconds, paused=self._pace.pauses(self._touched())))
        goal = self._goal()
        if goal:
            words.append(_("goal: {done} of {goal}").format(done=self._finished(), goal=goal))
        return words

    def _goal(self) -> int:
        return int(preferred(self.workspace, self.rater, GOAL) or 0)

    def _finished(self) -> int:
        began = getattr(self.app, "began", "")
        return pacing.finished_since(self.workspace, self.rater, self.rubric, began)

    def _touched(self) -> float:
        return float(getattr(self.app, "touched", 0.0))

    def _start_clock(self) -> None:
        self._clock = self._clock or self.set_interval(_BEAT, self._beat)

    def _beat(self) -> None:
        self.keep_time()
        self.put_head()

    def keep_time(self) -> None:
        """Nothing; the time spent on the article up to now is on the disk, where the timer is on."""
        if self._pace and self._clock:
            self._pace = self._pace.until(monotonic(), self._touched())
            with self.telling():
                pacing.keep_time(self.workspace, self.rater, self.article, self._pace.seconds)

    def put_head(self) -> None:
        """Nothing; the head says what is so."""

    def action_timer(self) -> None:
        """Nothing; the timer runs, or is gone."""
        if self._clock:
            self.keep_time()
            self._clock.stop()
            self._clock = None
        else:
            seconds = pacing.time_spent(self.workspace, self.rater, self.article)
            self._pace = Pace(seconds, monotonic())
            self._start_clock()
        prefer(self.workspace, self.rater, TIMER, "on" if self._clock else "off")
        off = _("The timer is off.")
        on = _("The timer is on: for you alone, and it rests when you do.")
        self.tell(on if self._clock else off)
        self.put_head()

    def action_goal(self) -> None:
        """Nothing; somebody says how many articles this session is meant for."""
        from annotator.tui.dialogs.choose_one import ChooseOne

        def take(number: str | None) -> None:
            if number is not None and number.isdigit():
                prefer(self.workspace, self.rater, GOAL, number)
                self.put_head()

        self.app.push_screen(ChooseOne(lambda width: shown.goal_lines(width, CELLS), str(self._goal())), take)

    def record(self, wish: Wish, *, move_on: bool) -> None:
        """Nothing; the answer is on the disk, and a goal that is reached with it is told."""
        goal = self._goal()
        before = self._finished() if goal else 0
        super().record(wish, move_on=move_on)
        if goal and before < goal == self._finished():
            self.tell(plural("That was your goal: {n} article.", "That was your goal: {n} articles.", goal))
        self.put_head()

    def action_waiting(self) -> None:
        """Nothing; the next article of the list that lacks an answer is on the desk."""
        with self.telling():
            shelf = self.shelf
            found = pacing.next_waiting(
                self.workspace, self.rater, self.rubric,
                story=shelf.story, search=shelf.search, after=shelf.index,
            )  # fmt: skip
            if found is None or found[1] == self.article.id:
                self.tell(_("No other article of this list waits for an answer."))
                return
            self.take_from_shelf(Shelf(shelf.story, shelf.search, found[0], shelf.total))
            self.put_on_desk(reading.article(self.workspace, found[1]))

    def take_from_shelf(self, shelf: Shelf) -> None:
        """Nothing; the article in hand is another one of the list."""
        self.shelf = shelf
        self.saved = None

    def put_on_desk(self, article: Article, *, criterion: str = "", top: int = 0) -> None:
        """Nothing; this article is read and judged now."""
