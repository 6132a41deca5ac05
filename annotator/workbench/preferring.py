"""What one rater likes in this workspace: the language of the interface, a theme."""

from __future__ import annotations

from annotator.model.raters import Rater
from annotator.store import settings
from annotator.workbench.opening import Workspace

LANGUAGE, THEME = "language", "theme"
TIMER = "timer"
GOAL = "goal"
GUIDE = "guide"


def preferred(workspace: Workspace, rater: Rater, what: str) -> str | None:
    """What the rater chose last, or None."""
    return settings.get(workspace.store, f"{what}:{rater.id}")


def prefer(workspace: Workspace, rater: Rater, what: str, choice: str) -> None:
    """Nothing; the choice is remembered."""
    settings.put(workspace.store, f"{what}:{rater.id}", choice)
