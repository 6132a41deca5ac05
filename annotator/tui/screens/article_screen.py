"""Reading an article with its findings: what the desk does before anybody judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from annotator.model.articles import Article
from annotator.model.findings import Analysis
from annotator.model.judgements import Rater
from annotator.present import aloud, desk, revealing
from annotator.present.lines import Line
from annotator.present.noticing import Noticing, mark_of, marks_of
from annotator.signals import card, catalogue
from annotator.translating import _
from annotator.tui.screens.asking import AskingScreen
from annotator.tui.screens.framed import Bar
from annotator.tui.widgets.article_pane import ArticlePane
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.panes import FormPane, SignalsPane
from annotator.workbench import rating
from annotator.workbench.analyzing import kept_analysis, unanswered, version_of
from annotator.workbench.blinding import begin_reading, view_of

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

LETTERS = {signal.id: signal.letter for signal in catalogue()}
_PANES = ("article", "form", "signals")


class ArticleScreen(AskingScreen):
    """An article, the signals that point at its words, and room for a form."""

    AUTO_FOCUS = "#article"

    def __init__(self, workspace: Workspace, rater: Rater, article: Article) -> None:
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        self.article = article
        self.view = view_of(workspace, rater, article)
        self.noticing = Noticing()
        self._verdicts: dict[tuple[str, int, int], str] = {}

    def compose(self) -> ComposeResult:
        """Head, three panes, the criterion in one line where the form is hidden, keys."""
        yield Bar(id="top")
        with Horizontal(id="desk"):
            yield SignalsPane(id="signals")
            yield ArticlePane(id="article")
            with Vertical(id="form-column"):
                yield FormPane(id="form")
        yield Bar(id="guide")
        yield Bar(id="criterion")
        yield KeyLine(id="keys")

    @property
    def criteria_left(self) -> int:
        """How many criteria have no answer yet."""
        return 0

    @property
    def pane(self) -> ArticlePane:
        """The article's pane."""
        return self.query_one("#article", ArticlePane)

    def show_article(self, top: int = 0) -> None:
        """Nothing; the article is on the screen, its findings too as soon as they are known."""
        self.pane.language = self.article.language
        with self.telling():
            begin_reading(self.workspace, self.rater, self.article)
        self.view = view_of(self.workspace, self.rater, self.article)
        self.pane.show_text(self.view.text_shown, self.article.headline, top=top)
        self.noticing = Noticing(hidden=self.noticing.hidden)
        with self.telling():
            self._verdicts = dict(rating.verdicts(self.workspace, self.rater, self.article))
            kept = kept_analysis(self.workspace, self.article)
            if kept:
                self._notice(kept)
            else:
                self.ask_about([self.article])
        self._show_findings()

    def _notice(self, analysis: Analysis) -> None:
        """Nothing; the findings are at hand, unless they wait for the rater to judge first."""
        if not self.view.signals_held:
            self.noticing = self.noticing.heard(analysis)

    @on(AskingScreen.Answered)
    def _hear(self, message: AskingScreen.Answered) -> None:
        self.keep(message)
        if message.article.id == self.article.id:
            self._notice(message.analysis)
            self._show_findings()

    @on(AskingScreen.Failed)
    def _do_without(self, message: AskingScreen.Failed) -> None:
        self.tell(str(message.error), alarm=True)
        if message.article.id == self.article.id:
            self._notice(unanswered(self.article.language, str(message.error)))
            self._show_findings()

    def _show_findings(self) -> None:
        self.pane.show_findings(marks_of(self.noticing.shown, LETTERS))
        self.show_choice(fetch=False)

    def show_choice(self, *, fetch: bool = True) -> None:
        """Nothing; the finding in hand stands out in the text, and beside it stands why it is there."""
        chosen = self.noticing.chosen
        self.pane.choose(mark_of(chosen, LETTERS) if chosen else None, fetch=fetch)
        self.query_one("#signals", SignalsPane).show(
            self._signal_lines, target=f"signal:{chosen.signal}" if chosen else None
        )

    def _signal_lines(self, width: int) -> list[Line]:
        if self.view.signals_held:
            return revealing.held_lines(catalogue(), self.criteria_left, width, CELLS)
        chosen = self.noticing.chosen
        told = aloud.why(self.view, chosen) if chosen else ""
        verdict = self._verdicts.get((chosen.signal, chosen.start, chosen.end), "") if chosen else ""
        return desk.signal_lines(self.noticing, catalogue(), told, verdict, width, CELLS)

    @on(ArticlePane.Picked)
    def _pick(self, message: ArticlePane.Picked) -> None:
        self.noticing = self.noticing.at(message.offset)
        self.show_choice(fetch=False)

    @on(LinesPane.Chosen, "#signals")
    def _go_through(self, message: LinesPane.Chosen) -> None:
        if self.view.signals_held:
            self.action_card()
            return
        before = self.noticing.hidden
        self.noticing = self.noticing.next_of(message.target.removeprefix("signal:"))
        if self.noticing.hidden != before:
            self.pane.show_findings(marks_of(self.noticing.shown, LETTERS))
        self.show_choice()
        if self.noticing.chosen is None:
            self._tell_of(message.target.removeprefix("signal:"))

    def _tell_of(self, signal: str) -> None:
        noticing, about = self.noticing, card(signal)
        measured = noticing.measurements.get(signal)
        self.query_one("#signals", SignalsPane).show(
            lambda width: [
                *desk.signal_lines(noticing, catalogue(), "", "", width, CELLS)[: len(catalogue()) + 3],
                *desk.reason_lines(measured, about, width, CELLS),
            ]
        )

    @on(SignalsPane.Toggled)
    def _toggle(self, message: SignalsPane.Toggled) -> None:
        if not self.view.signals_held:
            self.action_show_or_hide(message.signal)

    def action_show_or_hide(self, signal: str) -> None:
        """Nothing; a signal's findings are hidden where they were shown, and shown where hidden."""
        self.noticing = self.noticing.toggled(signal)
        self._show_findings()

    def action_finding(self, step: int) -> None:
        """Nothing; the next or previous finding is in hand and in sight."""
        self.noticing = self.noticing.stepped(step, self.pane.top)
        self.show_choice()

    def action_verdict(self, answer: str) -> None:
        """Nothing; what the rater says of the finding in hand is kept. The same again takes it back."""
        chosen = self.noticing.chosen
        if chosen is None:
            self.tell(_("Choose a finding first: . for the next one."))
            return
        where = (chosen.signal, chosen.start, chosen.end)
        answer = "withdrawn" if self._verdicts.get(where) == answer else answer
        with self.telling():
            version = version_of(self.workspace, self.article.language)
            rating.save_verdict(self.workspace, self.rater, self.article, chosen, version, answer)
            self._verdicts[where] = answer if answer != "withdrawn" else ""
        self.show_choice(fetch=False)

    def action_card(self) -> None:
        """Nothing; the card of the finding's signal is open, or of the signal under the cursor."""
        from annotator.tui.screens.card_screen import CardScreen

        pane, chosen = self.query_one("#signals", SignalsPane), self.noticing.chosen
        signal = chosen.signal if chosen and self.focused is not pane else pane.target.removeprefix("signal:")
        if signal in LETTERS:
            self.app.push_screen(CardScreen(signal, self.article.language))

    def action_numbers(self) -> None:
        """Nothing; every measure of the article can be read, as soon as the rater may see signals."""
        from annotator.present.revealing import WAITS
        from annotator.tui.screens.numbers_screen import NumbersScreen

        if self.view.signals_held:
            self.tell(_(WAITS))
            return
        measured, names = self.noticing.measurements, not self.view.outlet_hidden
        self.app.push_screen(NumbersScreen(self.view.title, measured, names=names))

    def action_pane(self, step: int) -> None:
        """Nothing; keys go to the next pane, which slides in where there is no room for all."""
        here = self._pane_in_hand()
        self.open_pane(_PANES[(_PANES.index(here) + step) % len(_PANES)])

    def _pane_in_hand(self) -> str:
        focused = self.focused.id if self.focused else ""
        return focused if focused in _PANES else "article"

    def open_pane(self, name: str) -> None:
        """Nothing; this pane is in sight and has the keys."""
        self.show_pane(name)
        self.query_one(f"#{name}").focus()

    def show_pane(self, name: str) -> None:
        """Nothing; this pane is in sight."""
        self.set_class(name == "signals", "-signals-open")
        self.set_class(name == "form", "-form-open")
