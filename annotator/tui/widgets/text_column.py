"""An article in a column of its own: only the lines in sight are ever drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from annotator.model.spans import Span
from annotator.present.lines import Line, Run, width_of
from annotator.present.marking import (
    Mark,
    margin_signs,
    mark_line,
    overview,
    overview_row,
    place_marks,
    sign_look,
)
from annotator.present.wrapping import VisualLine, line_of, wrap
from annotator.tui.widgets.painting import CELLS, Painted

WIDEST = 75
"""Cells of the widest reading column; longer lines tire the eye."""
_SIGNS = 3
_LEFT = _SIGNS + 2
_RIGHT = 4
"""Room beside the column: signs of findings at the left, numbers of evidence and the strip at the right."""


class TextColumn(Painted, can_focus=True):
    """An article's text with marks, margins for their signs, and a strip that pictures the whole.

    Lines are broken once for a width. A change of marks repaints the lines it touches, whatever the length
    of the article.
    """

    BINDINGS = [
        Binding("space", "page_down", "read on", show=False),
    ]

    @dataclass
    class Scrolled(Message):
        """Another part of the article is in sight."""

        pane: TextColumn

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self.lines: list[VisualLine] = []
        self._headline: tuple[Mark, ...] = ()
        self._findings: tuple[Mark, ...] = ()
        self._highlights: tuple[Mark, ...] = ()
        self._evidence: tuple[Mark, ...] = ()
        self._placed: dict[int, list[Mark]] = {}
        self._own: dict[int, list[Mark]] = {}
        self._cited: dict[int, list[Mark]] = {}
        self._over: tuple[Mark, ...] = ()
        self._strips: dict[int, Strip] = {}
        self._strip_rows: list[Run] = []
        self._column = 0
        self._left = _LEFT
        self._wanted_top: int | None = None

    def show_text(self, text: str, headline: Span, *, top: int = 0) -> None:
        """Nothing; the pane shows this text from the code point `top` on, without marks."""
        self.text = text
        self._headline = (Mark(*headline, "headline"),) if headline.start < headline.end else ()
        self._findings, self._highlights, self._evidence, self._over = (), (), (), ()
        self._column = 0
        self._wanted_top = top
        if self.size.width:
            self._rewrap()

    def show_findings(self, marks: Sequence[Mark]) -> None:
        """Nothing; these findings are marked, the shorter ones over the longer."""
        self._findings = tuple(sorted(marks, key=lambda mark: mark.start - mark.end))
        self._placed = place_marks(self.lines, (*self._headline, *self._findings))
        self._repaint()

    def show_highlights(self, marks: Sequence[Mark]) -> None:
        """Nothing; these words are marked as highlights."""
        if self._highlights != tuple(marks):
            self._highlights = tuple(marks)
            self._own = place_marks(self.lines, self._highlights)
            self._repaint()

    def show_evidence(self, marks: Sequence[Mark]) -> None:
        """Nothing; these quotations are marked and numbered."""
        if self._evidence != tuple(marks):
            self._evidence = tuple(marks)
            self._cited = place_marks(self.lines, self._evidence)
            self._repaint()

    def lay_over(self, marks: Sequence[Mark]) -> None:
        """Nothing; these marks lie over all others (the chosen finding, a selection)."""
        touched = self._rows_of(self._over) | self._rows_of(marks)
        self._over = tuple(marks)
        for at in touched:
            self._strips.pop(at, None)
            self.refresh_line(at)

    def action_page_down(self) -> None:
        """Nothing; the next page is in sight, or all was: whoever waits for the reader is told either way."""
        super().action_page_down()
        self.post_message(self.Scrolled(self))

    @property
    def top(self) -> int:
        """The code point at the top of the pane."""
        if self._wanted_top is not None or not self.lines:
            return self._wanted_top or 0
        return self.lines[min(self.scroll_offset.y, len(self.lines) - 1)].start

    def bring_in_sight(self, start: int, end: int) -> None:
        """Nothing; `text[start:end]` is in sight, with some lines around it where it had to be fetched."""
        if not self.lines:
            return
        first, last = line_of(self.lines, start), line_of(self.lines, max(start, end - 1))
        top, height = self.scroll_offset.y, self.size.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - height // 3), animate=False)

    def _rows_of(self, marks: Sequence[Mark]) -> set[int]:
        rows: set[int] = set()
        for mark in marks:
            rows.update(range(line_of(self.lines, mark.start), line_of(self.lines, mark.end) + 1))
        return rows

    def on_resize(self, event: events.Resize) -> None:
        """Nothing; lines are broken anew for another width, with the same words at the top."""
        if event.size.width:
            self._rewrap()

    def _rewrap(self) -> None:
        width = self.size.width
        column = max(10, min(WIDEST, width - _LEFT - _RIGHT))
        spare = width - column - _LEFT - _RIGHT
        self._left = _LEFT + max(0, spare // 2)
        if column != self._column:
            top = self.top
            self._column = column
            self.lines = wrap(self.text, column, CELLS)
            self._wanted_top = top
        self.virtual_size = Size(width, len(self.lines) + self.room_below())
        self._place()
        if self._wanted_top is not None:
            at = line_of(self.lines, self._wanted_top) if self._wanted_top else 0
            self._wanted_top = None
            self.set_scroll(0, min(at, max(0, self.virtual_size.height - self.size.height)))

    def room_below(self) -> int:
        """How many empty lines can be scrolled in after the last one."""
        return 1

    def _place(self) -> None:
        self._placed = place_marks(self.lines, (*self._headline, *self._findings))
        self._own = place_marks(self.lines, self._highlights)
        self._cited = place_marks(self.lines, self._evidence)
        self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self._strip_rows = overview(self.lines, self.size.height, self._placed, self._own, self._cited)
        self.refresh()

    def notify_style_update(self) -> None:
        """Nothing; a change of theme changes how lines are painted."""
        super().notify_style_update()
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Nothing; who keeps the place is told that it has changed."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line, with its row of the picture of the whole at the right edge."""
        at = y + self.scroll_offset.y
        body = self._strips.get(at)
        if body is None:
            words = self._line(at) if at < len(self.lines) else ()
            body = self._strips[at] = self.paint(words, self.size.width - 1)
        return Strip([*body, *self._picture_row(y)], self.size.width)

    def _line(self, at: int) -> Line:
        visual = self.lines[at]
        findings = self._placed.get(at, [])
        cited = self._cited.get(at, [])
        over = [mark for mark in self._over if mark.start < visual.end and visual.start < mark.end]
        signs = margin_signs(visual, [*findings, *over], _SIGNS)
        own = self._own.get(at, [])
        words = mark_line(self.text, visual, [*findings, *own, *cited, *over])
        gap = self._column - width_of(tuple(words), CELLS)
        numbers = margin_signs(visual, cited, len(cited))
        # What is cited for the criterion in hand goes before what is cited for others.
        numbers.sort(key=lambda sign: sign.look != sign_look(Mark(0, 0, "evidence")))
        if len(numbers) > 1:
            # Numbers side by side would read as one.
            numbers = [numbers[0], Run("+", "quiet")]
        numbers += margin_signs(visual, own, len(own))[: 2 - len(numbers)][:1]
        blank = self._left - 1 - len(signs)
        return (Run(" " * blank), *signs, Run(" "), *words, Run(" " * (gap + 1)), *numbers)

    def _picture_row(self, y: int) -> Strip:
        lines, height = len(self.lines), self.size.height
        row = self._strip_rows[y] if y < len(self._strip_rows) else Run(" ")
        top = self.scroll_offset.y
        first = overview_row(min(top, max(0, lines - 1)), lines, height) if lines else 0
        last = overview_row(min(top + height, lines) - 1, lines, height) if lines else height
        return self.paint((row,), 1, "thumb" if first <= y <= last and lines > height else "")

    def jump(self, row: int) -> None:
        """Nothing; the part of the article that a row of the strip stands for is in sight."""
        lines, height = len(self.lines), max(1, self.size.height)
        if lines > height:
            self.scroll_to(y=row * lines // height - height // 2, animate=False)
