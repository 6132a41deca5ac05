"""The server: opened, told to the teacher, run until it is stopped."""

from __future__ import annotations

import asyncio
import secrets
import signal
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from annotator.errors import AnnotatorError, Place
from annotator.web.addresses import local_addresses, own_names
from annotator.web.doors import Doors
from annotator.web.health import Health
from annotator.web.live import Live
from annotator.web.nursery import Cradle
from annotator.web.office import Office, static_files
from annotator.web.pages import STATIC
from annotator.web.sessions import IDLE, KEPT, Sessions
from annotator.workbench import admitting
from annotator.workbench.opening import open_workspace

SWEEP = 2.0
"""Seconds between two looks for sessions that should end."""
SAID_AGAIN_AFTER = 60.0
"""Seconds after which the teacher may read the same sentence again."""
LARGEST_FORM = 16 * 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """How the teacher wants it."""

    folder: Path
    port: int = 8000
    lan: bool = False
    names: tuple[str, ...] = ()
    cert: Path | None = None
    key: Path | None = None
    new_code: bool = False
    kept: float = KEPT
    idle: float = IDLE


@dataclass(frozen=True, slots=True)
class Opened:
    """What the teacher has to know to let the class in."""

    addresses: tuple[str, ...]
    """The best first."""
    code: str
    health: str
    token: str
    secure: bool
    lan: bool

    @property
    def link(self) -> str:
        """The address with the class code, which a browser keeps to itself."""
        return f"{self.addresses[0]}/#{self.code}"


async def serve(
    plan: Plan, cradle: Cradle, *, tell_open: Callable[[Opened], None], say: Callable[[str], None]
) -> None:
    """Nothing; the class was served until the teacher stopped the server."""
    context = _tls(plan)
    with open_workspace(plan.folder) as workspace:
        code = admitting.class_code(workspace, new=plan.new_code)
        say = say_once(say)
        sessions = Sessions(plan.folder, cradle, say, kept=plan.kept, idle=plan.idle)
        names = own_names(plan.names)
        office = Office(
            workspace, sessions, code, admitting.entry_key(workspace), names, context is not None, say
        )
        doors = Doors(office)
        health = Health(doors, secrets.token_urlsafe(12), time.time())
        runner = web.AppRunner(
            build(office, doors, health), access_log=None, shutdown_timeout=3, handle_signals=False
        )
        await runner.setup()
        try:
            port = await _listen(runner, plan, context)
            tell_open(_opened(plan, port, code, health.token))
            await _until_stopped(doors)
        finally:
            await sessions.close()
            await runner.cleanup()


def build(office: Office, doors: Doors, health: Health) -> web.Application:
    """The application: every address there is."""
    app = web.Application(middlewares=[office.guard], client_max_size=LARGEST_FORM)
    files = static_files(STATIC)

    async def static(request: web.Request) -> web.StreamResponse:
        found = files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        response = web.Response(text=found[1], content_type=found[0])
        response.headers["Cache-Control"] = "no-cache"
        return response

    app.add_routes(
        [*doors.routes(), *Live(doors).routes(), *health.routes(), web.get("/static/{name}", static)]
    )
    return app


async def _listen(runner: web.AppRunner, plan: Plan, context: ssl.SSLContext | None) -> int:
    """The port, which is the one asked for, or any when that was 0."""
    host = "0.0.0.0" if plan.lan else "127.0.0.1"  # noqa: S104 - asked for with --lan
    try:
        await web.TCPSite(runner, host, plan.port, ssl_context=context, reuse_address=True).start()
    except OSError as error:
        raise AnnotatorError(
            f"port {plan.port} cannot be used ({error.strerror}).", "Choose another with `--port`."
        ) from error
    return int(runner.addresses[0][1])


def _opened(plan: Plan, port: int, code: str, token: str) -> Opened:
    scheme = "https" if plan.cert else "http"
    hosts = [*plan.names, *(local_addresses() if plan.lan else []), *([] if plan.lan else ["127.0.0.1"])]
    addresses = tuple(f"{scheme}://{host}:{port}" for host in hosts or ["127.0.0.1"])
    health = f"{scheme}://127.0.0.1:{port}/health"
    return Opened(addresses, code, health, token, plan.cert is not None, plan.lan)


def _tls(plan: Plan) -> ssl.SSLContext | None:
    if plan.cert is None and plan.key is None:
        return None
    if plan.cert is None or plan.key is None:
        raise AnnotatorError("TLS needs both a certificate and its key.", "Give `--cert FILE --key FILE`.")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(plan.cert, plan.key)
    except (OSError, ssl.SSLError) as error:
        raise AnnotatorError(
            "this certificate and key cannot be used together.",
            "Both must be PEM files, and belong to each other.",
            Place(str(plan.cert)),
        ) from error
    return context


def say_once(say: Callable[[str], None]) -> Callable[[str], None]:
    """The same, but a sentence that was said a short while ago is not said again."""
    said: dict[str, float] = {}

    def say_new(words: str) -> None:
        now = time.monotonic()
        for old in [one for one, at in said.items() if now - at > SAID_AGAIN_AFTER]:
            del said[old]
        if words not in said:
            said[words] = now
            say(words)

    return say_new


async def _until_stopped(doors: Doors) -> None:
    """Nothing; somebody stopped the server. Meanwhile idle and lost sessions were ended."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(one, stopped.set)
    while not stopped.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), SWEEP)
        await doors.sweep()
