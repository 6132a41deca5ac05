"""A form that another window of the same rater may be filling in too: nothing of either is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.model.articles import Article
from annotator.model.judgements import Rater, Score
from annotator.model.rubrics import Rubric
from annotator.present import following
from annotator.present.judging import Judging
from annotator.translating import _
from annotator.tui.screens.revealing_screen import RevealingScreen
from annotator.workbench import rating

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace


class SharingScreen(RevealingScreen):
    """An article with what its rater judges of it, here and perhaps in a second window."""

    def __init__(self, workspace: Workspace, rater: Rater, article: Article, judging: Judging) -> None:
        super().__init__(workspace, rater, article)
        self.judging = judging
        self.saved: Score | None = None
        self.known_note = ""
        """The note of the draft as this window read or wrote it last."""

    def read_scores(self) -> Mapping[str, Score]:
        """The scores of this article that stand now."""
        return rating.current_scores(self.workspace, self.rater, self.article, self.judging.rubric)

    @property
    def rubric(self) -> Rubric:
        """The rubric in use."""
        return self.judging.rubric

    @property
    def criteria_left(self) -> int:
        """How many criteria have no answer yet."""
        return len(self.rubric.criteria) - self.judging.done

    def given_elsewhere(self) -> Score | None:
        """The score of the criterion in hand that this window did not know of, or None."""
        known = self.judging.score
        found = self.read_scores().get(self.judging.criterion.id)
        return found if found and (known is None or found.id != known.id) else None

    def take_in_other_note(self) -> None:
        """Nothing; what another window began to write here stands under what is written in this one."""
        criterion = self.judging.criterion
        draft = rating.load_draft(self.workspace, self.rater, self.article, self.rubric, criterion.id)
        if draft is None or draft.note in (self.known_note, ""):
            return
        self.known_note = draft.note
        both = following.with_note_below(self.judging, draft.note)
        if both != self.judging:
            self.judging = both
            self.note_grew()
            self.tell(
                _("This note was begun in another window too. Both texts are kept, one below the other.")
            )

    def note_grew(self) -> None:
        """Nothing; whoever shows the note shows it as it is now."""
