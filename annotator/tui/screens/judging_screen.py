"""Judging an article: answers, evidence and notes, each on the disk before the screen says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence, Rater, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.present import desk
from annotator.present.judging import Judging, Wish
from annotator.present.marking import Mark
from annotator.tui.screens.article_screen import ArticleScreen
from annotator.tui.screens.framed import Bar
from annotator.tui.widgets.article_pane import ArticlePane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.panes import FormPane
from annotator.workbench import rating

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from annotator.tui.dialogs.note_pad import NotePad
    from annotator.workbench.opening import Workspace

_ROOMY = 46
"""Cells of a form wide enough for the levels' examples."""
_PAUSE = 0.4
"""Seconds without a key after which a note that is being written is saved."""


class JudgingScreen(ArticleScreen):
    """An article with the form of a rubric beside it."""

    def __init__(self, workspace: Workspace, rater: Rater, article: Article, judging: Judging) -> None:
        super().__init__(workspace, rater, article)
        self.judging = judging
        self.saved: Score | None = None
        self._pausing: Timer | None = None

    def read_scores(self) -> Mapping[str, Score]:
        """The scores of this article that stand now."""
        return rating.current_scores(self.workspace, self.rater, self.article, self.judging.rubric)

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
            )
        self.query_one("#form", FormPane).point_at(f"level:{criterion.levels[0].value}")
        self.put_form()

    @property
    def rubric(self) -> Rubric:
        """The rubric in use."""
        return self.judging.rubric

    def put_form(self) -> None:
        """Nothing; the form, its short version and the quotations in the text show what is so."""
        judging = self.judging
        self.query_one("#form", FormPane).show(
            lambda width: desk.form_lines(judging, width, CELLS, examples=width >= _ROOMY)
        )
        self.query_one("#criterion", Bar).show(lambda width: desk.criterion_lines(judging, width, CELLS))
        self.pane.show_evidence(
            [Mark(one.start, one.end, "evidence", str(at)) for at, one in enumerate(judging.quotes, 1)]
        )
        self.refresh_bindings()

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
            self.put_form()
        else:
            self._record(wish, move_on=True)

    def _record(self, wish: Wish, *, move_on: bool) -> None:
        with self.telling():
            self.saved = rating.record_score(
                self.workspace,
                self.rater,
                self.article,
                self.rubric,
                self.judging.criterion.id,
                answer=wish.answer,
                level=wish.level,
                note=self.judging.note,
                evidence=self.judging.evidence,
                conditions=Conditions(signals=self.noticing.known and bool(self.noticing.shown)),
            )
            self.judging = replace(self.judging, scores=self.read_scores(), wish=None)
            onward = self.judging.next_open() if move_on else None
            if move_on and onward is None:
                self.tell("All criteria have an answer. } opens the next article.")
            self.turn_to(onward or self.judging.criterion)

    def action_criterion(self, step: int) -> None:
        """Nothing; the next or previous criterion is in hand."""
        self.turn_to(self.judging.neighbour(step))

    def action_cite(self) -> None:
        """Nothing; the words of the finding in hand are evidence."""
        chosen = self.noticing.chosen
        if self.pane.selection:
            self.pane.action_cite()
        elif chosen is None:
            self.tell("Choose a finding with . or , or select words with v.")
        else:
            self._cite(chosen.start, chosen.end, chosen.signal)

    @on(ArticlePane.Cited)
    def _cite_selection(self, message: ArticlePane.Cited) -> None:
        self._cite(message.start, message.end)

    def _cite(self, start: int, end: int, signal: str = "") -> None:
        if any((one.start, one.end) == (start, end) for one in self.judging.quotes):
            self.tell("These words are cited already.")
            return
        with self.telling():
            cited = rating.cite(self.article, start, end, signal)
            self._put_evidence((*self.judging.evidence, cited))

    def _put_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Nothing; the criterion has this evidence: in a score that waits or stands, else in a draft."""
        self.judging = self.judging.with_evidence(evidence)
        wish, score = self.judging.wish, self.judging.score
        if wish and not self.judging.lacks_evidence(wish.answer):
            self._record(wish, move_on=True)
        elif score and not self.judging.lacks_evidence(score.answer):
            self._record(Wish(score.answer, score.level), move_on=False)
        else:
            self._save_draft()
        self.put_form()

    def _save_draft(self) -> None:
        judging = self.judging
        with self.telling():
            rating.save_draft(
                self.workspace,
                self.rater,
                self.article,
                self.rubric,
                judging.criterion.id,
                note=judging.note,
                evidence=judging.evidence,
            )

    def action_drop(self) -> None:
        """Nothing; the quotation cited last is evidence no more."""
        score, left = self.judging.score, self.judging.evidence[:-1]
        if not self.judging.evidence:
            self.tell("Nothing is cited for this criterion.")
        elif score and self.judging.with_evidence(left).lacks_evidence(score.answer):
            self.tell("This score needs its last quote. Cite another first, or take the score back with u.")
        else:
            self._put_evidence(left)

    def action_absent(self) -> None:
        """Nothing; somebody is asked why there is nothing to quote."""
        from annotator.tui.dialogs.ask_words import AskWords

        def put(reason: str | None) -> None:
            if reason:
                self._put_evidence((Evidence(absent=reason),))

        question = "Nothing can be quoted for this criterion, because …"
        self.app.push_screen(AskWords(question, self.judging.absence), put)

    def action_select(self) -> None:
        """Nothing; words of the article can be selected."""
        self.open_pane("article")
        self.pane.action_start()

    def action_note(self) -> None:
        """Nothing; a note on the criterion in hand can be written."""
        from annotator.tui.dialogs.note_pad import NotePad

        if not self.query(NotePad):
            self.open_pane("form")
            pad = NotePad(self.judging.note, id="note", soft_wrap=True)
            self.query_one("#form-column").mount(pad)
            pad.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Nothing; a note that is being written is saved at the next pause."""
        event.stop()
        self.judging = replace(self.judging, note=event.text_area.text)
        if self._pausing:
            self._pausing.stop()
        self._pausing = self.set_timer(_PAUSE, self._save_draft)

    async def on_note_pad_finished(self, message: NotePad.Finished) -> None:
        """Nothing; the note belongs to the score that stands, or waits in the draft for one."""
        if self._pausing:
            self._pausing.stop()
        await self.query("#note").remove()
        self.judging = replace(self.judging, note=message.words.strip())
        self._put_evidence(self.judging.evidence)
        self.open_pane("article")

    def action_undo(self) -> None:
        """Nothing; the last judgement is taken back, in whichever article it was."""
        with self.telling():
            self._stand_before(rating.undo(self.workspace, self.rater), "There is nothing to take back.")

    def action_redo(self) -> None:
        """Nothing; what was taken back last stands again."""
        with self.telling():
            self._stand_before(rating.redo(self.workspace, self.rater), "There is nothing to do again.")

    def _stand_before(self, score: Score | None, otherwise: str) -> None:
        if score is None:
            self.tell(otherwise)
            return
        self.saved = score
        self.come_to(score)

    def come_to(self, score: Score) -> None:
        """Nothing; the criterion of this score is in hand."""
        self.turn_to(self.rubric.criterion(score.criterion) or self.judging.criterion)
