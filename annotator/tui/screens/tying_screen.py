"""Going to and fro between the words that are cited and the answers that rest on them."""

from __future__ import annotations

from textual import on

from annotator.present import citing
from annotator.present.citing import Quotation
from annotator.translating import _
from annotator.tui.screens.highlighting_screen import HighlightingScreen
from annotator.tui.widgets.article_pane import ArticlePane
from annotator.tui.widgets.panes import FormPane


class TyingScreen(HighlightingScreen):
    """A form beside an article, tied by quotations: from each end of one the other is a key away."""

    _stands_at = (-1, -1)
    """The quotation that was looked at last."""

    def action_quotation(self, step: int) -> None:
        """Nothing; the next or previous cited words of the text are in sight, and their criterion in hand."""
        if self._stands_at == (-1, -1):
            self._stands_at = (self.pane.top, -1)
        found = citing.quotation_after(self.judging, self._stands_at, step)
        if found is None:
            self.tell(_("Nothing is cited in this article yet: e cites the finding, v selects words."))
            return
        self._look_at(found)
        self.pane.bring_in_sight(found.evidence.start, found.evidence.end)

    @on(ArticlePane.Picked)
    def _pick_quotation(self, message: ArticlePane.Picked) -> None:
        found = citing.quotation_at(self.judging, message.offset)
        if found:
            self._look_at(found)

    def _look_at(self, found: Quotation) -> None:
        self._stands_at = (found.evidence.start, found.evidence.end)
        if found.criterion.id != self.judging.criterion.id:
            self.turn_to(found.criterion)
        self.query_one("#form", FormPane).point_at(f"evidence:{found.number}")

    def look_at_quotation(self, number: int) -> None:
        """Nothing; the words of this quotation of the criterion in hand are in sight, and stand out."""
        quote = self.judging.quotes[number - 1]
        self._stands_at = (quote.start, quote.end)
        self.pane.bring_in_sight(quote.start, quote.end)
