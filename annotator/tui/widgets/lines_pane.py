"""A pane of lines, some of which can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from annotator.present.lines import BLANK, Line, target_of
from annotator.tui.widgets.painting import CELLS, Painted

Build = Callable[[int], Sequence[Line]]
"""Makes the lines for a width."""


class LinesPane(Painted, can_focus=True):
    """Lines made for the pane's width, with a cursor that stops at lines that are about something."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("home,g", "edge(-1)", "first", show=False),
        Binding("end,G", "edge(1)", "last", show=False),
        Binding("enter", "choose", "choose", show=False),
    ]

    class About(Message):
        """Something happened to what a line of a pane is about."""

        def __init__(self, pane: LinesPane, target: str) -> None:
            super().__init__()
            self.pane = pane
            self.target = target

        @property
        def control(self) -> LinesPane:
            """The pane it happened in."""
            return self.pane

    class Chosen(About):
        """Somebody pressed Enter on a line, or clicked it."""

    class Moved(About):
        """The cursor stands on another line."""

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, build: Build | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._build: Build = build or (lambda width: ())
        self._lines: Sequence[Line] = ()
        self._made_for = -1
        self._target = ""

    @property
    def target(self) -> str:
        """What the line under the cursor is about."""
        return self._target

    def show(self, build: Build, *, target: str | None = None) -> None:
        """Nothing; the pane shows what `build` makes, with the cursor on `target` if one is given."""
        self._build = build
        if target is not None:
            self._target = target
        self.remake()

    def point_at(self, target: str) -> None:
        """Nothing; the cursor stands on this target."""
        self._target = target
        self._bring_in_sight()
        self.refresh()

    def language_changed(self) -> None:
        """Nothing; the lines are made anew, in the language in use."""
        self.remake()

    def remake(self) -> None:
        """Nothing; the lines are made anew, because what they say has changed."""
        width = self.scrollable_content_region.width
        self._made_for = width
        if width <= 0:
            return
        self._lines = self._build(width)
        targets = self._targets()
        if self._target not in targets:
            self._target = targets[0] if targets else ""
        self.set_height(len(self._lines))
        self._bring_in_sight()
        self.refresh()

    def _targets(self) -> list[str]:
        return list(dict.fromkeys(target for words in self._lines if (target := target_of(words))))

    def on_resize(self) -> None:
        """Nothing; lines are made anew for another width."""
        if self.scrollable_content_region.width != self._made_for:
            self.remake()
        else:
            self.set_height(len(self._lines))

    def on_focus(self) -> None:
        """Nothing; the cursor's line shows where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Nothing; the cursor's line shows that keys go elsewhere."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line."""
        at = y + self.scroll_offset.y
        words = self._lines[at] if at < len(self._lines) else BLANK
        look = ""
        if self.can_focus and self._target and target_of(words) == self._target:
            look = "cursor" if self.has_focus else "cursor-away"
        return self.paint(words, self.scrollable_content_region.width, look)

    def action_move(self, step: int) -> None:
        """Nothing; the cursor moves to the next line that is about something, or the pane scrolls."""
        targets = self._targets()
        if not targets:
            self.scroll_relative(y=step, animate=False)
            return
        at = targets.index(self._target) + step if self._target in targets else 0
        self._go_to(targets[min(max(at, 0), len(targets) - 1)])

    def action_edge(self, side: int) -> None:
        """Nothing; the cursor moves to the first or last line that is about something."""
        targets = self._targets()
        if targets:
            self._go_to(targets[0 if side < 0 else -1])
        else:
            self.scroll_to(y=0 if side < 0 else len(self._lines), animate=False)

    def _go_to(self, target: str) -> None:
        if target != self._target:
            self.point_at(target)
            self.post_message(self.Moved(self, target))

    def action_choose(self) -> None:
        """Nothing; a message says what was chosen."""
        if self._target:
            self.post_message(self.Chosen(self, self._target))

    def on_click(self, event: events.Click) -> None:
        """Nothing; a message says what was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        at = offset.y + self.scroll_offset.y
        target = self._target_at(at, offset.x) if at < len(self._lines) else ""
        if target:
            event.stop()
            if self.can_focus and target in self._targets():
                self.point_at(target)
            self.post_message(self.Chosen(self, target))

    def _target_at(self, at: int, x: int) -> str:
        used = 0
        for run in self._lines[at]:
            used += CELLS.of(run.text)
            if x < used and run.target:
                return run.target
            if x < used:
                break
        return target_of(self._lines[at]) if self.can_focus else ""

    def _bring_in_sight(self) -> None:
        rows = [at for at, words in enumerate(self._lines) if target_of(words) == self._target]
        if not rows or not self._target:
            return
        top, height = self.scroll_offset.y, self.size.height
        if rows[-1] >= top + height:
            self.scroll_to(y=rows[-1] - height + 1, animate=False)
        if rows[0] < self.scroll_offset.y:
            self.scroll_to(y=rows[0], animate=False)
