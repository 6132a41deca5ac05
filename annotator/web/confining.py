"""A session's process gives up what reading and judging never need: other programs, the network, files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_PROGRAMS = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "pty.spawn",
    "os.startfile",
)
_NETWORK = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "urllib.Request",
    "webbrowser.open",
)
_CHANGES = (
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


class ConfinedError(PermissionError):
    """A session tried what a student's session never does."""


def confine(folder: Path) -> None:
    """Nothing; from now on this process starts no program, opens no connection, writes only in `folder`.

    It cannot be undone. SQLite opens its own files in C, which is how judgements are kept.
    """
    inside = (str(folder.resolve()) + os.sep, os.devnull)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = (mode and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITING)
            if writes and not isinstance(path, int) and not _full(path).startswith(inside):
                raise ConfinedError("a session writes only in its workspace")
        elif event.startswith(_PROGRAMS) or event.startswith(_NETWORK):
            raise ConfinedError(f"a session does not do this: {event}")
        elif event.startswith(_CHANGES):
            raise ConfinedError(f"a session changes no files: {event}")

    sys.addaudithook(watch)


def _full(path: Any) -> str:
    return os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - Path.resolve() would open files itself
