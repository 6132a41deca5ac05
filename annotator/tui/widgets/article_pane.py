"""The article as people work on it: findings picked, words selected by key or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message

from annotator.model.spans import Span
from annotator.present.marking import Mark
from annotator.present.selecting import (
    Selection,
    move,
    select,
    stretch,
    whole_paragraphs,
    whole_sentences,
    word_at,
)
from annotator.present.wrapping import line_of, offset_at
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.text_column import TextColumn


class ArticlePane(TextColumn):
    """A text column in which findings can be picked and words selected.

    While words are being selected the arrow keys move the selection; otherwise they scroll.
    """

    BINDINGS = [
        Binding("enter", "cite", "cite it", tooltip="cite the selected words"),
        Binding("right,l", "step(1)", "word", key_display="←→", tooltip="select the next word"),
        Binding("left,h", "step(-1)", "word back", show=False, tooltip="select the word before"),
        Binding(
            "shift+right,greater_than_sign",
            "grow(1)",
            "longer",
            key_display="shift+→",
            tooltip="one word more",
        ),
        Binding("t", "label", "label", tooltip="highlight the selected words, with a label of your own"),
        Binding("shift+left,less_than_sign", "grow(-1)", "shorter", show=False, tooltip="one word less"),
        Binding("s", "widen('sentence')", "sentence", tooltip="the whole sentence; again: the next one too"),
        Binding(
            "p", "widen('paragraph')", "paragraph", tooltip="the whole paragraph; again: the next one too"
        ),
        Binding("escape", "leave", "stop", tooltip="select nothing"),
        Binding("g,home", "end_of_text(-1)", "the beginning", show=False),
        Binding("G,end", "end_of_text(1)", "the end", show=False),
        Binding("ctrl+d", "page_half(1)", "half a page down", show=False),
        Binding("ctrl+u", "page_half(-1)", "half a page up", show=False),
        Binding("up,k", "line(-1)", "line up", show=False, tooltip="scroll up; selecting: the word above"),
        Binding(
            "down,j", "line(1)", "line down", show=False, tooltip="scroll down; selecting: the word below"
        ),
    ]

    @dataclass
    class Picked(Message):
        """Somebody clicked a place that may hold findings."""

        pane: ArticlePane
        offset: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.language = "en"
        self._selection: Selection | None = None
        self._chosen: tuple[Mark, ...] = ()
        self._pressed: Span | None = None

    @property
    def selection(self) -> Span | None:
        """The selected words, while something is selected."""
        return self._selection.span if self._selection else None

    def show_text(self, text: str, headline: Span, *, top: int = 0) -> None:
        """Nothing; the pane shows this text from the code point `top` on, nothing marked or selected."""
        self._selection, self._chosen, self._pressed = None, (), None
        super().show_text(text, headline, top=top)

    def choose(self, mark: Mark | None, *, fetch: bool = True) -> None:
        """Nothing; this finding stands out from the others, and is in sight."""
        self._chosen = (mark._replace(look=f"{mark.look} chosen", sign=""),) if mark else ()
        self._lay_over()
        if mark and fetch:
            self.bring_in_sight(mark.start, mark.end)

    def _lay_over(self) -> None:
        span = self.selection
        selected: Sequence[Mark] = (Mark(span.start, span.end, "selection"),) if span else ()
        self.lay_over((*self._chosen, *selected))

    def _select(self, selection: Selection | None) -> None:
        began = (self._selection is None) != (selection is None)
        self._selection = selection
        self._lay_over()
        if selection:
            self.bring_in_sight(*selection.head)
        if began:
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for the actions that make sense now."""
        if action in ("cite", "label", "step", "grow", "widen", "leave"):
            return self._selection is not None
        return not (action == "start" and self._selection is not None)

    def action_start(self) -> None:
        """Nothing; a first word is selected: the chosen finding, or the first word in sight."""
        if not self.text.strip():
            return
        if self._chosen and self._in_sight(self._chosen[0]):
            self._select(select(self._chosen[0].start, self._chosen[0].end))
        else:
            self._select(select(*word_at(self.text, self.top)))

    def select_words(self, start: int, end: int) -> None:
        """Nothing; these words are selected and in sight."""
        self._select(select(start, end))

    def _in_sight(self, mark: Mark) -> bool:
        return (
            self.scroll_offset.y <= line_of(self.lines, mark.start) < self.scroll_offset.y + self.size.height
        )

    def action_leave(self) -> None:
        """Nothing; nothing is selected."""
        self._select(None)

    def action_step(self, step: int) -> None:
        """Nothing; the next or previous word is selected."""
        if self._selection:
            self._select(move(self.text, self._selection, step))

    def action_grow(self, step: int) -> None:
        """Nothing; the selection is one word longer or shorter."""
        if self._selection:
            self._select(stretch(self.text, self._selection, step))

    def action_end_of_text(self, side: int) -> None:
        """Nothing; the beginning or the end of the article is in sight."""
        self.scroll_to(y=0 if side < 0 else len(self.lines), animate=False)

    def action_page_half(self, step: int) -> None:
        """Nothing; half a page further down or up is in sight."""
        self.scroll_relative(y=step * max(1, self.size.height // 2), animate=False)

    def action_line(self, step: int) -> None:
        """Nothing; the word above or below is selected; while nothing is, the text scrolls."""
        if self._selection is None:
            self.scroll_relative(y=step, animate=False)
            return
        start = self._selection.head.start
        at = line_of(self.lines, start)
        cell = CELLS.of(self.text[self.lines[at].start : start])
        at += step
        while 0 < at < len(self.lines) - 1 and self.lines[at].start == self.lines[at].end:
            at += step
        at = min(max(at, 0), len(self.lines) - 1)
        self._select(select(*word_at(self.text, offset_at(self.text, self.lines[at], cell, CELLS))))

    def action_widen(self, unit: str) -> None:
        """Nothing; whole sentences or whole paragraphs are selected."""
        if self._selection is None:
            return
        if unit == "sentence":
            self._select(whole_sentences(self.text, self.language, self._selection))
        else:
            self._select(whole_paragraphs(self.text, self._selection))

    async def action_label(self) -> None:
        """Nothing; the screen gives the selected words a label."""
        await self.run_action("screen.highlight")

    async def action_cite(self) -> None:
        """Nothing; the screen cites the selected words.

        At once, not by a message: a level that somebody types right after it belongs to these words.
        """
        await self.run_action("screen.cite")

    def take_selection(self) -> Span | None:
        """The selected words; selecting has ended."""
        span = self.selection
        if span:
            self._select(None)
        return span

    def _word_under(self, event: events.MouseEvent) -> tuple[int, Span] | None:
        offset = event.get_content_offset_capture(self)
        at = min(max(offset.y + self.scroll_offset.y, 0), len(self.lines) - 1)
        if at < 0 or not self.text.strip():
            return None
        place = offset_at(self.text, self.lines[at], max(0, offset.x - self._left), CELLS)
        return place, word_at(self.text, place)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Nothing; a drag may begin here, or a jump along the strip."""
        offset = event.get_content_offset(self)
        if offset is None or event.button != 1:
            return
        if offset.x >= self.size.width - 2:
            self.jump(offset.y)
            return
        under = self._word_under(event)
        if under:
            self._pressed = under[1]
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Nothing; words are selected from where the button went down to here."""
        if self._pressed is None:
            return
        under = self._word_under(event)
        if under and (under[1] != self._pressed or self._selection):
            self._select(Selection(self._pressed, under[1]))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Nothing; a click without a drag picks what lies there."""
        if self._pressed is None:
            return
        self.release_mouse()
        under = self._word_under(event)
        if under and under[1] == self._pressed:
            self._select(None)
            self.post_message(self.Picked(self, under[0]))
        self._pressed = None
