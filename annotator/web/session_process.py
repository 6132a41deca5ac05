"""What a session's process does: it is confined, opens the workspace for itself, and runs the app."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.errors import AnnotatorError


@dataclass(frozen=True, slots=True)
class Job:
    """Whose session, where, and how large the page is."""

    folder: str
    rater: str
    width: int
    height: int
    dark: bool
    language: str = ""
    """The browser's, as two letters; empty where it does not say."""

    def written(self) -> str:
        """The job as one line."""
        return json.dumps(asdict(self))


def read_job(line: str | bytes) -> Job:
    """The job that was written so."""
    return Job(**json.loads(line))


def prepare_environment() -> None:
    """Nothing; Textual, when it is imported, draws in all colours, moves nothing, and waits for no beat."""
    os.environ.update(
        TEXTUAL_COLOR_SYSTEM="truecolor", TEXTUAL_ANIMATIONS="none", TEXTUAL_FPS="120", TERM="xterm-256color"
    )
    for name in (
        "TEXTUAL",
        "TEXTUAL_LOG",
        "TEXTUAL_DRIVER",
        "TEXTUAL_SCREENSHOT",
        "TEXTUAL_PRESS",
        "NO_COLOR",
    ):
        os.environ.pop(name, None)


def serve_session(job: Job, line: socket.socket) -> None:
    """Nothing; the student has left, or the server has hung up. What was answered is on the disk."""
    from annotator.tui.served import run_served
    from annotator.tui.served.wire import pack
    from annotator.web.confining import confine
    from annotator.workbench.admitting import get_student
    from annotator.workbench.opening import open_workspace

    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confine(Path(job.folder))
    line.sendall(pack({"pid": os.getpid()}))
    if job.language:
        os.environ["LC_ALL"] = job.language  # what counts until the student chooses another
    problem = ""
    try:
        with open_workspace(Path(job.folder)) as workspace:
            rater = get_student(workspace, job.rater)
            if rater is None:
                problem = "this student is not in the class any more."
            else:
                problem = run_served(workspace, rater, line, size=(job.width, job.height), dark=job.dark)
    except AnnotatorError as error:
        problem = str(error)
    try:
        line.setblocking(True)
        line.settimeout(2)
        line.sendall(pack({"end": problem}))
    except OSError:
        pass  # the server is gone; nobody is left to be told
    line.close()


def main() -> None:
    """Nothing; runs one session where processes cannot be forked. The job comes on standard input."""
    told = json.loads(sys.stdin.buffer.readline())
    prepare_environment()
    job = Job(**told["job"])
    if "share" in told:
        line = socket.fromshare(bytes.fromhex(told["share"]))  # type: ignore[attr-defined]
        import asyncio

        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())  # type: ignore[attr-defined]
    else:
        line = socket.socket(fileno=int(told["descriptor"]))
    serve_session(job, line)


if __name__ == "__main__":
    main()
