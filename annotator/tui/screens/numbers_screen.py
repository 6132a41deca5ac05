"""An article in numbers."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.findings import Measurement, Unavailable
from annotator.present.lines import Line
from annotator.present.numbers import numbers_page
from annotator.translating import N_
from annotator.tui.screens.page import PageScreen
from annotator.tui.widgets.painting import CELLS


class NumbersScreen(PageScreen):
    """Every measure of one article, in a sentence each."""

    def __init__(
        self, title: str, measured: Mapping[str, Measurement | Unavailable], *, names: bool = True
    ) -> None:
        super().__init__(N_("In numbers"))
        self._article = title
        self._measured = measured
        self._names = names

    def subtitle(self) -> str:
        """The article's title."""
        return self._article

    def build(self, width: int) -> list[Line]:
        """The lines of the page."""
        return numbers_page(self._measured, width, CELLS, names=self._names)
