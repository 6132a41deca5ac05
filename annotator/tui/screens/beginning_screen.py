"""The first minutes in a library: what an empty one offers, and a first article with a guide."""

from __future__ import annotations

from textual import on

from annotator.model.articles import Article
from annotator.translating import _, language_used, plural
from annotator.tui.screens.leaving_screen import LeavingScreen
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench import reading
from annotator.workbench.preferring import GUIDE, prefer, preferred


class BeginningScreen(LeavingScreen):
    """A library that knows whether somebody is here for the first time."""

    new_here = False
    """True for who has neither gone through the guide nor skipped it."""

    def look_who_is_new(self) -> None:
        """Nothing; the guide is offered to who is new, and to nobody else."""
        with self.telling():
            new = preferred(self.workspace, self.rater, GUIDE) != "done"
            if new != self.new_here:
                self.new_here = new
                self.refresh_bindings()

    def welcome(self) -> None:
        """Nothing; who has judged nothing yet is told of the guide, once a session."""
        from annotator.workbench.undoing import has_judged

        if self.new_here and not self.has_class("-empty") and not has_judged(self.workspace, self.rater):
            self.tell(_("Is this your first time? F leads you through one article in ten steps."))

    @on(LinesPane.Chosen, "#empty")
    async def _begin(self, message: LinesPane.Chosen) -> None:
        if message.target == "add":
            await self.run_action("add")
            return
        if message.target == "guide":
            self.action_guide()
            return
        from annotator.workbench.seeding import seed

        with self.telling():
            number = seed(self.workspace)
            self.refresh_lists()
            self.tell(
                plural(
                    "{n} article is here. Enter opens it.", "{n} articles are here. Enter opens one.", number
                )
            )

    def action_guide(self) -> None:
        """Nothing; an article of the demo story is on the desk, or the one under the cursor, with a guide."""
        from annotator.workbench.seeding import demo_article, seed

        with self.telling():
            if self.has_class("-empty"):
                seed(self.workspace)
                self.refresh_lists()
            row = self.query_one("#articles", PagedList).row
            id = demo_article(self.workspace, language_used()) or (row.id if row else "")
            if id:
                prefer(self.workspace, self.rater, GUIDE, f"{id}:0")
                self.open_article(reading.article(self.workspace, id))

    def open_article(self, article: Article, *, criterion: str = "", top: int = 0) -> None:
        """Nothing; the article is on the desk, at this criterion and place."""
