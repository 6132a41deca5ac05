"""The card of a signal."""

from __future__ import annotations

from annotator.present.cards import sections
from annotator.present.lines import Line
from annotator.present.pages import card_page
from annotator.signals import card
from annotator.translating import N_, _
from annotator.tui.screens.page import PageScreen
from annotator.tui.widgets.painting import CELLS


class CardScreen(PageScreen):
    """What a signal asks, looks for and gets wrong, with examples, and how often it was right."""

    def __init__(self, signal: str, language: str) -> None:
        super().__init__(N_("Signal"))
        self._card = card(signal)
        self._signal = signal
        self._language = language
        """Of the article in hand: its examples come first."""

    def subtitle(self) -> str:
        """The signal's name."""
        return _(self._card.title)

    def build(self, width: int) -> list[Line]:
        """The lines of the card."""
        return card_page(self._card, sections(self._signal, self._language), width, CELLS)
