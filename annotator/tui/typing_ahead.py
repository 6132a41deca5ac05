"""Keys are handed on one at a time, so that whoever types faster than the screen changes loses no letter."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode

from annotator.tui.late_answers import PATIENCE as PATIENCE_FOR_ANSWER
from annotator.tui.late_answers import LateAnswer

PATIENCE = 5.0
"""Seconds given to one widget to finish what it was told; a widget that is closing may never say so."""
PICTURE_FIRST = 0.03
"""Seconds left to the new picture before it is looked whether all is done, unless another key waits."""


class TypingAheadApp(App[None]):
    """An app in which a key waits until all that the key before it set going is done.

    Textual sends a key at once to what has the keys at that moment. In `nhello`, where `n` opens a note, the
    letters would go to the article, because the note is not there yet, and act as commands.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._more = asyncio.Event()
        """Set while a key waits."""
        self._settling: asyncio.Task[None] | None = None
        self.late: LateAnswer | None = None
        """What a terminal that was asked before the app began may answer yet."""

    async def on_event(self, event: events.Event) -> None:
        """Nothing; a key or paste is handed on, now or when its turn comes."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if self.late is None or isinstance(event, events.Paste):
                await self._take([event])
            else:
                typed = self.late.sort(event)
                await self._take(typed)
                if not typed:
                    self.set_timer(PATIENCE_FOR_ANSWER, self._take_held)
        else:
            await super().on_event(event)

    async def _take(self, typed: Sequence[events.Key | events.Paste]) -> None:
        """Nothing; the keys wait for their turn, and the first of them has it if none came before."""
        if typed:
            self._typed.extend(typed)
            self._more.set()
            await self._hand_on()

    async def _take_held(self) -> None:
        if self.late is not None:
            await self._take(self.late.release())

    async def _hand_on(self) -> None:
        """Nothing; the next keys are on their way, as far as the ones before them are done with."""
        while self._typed and (self._settling is None or self._settling.done()):
            key, taker = self._typed.popleft(), self.focused
            if not self._typed:
                self._more.clear()
            await super().on_event(key)
            # A letter for a line that is written in does nothing else, and the next one comes after it.
            written = (
                isinstance(key, events.Key) and taker and taker.check_consume_key(key.key, key.character)
            )
            if not written:
                self._settling = asyncio.create_task(self._settle())

    async def _settle(self) -> None:
        """Nothing; the key handed on last is done with, and the next one's turn comes.

        The first round follows the key from what has the keys up to the app, where its binding acts; the
        second follows what that sent out. Where another widget has the keys then, its own turn follows.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(PICTURE_FIRST):
                await self._more.wait()
        with suppress(ScreenStackError):  # The app has ended.
            calm = 0
            while calm < 2:
                before = self.focused or self.screen
                for node in before.ancestors_with_self:
                    await _finished(node)
                calm = calm + 1 if before is (self.focused or self.screen) else 0
            self.call_later(self._hand_on)


async def _finished(node: DOMNode) -> None:
    """Nothing; the node has done everything that waited for it when this was called."""
    done = asyncio.Event()
    if node.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await done.wait()
