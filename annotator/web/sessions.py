"""The sessions of a lesson: one process for each student, kept for a while when the page is gone."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from annotator.model.judgements import Rater
from annotator.tui.served.wire import pack
from annotator.web.nursery import Cradle
from annotator.web.session_process import Job

KEPT = 600.0
"""Seconds for which a session waits for a page that was lost: a closed lid, a way to the next room."""
IDLE = 2700.0
"""Seconds without a key or a click after which a session ends and the PIN is asked for again."""
STARTS_WITHIN = 60.0
"""Seconds that a first picture may take before the start counts as failed."""
HELD_BACK = 1 << 20
"""Bytes of one packet that are held in memory."""
MOST = 120
"""Sessions at once; more would not fit into a laptop's memory."""
_GESTURES = ("n", "key", "text", "paste", "mouse", "size", "dark")


class Page(Protocol):
    """A browser's end of a session."""

    async def tell(self, words: str) -> None:
        """Nothing; the page has the words, a JSON object. Never raises for a page that is gone."""

    async def leave(self, reason: str) -> None:
        """Nothing; the page knows why there will be nothing more, and is gone."""


class Hello(NamedTuple):
    """What a page says of itself when it comes."""

    width: int
    height: int
    dark: bool
    language: str


@dataclass(slots=True)
class Session:
    """One student's session."""

    rater: Rater
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    page: Page | None = None
    writer: asyncio.StreamWriter | None = None
    pid: int = 0
    done: int = 0
    """The number of the last gesture that went to the process; what comes again with it is not done twice."""
    begun: float = 0.0
    ready: float = 0.0
    """When the first picture came; 0 before."""
    last: float = 0.0
    """When somebody last did something."""
    lost: float | None = None
    """When the page went away; None while there is one."""
    task: asyncio.Task[None] | None = None
    ended: bool = False

    async def do(self, number: int, gesture: dict[str, Any]) -> None:
        """Nothing; the gesture is on its way to the process, unless it was before."""
        if number > self.done and self.writer is not None:
            self.done = number
            await self.order({name: gesture[name] for name in _GESTURES if name in gesture})

    async def order(self, content: dict[str, Any]) -> None:
        """Nothing; the process, unless it is gone, knows what is wanted of it."""
        if self.writer is not None and not self.writer.is_closing():
            with suppress(ConnectionError):
                self.writer.write(pack(content))
                await self.writer.drain()

    async def tell(self, **content: Any) -> None:
        """Nothing; the page, if there is one, has the content."""
        if self.page is not None:
            await self.page.tell(json.dumps(content, separators=(",", ":")))


class Sessions:
    """All sessions, by student."""

    def __init__(
        self,
        folder: Path,
        cradle: Cradle,
        say: Callable[[str], None],
        *,
        kept: float = KEPT,
        idle: float = IDLE,
        at_once: int | None = None,
    ) -> None:
        self.folder = folder
        self.cradle = cradle
        self.say = say
        self.kept, self.idle = kept, idle
        self.by_rater: dict[str, Session] = {}
        self.waiting: list[Session] = []
        self.started = 0
        self.at_once = at_once or max(2, os.cpu_count() or 1)
        self._gate = asyncio.Semaphore(self.at_once)

    def has_room_for(self, rater: Rater) -> bool:
        """True for who has a session, and for anybody while there are not too many."""
        return rater.id in self.by_rater or len(self.by_rater) < MOST

    async def attach(self, rater: Rater, page: Page, hello: Hello) -> Session:
        """The student's session, which this page shows from now on; begun if there is none.

        A page that showed it before is told that the session goes on elsewhere.
        """
        session = self.by_rater.get(rater.id)
        if session is None:
            session = self.by_rater[rater.id] = Session(rater, begun=time.time(), last=time.time())
            session.page = page
            session.task = asyncio.create_task(self._live(session, hello))
        elif session.page is not page:
            before, session.page = session.page, page
            if before is not None:
                await before.leave("elsewhere")
            await session.order({"dark": hello.dark})
            await session.order({"size": [hello.width, hello.height]})
            await session.order({"paint": True})
        session.lost = None
        session.last = time.time()
        await session.tell(session=session.key, done=session.done)
        return session

    def detach(self, session: Session, page: Page) -> None:
        """Nothing; the session waits for a page, unless it has another one already."""
        if session.page is page:
            session.page = None
            session.lost = time.time()

    async def sweep(self) -> list[Rater]:
        """The students whose sessions ended now because they did nothing for long; lost ones end too."""
        now = time.time()
        idle = []
        for session in list(self.by_rater.values()):
            if now - session.last > self.idle:
                idle.append(session.rater)
                await self.end(session, "idle")
            elif session.lost is not None and now - session.lost > self.kept:
                await self.end(session, "lost")
        return idle

    async def end(self, session: Session, reason: str) -> None:
        """Nothing; the session's app remembers the place and ends, and the page knows why."""
        self.by_rater.pop(session.rater.id, None)
        session.ended = True
        page, session.page = session.page, None
        if page is not None:
            await page.leave(reason)
        await session.order({"quit": True})

    async def close(self) -> None:
        """Nothing; all sessions have ended, their places remembered."""
        tasks = [session.task for session in self.by_rater.values() if session.task]
        for session in list(self.by_rater.values()):
            await self.end(session, "closing")
        if tasks:
            await asyncio.wait(tasks, timeout=5)

    async def _live(self, session: Session, hello: Hello) -> None:
        """Nothing; the session's process has come and gone. What it draws went to the page of the moment."""
        problem = "its process ended."
        self.waiting.append(session)
        await self._tell_the_line()
        await self._gate.acquire()
        freed = False

        def free() -> None:
            nonlocal freed
            if not freed:
                freed = True
                self._gate.release()

        try:
            self.waiting.remove(session)
            await self._tell_the_line()
            if session.ended:
                return
            begun = time.time()
            line = self.cradle.start(Job(str(self.folder), session.rater.id, *hello))
            reader, session.writer = await asyncio.open_connection(sock=line, limit=HELD_BACK)
            waits: float | None = STARTS_WITHIN
            while True:
                head = await asyncio.wait_for(reader.readexactly(4), waits)
                body = await reader.readexactly(int.from_bytes(head, "big"))
                if body.startswith(b'{"pid"'):
                    session.pid = json.loads(body)["pid"]
                elif body.startswith(b'{"end"'):
                    problem = json.loads(body)["end"]
                    return
                else:
                    if not session.ready:
                        session.ready = time.time() - begun
                        self.started += 1
                        waits = None
                        free()
                    if session.page is not None:
                        await session.page.tell(body.decode())
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except TimeoutError:
            problem = f"it drew nothing for {STARTS_WITHIN:.0f} seconds."
        except OSError as error:
            problem = f"it cannot be started ({error.strerror})."
        finally:
            free()
            if session.writer is not None:
                session.writer.close()
            await self._bury(session, problem)

    async def _bury(self, session: Session, problem: str) -> None:
        if self.by_rater.get(session.rater.id) is session:
            del self.by_rater[session.rater.id]
        if problem and not session.ended:
            self.say(f"{session.rater.handle}'s session stopped: {problem} What was confirmed is kept.")
        page, session.page, session.ended = session.page, None, True
        if page is not None:
            await page.leave("stopped" if problem else "left")

    async def _tell_the_line(self) -> None:
        for at, session in enumerate(self.waiting, 1):
            await session.tell(wait=at)
