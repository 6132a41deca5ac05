"""Sources read in a thread: addresses, files, pasted texts, articles of a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from annotator.formats.fetching.addresses import is_address
from annotator.formats.importers.feed_items import FeedItem
from annotator.present import adding
from annotator.translating import _
from annotator.tui.screens.framed import FramedScreen
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.source_line import SourceLine
from annotator.workbench.arriving import Arrival, Door

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

PASTED = "pasted text.txt"
"""What a text is called that came from nowhere."""


class ReadingScreen(FramedScreen):
    """A screen that reads sources and tells of each once it is read."""

    class Arrived(Message):
        """A source was read."""

        def __init__(self, arrivals: Sequence[Arrival], items: Sequence[FeedItem]) -> None:
            super().__init__()
            self.arrivals = arrivals
            self.items = items

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._items: list[FeedItem] = []
        self.door = Door(now=workspace.now, choose=self._note_items)
        self.pasted = ""
        """The text that was pasted last."""

    def on_unmount(self) -> None:
        """Nothing; the process for foreign files has ended."""
        self.door.close()

    @on(SourceLine.Submitted)
    def _read(self, message: SourceLine.Submitted) -> None:
        message.stop()
        source = message.value.strip()
        if source:
            self.tell(_("Reading {source} …").format(source=source))
            self.arrive(source)

    @on(SourceLine.TextPasted)
    def _take_text(self, message: SourceLine.TextPasted) -> None:
        self.arrive_text(message.text)

    @work(thread=True, exclusive=True, group="reading")
    def arrive(self, source: str) -> None:
        """Nothing; the source is being read, and a message tells what it holds."""
        self._items = []
        named = source if is_address(source) else Path(source).expanduser()
        self._post(self.door.arrive(named))

    @work(thread=True, exclusive=True, group="reading")
    def arrive_text(self, text: str) -> None:
        """The same for a text itself."""
        self._items = []
        self.pasted = text
        self._post(self.door.arrive_text(text, PASTED))

    def _post(self, arrivals: Iterator[Arrival]) -> None:
        self.post_message(self.Arrived(list(arrivals), list(self._items)))

    def _note_items(self, items: Sequence[FeedItem]) -> Sequence[FeedItem]:
        """Nothing of a feed yet: its items are chosen on the screen first."""
        self._items = list(items)
        return []

    def choose_items(self, items: Sequence[FeedItem]) -> None:
        """Nothing; articles of a feed are chosen one after the other, and read."""
        from annotator.tui.dialogs.choose_one import ChooseOne

        def take(target: str | None) -> None:
            if not target:
                return
            chosen = items if target == "item:all" else [items[int(target.removeprefix("item:"))]]
            self.query_one(SourceLine).value = ""
            self._arrive_all([one.url for one in chosen])

        self.app.push_screen(ChooseOne(lambda width: adding.item_lines(items, width, CELLS)), take)

    @work(thread=True, exclusive=True, group="reading")
    def _arrive_all(self, urls: Sequence[str]) -> None:
        self._items = []
        self._post(arrival for url in urls for arrival in self.door.arrive(url))

    def action_paste(self) -> None:
        """Nothing; a text is pasted or typed in a window of its own."""
        from annotator.tui.dialogs.paste_text import PasteText

        def take(text: str | None) -> None:
            if text:
                self.arrive_text(text)

        self.app.push_screen(PasteText(), take)
