"""Asking the signals about articles while the screen stays quick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.model.articles import Article
from annotator.model.findings import Analysis
from annotator.tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace


class AskingScreen(FramedScreen):
    """A screen that has articles analysed in a thread, which gets values and sends messages."""

    @dataclass
    class Answered(Message):
        """The signals have spoken about an article."""

        article: Article
        analysis: Analysis
        last: bool
        """True for the last article that was asked about."""

    workspace: Workspace

    @work(thread=True, exclusive=True, group="signals")
    def ask_about(self, articles: Sequence[Article]) -> None:
        """Nothing; messages bring the answers, article by article."""
        from annotator.workbench.analyzing import ask

        worker = get_current_worker()
        told: set[str] = set()
        for number, article in enumerate(articles, 1):
            if worker.is_cancelled:
                return
            try:
                analysis = ask(article, self.workspace.folder)
            except AnnotatorError as error:
                # A broken word list stops its own language only, and is told once.
                if str(error) not in told:
                    self.app.call_from_thread(self.tell, str(error), alarm=True)
                    told.add(str(error))
                continue
            self.post_message(self.Answered(article, analysis, number == len(articles)))

    def keep(self, message: Answered) -> None:
        """Nothing; an answer is kept in the workspace, by the thread that owns it."""
        from annotator.workbench.analyzing import keep_analysis

        with self.telling():
            keep_analysis(self.workspace, message.article, message.analysis)
