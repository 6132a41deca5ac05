"""A headless Chromium, driven through its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

PATIENCE = 30.0
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--remote-debugging-port=0",
)  # fmt: skip


def find_chromium() -> str | None:
    """The browser's program, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.numbers = itertools.count(1)
        self.said: list[str] = []
        """What the page complained about on its console."""

    async def call(self, method: str, **given: Any) -> dict[str, Any]:
        number = next(self.numbers)
        await self.socket.send_json({"id": number, "method": method, "params": given})
        async with asyncio.timeout(PATIENCE):
            while True:
                answer = json.loads(await self.socket.receive_str())
                if answer.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                    self.said.append(json.dumps(answer["params"])[:600])
                if answer.get("id") == number:
                    assert "error" not in answer, answer
                    result: dict[str, Any] = answer["result"]
                    return result

    async def run(self, script: str) -> Any:
        """What a script comes to in the page."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def until(self, script: str) -> None:
        """Nothing, as soon as the script comes to something true."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not await self.run(f"document.body && !!({script})"):
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(
                f"never true: {script}\nthe page shows:\n{await self.text()}\nit said: {self.said}"
            ) from None

    async def go(self, address: str) -> None:
        await self.call("Page.navigate", url=address)
        await self.until("document.readyState === 'complete'")

    async def text(self) -> str:
        """The page's text; of the app, its rows."""
        rows = "[...document.querySelectorAll('#rows div')].map(d => d.textContent).join('\\n')"
        return str(await self.run(f"document.getElementById('rows') ? {rows} : document.body.innerText"))

    async def shows(self, words: str) -> None:
        """Nothing, as soon as the page shows the words."""
        rows = "[...document.querySelectorAll('#rows div')].map(d => d.textContent).join('\\n')"
        await self.until(f"({rows} + document.body?.innerText).includes({json.dumps(words)})")

    async def type(self, text: str) -> None:
        for sign in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=sign, key=sign)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=sign)

    async def press(self, key: str, **more: Any) -> None:
        code = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "PageDown": 34}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent", type="keyDown" if text and kind != "keyUp" else kind, key=key,
                code=key, windowsVirtualKeyCode=code, **(text if kind != "keyUp" else {}), **more,
            )  # fmt: skip

    async def fill(self, field: str, words: str) -> None:
        await self.run(f"document.getElementsByName({json.dumps(field)})[0].focus()")
        await self.call("Input.insertText", text=words)

    async def submit(self) -> None:
        await self.run("document.querySelector('form button').click()")

    async def resize(self, width: int, height: int, *, scale: float = 1) -> None:
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=False,
        )

    async def offline(self, off: bool) -> None:
        await self.call(
            "Network.emulateNetworkConditions",
            offline=off,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )

    async def paint_scheme(self, scheme: str) -> None:
        await self.call(
            "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
        )

    async def shoot(self, path: Path) -> None:
        """Nothing; a picture of the page is in the file."""
        answer = await self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(answer["data"]))


@asynccontextmanager
async def browser(folder: Path, *, width: int = 1366, height: int = 768) -> AsyncIterator[Tab]:
    """A browser with one page, gone afterwards."""
    program = find_chromium()
    assert program
    process = subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={folder}", f"--window-size={width},{height}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port = await _port(folder)
        async with aiohttp.ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = await answer.json(content_type=None)
            address = next(one["webSocketDebuggerUrl"] for one in pages if one["type"] == "page")
            async with client.ws_connect(address, max_msg_size=0) as socket:
                tab = Tab(socket)
                for domain in ("Page", "Runtime", "Log", "Network"):
                    await tab.call(f"{domain}.enable")
                await tab.resize(width, height)
                yield tab
    finally:
        process.terminate()
        process.wait()


async def _port(folder: Path) -> int:
    file = folder / "DevToolsActivePort"
    async with asyncio.timeout(PATIENCE):
        while not (file.exists() and (lines := file.read_text().splitlines())):
            await asyncio.sleep(0.05)
    return int(lines[0])
