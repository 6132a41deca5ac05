"""Thirty students at once: our server, and plain textual-serve with the same app, by turns in one run.

For each: the time from opening the living line to the first picture that shows an article, for each of thirty
who come at once; from a key to the first change it makes on the screen, while the others press keys too; the
memory of a session once everybody has an article open, with its part of what processes share (`Pss` of
Linux), and alone (`Uss`). textual-serve knows no students, so its thirty apps are raters that nobody let in.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.figures import Figure
from benchmarks.first_frame import make_workspace

SESSIONS = 30
KEYS = 20
"""Keys each of them presses."""
PAUSE = 0.5
"""Seconds between two keys of one student."""
ARTICLE, READY, OPENED = "TikTok si leva", "○○○", "Misleads"
"""What stands in the list, what when it can be opened, what on the desk."""
OURS = "from annotator.cli import main; main()"
PLAIN = """
import sys
from textual_serve.server import Server
app = f"{sys.executable} -c '{sys.argv[3]}' {sys.argv[1]}"
Server(app, host="127.0.0.1", port=int(sys.argv[2])).serve()
"""

APP = (
    "import os, sys; from pathlib import Path; from annotator.tui.app import AnnotatorApp;"
    " from annotator.workbench.opening import open_workspace;"
    " from annotator.workbench.joining import ensure_rater;"
    " w = open_workspace(Path(sys.argv[1])); AnnotatorApp(w, ensure_rater(w, str(os.getpid()))).run()"
)
"""What textual-serve starts for each viewer: the app alone, without a look for a terminal."""
PATIENCE = 120.0


class Measured(NamedTuple):
    """What one server showed."""

    starts: list[float]
    echoes: list[float]
    shared: list[float]
    own: list[float]


def measure() -> Iterator[Figure]:
    """Start, echo and memory, ours beside theirs."""
    missing = [name for name in ("aiohttp", "segno", "textual_serve") if find_spec(name) is None]
    if missing or not Path("/proc/self/smaps_rollup").exists():
        print(f"left out: serving needs {', '.join(missing) or 'Linux, for its memory'}", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        make_workspace(place)
        ours, theirs = _ours(place), _theirs(place)
    rows: list[tuple[str, str, float, Callable[[Measured], float], float]] = [
        ("first picture of 30 at once, median", "s", 1, lambda one: median(one.starts), 1.0),
        ("first picture of 30 at once, last", "s", 1, lambda one: max(one.starts), 1.0),
        ("key to echo, 30 sessions, median", "ms", 1e3, lambda one: median(one.echoes), 1.5),
        ("key to echo, 30 sessions, p95", "ms", 1e3, lambda one: quantiles(one.echoes, n=20)[-1], 1.5),
        ("memory of a session, with its share", "MB", 1, lambda one: median(one.shared), 1.0),
        ("memory of a session, alone", "MB", 1, lambda one: median(one.own), 1.0),
    ]
    for name, unit, factor, take, bound in rows:
        value, reference = factor * take(ours), factor * take(theirs)
        yield Figure(name, value, unit, "textual-serve", reference, bound, noise=1.5)


def _ours(folder: Path) -> Measured:
    from tests.web.student import Student

    with _running([OURS, "-w", str(folder), "serve", "--port", "0"]) as (pid, told):
        base, code = _told(told, r"(http://\S+)"), _told(told, r"Class code +(\w+)")

        async def open_line(number: int) -> Line:
            student = Student(base, code, f"student-{number}")
            await student.enter()

            async def begin() -> None:
                await student.connect(size=(120, 36))

            async def press(key: str) -> None:
                await student.press(key)

            async def hear() -> str:
                news = await student.hear()
                return student.screen if "rows" in news else ""

            async def close() -> None:
                await student.hang_up()
                await student.http.close()

            return Line(begin, press, hear, close)

        # The teacher starts the server before the class comes; it has done its preparing by then.
        time.sleep(5)
        return asyncio.run(_lesson(open_line, lambda: _grandchildren(pid)))


def _theirs(folder: Path) -> Measured:
    import aiohttp

    port = _free_port()
    with _running([PLAIN, str(folder), str(port), APP]) as (pid, _):
        time.sleep(5)

        async def open_line(number: int) -> Line:
            http = aiohttp.ClientSession()
            socket: list[aiohttp.ClientWebSocketResponse] = []

            async def begin() -> None:
                address = f"http://127.0.0.1:{port}/ws?width=120&height=36"
                socket.append(await http.ws_connect(address, max_msg_size=0))

            async def press(key: str) -> None:
                await socket[0].send_json(["stdin", {"down": "\x1b[B", "up": "\x1b[A", "enter": "\r"}[key]])

            async def hear() -> str:
                message = await socket[0].receive()
                return message.data.decode(errors="replace") if isinstance(message.data, bytes) else ""

            async def close() -> None:
                await socket[0].close()
                await http.close()

            return Line(begin, press, hear, close)

        return asyncio.run(_lesson(open_line, lambda: _grandchildren(pid)))


class Line(NamedTuple):
    """A student's line, whatever the server speaks."""

    begin: Callable[[], Awaitable[None]]
    press: Callable[[str], Awaitable[None]]
    hear: Callable[[], Awaitable[str]]
    """What has changed on the screen; empty for what changes nothing there."""
    close: Callable[[], Awaitable[None]]


