"""Asking on: the further questions that a rubric has for certain answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from annotator.model.rubrics import FollowUp, in_language
from annotator.present import following
from annotator.present.judging import Wish
from annotator.translating import language_used
from annotator.tui.screens.citing_screen import CitingScreen
from annotator.tui.widgets.painting import CELLS


class FollowingScreen(CitingScreen):
    """A form that asks on right after a score. Every further question can be left open."""

    def move_on(self) -> None:
        """Nothing; open further questions are asked one by one, then the next criterion is in hand."""
        answers = following.answers_of(self.judging)
        self._ask([one for one in following.asked_now(self.judging) if one.id not in answers], on=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what can be done now: a further question can be answered where there is one."""
        if action == "follow_up":
            return bool(following.asked_now(self.judging))
        return super().check_action(action, parameters)

    def action_follow_up(self) -> None:
        """Nothing; the further questions of the score that stands are asked, answered or not."""
        self._ask(following.asked_now(self.judging), on=False)

    def ask_again(self, id: str) -> None:
        """Nothing; this further question is asked."""
        self._ask([one for one in following.asked_now(self.judging) if one.id == id], on=False)

    def _ask(self, waiting: Sequence[FollowUp], *, on: bool) -> None:
        if not waiting:
            if on:
                super().move_on()
            return
        from annotator.tui.dialogs.ask_words import AskWords
        from annotator.tui.dialogs.choose_by_key import ChooseByKey

        one = waiting[0]
        given = following.answers_of(self.judging).get(one.id, "")
        take = partial(self._take_answer, waiting, on)
        if one.kind == "text":
            self.app.push_screen(AskWords(in_language(one.question, language_used()), given), take)
        else:
            targets = [choice.id for choice in one.choices]
            build = partial(following.choice_lines, one, cells=CELLS, language=language_used())
            self.app.push_screen(ChooseByKey(build, targets, given), take)

    def _take_answer(self, waiting: Sequence[FollowUp], on: bool, answer: str | None) -> None:
        score = self.judging.score
        if answer and score:
            self.judging = following.with_answer(self.judging, waiting[0].id, answer)
            self.write(Wish(score.answer, score.level))
            self.put_form()
        self._ask(waiting[1:], on=on)
