"""A list of any length that holds only the rows somebody has looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from annotator.present.lines import BLANK, Line
from annotator.tui.widgets.painting import Painted

Draw = Callable[[Any, int], Line]
"""Makes the line of a row for a width."""
PAGE = 100
"""Rows asked for at once."""


class PagedList(Painted, can_focus=True):
    """Rows by number, asked for by page when they come in sight."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown,space", "page(1)", "page down", show=False),
        Binding("home,g", "edge(0)", "first", show=False),
        Binding("end,G", "edge(1)", "last", show=False),
        Binding("enter", "choose", "read"),
    ]

    class Wanted(Message):
        """A page of rows is in sight that nobody has given yet."""

        def __init__(self, pane: PagedList, offset: int) -> None:
            super().__init__()
            self.pane = pane
            self.offset = offset

    class Chosen(Message):
        """Somebody pressed Enter on a row, or clicked it twice."""

        def __init__(self, row: Any) -> None:
            super().__init__()
            self.row = row

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row: Any) -> None:
            super().__init__()
            self.row = row

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._rows: dict[int, Any] = {}
        self._asked: set[int] = set()
        self._total = 0
        self._cursor = 0

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    @property
    def cursor(self) -> int:
        """The number of the row under the cursor."""
        return self._cursor

    @property
    def row(self) -> Any:
        """The row under the cursor, or None."""
        return self._rows.get(self._cursor)

    @property
    def rows_in_sight(self) -> list[Any]:
        """The rows that can be seen now and were given."""
        top = self.scroll_offset.y
        return [self._rows[at] for at in range(top, top + self.size.height) if at in self._rows]

    def show(self, total: int, rows: Sequence[Any], *, cursor: int = 0, offset: int = 0) -> None:
        """Nothing; the list has `total` rows, of which those from `offset` on are given."""
        self._total = total
        self._rows = dict(enumerate(rows, offset))
        self._asked = {offset // PAGE} if rows else set()
        self._cursor = min(cursor, max(0, total - 1))
        self.set_height(total)
        self._bring_in_sight()
        self.refresh()
        self.post_message(self.Moved(self.row))

    def fill(self, offset: int, rows: Sequence[Any]) -> None:
        """Nothing; these rows are known too."""
        self._rows.update(enumerate(rows, offset))
        self.refresh()
        if offset <= self._cursor < offset + len(rows):
            self.post_message(self.Moved(self.row))

    def on_resize(self) -> None:
        """Nothing; the cursor stays in sight."""
        self.set_height(self._total)
        self._bring_in_sight()

    def on_focus(self) -> None:
        """Nothing; the cursor's row shows where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Nothing; the cursor's row shows that keys go elsewhere."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= self._total:
            return self.paint(BLANK, width)
        if at not in self._rows:
            self._ask_for(at)
        line = self._draw(self._rows[at], width) if at in self._rows else BLANK
        look = ("cursor" if self.has_focus else "cursor-away") if at == self._cursor else ""
        return self.paint(line, width, look)

    def _ask_for(self, at: int) -> None:
        page = at // PAGE
        if page not in self._asked:
            self._asked.add(page)
            self.post_message(self.Wanted(self, page * PAGE))

    def action_move(self, step: int) -> None:
        """Nothing; the cursor moves by `step` rows."""
        self.point_at(self._cursor + step)

    def action_page(self, step: int) -> None:
        """Nothing; the cursor moves by a pane's height."""
        self.point_at(self._cursor + step * max(1, self.size.height - 1))

    def action_edge(self, end: int) -> None:
        """Nothing; the cursor moves to the first or last row."""
        self.point_at(self._total - 1 if end else 0)

    def point_at(self, at: int) -> None:
        """Nothing; the cursor moves to this row, as near as there is one."""
        at = min(max(at, 0), max(0, self._total - 1))
        if at == self._cursor:
            return
        before, self._cursor = self._cursor, at
        self._bring_in_sight()
        self.refresh_line(before)
        self.refresh_line(at)
        self.post_message(self.Moved(self.row))

    def _bring_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= self._cursor < top + height:
            y = self._cursor if self._cursor < top else self._cursor - height + 1
            self.scroll_to(y=y, animate=False)

    def action_choose(self) -> None:
        """Nothing; a message says which row was chosen."""
        if self.row is not None:
            self.post_message(self.Chosen(self.row))

    def on_click(self, event: events.Click) -> None:
        """Nothing; a click moves the cursor, a second one on the same row chooses it."""
        offset = event.get_content_offset(self)
        at = offset.y + self.scroll_offset.y if offset else self._total
        if at >= self._total:
            return
        if at == self._cursor and event.chain > 1:
            self.action_choose()
        self.point_at(at)
