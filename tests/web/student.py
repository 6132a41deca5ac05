"""A student without a browser: speaks to the server what a page speaks."""

from __future__ import annotations

import asyncio
import json
import re
from types import TracebackType
from typing import Any

import aiohttp

PATIENCE = 60.0


class Student:
    """One student's cookies, forms and living line."""

    def __init__(self, base: str, code: str, handle: str, *, pin: str = "4711") -> None:
        self.base, self.code, self.handle, self.pin = base, code, handle, pin
        self.http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.socket: aiohttp.ClientWebSocketResponse | None = None
        self.sent = self.had = 0
        self.session = ""
        self.rows: dict[int, str] = {}

    async def __aenter__(self) -> Student:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.hang_up()
        await self.http.close()

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        async with self.http.get(self.base + path, headers=headers, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, origin: str | None = None, **fields: str) -> tuple[int, str]:
        headers = {"Origin": self.base if origin is None else origin}
        async with self.http.post(
            self.base + path, data=fields, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    async def join(self, *, handle: str | None = None, code: str | None = None) -> tuple[int, str]:
        """The answer to code and handle."""
        form = hidden((await self.get("/"))[1], "form")
        return await self.post(
            "/join", form=form, code=self.code if code is None else code, handle=handle or self.handle
        )

    async def give_pin(self, page: str, pin: str | None = None, again: str | None = None) -> tuple[int, str]:
        """The answer to a PIN, given on the page that asked for it."""
        pin = self.pin if pin is None else pin
        return await self.post(
            "/pin", form=hidden(page, "form"), ticket=hidden(page, "ticket"), pin=pin, again=again or pin
        )

    async def enter(self) -> Student:
        """The student, who is in now."""
        status, page = await self.join()
        assert status == 200, page
        status, page = await self.give_pin(page)
        assert status == 303, page
        return self

    async def connect(self, *, size: tuple[int, int] = (100, 30), origin: str | None = None) -> Student:
        """The student, whose line is open."""
        self.socket = await self.http.ws_connect(
            self.base.replace("http", "ws", 1) + "/live",
            headers={"Origin": self.base if origin is None else origin},
            max_msg_size=0,
        )
        self.rows = {}
        await self.socket.send_json({"size": list(size), "dark": False})
        return self

    async def hang_up(self) -> None:
        if self.socket is not None:
            await self.socket.close()

    async def press(self, *keys: str) -> None:
        """Nothing; the keys are on their way, names as they are and single signs as text."""
        for key in keys:
            self.sent += 1
            said = {"text": key} if len(key) == 1 else {"key": key}
            await self.say({"n": self.sent, **said})

    async def say(self, said: Any) -> None:
        assert self.socket is not None
        await self.socket.send_str(said if isinstance(said, str) else json.dumps(said))

    async def hear(self) -> dict[str, Any]:
        """The next thing the server says. Raises ConnectionError, with the code, when it has hung up."""
        assert self.socket is not None
        message = await self.socket.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise ConnectionError(self.socket.close_code)
        told: dict[str, Any] = json.loads(message.data)
        if "session" in told:
            self.session, self.sent = told["session"], told["done"]
            self.had = told["done"]
        self.had = max(self.had, told.get("had", 0))
        for y, pieces in told.get("rows", ()):
            self.rows[y] = "".join(piece[3] for piece in pieces)
        return told

    async def sees(self, *words: str) -> None:
        """Nothing, as soon as all the words stand on the screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(one in self.screen for one in words):
                    await self.hear()
        except TimeoutError:
            raise AssertionError(f"{words} never came; there was:\n{self.screen}") from None

    async def was_heard(self) -> None:
        """Nothing, as soon as the server has every key."""
        async with asyncio.timeout(PATIENCE):
            while self.had < self.sent:
                await self.hear()

    async def was_let_go(self) -> int:
        """The code with which the server hangs up."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    await self.hear()
        except ConnectionError as error:
            return int(error.args[0])

    async def open_desk(self) -> None:
        """Nothing; the first article of the list is on the desk."""
        await self.sees("my scores", "○○○")
        await self.press("enter")
        await self.sees("of 8 scored", "cannot judge")

    @property
    def screen(self) -> str:
        """What stands on it."""
        return "\n".join(self.rows[y] for y in sorted(self.rows))


def hidden(page: str, name: str) -> str:
    """The value of a form's hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]
