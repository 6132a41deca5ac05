"""The key of a training article, shown to the student who has judged it."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.judgements import Score
from annotator.present.feedback import feedback_lines, feedback_sentence
from annotator.present.lines import Line, fold_runs
from annotator.translating import _
from annotator.tui.screens.framed import FramedScreen
from annotator.tui.screens.page import PageScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench.training import Feedback


class TrainingScreen(PageScreen):
    """Every score of a training article beside the key, with the words on which the key rests."""

    def __init__(self, found: Sequence[Feedback], title: str) -> None:
        super().__init__(_("Training"))
        self._found = found
        self._of = title

    def subtitle(self) -> str:
        """The article."""
        return self._of

    def build(self, width: int) -> list[Line]:
        """The lines of the page."""
        same = sum(one.given == one.key for one in self._found)
        head = _("{same} of {all} at the key's level. This was for practice: it counts nowhere.").format(
            same=same, all=len(self._found)
        )
        lines = [*fold_runs(head, width, CELLS, "strong"), ()]
        for words in feedback_lines(self._found):
            look = "title" if words and not words.startswith(" ") else ""
            lines += fold_runs(words, min(width, 100), CELLS, look)
        return lines


def show_feedback(
    screen: FramedScreen, found: Sequence[Feedback], saved: Score, title: str, *, all_told: bool
) -> None:
    """Nothing; the key of the score just given is told, or of all of them when it was the last."""
    if found and all_told:
        screen.app.push_screen(TrainingScreen(found, title))
        return
    for one in found:
        if one.criterion.id == saved.criterion:
            screen.tell(feedback_sentence(one))
