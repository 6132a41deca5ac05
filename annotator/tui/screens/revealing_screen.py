"""Reading while something is hidden: asking to see it, which is kept, and seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.modes import Veil
from annotator.present import revealing
from annotator.translating import _
from annotator.tui.screens.article_screen import ArticleScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import blinding

if TYPE_CHECKING:
    from annotator.model.rubrics import Rubric

_ABOUT_FINDINGS = ("finding", "verdict", "show_or_hide")


class RevealingScreen(ArticleScreen):
    """An article of which something may be hidden until the rater asks for it, or has judged."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what can be done now: nothing about findings while the signals wait."""
        if action in _ABOUT_FINDINGS:
            return not self.view.signals_held
        if action == "reveal":
            return self.view.outlet_hidden or self.view.signals_held
        return super().check_action(action, parameters)

    def action_reveal(self) -> None:
        """Nothing; the rater is asked what to see before judging, and told that it is kept."""
        from annotator.tui.dialogs.choose_one import ChooseOne

        view = self.view

        def take(target: str | None) -> None:
            if target in set(Veil):
                self.reveal(Veil(target))

        self.app.push_screen(ChooseOne(lambda width: revealing.question_lines(view, width, CELLS)), take)

    def reveal(self, what: Veil) -> None:
        """Nothing; this can be seen from now on, and it is on the disk that it can."""
        with self.telling():
            blinding.reveal(self.workspace, self.rater, self.article, what)
        self.look_again()

    def release_signals(self, rubric: Rubric) -> None:
        """Nothing; where the last criterion has its answer the signals appear. Call it after each score."""
        if self.view.signals_held and blinding.release_signals(
            self.workspace, self.rater, self.article, rubric
        ):
            self.look_again()
            self.tell(_("You have judged everything: the signals are here now."))

    def look_again(self) -> None:
        """Nothing; the article stands at the same place, shown as it may be seen now."""
        self.show_article(self.pane.top)
        self.put_form()
        self.refresh_bindings()

    def put_form(self) -> None:
        """Nothing; a screen with a form shows what is so."""

    def mode_changed(self) -> None:
        """Nothing; the article is shown as the new mode shows it."""
        self.look_again()
