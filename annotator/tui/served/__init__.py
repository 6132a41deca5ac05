"""The app as it is served to browsers: less of it, on a page instead of a terminal."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace


def run_served(
    workspace: Workspace, rater: Rater, line: socket.socket, *, size: tuple[int, int], dark: bool
) -> str:
    """What stopped the app, as one line; empty when it was left in the usual way."""
    from annotator.tui.served.app import ServedApp
    from annotator.tui.served.page_driver import PageDriver

    PageDriver.line = line
    app = ServedApp(workspace, rater, dark=dark)
    asyncio.run(app.run_async(size=size))
    return _what_stopped(app)


def _what_stopped(app: object) -> str:
    """A programming error in one line, without a word of what was on the screen."""
    error = getattr(app, "_exception", None)
    if error is None:
        return ""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = f" in {last[0].filename.rpartition('/')[2]}, line {last[0].lineno}" if last else ""
    return f"{type(error).__name__}{place}."
