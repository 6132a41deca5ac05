"""A desk that notices when the rubric's file is changed by somebody else."""

from __future__ import annotations

from annotator.tui.screens.guiding_screen import GuidingScreen
from annotator.workbench import noticing_changes
from annotator.workbench.noticing_changes import Watched

_BEAT = 5.0
"""Seconds between two looks at the file."""


class WatchingScreen(GuidingScreen):
    """A desk whose rubric stays as it was when work began; that its file changed is told once."""

    _watched: Watched | None = None

    def on_mount(self) -> None:
        """Nothing; the file is looked at now and then."""
        self._watched = noticing_changes.watch(self.workspace, self.rubric)
        self.set_interval(_BEAT, self.look_at_rubric_file)

    def look_at_rubric_file(self) -> None:
        """Nothing; a change of the file since the last look is told."""
        if self._watched:
            self._watched, words = noticing_changes.look_again(self._watched, self.rubric)
            if words:
                self.tell(words, alarm=True)
