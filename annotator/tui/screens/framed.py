"""What all screens have: a line at the head, the keys at the foot, and one way to tell of trouble."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.present.lines import clip
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.speaking import Speaking

LONGEST = 240
"""Cells of the longest message; more would hide the screen."""
STANDS = 8.0
"""Seconds for which a warning stands; other words stand half as long."""


class Bar(LinesPane, can_focus=False):
    """One or a few lines that nothing is chosen in, unless by mouse."""


class FramedScreen(Screen[None]):
    """A screen with our frame."""

    _said = ("", 0.0)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """A block in which a mistake or mishap is told in its own sentence instead of ending the app."""
        try:
            yield
        except AnnotatorError as error:
            self.tell(str(error), alarm=True)

    def before_quitting(self) -> None:
        """Nothing; what must not be lost when the app ends is kept."""

    def mode_changed(self) -> None:
        """Nothing; what is shown follows the mode in which the rater reads from now on."""

    def language_changed(self) -> None:
        """Nothing; everything on the screen is said in the language in use. Say anew what no pane makes."""
        for node in self.walk_children():
            if isinstance(node, Speaking):
                node.language_changed()

    def tell(self, words: str, *, alarm: bool = False) -> None:
        """Nothing; the words stand on the screen for a while; what stands there already is not repeated."""
        words = clip(words, LONGEST, CELLS)
        now = monotonic()
        said, at = self._said
        if words == said and now - at < STANDS:
            return
        self._said = (words, now)
        self.app.notify(
            words,
            severity="warning" if alarm else "information",
            markup=False,
            timeout=STANDS if alarm else STANDS / 2,
        )