async def _lesson(
    open_line: Callable[[int], Awaitable[Line]], processes: Callable[[], list[int]]
) -> Measured:
    lines = [await open_line(number) for number in range(SESSIONS)]
    starts: list[float] = []
    echoes: list[float] = []
    reading: list[int] = []

    async def attend(number: int, line: Line) -> None:
        begun = time.perf_counter()
        await line.begin()
        seen = ""
        async with asyncio.timeout(PATIENCE):
            while ARTICLE not in seen:
                seen += await line.hear()
        starts.append(time.perf_counter() - begun)
        async with asyncio.timeout(PATIENCE):
            while READY not in seen:
                seen += await line.hear()
            await line.press("enter")
            while OPENED not in seen:
                seen += await line.hear()
        reading.append(number)
        await everybody.wait()
        quiet = asyncio.create_task(line.hear())
        for at in range(KEYS):
            until = asyncio.get_running_loop().time() + PAUSE
            while (left := until - asyncio.get_running_loop().time()) > 0:
                if (await asyncio.wait({quiet}, timeout=left))[0]:
                    quiet = asyncio.create_task(line.hear())
            begun = time.perf_counter()
            await line.press("up" if at % 2 else "down")
            async with asyncio.timeout(PATIENCE):
                while not await quiet:
                    quiet = asyncio.create_task(line.hear())
            echoes.append(time.perf_counter() - begun)
            quiet = asyncio.create_task(line.hear())
        quiet.cancel()

    everybody = asyncio.Event()
    attending = [asyncio.create_task(attend(number, line)) for number, line in enumerate(lines)]
    while len(reading) < SESSIONS:
        await asyncio.sleep(0.05)
        for one in attending:
            if one.done():
                one.result()  # somebody waited in vain: the whole run ends with that
    await asyncio.sleep(2)
    memory = [_memory(one) for one in processes()]
    everybody.set()
    await asyncio.gather(*attending)
    for line in lines:
        await line.close()
    shared, own = ([row[column] for row in memory] for column in (0, 1))
    return Measured(starts, echoes, shared, own)


def _memory(pid: int) -> tuple[float, float]:
    parts = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, size = line.partition(":")
        parts[name] = int(size.split()[0]) / 1024
    return parts["Pss"], parts["Private_Clean"] + parts["Private_Dirty"]


def _grandchildren(pid: int) -> list[int]:
    """The processes of the sessions, the newest thirty below the server."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    below, found = {pid}, []
    for one in sorted(parents):
        if parents[one] in below:
            below.add(one)
            found.append(one)
    leaves = [one for one in found if one not in parents.values()]
    return leaves[-SESSIONS:]


@contextmanager
def _running(arguments: list[str]) -> Iterator[tuple[int, Path]]:
    """A server's process and the file in which its words are."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "ANNOTATOR_RATER": "rania"}
        with told.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-c", *arguments],
                stdout=out,
                stderr=out,
                env=environment,
                start_new_session=True,
            )
        try:
            yield process.pid, told
        finally:
            for sign in (signal.SIGINT, signal.SIGKILL):
                try:
                    os.killpg(process.pid, sign)
                    process.wait(10)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue


def _told(file: Path, pattern: str) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if found := re.search(pattern, file.read_text()):
            return found[1]
        time.sleep(0.05)
    raise TimeoutError(f"{pattern} never came: {file.read_text()}")


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
