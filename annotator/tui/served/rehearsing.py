"""What is done once before the first session, so that all sessions forked from here share it."""

from __future__ import annotations

import asyncio
import socket
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.tui.served.wire import pack

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace

QUIET = 0.3
"""Seconds without a change on the screen after which the app has done what it had to do."""
AT_MOST = 15.0
_TRIALS = {
    "en": "The mayor said the plan was a shocking failure.",
    "it": "Il sindaco ha detto che il piano è un fallimento vergognoso.",
    "hi": "महापौर ने कहा कि योजना बुरी तरह विफल रही।",
}
"""A sentence in each language, so that its word lists are read."""


def warm_up(folder: Path) -> None:
    """Nothing; what a session imports and reads is in memory, so that sessions forked from here share it.

    The folder is the workspace's, which may have word lists of its own. Its database is not opened.
    """
    import annotator.tui.dialogs.ask_words
    import annotator.tui.dialogs.choose_by_key
    import annotator.tui.dialogs.choose_one
    import annotator.tui.dialogs.note_pad
    import annotator.tui.dialogs.search_line
    import annotator.tui.screens.card_screen
    import annotator.tui.screens.desk
    import annotator.tui.screens.help
    import annotator.tui.screens.rubric_screen
    import annotator.tui.screens.too_small
    import annotator.tui.screens.training_screen
    import annotator.tui.screens.voting
    import annotator.tui.served.app
    import annotator.tui.served.library
    import annotator.tui.served.page_driver  # noqa: F401
    from annotator.errors import AnnotatorError
    from annotator.workbench.analyzing import analyze_text

    for language, words in _TRIALS.items():
        with suppress(AnnotatorError):
            # A mistake in a list of the workspace's own is told where it is met.
            analyze_text(words, language, folder=folder)


def rehearse() -> None:
    """Nothing; the app ran once for nobody, on a workspace that is gone again.

    What it worked out on the way, style sheets above all, stays in memory: that is a fifth of what a session
    would need of its own, and of the time it takes to start.
    """
    from annotator.workbench.joining import ensure_rater
    from annotator.workbench.opening import open_workspace
    from annotator.workbench.seeding import seed

    with (
        suppress(AnnotatorError, OSError, TimeoutError),  # a disk without room: sessions start all the same
        tempfile.TemporaryDirectory() as folder,
        open_workspace(Path(folder), create=True) as workspace,
    ):
        seed(workspace)
        rater = ensure_rater(workspace, "nobody")
        page, line = socket.socketpair()
        with page, line:
            page.setblocking(False)
            asyncio.run(_rehearse(workspace, rater, line, page))


async def _rehearse(workspace: Workspace, rater: Rater, line: socket.socket, page: socket.socket) -> None:
    from annotator.tui.served.app import ServedApp
    from annotator.tui.served.page_driver import PageDriver

    PageDriver.line = line
    running = asyncio.create_task(ServedApp(workspace, rater).run_async(size=(120, 36)))
    async with asyncio.timeout(AT_MOST):
        for gesture in ({"key": "enter"}, {"quit": True}):
            await _until_quiet(page)
            page.send(pack(gesture))
        await _until_quiet(page)
        await running


async def _until_quiet(page: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    with suppress(TimeoutError):
        while await asyncio.wait_for(loop.sock_recv(page, 1 << 16), QUIET):
            pass
