"""The library: where everything begins."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.message import Message

from annotator.errors import AnnotatorError
from annotator.model.raters import Role
from annotator.translating import _
from annotator.tui.screens.beginning_screen import BeginningScreen
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench import browsing, reading

if TYPE_CHECKING:
    from textual.widgets import Input

    from annotator.model.articles import Article
    from annotator.model.rubrics import Rubric
    from annotator.tui.dialogs.search_line import SearchLine
    from annotator.tui.screens.shelf import Shelf

_LOOKS_EVERY = 5.0
"""Seconds between two looks whether the teacher has opened a round."""
_LOOKED_THROUGH = 2_000
"""Rows among which the article of last time is looked for."""


_NEED_ARTICLES = (
    "search", "compare", "coverage", "rubric", "export", "focus_next", "look_back", "hand_in",
)  # fmt: skip


class LibraryScreen(BeginningScreen):
    """Choose a story, then an article; or add, compare, export."""

    BINDINGS = [
        Binding("F", "guide", "first time?", tooltip="your first article, led in ten steps"),
        Binding("slash", "search", "find", key_display="/", tooltip="find by title, outlet or file name"),
        Binding("c", "compare", "compare", tooltip="the story's outlets side by side"),
        Binding("v", "coverage", "coverage", tooltip="which outlet reports which statement"),
        Binding("a", "add", "add", tooltip="add articles from the web, files, or a pasted text"),
        Binding("r", "rubric", "rubric", tooltip="read the rubric, or choose another to score with"),
        Binding("m", "app.mode", "mode", tooltip="choose what is hidden until you have judged"),
        Binding("t", "classroom", "class", tooltip="the class: plan, progress, talk, agreement"),
        Binding("b", "vote", "vote again", tooltip="vote again in the round that is open"),
        Binding("e", "export", "export", tooltip="write all scores to a CSV file"),
        Binding("p", "look_back", "look back", tooltip="your answers beside the key and the class"),
        Binding("h", "hand_in", "hand in", tooltip="write all that you judged into a file for the teacher"),
        Binding("tab", "app.focus_next", "stories", tooltip="from stories to articles and back"),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "stories",
            show=False,
            tooltip="from stories to articles and back",
        ),
        Binding("escape", "show_all", "show all", show=False, tooltip="show all articles again"),
        Binding("ctrl+q", "app.quit", "quit"),
    ]

    class WarmedUp(Message):
        """What the first picture did not need is imported."""

    def on_mount(self) -> None:
        """Nothing; the lists are filled, and the rest follows when the first picture stands."""
        self._rounds: list[str] = []
        self.refresh_lists()
        self.call_after_refresh(self._warm_up)
        self.set_interval(_LOOKS_EVERY, self._look_for_rounds)

    @work(thread=True)
    def _warm_up(self) -> None:
        """Imports what the first picture does not need, while people look at it."""
        from annotator.workbench.analyzing import versions

        with suppress(AnnotatorError):
            # Somebody's own word list with a mistake in it is told of when it is asked.
            versions(self.workspace)
        self.post_message(self.WarmedUp())

    @on(WarmedUp)
    def _settle(self) -> None:
        from annotator.workbench.rating import load_place, load_rubric

        self.ready = True
        self._look_for_rounds()
        with self.telling():
            place = load_place(self.workspace, self.rater)
            try:
                self.rubric = load_rubric(self.workspace, place.rubric if place else None)
            except AnnotatorError:
                # The rubric of last time is gone; the core rubric always comes with the program.
                self.rubric = load_rubric(self.workspace)
            self.refresh_lists(keep=True)
            self.look_who_is_new()
            if place and place.criterion:
                article = reading.article(self.workspace, place.article)
                self.open_article(article, criterion=place.criterion, top=place.offset)
            else:
                self.welcome()

    def _look_for_rounds(self) -> None:
        """Nothing; a round that was opened meanwhile is told once, wherever the rater is."""
        from annotator.workbench.voting import open_rounds

        with self.telling():
            found = [one.id for one in open_rounds(self.workspace)]
            if set(found) - set(self._rounds) and self.rater.role is Role.STUDENT:
                self.tell(_("The class votes again on a question: b in the library."))
            if found != self._rounds:
                self._rounds = found
                self.refresh_bindings()

    def action_vote(self) -> None:
        """Nothing; the round that was opened last is there to vote in."""
        from annotator.tui.screens.voting import VoteScreen
        from annotator.workbench.voting import find_round

        with self.telling():
            one = find_round(self.workspace, is_open=True)
            self.app.push_screen(VoteScreen(self.workspace, self.rater, one))

    def action_classroom(self) -> None:
        """Nothing; a teacher sees the class."""
        from annotator.tui.screens.classroom import ClassScreen

        with self.telling():
            if self.rubric:
                self.app.push_screen(ClassScreen(self.workspace, self.rater, self.rubric, self.chosen_story))

    def on_screen_resume(self) -> None:
        """Nothing; scores given meanwhile show."""
        self.look_who_is_new()
        if self.rubric:
            self.refresh_lists(keep=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense: in an empty library there is nothing to find, compare or export."""
        if action == "classroom":
            return self.rater.role is Role.TEACHER
        if action == "vote":
            return bool(self._rounds)
        if action == "guide":
            return self.new_here
        empty = self.has_class("-empty")
        return not (empty and action in _NEED_ARTICLES)

    @on(PagedList.Chosen)
    def _read(self, message: PagedList.Chosen) -> None:
        with self.telling():
            self.open_article(reading.article(self.workspace, message.row.id))

    def open_article(self, article: Article, *, criterion: str = "", top: int = 0) -> None:
        """Nothing; the article is on the desk, at this criterion and place."""
        from annotator.tui.screens.desk import DeskScreen

        if self.rubric:
            desk = DeskScreen(
                self.workspace,
                self.rater,
                self.rubric,
                article,
                shelf=self._shelf(article),
                criterion=criterion,
                top=top,
            )
            self.app.push_screen(desk)

    def _shelf(self, article: Article) -> Shelf:
        """The list on the screen, and where in it the article stands."""
        from annotator.tui.screens.shelf import Shelf

        pane = self.query_one("#articles", PagedList)
        if pane.row is not None and pane.row.id == article.id:
            return Shelf(self.chosen_story, self.search, pane.cursor, pane.total)
        rows = reading.list_articles(self.workspace, None, None, limit=_LOOKED_THROUGH)
        index = next((at for at, row in enumerate(rows) if row.id == article.id), None)
        if index is None:
            return Shelf()
        pane.point_at(index)
        return Shelf(None, "", index, pane.total)

    @on(LinesPane.Chosen, "#stories")
    def _go_to_articles(self) -> None:
        self.query_one("#articles").focus()

    def action_compare(self) -> None:
        """Nothing; the outlets of the story stand side by side."""
        from annotator.tui.screens.comparing import open_compare

        if self.rubric:
            open_compare(self, self.workspace, self.rater, self.rubric, self.chosen_story)

    def action_coverage(self) -> None:
        """Nothing; the story's statements stand beside its outlets."""
        from annotator.tui.screens.comparing import open_compare

        if self.rubric:
            open_compare(self, self.workspace, self.rater, self.rubric, self.chosen_story, "coverage")

    async def action_search(self) -> None:
        """Nothing; what is typed now narrows the list."""
        from annotator.tui.dialogs.search_line import SearchLine

        if not self.query(SearchLine):
            hidden = not browsing.reads_openly(self.workspace, self.rater)
            places = SearchLine.OPEN_PLACES if hidden else SearchLine.PLACES
            await self.mount(SearchLine(self.search, places=places))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Nothing; the list holds the articles that match."""
        event.stop()
        if event.value != self.search:
            self.search = event.value
            self.refresh_articles()

    async def on_search_line_finished(self, event: SearchLine.Finished) -> None:
        """Nothing; the line is gone, and the list is what it left."""
        await self.query("SearchLine").remove()
        if not event.keep:
            self.action_show_all()
        self.query_one("#articles").focus()

    def action_show_all(self) -> None:
        """Nothing; no search narrows the list."""
        if self.search:
            self.search = ""
            self.refresh_articles()

    def action_add(self) -> None:
        """Nothing; articles are taken in from wherever they are, on a screen of their own."""
        from annotator.tui.screens.adding import AddingScreen

        def kept(words: str, alarm: bool) -> None:
            self.refresh_lists(keep=True)
            self.tell(words, alarm=alarm)

        self.app.push_screen(AddingScreen(self.workspace, story=self.chosen_story or "", kept=kept))

    def action_rubric(self) -> None:
        """Nothing; the rubric can be read, and another one chosen to score with."""
        from annotator.tui.screens.rubric_screen import RubricScreen

        if self.rubric:
            self.app.push_screen(RubricScreen(self.workspace, self.rubric, take=self._score_with))

    def _score_with(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.refresh_lists(keep=True)
