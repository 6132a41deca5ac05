"""Saying why: words of the article as evidence, a reason why there are none, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.timer import Timer

from annotator.model.articles import Article
from annotator.model.judgements import Evidence, Rater
from annotator.present import following
from annotator.present.judging import Judging
from annotator.present.revealing import WAITS
from annotator.translating import _, write_number
from annotator.tui.screens.judging_screen import JudgingScreen
from annotator.workbench import rating

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from annotator.model.rubrics import Criterion
    from annotator.tui.dialogs.note_pad import NotePad
    from annotator.workbench.opening import Workspace

_PAUSE = 0.4
"""Seconds without a key after which a note that is being written is saved."""


class CitingScreen(JudgingScreen):
    """A form beside an article, with what the answers rest on."""

    def __init__(self, workspace: Workspace, rater: Rater, article: Article, judging: Judging) -> None:
        super().__init__(workspace, rater, article, judging)
        self._pausing: Timer | None = None

    def action_cite(self) -> None:
        """Nothing; the words of the finding in hand are evidence."""
        chosen = self.noticing.chosen
        span = self.pane.take_selection()
        if span:
            self._cite(*span)
        elif self.view.signals_held:
            self.tell(_(WAITS))
        elif chosen is None:
            self.tell(_("Choose a finding with . or , or select words with v."))
        else:
            self._cite(chosen.start, chosen.end, chosen.signal)

    def _cite(self, start: int, end: int, signal: str = "") -> None:
        if any((one.start, one.end) == (start, end) for one in self.judging.quotes):
            self.tell(_("These words are cited already."))
            return
        with self.telling():
            cited = rating.cite(self.article, start, end, signal)
            self.put_evidence((*self.judging.evidence, cited))

    def action_drop(self) -> None:
        """Nothing; the quotation cited last is evidence no more."""
        score, left = self.judging.score, self.judging.evidence[:-1]
        if not self.judging.evidence:
            self.tell(_("Nothing is cited for this criterion."))
        elif score and self.judging.with_evidence(left).lacks_evidence(score.answer):
            self.tell(
                _("This score needs its last quote. Cite another first, or take the score back with u.")
            )
        else:
            self.put_evidence(left)

    def action_absent(self) -> None:
        """Nothing; somebody is asked why there is nothing to quote."""
        from annotator.tui.dialogs.ask_words import AskWords

        def put(reason: str | None) -> None:
            if reason:
                self.put_evidence((Evidence(absent=reason),))

        question = _("Nothing can be quoted for this criterion, because …")
        self.app.push_screen(AskWords(question, self.judging.absence), put)

    def action_select(self) -> None:
        """Nothing; words of the article can be selected."""
        self.open_pane("article")
        self.pane.action_start()

    async def action_note(self) -> None:
        """Nothing; a note on the criterion in hand can be written, and has the keys when this ends."""
        from annotator.tui.dialogs.note_pad import NotePad

        if not self.query(NotePad):
            self.show_pane("form")
            pad = NotePad(following.words_of(self.judging), id="note", soft_wrap=True)
            await self.query_one("#form-column").mount(pad)
            self.set_focus(pad)
            # Where the form slides in, it can have the keys only once it is in sight.
            pad.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Nothing; a note that is being written is saved a moment later."""
        event.stop()
        if event.text_area.text != following.words_of(self.judging):
            self.judging = following.with_words(self.judging, event.text_area.text)
            if self._pausing is None:
                self._pausing = self.set_timer(_PAUSE, self._save_what_is_written)

    def _save_what_is_written(self) -> None:
        """Nothing; what was written up to now is on the disk, however fast somebody writes on."""
        if self._pausing:
            self._pausing.stop()
            self._pausing = None
            self.save_draft()

    def before_quitting(self) -> None:
        """Nothing; the note in hand is on the disk."""
        self._save_what_is_written()
        super().before_quitting()

    def turn_to(self, criterion: Criterion) -> None:
        """Nothing; a note that is being written for the criterion in hand is saved before another is."""
        self._save_what_is_written()
        if self.is_mounted:
            self.query("#note").remove()
        super().turn_to(criterion)

    def note_grew(self) -> None:
        """Nothing; the pad shows the words that came from another window."""
        for pad in self.query("#note").results():
            cast("NotePad", pad).take_in(following.words_of(self.judging))

    def on_note_pad_too_long(self, message: NotePad.TooLong) -> None:
        """Nothing; somebody pasted a book, and knows now that a note holds a page."""
        message.stop()
        words = _("A note holds {number} characters; the rest of what you pasted was left out.")
        self.tell(words.format(number=write_number(rating.LONGEST_NOTE)), alarm=True)

    def action_finish_note(self) -> None:
        """Nothing; the note belongs to the score that stands, or waits in the draft for one."""
        if self._pausing:
            self._pausing.stop()
            self._pausing = None
        words = "".join(cast("NotePad", pad).text for pad in self.query("#note").results())
        self.open_pane("article")
        self.query("#note").remove()
        self.judging = following.with_words(self.judging, words.strip())
        self.put_evidence(self.judging.evidence)
        self.open_pane("article")
