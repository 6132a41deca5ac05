"""Where sessions come from: a process that has imported everything once and forks.

What it imported is shared by all sessions, so that one costs a few megabytes of its own and starts in the
time of its first picture. The nursery opens no database and starts no thread: a fork copies neither well.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from annotator.web.session_process import Job, prepare_environment, read_job, serve_session

SPAWN, UNREHEARSED = "ANNOTATOR_SERVE_SPAWN", "ANNOTATOR_SERVE_UNREHEARSED"
"""Environment variables for tests: start sessions as on a system without fork; do not rehearse."""
_LONGEST = 4096


class Cradle(Protocol):
    """Whatever starts sessions."""

    def start(self, job: Job) -> socket.socket:
        """The server's end of the line to a session that starts now."""

    def close(self) -> None:
        """Nothing; no session will start any more."""


def open_cradle(folder: Path) -> Cradle:
    """A nursery where processes can be forked; else each session starts from nothing.

    To be called before the first thread and the first database connection of this process.
    """
    if hasattr(os, "fork") and hasattr(socket, "send_fds") and not os.environ.get(SPAWN):
        return Nursery(folder)
    return Spawner()


class Nursery:
    """The forking process, seen from the server."""

    def __init__(self, folder: Path) -> None:
        self._control, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            with suppress(KeyboardInterrupt):
                self._control.close()
                _raise_sessions(theirs, folder)
            os._exit(0)
        theirs.close()

    def start(self, job: Job) -> socket.socket:
        """The server's end of the line to a session that is forked now."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self._control, [job.written().encode() + b"\n"], [theirs.fileno()])
        theirs.close()
        return ours

    def close(self) -> None:
        """Nothing; the nursery ends. Sessions go on until their lines are closed."""
        self._control.close()
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def _raise_sessions(control: socket.socket, folder: Path) -> None:
    """Nothing; the server has hung up. Until then every job that came was forked into a session."""
    from annotator.tui.served.rehearsing import rehearse, warm_up

    with suppress(OSError):
        os.setsid()  # a Ctrl+C in the teacher's terminal is for the server alone
    prepare_environment()
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the dead
    gc.disable()
    warm_up(folder)
    if UNREHEARSED not in os.environ:
        rehearse()
    gc.collect()
    gc.freeze()
    while True:
        select.select([control], [], [])
        data, lines, _, _ = socket.recv_fds(control, _LONGEST, 16)
        if not data:
            return
        for text, descriptor in zip(data.splitlines(), lines, strict=True):
            if os.fork() == 0:
                control.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _live(read_job(text), descriptor)
            os.close(descriptor)


def _live(job: Job, descriptor: int) -> None:
    """Never comes back: the process ends with its session."""
    code = 1
    try:
        serve_session(job, socket.socket(fileno=descriptor))
        code = 0
    finally:
        os._exit(code)


class Spawner:
    """Sessions as new programs: slower and larger, and the only way where nothing can be forked."""

    def start(self, job: Job) -> socket.socket:
        """The server's end of the line to a session that is started now."""
        import json

        ours, theirs = socket.socketpair()
        windows = sys.platform == "win32"
        process = subprocess.Popen(
            [sys.executable, "-m", "annotator.web.session_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=() if windows else (theirs.fileno(),),
            start_new_session=not windows,
        )
        told: dict[str, object] = {"job": asdict(job)}
        if windows:
            told["share"] = theirs.share(process.pid).hex()  # type: ignore[attr-defined]
        else:
            told["descriptor"] = theirs.fileno()
        assert process.stdin is not None
        process.stdin.write(json.dumps(told).encode() + b"\n")
        process.stdin.close()
        theirs.close()
        self._buried = [one for one in getattr(self, "_buried", []) if one.poll() is None] + [process]
        return ours

    def close(self) -> None:
        """Nothing; sessions go on until their lines are closed."""
