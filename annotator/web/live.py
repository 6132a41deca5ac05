"""The living line between a page and its session: a websocket."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from annotator.web.doors import Doors
from annotator.web.guarding import Flow
from annotator.web.sessions import MOST, Hello, Session

LARGEST_MESSAGE = 64 * 1024
GESTURES_A_SECOND, GESTURES_AT_ONCE = 60.0, 240.0
"""More than anybody types, with the keys a keyboard repeats; what comes faster waits."""
FLOODED = 5.0
"""Seconds of waiting after which a page that sends too much is let go."""
BEGINS_WITHIN = 10.0
SLOW = 15.0
"""Seconds in which a page must take what it is sent."""
TICK = 10.0
"""Seconds between two signs of life, so that a page notices when the line is dead."""
CLOSING = {
    "nobody": 4401,
    "elsewhere": 4000,
    "left": 4001,
    "idle": 4002,
    "closing": 4003,
    "stopped": 4004,
    "full": 4005,
    "flooded": WSCloseCode.POLICY_VIOLATION,
    "lost": WSCloseCode.GOING_AWAY,
}
"""The websocket's closing codes, by why it is closed; the page has a sentence for each."""


@dataclass(slots=True, eq=False)
class SocketPage:
    """A page at the other end of a websocket."""

    socket: web.WebSocketResponse

    async def tell(self, words: str) -> None:
        """Nothing; the page has the words, or is let go because it takes nothing."""
        try:
            await asyncio.wait_for(self.socket.send_str(words), SLOW)
        except (ConnectionError, RuntimeError):
            pass
        except TimeoutError:
            await self.leave("lost")

    async def leave(self, reason: str) -> None:
        """Nothing; the page knows why there will be nothing more."""
        with suppress(ConnectionError, RuntimeError, TimeoutError):
            await asyncio.wait_for(self.socket.close(code=CLOSING[reason], message=reason.encode()), 2)


@dataclass(slots=True)
class Live:
    """The address of the living line."""

    doors: Doors

    def routes(self) -> list[web.RouteDef]:
        """Its one address."""
        return [web.get("/live", self.connect)]

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """The websocket, closed again: from its opening until then a page and a session were joined."""
        office = self.doors.office
        office.check_origin(request)
        socket = web.WebSocketResponse(
            heartbeat=TICK * 1.5, max_msg_size=LARGEST_MESSAGE, compress=False, timeout=2
        )
        await socket.prepare(request)
        page = SocketPage(socket)
        rater = self.doors.who(request)
        if rater is None:
            await page.leave("nobody")
            return socket
        hello = await _first_words(socket)
        if hello is None:
            await page.leave("lost")
            return socket
        if not office.sessions.has_room_for(rater):
            office.say(f"There is no room for {rater.handle}: {MOST} sessions are open.")
            await page.leave("full")
            return socket
        session = await office.sessions.attach(rater, page, hello)
        ticking = asyncio.create_task(_tick(page))
        try:
            await self._listen(page, session)
        finally:
            ticking.cancel()
            office.sessions.detach(session, page)
        return socket

    async def _listen(self, page: SocketPage, session: Session) -> None:
        """Nothing; every gesture went to the session, in order and once, until the page was gone."""
        flow = Flow(time.monotonic, GESTURES_A_SECOND, GESTURES_AT_ONCE)
        slowed = 0.0
        async for message in page.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            gesture = _read(message.data)
            number = gesture.get("n")
            wait = flow.take(1 + len(message.data) / 1024)
            slowed = slowed + wait if wait else 0.0
            if slowed > FLOODED:
                self.doors.office.say(f"{session.rater.handle}'s page sends far too much and was let go.")
                await page.leave("flooded")
                return
            if wait:
                await asyncio.sleep(wait)
            if session.ended or session.page is not page:
                return
            if type(number) is int and number > 0:
                session.last = time.time()
                await session.do(number, gesture)


def _read(data: str) -> dict[str, Any]:
    """A gesture as the page wrote it; an empty one for what is none."""
    try:
        gesture = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(gesture, dict):
        return {}
    if "size" in gesture and not _is_size(gesture["size"]):
        return {}
    return gesture


def _is_size(size: Any) -> bool:
    return isinstance(size, list) and len(size) == 2 and all(type(n) is int and 0 < n < 10_000 for n in size)


async def _first_words(socket: web.WebSocketResponse) -> Hello | None:
    """What the page says of itself; None for a page that says something else or nothing."""
    try:
        message = await socket.receive(BEGINS_WITHIN)
    except TimeoutError:
        return None
    told = _read(message.data) if message.type is WSMsgType.TEXT else {}
    if "size" not in told:
        return None
    language = str(told.get("language", ""))[:2].lower()
    known = language if language.isascii() and language.isalpha() else ""
    return Hello(told["size"][0], told["size"][1], bool(told.get("dark")), known)


async def _tick(page: SocketPage) -> None:
    while True:
        await asyncio.sleep(TICK)
        await page.tell("{}")
