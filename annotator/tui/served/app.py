"""The app for one student in a browser: reading and judging, and nothing that reaches beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from annotator.tui.app import AnnotatorApp
from annotator.tui.served.page_driver import PageDriver
from annotator.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace

REFUSED = frozenset(
    {
        "add",  # files, folders, web addresses
        "export",  # writes a file
        "compare",  # what others scored
        "mode",  # the teacher chooses what is hidden
        "change_theme",
        "screenshot",
        "suspend_process",
        "open_url",
        "simulate_key",
        "copy_to_clipboard",
    }
)
"""Deeds that a student in a browser cannot do, by whatever key, click or command."""


class ServedApp(AnnotatorApp):
    """The app of one student. Every deed passes `run_action`, and the refused ones end there."""

    def __init__(self, workspace: Workspace, rater: Rater, *, dark: bool = True) -> None:
        super().__init__(workspace, rater)
        self.driver_class = PageDriver
        self.animation_level = "none"
        self.theme = self.theme_for(dark=dark)

    def theme_for(self, *, dark: bool) -> str:
        """The name of our dark or our light theme."""
        return (DARK if dark else LIGHT).name

    def get_default_screen(self) -> Screen[Any]:
        """The library, without what a student in a browser cannot do."""
        from annotator.tui.served.library import ServedLibraryScreen

        return ServedLibraryScreen(self.workspace, self.rater)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """False for what is refused, so that no key of it is shown."""
        return action not in REFUSED and super().check_action(action, parameters)

    async def run_action(self, action: Any, *arguments: Any, **named: Any) -> bool:
        """True when the action was done; a refused one never is."""
        return not refuses(action) and await super().run_action(action, *arguments, **named)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What keys do here, by name."""
        for command in super().get_system_commands(screen):
            deed = command.callback
            action = getattr(deed, "args", [""])[0] if hasattr(deed, "args") else deed.__name__
            if not refuses(action.removeprefix("action_")):
                yield command


def refuses(action: Any) -> bool:
    """True for an action, however it is written, that a student in a browser cannot do."""
    name = action if isinstance(action, str) else str(action[1])
    return name.partition("(")[0].rpartition(".")[2].strip() in REFUSED
