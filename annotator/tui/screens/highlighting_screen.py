"""Highlighting words freely, with a label and a note."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.present import highlights as shown
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.following_screen import FollowingScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import highlighting
from annotator.workbench.highlighting import Highlight


class HighlightingScreen(FollowingScreen):
    """A form beside an article in which words can be marked that belong to no criterion."""

    highlights: Sequence[Highlight] = ()

    def put_form(self) -> None:
        """Nothing; form, text and highlights show what is so."""
        with self.telling():
            self.highlights = highlighting.highlights_of(self.workspace, self.rater, self.article)
        self.pane.show_highlights(shown.highlight_marks(self.highlights))
        super().put_form()

    def below_the_form(self, width: int) -> list[Line]:
        """The highlights, listed."""
        return shown.highlight_lines(self.highlights, self.view.quote, width, CELLS)

    def action_highlight(self) -> None:
        """Nothing; the selected words, or those of the finding in hand, get a label."""
        from annotator.tui.dialogs.ask_words import AskWords

        span, chosen = self.pane.selection, self.noticing.chosen
        if span is None and chosen is None:
            self.tell(_("Select words with v first; t gives them a label of your own."))
            return
        start, end = span if span is not None else (chosen.start, chosen.end) if chosen else (0, 0)

        def take(words: str | None) -> None:
            if words:
                label, note = shown.split_label(words)
                with self.telling():
                    highlighting.add_highlight(
                        self.workspace, self.rater, self.article, start, end, label=label, note=note
                    )
                self.pane.action_leave()
                self.put_form()

        self.app.push_screen(AskWords(_(shown.ASK)), take)

    def action_drop(self) -> None:
        """Nothing; a highlight under the selection goes, or without a selection the last quotation."""
        span = self.pane.selection
        if span is None:
            super().action_drop()
            return
        found = shown.over(self.highlights, *span)
        if found is None:
            self.tell(_("No highlight lies here."))
            return
        with self.telling():
            highlighting.remove_highlight(self.workspace, self.rater, self.article, found.id)
        self.pane.action_leave()
        self.put_form()

    def jump_to_highlight(self, id: str) -> None:
        """Nothing; this highlight is in sight and selected, so that d takes it away."""
        found = next((one for one in self.highlights if one.id == id), None)
        if found:
            self.open_pane("article")
            self.pane.select_words(found.start, found.end)
