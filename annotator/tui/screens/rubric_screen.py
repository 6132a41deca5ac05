"""A rubric to read from beginning to end, in any of its languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding

from annotator.languages import CODES
from annotator.model.rubrics import Rubric, in_language
from annotator.present.library import LANGUAGE_NAMES, rubric_lines
from annotator.present.lines import Line, target_of
from annotator.present.pages import rubric_page
from annotator.translating import N_, _, language_used
from annotator.tui.screens.page import PagePane, PageScreen
from annotator.tui.widgets.painting import CELLS
from annotator.workbench.versioning import Version, changed_after_use, list_versions

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace


class RubricScreen(PageScreen):
    """The whole rubric, and which scores of the workspace were given under which of its versions."""

    BINDINGS = [
        Binding("l", "turn_language", "language", tooltip="the rubric in the next of its languages"),
        Binding("r", "choose", "another rubric", tooltip="choose the rubric to score with"),
    ]

    def __init__(
        self,
        workspace: Workspace,
        rubric: Rubric,
        *,
        criterion: str = "",
        take: Callable[[Rubric], None] | None = None,
    ) -> None:
        super().__init__(N_("Rubric"))
        self.workspace = workspace
        self.rubric = rubric
        self.language = language_used()
        self._criterion = criterion
        self._take = take
        self._versions: Sequence[Version] = ()

    def on_mount(self) -> None:
        """Nothing; the page is open at the criterion in hand, and says whether a file was changed."""
        with self.telling():
            self._versions = list_versions(self.workspace)
            for one in changed_after_use(self.workspace, self._versions):
                if one.now.id == self.rubric.id:
                    self.tell(one.message, alarm=True)
        super().on_mount()
        self.call_after_refresh(self._find_criterion)

    def _find_criterion(self) -> None:
        pane = self.query_one("#page", PagePane)
        wanted = f"criterion:{self._criterion}"
        lines = self.build(pane.scrollable_content_region.width)
        at = next((at for at, line in enumerate(lines) if target_of(line) == wanted), 0)
        if at:
            pane.scroll_to(y=at, animate=False)

    def subtitle(self) -> str:
        """Which rubric, in which language, under which digest."""
        rubric = self.rubric
        name = f"{in_language(rubric.title, self.language)} · {rubric.id} {rubric.version}"
        return f"{name} · {rubric.digest[:12]} · {_(LANGUAGE_NAMES[self.language])}"

    def build(self, width: int) -> list[Line]:
        """The lines of the rubric."""
        return rubric_page(self.rubric, self.language, self._versions, width, CELLS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what can be done here: on the desk the rubric is only read."""
        return action != "choose" or self._take is not None

    def action_turn_language(self) -> None:
        """Nothing; the rubric is shown in the next language, at the same height."""
        spoken = [code for code in CODES if code in self.rubric.title]
        at = spoken.index(self.language) if self.language in spoken else -1
        self.language = spoken[(at + 1) % len(spoken)]
        self.show_page()

    def language_changed(self) -> None:
        """Nothing; the rubric speaks the new language too."""
        self.language = language_used()
        super().language_changed()

    def action_choose(self) -> None:
        """Nothing; somebody chooses the rubric to read and to score with."""
        from annotator.tui.dialogs.choose_one import ChooseOne

        rubrics = {one.rubric.digest: one.rubric for one in self._versions}

        def take(digest: str | None) -> None:
            if digest in rubrics and self._take:
                self.rubric = rubrics[digest]
                self._take(self.rubric)
                self.show_page()
                self.query_one("#page", PagePane).scroll_to(y=0, animate=False)

        dialog = ChooseOne(
            lambda width: rubric_lines(tuple(rubrics.values()), width, CELLS), self.rubric.digest
        )
        self.app.push_screen(dialog, take)
