"""What all screens have: a line at the head, the keys at the foot, and one way to tell of trouble."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.present.lines import Line
from annotator.tui.widgets.lines_pane import LinesPane


class Bar(LinesPane, can_focus=False):
    """One or a few lines that nothing is chosen in, unless by mouse."""


class FramedScreen(Screen[None]):
    """A screen with our frame."""

    @contextmanager
    def telling(self) -> Iterator[None]:
        """A block in which a mistake or mishap is told in its own sentence instead of ending the app."""
        try:
            yield
        except AnnotatorError as error:
            self.tell(str(error), alarm=True)

    def tell(self, words: str, *, alarm: bool = False) -> None:
        """Nothing; the words stand on the screen for a while."""
        self.app.notify(
            words, severity="warning" if alarm else "information", markup=False, timeout=8 if alarm else 4
        )

    def put(self, id: str, *lines: Line) -> None:
        """Nothing; the bar with this id shows these lines."""
        self.query_one(f"#{id}", Bar).show(lambda width: lines)
