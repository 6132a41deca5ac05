"""Outlets side by side in four ways: scores, signals, coverage, text. What these screens have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from annotator.present.library import top_line
from annotator.present.lines import Line, Run, spread
from annotator.translating import N_, _
from annotator.tui.screens.framed import Bar, FramedScreen
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import reading
from annotator.workbench.veiling import Veils, veils_over

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.opening import Workspace

SCORES, SIGNALS, COVERAGE, TEXT = TABS = (N_("scores"), N_("signals"), N_("coverage"), N_("text"))


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: whose eyes, by which rubric, which story, which passage."""

    workspace: Workspace
    rater: Rater
    rubric: Rubric
    story: str | None
    """A story's id, or None for all articles."""
    statement: str = ""
    """The id of the statement in hand; empty where there is none yet."""
    articles: tuple[str, ...] = ()
    """The ids of the articles to set side by side, or of those that were last."""


class TabbedScreen(FramedScreen):
    """One of the four, with the way to the others."""

    TAB: ClassVar[str] = SCORES
    BINDINGS = [
        Binding("tab", "tab(1)", "next tab", tooltip="scores, signals, coverage, text"),
        Binding("shift+tab", "tab(-1)", "previous tab", show=False, tooltip="the tabs, the other way round"),
        Binding("right_curly_bracket", "story(1)", "story", tooltip="the next story, at last all together"),
        Binding("left_curly_bracket", "story(-1)", "previous story", show=False),
    ]

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self.sight = sight
        self.veils = Veils()
        self.title_shown = _("all articles")
        self._stories = 0
        self._old = False

    @property
    def workspace(self) -> Workspace:
        """The workspace looked at."""
        return self.sight.workspace

    def look(self) -> None:
        """Nothing; it is known what the story is called and what must not be shown of it."""
        story = self.sight.story
        titles = {row.id: row.title for row in reading.list_stories(self.workspace)}
        self._stories = sum(1 for key in titles if key)
        if story is not None:
            self.title_shown = titles.get(story) or _("articles without a story")
        self.veils = veils_over(self.workspace, self.sight.rater, story)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense: where there is one story there is no next one."""
        return not (action == "story" and self._stories < 2)

    def mode_changed(self) -> None:
        """Nothing; the same tab is shown as the rater may see it from now on."""
        if self.is_current:
            self.turn_to(self.TAB)
        else:
            self._old = True

    def language_changed(self) -> None:
        """Nothing; the same tab is shown in the language in use."""
        self.mode_changed()

    def on_screen_resume(self) -> None:
        """Nothing; what was shown in another mode is shown anew."""
        if self._old:
            self._old = False
            self.turn_to(self.TAB)

    def show_frame(self, facts: str = "", note: str = "") -> None:
        """Nothing; head and tabs tell what is shown: `facts` at the right of the head, `note` of the tabs."""

        def tabs(width: int) -> list[Line]:
            left = [Run(" ")]
            for name in TABS:
                left.append(
                    Run(f" {_(name)} ", "level-taken" if name == self.TAB else "quiet", f"tab:{name}")
                )
            return [spread(tuple(left), (Run(note, "quiet"), Run(" ")), width, CELLS)]

        self.query_one("#top", Bar).show(
            lambda width: [top_line(_("Compare"), self.title_shown, facts, width, CELLS)]
        )
        self.query_one("#tabs", Bar).show(tabs)

    @on(LinesPane.Chosen, "#tabs")
    def _turn_to(self, message: LinesPane.Chosen) -> None:
        name = message.target.removeprefix("tab:")
        if name != self.TAB:
            self.turn_to(name)

    def action_tab(self, step: int) -> None:
        """Nothing; the next or previous way to look at the story is on the screen."""
        self.turn_to(TABS[(TABS.index(self.TAB) + step) % len(TABS)])

    def turn_to(self, name: str) -> None:
        """Nothing; the story is looked at in this way."""
        from annotator.tui.screens.comparing import show_tab

        show_tab(self, name, self.sight, switch=True)

    def action_story(self, step: int) -> None:
        """Nothing; the next or previous story is looked at in the same way; after the last come all."""
        from dataclasses import replace

        from annotator.tui.screens.comparing import show_tab

        with self.telling():
            told: list[str | None] = [row.id for row in reading.list_stories(self.workspace) if row.id]
            if self.TAB in (SCORES, SIGNALS):
                told.append(None)
            at = told.index(self.sight.story) if self.sight.story in told else -1
            other = told[(at + step) % len(told)] if told else self.sight.story
            if other == self.sight.story:
                self.tell(_("There is no other story here."))
            else:
                show_tab(
                    self, self.TAB, replace(self.sight, story=other, statement="", articles=()), switch=True
                )
