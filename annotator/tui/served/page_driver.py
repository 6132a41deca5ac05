"""The driver of a served app: reads what the page sends, writes the rows that changed."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Literal, TextIO

from textual import events
from textual.driver import Driver
from textual.geometry import Size

from annotator.tui.served.cell_grid import CellGrid
from annotator.tui.served.gestures import Gestures
from annotator.tui.served.wire import Unpacker, pack

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

LEAST, MOST = (20, 6), (300, 120)
"""The smallest and the largest screen a page can ask for, in cells."""
MOST_PENDING = 64
"""Messages for which the app may be behind before the line is left unread."""
BEAT, QUIET_BEATS = 0.01, 3
"""Seconds between two looks at what is pending, and after how many without any the app counts as done."""
LEAVES_WITHIN = 10.0


class PageDriver(Driver):
    """A screen without a terminal: the other end of the line is the server, and beyond it a page.

    Rows are sent when the line takes them and not before: for a page that is slow or gone nothing piles
    up, and what it gets at last is the screen as it is then.
    """

    line: ClassVar[socket.socket]
    """The line to the server; a process serves one session and sets it before the app starts."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        size = clamp(*(size or (80, 24)))
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.grid = CellGrid(*size)
        self._gestures = Gestures()
        self._unpacker = Unpacker()
        self._told_styles = 0
        self._whole = True
        self._unsent = b""
        self._waiting = False
        self._gone = False
        self._full = self._watching = False
        self._quiet = self._done = self._told_done = 0
        self._leaving: asyncio.Task[None] | None = None

    @property
    def is_web(self) -> bool:
        """True: there is a browser at the other end."""
        return True

    def write(self, data: str) -> None:
        """Nothing; the cells are as the app says, and go to the page soon."""
        self.grid.write(data)
        self._send_soon()

    def start_application_mode(self) -> None:
        """Nothing; the line is read, and the app knows its size."""
        self.line.setblocking(False)
        self._loop.add_reader(self.line, self._read)
        size = Size(self.grid.width, self.grid.height)
        self._app.post_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Nothing; what the page sends is not read any more."""
        self._loop.remove_reader(self.line)

    def stop_application_mode(self) -> None:
        """Nothing; the page gets nothing more."""
        self.disable_input()
        if self._waiting:
            self._loop.remove_writer(self.line)
        self._gone = True

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing: a served app opens no address."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Nothing: a served app hands out no file."""
        binary.close()

    def _read(self) -> None:
        """Nothing; everything that lies in the line is done, in order."""
        try:
            data = self.line.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.disable_input()
            self._gone = True
            self._leave()
            return
        for said in self._unpacker.feed(data):
            self._do(said)
        if self._pending() > MOST_PENDING and not self._full:
            self._full = True
            self.disable_input()
        if not self._watching:
            self._watching = True
            self._loop.call_later(BEAT, self._watch)

    def _watch(self) -> None:
        """Nothing; when the app has caught up the line is read again, and the page knows what was done."""
        pending = self._pending()
        if self._full and pending <= MOST_PENDING // 2 and not self._gone:
            self._full = False
            self._loop.add_reader(self.line, self._read)
        self._quiet = 0 if pending else self._quiet + 1
        if self._quiet < QUIET_BEATS:
            self._loop.call_later(BEAT, self._watch)
            return
        self._watching, self._quiet = False, 0
        if self._done != self._told_done:
            self._send_soon()

    def _pending(self) -> int:
        """How many messages the app has not come to yet."""
        app = self._app
        pumps = [app, *app.screen_stack, *([app.focused] if app.focused else [])]
        return sum(pump.message_queue_size for pump in pumps)

    def _do(self, said: dict[str, Any]) -> None:
        if "size" in said:
            self._resize(*clamp(*said["size"]))
        elif "paint" in said:
            self._whole = True
            self._send_soon()
        elif "dark" in said:
            self._app.theme = self._app.theme_for(dark=bool(said["dark"]))  # type: ignore[attr-defined]
        elif "quit" in said:
            self._leave()
        if type(said.get("n")) is int:
            self._done = said["n"]
        for event in self._gestures.read(said, self.grid.width, self.grid.height):
            self.process_message(event)

    def _leave(self) -> None:
        """Nothing; the app ends, when everything that came before has been done."""
        if self._leaving is None:
            self._leaving = self._loop.create_task(self._leave_in_order())

    async def _leave_in_order(self) -> None:
        until = self._loop.time() + LEAVES_WITHIN
        while self._watching and self._loop.time() < until:
            await asyncio.sleep(BEAT)
        await self._app.run_action("quit")

    def _resize(self, width: int, height: int) -> None:
        if (width, height) == (self.grid.width, self.grid.height):
            return
        self.grid.resize(width, height)
        self._size = (width, height)
        self._whole = True
        size = Size(width, height)
        self._app.post_message(events.Resize(size, size))

    def _send_soon(self) -> None:
        if not self._waiting and not self._gone:
            self._waiting = True
            self._loop.add_writer(self.line, self._send)

    def _send(self) -> None:
        """Nothing; the line has as much as it takes."""
        try:
            if not self._unsent:
                self._unsent = self._news()
            while self._unsent:
                self._unsent = self._unsent[self.line.send(self._unsent) :]
                if not self._unsent:
                    self._unsent = self._news()
        except BlockingIOError:
            return
        except OSError:
            self._gone = True
        self._waiting = False
        self._loop.remove_writer(self.line)

    def _news(self) -> bytes:
        """A packet with what the page does not show yet; empty when it shows everything."""
        grid = self.grid
        news: dict[str, Any] = {}
        if self._done != self._told_done and not self._watching:
            self._told_done = news["had"] = self._done
        if not (grid.changed or self._whole):
            return pack(news) if news else b""
        if self._whole:
            self._whole = False
            self._told_styles = 0
            grid.changed.update(range(grid.height))
            news["size"] = [grid.width, grid.height]
        news["rows"] = [[y, grid.row(y)] for y in sorted(grid.changed)]
        grid.changed.clear()
        if len(grid.styles) > self._told_styles:
            news["styles"] = [self._told_styles, grid.styles[self._told_styles :]]
            self._told_styles = len(grid.styles)
        return pack(news)


def clamp(width: Any, height: Any) -> tuple[int, int]:
    """A size that a screen can have, the nearest to the one asked for."""
    sizes = (int(width), int(height))
    return tuple(min(max(n, low), high) for n, low, high in zip(sizes, LEAST, MOST, strict=True))  # type: ignore[return-value]
