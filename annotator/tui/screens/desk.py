"""The desk: articles are read and judged one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.timer import Timer

from annotator.model.articles import Article
from annotator.model.judgements import Rater, Score
from annotator.model.rubrics import Rubric
from annotator.present import desk
from annotator.present.judging import Judging
from annotator.present.library import LANGUAGE_NAMES, MODE_NAMES, top_line
from annotator.present.lines import Line
from annotator.signals import catalogue
from annotator.translating import _
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.shelf import Shelf
from annotator.tui.screens.watching_screen import WatchingScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.text_column import TextColumn
from annotator.tui.widths import Widths
from annotator.workbench import browsing, rating, reading

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

_SCORE = Binding.Group("score")
_FINDING = Binding.Group("finding")
_CRITERION = Binding.Group("criterion")


class DeskScreen(WatchingScreen):
    """Read, judge, cite; then the next article."""

    CSS_PATH = "desk.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    BINDINGS = [
        *(
            Binding(
                str(level),
                f"score({level})",
                "score",
                group=_SCORE,
                tooltip="give this level; it is saved at once",
            )
            for level in range(1, 10)
        ),
        Binding("0", "score(0)", "cannot judge", tooltip="say that you cannot judge this"),
        Binding("e", "cite", "cite", tooltip="cite the finding in hand as evidence"),
        Binding("v", "select", "select", tooltip="select words to cite"),
        Binding("n", "note", "note", tooltip="write a note on this criterion"),
        Binding("full_stop", "finding(1)", "next finding", group=_FINDING),
        Binding("comma", "finding(-1)", "previous finding", group=_FINDING),
        Binding("right_square_bracket", "criterion(1)", "next criterion", group=_CRITERION),
        Binding("left_square_bracket", "criterion(-1)", "previous criterion", group=_CRITERION),
        Binding("R", "reveal", "reveal", tooltip="see what is hidden, after a question; it is logged"),
        Binding("r", "rubric", "rubric", show=False, tooltip="read the rubric"),
        Binding("i", "card", "card", show=False, tooltip="the card of the signal in hand"),
        Binding("E", "examples", "examples", show=False, tooltip="an example for each level, or none"),
        Binding("u", "undo", "undo", tooltip="take back your last judgement, in whichever article"),
        Binding("tab", "pane(1)", "panes", tooltip="from the article to the form, to the signals, and back"),
        Binding("escape,q", "leave", "library", key_display="esc", tooltip="back to the library"),
        Binding("a", "absent", "say why there is nothing to quote", show=False),
        Binding("f", "follow_up", "answer the further questions again", show=False),
        Binding("t", "highlight", "label", tooltip="highlight the selected words, with a label of your own"),
        Binding(
            "d,backspace", "drop", "drop the quote cited last; selecting: the highlight there", show=False
        ),
        Binding("ctrl+r", "redo", "do again what was taken back", show=False),
        Binding("y", "verdict('yes')", "say that the finding in hand is right", show=False),
        Binding("x", "verdict('no')", "say that the finding in hand is wrong", show=False),
        Binding("m", "verdict('unsure')", "say that you are unsure about the finding in hand", show=False),
        Binding("W", "words", "silence the finding's word, or add the selected words to a list", show=False),
        Binding("number_sign", "numbers", "this article in numbers", key_display="#", show=False),
        Binding("right_curly_bracket", "article(1)", "next article of the list", show=False),
        Binding("left_curly_bracket", "article(-1)", "previous article of the list", show=False),
        Binding("w", "waiting", "the next article that lacks an answer", show=False),
        Binding("apostrophe", "quotation(1)", "the next words that are cited", key_display="'", show=False),
        Binding("quotation_mark", "quotation(-1)", "the words cited before", key_display='"', show=False),
        Binding("T", "timer", "a timer for this article, or none", show=False),
        Binding("o", "goal", "how many articles you want to finish now", show=False),
        Binding("F", "guide", "a guided article in ten steps, or no guide", show=False),
        Binding("p", "look_back", "your answers beside the key and the class", show=False),
        Binding("c", "compare", "the story's outlets side by side", show=False),
        Binding("shift+tab", "pane(-1)", "the panes, the other way round", show=False),
        *(
            Binding(
                signal.letter,
                f"show_or_hide('{signal.id}')",
                signal.title,
                show=False,
            )
            for signal in catalogue()
            if signal.kind != "article"
        ),
    ]

    def __init__(
        self,
        workspace: Workspace,
        rater: Rater,
        rubric: Rubric,
        article: Article,
        *,
        shelf: Shelf = Shelf(),  # noqa: B008 - frozen
        criterion: str = "",
        top: int = 0,
    ) -> None:
        super().__init__(workspace, rater, article, Judging(rubric, rubric.criteria[0], {}))
        self.shelf = shelf
        self._criterion = criterion
        self._top = top
        self._soon: Timer | None = None

    def on_mount(self) -> None:
        """Nothing; the article is on the desk, open at the place it was left."""
        self.put_on_desk(self.article, criterion=self._criterion, top=self._top)

    def on_resize(self) -> None:
        """Nothing; where the levels stand at the foot, the line below does not repeat their keys."""
        self.call_after_refresh(self._share_the_foot)

    def _share_the_foot(self) -> None:
        levels_shown = self.query_one("#criterion", Bar).display
        self.query_one("#keys", KeyLine).leave_out(*(["score"] if levels_shown else []))

    def put_on_desk(self, article: Article, *, criterion: str = "", top: int = 0) -> None:
        """Nothing; this article is read and judged now, from its first criterion without a score on."""
        self.begin_time(article)
        self.article = article
        unsure = getattr(self.app, "widths", Widths.TRUE) is Widths.UNSURE
        self.set_class(unsure and article.language == "hi", "-safe")
        with self.telling():
            self.show_article(top)
            last = Judging(self.rubric, self.rubric.criteria[-1], self.read_scores())
            self.turn_to(self.rubric.criterion(criterion) or last.next_open() or self.rubric.criteria[0])
        self.resume_guide()
        self.open_pane("article")

    def put_form(self) -> None:
        """Nothing; form and head show what is so, and the place is remembered."""
        super().put_form()
        self.put_head()
        self._remember()

    def put_head(self) -> None:
        """Nothing; the line at the head shows what is so."""
        self.query_one("#top", Bar).show(self._head)

    def _head(self, width: int) -> list[Line]:
        article, shelf = self.article, self.shelf
        language = LANGUAGE_NAMES.get(article.language, "")
        facts = [_(MODE_NAMES[self.view.mode]), _(language), article.published]
        if shelf.total > 1:
            facts.append(_("{at} of {total}").format(at=shelf.index + 1, total=shelf.total))
        middle = " · ".join(fact for fact in facts if fact and fact != "unknown")
        rubric = f"{self.rubric.id} {self.rubric.version}"
        told = (*self.pace_words(), rubric, desk.progress(self.judging), desk.saved_words(self.saved))
        name = self.view.outlet_label if self.view.outlet_label != "unknown" else _("outlet unknown")
        return [top_line(name, middle, " · ".join(part for part in told if part), width, CELLS)]

    @on(LinesPane.Chosen, "#form")
    @on(LinesPane.Chosen, "#criterion")
    async def _take(self, message: LinesPane.Chosen) -> None:
        kind, _, value = message.target.partition(":")
        if kind == "level":
            self.action_score(int(value))
        elif kind == "criterion":
            self.turn_to(self.rubric.criterion(value) or self.judging.criterion)
        elif kind == "evidence":
            self.look_at_quotation(int(value))
        elif kind == "note":
            await self.action_note()
        elif kind == "follow-up":
            self.ask_again(value)
        elif kind == "highlight":
            self.jump_to_highlight(value)
        elif kind == "absence":
            self.action_absent()

    @on(TextColumn.Scrolled)
    def _remember(self) -> None:
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(0.3, self.remember_place)

    def remember_place(self) -> None:
        """Nothing; a later session opens where this one is."""
        with self.telling():
            here = (self.article.id, self.rubric.digest, self.judging.criterion.id, self.pane.top)
            rating.save_place(self.workspace, self.rater, rating.Place(*here))

    def before_quitting(self) -> None:
        """Nothing; the place is remembered."""
        super().before_quitting()
        self.keep_time()
        self.remember_place()

    def action_article(self, step: int) -> None:
        """Nothing; the next or previous article of the list is on the desk."""
        index = self.shelf.index + step
        if not 0 <= index < self.shelf.total:
            last = _("This is the last article of the list.")
            self.tell(last if step > 0 else _("This is the first article."))
            return
        with self.telling():
            shelf = self.shelf
            page = browsing.browse(
                self.workspace, self.rater, None,
                story=shelf.story, search=shelf.search, offset=index, limit=1, counts=False,
            )  # fmt: skip
            if page.rows:
                self.take_from_shelf(Shelf(shelf.story, shelf.search, index, shelf.total))
                self.put_on_desk(reading.article(self.workspace, page.rows[0].id))

    def come_to(self, score: Score) -> None:
        """Nothing; the article and criterion of this score are on the desk."""
        if score.article == self.article.id:
            super().come_to(score)
        else:
            self.shelf = Shelf()
            article = reading.article(self.workspace, score.article)
            self.put_on_desk(article, criterion=score.criterion)
            self.tell(_("This was in “{title}”.").format(title=self.view.title))

    def action_compare(self) -> None:
        """Nothing; the outlets of this story stand side by side."""
        from annotator.tui.screens.comparing import open_compare

        open_compare(self, self.workspace, self.rater, self.rubric, self.article.story or None)

    def action_look_back(self) -> None:
        """Nothing; the answers to this article stand beside those of the key and the class."""
        from annotator.tui.screens.looking_back_screen import LookingBackScreen

        self.app.push_screen(
            LookingBackScreen(self.workspace, self.rater, self.rubric, [self.article.id]), self._saw_others
        )

    def _saw_others(self, result: None) -> None:
        self.look_again()

    def action_rubric(self) -> None:
        """Nothing; the rubric can be read, from the criterion in hand on."""
        from annotator.tui.screens.rubric_screen import RubricScreen

        here = self.judging.criterion.id
        self.app.push_screen(RubricScreen(self.workspace, self.rubric, criterion=here))
        self.did("rubric")

    def action_leave(self) -> None:
        """Nothing; the library is back."""
        if self.has_class("-signals-open") or self.has_class("-form-open"):
            self.open_pane("article")
            if self.has_class("-narrow") or self.has_class("-safe"):
                return
        self.keep_time()
        with self.telling():
            here = (self.article.id, self.rubric.digest, "", self.pane.top)
            rating.save_place(self.workspace, self.rater, rating.Place(*here))
        self.dismiss()
