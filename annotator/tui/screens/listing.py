"""Stories and the articles of one of them, kept up to date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from annotator.present import library
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.asking import AskingScreen
from annotator.tui.screens.framed import Bar
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.paged_list import PAGE, PagedList
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import browsing, reading

if TYPE_CHECKING:
    from annotator.model.articles import Article
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.opening import Workspace

ALL = "*"
"""The list of all stories together."""
_IN_LISTS = (
    "loaded",
    "praise",
    "hedge",
    "attribution",
    "unattributed",
    "anonymous",
    "boilerplate",
    "clickbait",
)
"""Signals whose counts make a profile of an article; the others need more words than a row has."""

_STILL = 0.15
"""Seconds without a move of the cursor after which the articles in sight are analysed."""
_BEGINNING = 1_000
"""How much of an article the preview may show."""


class ListingScreen(AskingScreen):
    """Two lists: stories at the left, the articles of the one under the cursor at the right."""

    AUTO_FOCUS = "#articles"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(self, workspace: Workspace, rater: Rater) -> None:
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        self.rubric: Rubric | None = None
        self.ready = False
        """False until the signals are imported, which takes longer than the first picture may."""
        self.story = ALL
        self.search = ""
        self._held: set[str] = set()
        self._soon: Timer | None = None
        self._sizes = (0, 0, library.columns(80, 0, 0))

    def compose(self) -> ComposeResult:
        """Head, stories, articles, the article under the cursor told in full, keys."""
        yield Bar(id="top")
        yield LinesPane(id="stories")
        yield Bar(id="header")
        yield PagedList(self._draw, id="articles")
        yield Bar(id="preview")
        yield LinesPane(id="empty")
        yield KeyLine(id="keys")

    @property
    def chosen_story(self) -> str | None:
        """The story whose articles are listed; None for all."""
        return None if self.story == ALL else self.story

    def refresh_lists(self, *, keep: bool = False) -> None:
        """Nothing; stories and articles are read again. `keep` keeps the cursor where it is."""
        with self.telling():
            stories = reading.list_stories(self.workspace)
            every = sum(story.articles for story in stories)
            self.query_one("#stories", LinesPane).show(
                lambda width: library.story_lines(stories, every, width, CELLS),
                target=f"story:{self.story}",
            )
            self._show_emptiness(empty=not every)
            self.refresh_articles(keep=keep)

    def refresh_articles(self, *, keep: bool = False) -> None:
        """Nothing; the articles of the story that match the search are listed."""
        with self.telling():
            pane = self.query_one("#articles", PagedList)
            total = browsing.count(self.workspace, self.rater, story=self.chosen_story, search=self.search)
            self._held.clear()
            cursor = pane.cursor if keep else 0
            first = cursor // PAGE * PAGE
            self._put_head()
            pane.show(total, self._page(first), cursor=cursor, offset=first)

    def mode_changed(self) -> None:
        """Nothing; the list shows as much as the new mode does."""
        self.refresh_lists(keep=True)

    def _page(self, offset: int) -> Sequence[reading.ArticleRow]:
        page = browsing.browse(
            self.workspace,
            self.rater,
            self.rubric,
            story=self.chosen_story,
            search=self.search,
            offset=offset,
            limit=PAGE,
            counts=self.ready,
        )
        self._held |= page.held
        return page.rows

    def _show_emptiness(self, *, empty: bool) -> None:
        self.set_class(empty, "-empty")
        self.refresh_bindings()
        if empty:
            pane = self.query_one("#empty", LinesPane)
            pane.show(lambda width: library.empty_lines(width, CELLS))
            pane.focus()
        elif self.focused is None or self.focused.id == "empty":
            self.query_one("#articles").focus()

    def _put_head(self) -> None:
        mode = browsing.own_mode(self.workspace, self.rater)
        rubric, search = self.rubric, self.search

        def head(width: int) -> list[Line]:
            middle = _(library.MODE_NAMES[mode])
            if search:
                middle = " · ".join((middle, _("found “{words}”").format(words=search)))
            whose = f"{self.rater.handle} ({_(library.ROLE_NAMES[self.rater.role])})"
            if rubric:
                named = _("rubric {id} {version}").format(id=rubric.id, version=rubric.version)
                whose = f"{named} · {whose}"
            return [library.top_line("annotator", middle, whose, width, CELLS)]

        self.query_one("#top", Bar).show(head)
        self.query_one("#header", Bar).show(lambda width: [library.header_line(self._columns(width), CELLS)])

    def _columns(self, width: int) -> library.Columns:
        criteria = len(self.rubric.criteria) if self.rubric else 8
        if self._sizes[:2] != (width, criteria):
            self._sizes = (width, criteria, library.columns(width, len(_IN_LISTS), criteria))
        return self._sizes[2]

    def _draw(self, row: reading.ArticleRow, width: int) -> Line:
        held = row.id in self._held
        return library.article_line(row, self._columns(width), self._signals(), CELLS, held=held)

    def _signals(self) -> list[library.SignalName]:
        if not self.ready:
            return [library.SignalName(id, "") for id in _IN_LISTS]
        from annotator.signals import card

        return [library.SignalName(id, card(id).letter) for id in _IN_LISTS]

    @on(LinesPane.Moved, "#stories")
    @on(LinesPane.Chosen, "#stories")
    def _turn_to_story(self, message: LinesPane.Moved | LinesPane.Chosen) -> None:
        story = message.target.removeprefix("story:")
        if story != self.story:
            self.story = story
            self.refresh_articles()

    @on(PagedList.Wanted)
    def _give_page(self, message: PagedList.Wanted) -> None:
        with self.telling():
            message.pane.fill(message.offset, self._page(message.offset))

    @on(PagedList.Moved)
    def _show_preview(self, message: PagedList.Moved) -> None:
        row, body = message.row, ""
        with self.telling():
            if row is not None:
                article = reading.article(self.workspace, row.id)
                body = self._shown_text(article)[article.headline.end :][:_BEGINNING]
        self.query_one("#preview", Bar).show(lambda width: library.preview_lines(row, body, width, CELLS))
        if self._soon:
            self._soon.stop()
        if self.ready:
            self._soon = self.set_timer(_STILL, self._ask_about_those_in_sight)

    def _shown_text(self, article: Article) -> str:
        """The text as this rater may see it; what masks it is loaded for those only who need it."""
        if browsing.reads_openly(self.workspace, self.rater):
            return article.text
        from annotator.workbench.blinding import view_of

        return view_of(self.workspace, self.rater, article).text_shown

    def _ask_about_those_in_sight(self) -> None:
        with self.telling():
            rows = self.query_one("#articles", PagedList).rows_in_sight
            unread = [
                reading.article(self.workspace, row.id)
                for row in rows
                if row.counts is None and row.id not in self._held
            ]
        if unread and self.is_current:
            self.ask_about(unread)

    @on(AskingScreen.Answered)
    def _keep_answer(self, message: AskingScreen.Answered) -> None:
        self.keep(message)

    @on(AskingScreen.Failed)
    def _tell_failure(self, message: AskingScreen.Failed) -> None:
        self.tell(str(message.error), alarm=True)

    @on(AskingScreen.AllAnswered)
    def _show_answers(self) -> None:
        self.refresh_articles(keep=True)
