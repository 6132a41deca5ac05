"""Voting again, for a student: what the class gave, the quotes behind it, and one key for the vote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding

from annotator.model.rubrics import in_language
from annotator.present.class_pages import ballot, discussion, prose
from annotator.present.lines import BLANK, Line
from annotator.translating import _, language_used
from annotator.tui.screens.page import PageScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import voting
from annotator.workbench.blinding import ArticleView, view_of
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.disagreeing import Disagreement, rank_disagreements
from annotator.workbench.progressing import change_mark
from annotator.workbench.reading import article as read_article

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.store.rounds import Round
    from annotator.workbench.opening import Workspace

EVERY = 2.0
"""Seconds between two looks at the round."""


class VoteScreen(PageScreen):
    """A round: nobody is named, and the first score stays beside the vote."""

    CSS_PATH = "classroom.tcss"
    BINDINGS = [
        *(Binding(str(level), f"vote({level})", "vote", tooltip="vote this level") for level in range(1, 10)),
        Binding("0", "vote(0)", "cannot judge"),
    ]

    def __init__(self, workspace: Workspace, rater: Rater, one: Round) -> None:
        super().__init__(_("Vote again"))
        self.workspace = workspace
        self.rater = rater
        self.round = one
        self._mark = change_mark(workspace)
        self._first = voting.first_vote(workspace, rater, one)
        self._view = view_of(workspace, rater, read_article(workspace, one.article))
        self._count()
        found = rank_disagreements(
            workspace, story=None, rubric=kept_rubric(workspace, one.rubric), article=one.article
        )
        self._behind = [_veiled(each, self._view) for each in found if each.criterion.id == one.criterion]

    def _count(self) -> None:
        found = voting.count_votes(self.workspace, self.round)
        shown = replace(found.article, title=self._view.title, outlet=self._view.outlet_label)
        self._ballot = replace(found, article=shown)
        self._mine = voting.own_vote(self.workspace, self.rater, self.round)

    def on_mount(self) -> None:
        """Nothing; the page is filled and looked at anew every two seconds."""
        with self.telling():
            voting.see_round(self.workspace, self.rater, self.round)
        super().on_mount()
        self.set_interval(EVERY, self._look_again)

    def _look_again(self) -> None:
        before, mark = self._ballot, change_mark(self.workspace)
        if mark == self._mark:
            return
        self._mark = mark
        with self.telling():
            self._count()
        if self._ballot != before:
            self.show_page()

    def subtitle(self) -> str:
        """The question."""
        return in_language(self._ballot.criterion.title, language_used())

    def build(self, width: int) -> list[Line]:
        """How the class judged alone and judges now, then the words each level was based on."""
        mine = _("nothing yet") if self._mine is None else self._say(self._mine.level)
        told = _("You gave alone: {first}. Your vote now: {second}.").format(
            first=self._say(self._first.level), second=mine
        )
        if not self._ballot.is_open:
            told += " " + _("The round is closed.")
        again = self._mine is not None or not self._ballot.is_open
        lines = [*prose(told, width, CELLS, "strong"), BLANK]
        lines += [*ballot(self._ballot, width, CELLS, again=again), BLANK]
        for one in self._behind:
            lines += discussion(one, width, CELLS, title=_("The words behind each level"))
        return lines

    def _say(self, level: int | None) -> str:
        found = self._ballot.criterion.level(level) if level is not None else None
        return f"{found.value} {in_language(found.label, language_used())}" if found else _("cannot judge")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for a level that the criterion has, while the round is open."""
        if action != "vote":
            return True
        level = int(str(parameters[0])) if parameters else 0
        return self._ballot.is_open and (not level or self._ballot.criterion.level(level) is not None)

    def action_vote(self, level: int) -> None:
        """Nothing; the vote is on the disk beside the first score."""
        with self.telling():
            voting.vote(self.workspace, self.rater, self.round, level or None)
            self._count()
            self.show_page()
            self.tell(_("Your vote is kept beside your first score. Vote again to change it."))


def _veiled(one: Disagreement, view: ArticleView) -> Disagreement:
    """What the class based its levels on, as one rater may see it who reads without knowing the outlet."""
    quoted = tuple(
        replace(
            said,
            quotes=tuple(map(view.shown, said.quotes)),
            absent=tuple(map(view.shown, said.absent)),
            note=view.shown(said.note),
        )
        for said in one.quoted
    )
    return replace(one, quoted=quoted)
