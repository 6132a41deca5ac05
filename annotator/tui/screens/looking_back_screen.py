"""Looking back: how my answers compare with the key and the class, and what others quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding

from annotator.errors import AnnotatorError
from annotator.present.lines import Line, fold_runs
from annotator.present.looking_back import looking_back_lines
from annotator.translating import N_, _
from annotator.tui.screens.page import PagePane, PageScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import reading
from annotator.workbench.blinding import view_of
from annotator.workbench.looking_back import Beside, look_back

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.opening import Workspace


class LookingBackScreen(PageScreen):
    """One article that I have judged, beside what others say of it; then the next one."""

    BINDINGS = [
        Binding("right_curly_bracket", "turn(1)", "next article", key_display="}"),
        Binding("left_curly_bracket", "turn(-1)", "previous article", key_display="{"),
    ]

    def __init__(self, workspace: Workspace, rater: Rater, rubric: Rubric, articles: Sequence[str]) -> None:
        super().__init__(N_("Looking back"))
        self.workspace, self.rater, self.rubric = workspace, rater, rubric
        self._articles = articles
        self._at = 0
        self._found: Sequence[Beside] = ()
        self._why_not = ""
        self._of = ""

    def on_mount(self) -> None:
        """Nothing; the first article is looked back on."""
        self._look()
        super().on_mount()

    def _look(self) -> None:
        self._found, self._why_not, self._of = (), "", ""
        if not self._articles:
            self._why_not = _("When you have answered every criterion of an article, look back on it here.")
            return
        try:
            article = reading.article(self.workspace, self._articles[self._at])
            view = view_of(self.workspace, self.rater, article)
            self._of = f"{view.outlet_label} · {view.title}"
            self._found = look_back(self.workspace, self.rater, article, self.rubric)
        except AnnotatorError as error:
            words = str(error)
            self._why_not = words[:1].upper() + words[1:]

    def subtitle(self) -> str:
        """The article, and which of how many it is."""
        place = _("{at} of {total}").format(at=self._at + 1, total=len(self._articles))
        return f"{place} · {self._of}" if len(self._articles) > 1 else self._of

    def build(self, width: int) -> list[Line]:
        """The lines of the page."""
        if self._why_not:
            return fold_runs(self._why_not, min(width, 75), CELLS)
        return looking_back_lines(self._found, width, CELLS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense: with one article there is none to turn to."""
        return action != "turn" or len(self._articles) > 1

    def action_turn(self, step: int) -> None:
        """Nothing; the next or previous article is looked back on."""
        self._at = (self._at + step) % len(self._articles)
        self._look()
        self.show_page()
        self.query_one("#page", PagePane).scroll_to(y=0, animate=False)
