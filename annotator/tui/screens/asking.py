"""Asking the signals about articles while the screen stays quick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from annotator.model.articles import Article
    from annotator.model.findings import Analysis
    from annotator.workbench.opening import Workspace


class AskingScreen(FramedScreen):
    """A screen that has articles analysed in a thread, which gets values and sends messages."""

    class Answered(Message):
        """The signals have spoken about an article."""

        def __init__(self, article: Article, analysis: Analysis) -> None:
            super().__init__()
            self.article = article
            self.analysis = analysis

    class Failed(Message):
        """The signals could not be asked about an article."""

        def __init__(self, article: Article, error: AnnotatorError) -> None:
            super().__init__()
            self.article = article
            self.error = error

    class AllAnswered(Message):
        """The signals have been asked about every article."""

    workspace: Workspace

    @work(thread=True, exclusive=True, group="signals")
    def ask_about(self, articles: Sequence[Article]) -> None:
        """Nothing; messages bring the answers, article by article."""
        from annotator.workbench.analyzing import ask

        worker, folder = get_current_worker(), self.workspace.folder
        for article in articles:
            if worker.is_cancelled:
                return
            try:
                self.post_message(self.Answered(article, ask(article, folder)))
            except AnnotatorError as error:
                # A word list with a mistake in it stops its own language only.
                self.post_message(self.Failed(article, error))
        self.post_message(self.AllAnswered())

    def keep(self, message: Answered) -> None:
        """Nothing; an answer is kept in the workspace, by the thread that owns it."""
        from annotator.workbench.analyzing import keep_analysis

        with self.telling():
            keep_analysis(self.workspace, message.article, message.analysis)
