"""A first article, led step by step: each step is done with the real keys on the real article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from annotator.model.judgements import Evidence
from annotator.present import guiding
from annotator.present.guiding import Guide
from annotator.translating import _
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.wording_screen import WordingScreen
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.text_column import TextColumn
from annotator.workbench.preferring import GUIDE, prefer, preferred

if TYPE_CHECKING:
    from annotator.present.judging import Wish

DONE = "done"
"""What the preference says of a guide that was gone through, or skipped."""


class GuidingScreen(WordingScreen):
    """A desk that can lead through its first article. A guide that was begun goes on where it stood."""

    _guide: Guide | None = None

    def resume_guide(self) -> None:
        """Nothing; a guide that was begun on this article goes on."""
        article, _colon, done = (preferred(self.workspace, self.rater, GUIDE) or "").partition(":")
        self._guide = None
        if article == self.article.id and done.isdigit():
            self._guide = guiding.guide_for(findings=self._has_findings(), done=int(done))
        self._put_guide()

    def _has_findings(self) -> bool:
        return not self.view.signals_held and (bool(self.noticing.shown) or not self.noticing.known)

    def action_guide(self) -> None:
        """Nothing; the guide begins on this article, or is skipped."""
        if self._guide:
            self._guide = None
            prefer(self.workspace, self.rater, GUIDE, DONE)
            self.tell(_("Skipped. ? lists all keys; F begins the guide again."))
        else:
            self._guide = guiding.guide_for(findings=self._has_findings())
            self._keep_guide()
        self._put_guide()

    def did(self, deed: str) -> None:
        """Nothing; the guide is a step further where it waited for this."""
        guide = self._guide
        if guide is None or guide.step != deed:
            return
        self._guide = guide.after(deed)
        if self._guide.step:
            self._keep_guide()
        else:
            self._guide = None
            prefer(self.workspace, self.rater, GUIDE, DONE)
            words = _("That was the guide. Go on with the next question, or with w to the next article.")
            self.tell(words)
        self._put_guide()

    def _keep_guide(self) -> None:
        if self._guide:
            prefer(self.workspace, self.rater, GUIDE, f"{self.article.id}:{self._guide.done}")

    def _put_guide(self) -> None:
        guide = self._guide
        self.set_class(guide is not None, "-guided")
        self.query_one("#guide", Bar).show(
            lambda width: guiding.guide_lines(guide, width, CELLS) if guide and guide.step else ()
        )

    @on(TextColumn.Scrolled)
    def _has_read(self) -> None:
        self.did("read")

    def action_finding(self, step: int) -> None:
        """Nothing; the next or previous finding is in hand and in sight."""
        super().action_finding(step)
        if self.noticing.chosen:
            self.did("finding")

    def action_card(self) -> None:
        """Nothing; the card of the finding's signal is open, or of the signal under the cursor."""
        super().action_card()
        if self.app.screen is not self:
            self.did("card")

    def action_verdict(self, answer: str) -> None:
        """Nothing; what the rater says of the finding in hand is kept."""
        super().action_verdict(answer)
        if self.noticing.chosen:
            self.did("verdict")

    def put_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Nothing; the criterion has this evidence."""
        more = len(evidence) > len(self.judging.evidence)
        super().put_evidence(evidence)
        if more and evidence[-1].quote:
            self.did("cite" if evidence[-1].signal else "select")

    def record(self, wish: Wish, *, move_on: bool) -> None:
        """Nothing; the answer is on the disk."""
        super().record(wish, move_on=move_on)
        self.did("score")

    def action_finish_note(self) -> None:
        """Nothing; the note belongs to the score that stands, or waits in the draft for one."""
        super().action_finish_note()
        if self.judging.note.strip():
            self.did("note")

    def action_undo(self) -> None:
        """Nothing; the last judgement is taken back, in whichever article it was."""
        super().action_undo()
        self.did("undo")
