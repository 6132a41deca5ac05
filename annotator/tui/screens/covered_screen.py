"""Screens that rest on the statements of a story: found in a thread, by words at once, then by meaning."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.translating import N_, _
from annotator.tui.screens.tabbed import TabbedScreen
from annotator.workbench import covering
from annotator.workbench.covering import CoverageTable
from annotator.workbench.veiling_coverage import veil_coverage

METHODS = {
    covering.PLAIN: N_("matched by names, figures and words"),
    covering.CROSSLINGUAL: N_("matched by meaning"),
}


class CoveredScreen(TabbedScreen):
    """A screen that takes the coverage of its story when it is there."""

    @dataclass
    class Covered(Message):
        """The statements are found."""

        table: CoverageTable
        target: str

    @dataclass
    class Read(Message):
        """So many of so many sentences are read by meaning."""

        done: int
        of: int

    @dataclass
    class Failed(Message):
        """The statements cannot be found."""

        error: AnnotatorError

    @work(thread=True, exclusive=True, group="cover")
    def find(self, target: str) -> None:
        """Nothing; messages bring the statements, by words at once and by meaning when that is read."""
        from annotator.workbench.opening import open_workspace

        worker, story = get_current_worker(), self.sight.story or ""

        def tell(done: int, of: int) -> None:
            if not worker.is_cancelled:
                self.post_message(self.Read(done, of))

        try:
            with open_workspace(self.workspace.folder) as own:
                if covering.meaning_waits(own, story):
                    self.post_message(self.Covered(covering.coverage_of(own, story, covering.PLAIN), target))
                    target = ""
                table = covering.coverage_of(own, story, covering.AUTO, tell)
        except AnnotatorError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Covered(table, target))

    @on(Covered)
    def _take_table(self, message: Covered) -> None:
        with self.telling():
            self.take(
                veil_coverage(self.workspace, self.sight.rater, message.table, self.veils), message.target
            )

    def take(self, table: CoverageTable, target: str) -> None:
        """Nothing; the screen shows this, with the statement `target` in sight, or what was; without one."""

    @on(Read)
    def _tell_progress(self, message: Read) -> None:
        said = _("reading the meaning of sentences: {done} of {of}")
        self.show_frame(note=said.format(done=message.done, of=message.of))

    @on(Failed)
    def _tell_failure(self, message: Failed) -> None:
        self.say(str(message.error), "warn")

    def say(self, words: str, look: str = "quiet") -> None:
        """Nothing; the words stand where the statements would."""
