"""Judging an article: answers, evidence and notes, each on the disk before the screen says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Evidence, Rater, Score
from annotator.model.rubrics import Criterion
from annotator.present import desk, following
from annotator.present.citing import evidence_marks
from annotator.present.judging import Judging, Wish, said
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.sharing_screen import SharingScreen
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.panes import FormPane
from annotator.workbench import rating
from annotator.workbench.blinding import conditions_now

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

_ROOMY = 46
"""Cells of a form wide enough for the levels' examples."""


class JudgingScreen(SharingScreen):
    """An article with the form of a rubric beside it."""

    def __init__(self, workspace: Workspace, rater: Rater, article: Article, judging: Judging) -> None:
        super().__init__(workspace, rater, article, judging)
        self._examples: bool | None = None

    def turn_to(self, criterion: Criterion) -> None:
        """Nothing; this criterion is in hand, with what stands and what was begun for it."""
        with self.telling():
            scores = self.read_scores()
            score = scores.get(criterion.id)
            draft = rating.load_draft(self.workspace, self.rater, self.article, self.rubric, criterion.id)
            begun = draft or score
            self.judging = Judging(
                self.rubric,
                criterion,
                scores,
                note=begun.note if begun else "",
                evidence=begun.evidence if begun else (),
                wish=Wish(Answer.LEVEL, draft.level) if draft and draft.level is not None else None,
            )
            self.known_note = draft.note if draft else ""
        self.query_one("#form", FormPane).point_at(f"level:{criterion.levels[0].value}")
        self.put_form()

    def put_form(self) -> None:
        """Nothing; the form, its short version and the quotations in the text show what is so."""
        judging = self._as_shown()
        self.query_one("#form", FormPane).show(
            lambda width: [
                *desk.form_lines(judging, width, CELLS, examples=self._shows_examples(width)),
                *self.below_the_form(width),
            ]
        )
        self.query_one("#criterion", Bar).show(lambda width: desk.criterion_lines(judging, width, CELLS))
        self.pane.show_evidence(evidence_marks(self.judging))
        if self.view.signals_held:
            # It says how many criteria they still wait for.
            self.show_choice(fetch=False)
        self.refresh_bindings()

    def below_the_form(self, width: int) -> list[Line]:
        """What else stands in the form's column."""
        return []

    def _shows_examples(self, width: int) -> bool:
        return width >= _ROOMY if self._examples is None else self._examples

    def action_examples(self) -> None:
        """Nothing; each level has its example beside it, or none has."""
        self._examples = not self._shows_examples(self.query_one("#form", FormPane).size.width)
        self.put_form()
        self.open_pane("form")

    def _as_shown(self) -> Judging:
        """The form with its quotations as the rater may see them."""
        shown = [
            one if one.absent else replace(one, quote=self.view.quote(one.start, one.end))
            for one in self.judging.evidence
        ]
        return replace(self.judging, evidence=tuple(shown))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what can be done now: a level the criterion has, a stated absence where it counts."""
        if action == "score" and parameters and parameters[0]:
            return self.judging.criterion.level(int(str(parameters[0]))) is not None
        if action == "absent":
            return self.judging.criterion.evidence == "quote-or-absence"
        return super().check_action(action, parameters)

    def action_score(self, level: int) -> None:
        """Nothing; the answer is on the disk and the next criterion in hand, or evidence is asked for."""
        answer = Answer.LEVEL if level else Answer.CANNOT_JUDGE
        wish = Wish(answer, level or None)
        if self.judging.lacks_evidence(answer):
            self.judging = replace(self.judging, wish=wish)
            self.save_draft()
            self.put_form()
        else:
            self.record(wish, move_on=True)

    def record(self, wish: Wish, *, move_on: bool) -> None:
        """Nothing; the answer is on the disk, and the next criterion in hand where one is to move on."""
        self.judging = following.fitting(self.judging, wish.level)
        if self.write(wish):
            if move_on:
                self.move_on()
            else:
                self.turn_to(self.judging.criterion)
            self.release_signals(self.rubric)
            self.show_training()

    def show_training(self) -> None:
        """Nothing; where the article is for training, the key is told as far as it may be."""
        from annotator.workbench.training import feedback_on

        with self.telling():
            found = feedback_on(self.workspace, self.rater, self.article, self.rubric)
            if found and self.saved:
                from annotator.tui.screens.training_screen import show_feedback

                all_told = not self.criteria_left
                show_feedback(self, found, self.saved, self.article.title, all_told=all_told)

    def write(self, wish: Wish) -> bool:
        """True when the answer is on the disk, with note, evidence and what the rater can see now."""
        with self.telling():
            self.take_in_other_note()
            other = self.given_elsewhere()
            self.saved = rating.record_score(
                self.workspace, self.rater, self.article, self.rubric, self.judging.criterion.id,
                answer=wish.answer, level=wish.level, note=self.judging.note, evidence=self.judging.evidence,
                conditions=conditions_now(self.workspace, self.rater, self.article),
            )  # fmt: skip
            self.judging = replace(self.judging, scores=self.read_scores(), wish=None)
            self.known_note = ""
            if other:
                words = _("Another window of yours said “{answer}” here. Both are kept; this one counts now.")
                self.tell(words.format(answer=said(other, self.judging.criterion)), alarm=True)
            return True
        return False

    def move_on(self) -> None:
        """Nothing; the next criterion without an answer is in hand."""
        onward = self.judging.next_open()
        if onward is None:
            self.tell(_("All criteria have an answer. }} opens the next article.").format())
        self.turn_to(onward or self.judging.criterion)

    def action_criterion(self, step: int) -> None:
        """Nothing; the next or previous criterion is in hand."""
        self.turn_to(self.judging.neighbour(step))

    def put_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Nothing; the criterion has this evidence: in a score that waits or stands, else in a draft."""
        self.judging = self.judging.with_evidence(evidence)
        wish, score = self.judging.wish, self.judging.score
        if wish and not self.judging.lacks_evidence(wish.answer):
            self.record(wish, move_on=True)
        elif score and not self.judging.lacks_evidence(score.answer):
            self.record(Wish(score.answer, score.level), move_on=False)
        else:
            self.save_draft()
        self.put_form()

    def save_draft(self) -> None:
        """Nothing; what was begun for the criterion in hand is on the disk."""
        with self.telling():
            self.take_in_other_note()
            judging = self.judging
            rating.save_draft(
                self.workspace,
                self.rater,
                self.article,
                self.rubric,
                judging.criterion.id,
                note=judging.note,
                evidence=judging.evidence,
                level=judging.wish.level if judging.wish else None,
            )
            self.known_note = judging.note

    def action_undo(self) -> None:
        """Nothing; the last judgement is taken back, in whichever article it was."""
        with self.telling():
            self._stand_before(rating.undo(self.workspace, self.rater), _("There is nothing to take back."))

    def action_redo(self) -> None:
        """Nothing; what was taken back last stands again."""
        with self.telling():
            self._stand_before(rating.redo(self.workspace, self.rater), _("There is nothing to do again."))

    def _stand_before(self, score: Score | None, otherwise: str) -> None:
        if score is None:
            self.tell(otherwise)
            return
        self.saved = score
        self.come_to(score)

    def come_to(self, score: Score) -> None:
        """Nothing; the criterion of this score is in hand."""
        self.turn_to(self.rubric.criterion(score.criterion) or self.judging.criterion)
