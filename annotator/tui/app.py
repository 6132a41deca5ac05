"""The app: opens the screens, holds the workspace for them, says so when the terminal is too small."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from annotator.model.judgements import Rater
from annotator.tui.palette import PaintedApp
from annotator.tui.terminal import NOBODY, Terminal, ask_terminal
from annotator.tui.themes import DARK, LIGHT
from annotator.tui.widths import Widths, settle_widths

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

FOLDER = Path(__file__).parent
LEAST_WIDTH, LEAST_HEIGHT = 60, 15
"""The smallest terminal in which an article can be read and judged."""
_KEY_NAMES = {"⏎": "enter", "⌫": "backspace"}


def run(workspace: Workspace, rater: Rater) -> None:
    """Nothing; the app ran on this terminal until the rater left it."""
    interactive = bool(sys.__stdin__ and sys.__stdin__.isatty())
    terminal = ask_terminal()
    AnnotatorApp(workspace, rater, terminal=terminal, interactive=interactive).run()


class AnnotatorApp(PaintedApp):
    """The app on one workspace, for one rater. Tests hand in their own."""

    TITLE = "annotator"
    # Textual loads the style sheet of a screen that is pushed, but not of the first one.
    CSS_PATH = [FOLDER / "app.tcss", FOLDER / "screens" / "library.tcss"]
    BINDINGS = [
        Binding("question_mark", "help", "help", key_display="?", tooltip="this page"),
        Binding("f1", "help", "help", show=False, tooltip="this page"),
        Binding(
            "ctrl+p", "command_palette", "all", priority=True, tooltip="everything that can be done, by name"
        ),
        Binding("ctrl+t", "turn_theme", "theme", show=False, tooltip="light or dark"),
        Binding(
            "ctrl+q", "quit", "quit", show=False, priority=True, tooltip="leave; everything is saved already"
        ),
    ]
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self, workspace: Workspace, rater: Rater, *, terminal: Terminal = NOBODY, interactive: bool = False
    ) -> None:
        self.widths: Widths = settle_widths(terminal, interactive=interactive)
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        if os.environ.get("TEXTUAL_THEME") is None:
            self.theme = (LIGHT if terminal.light else DARK).name
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            # A page turned at once reads better than one that slides, and costs a twentieth.
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The library: everything begins there."""
        from annotator.tui.screens.library import LibraryScreen

        return LibraryScreen(self.workspace, self.rater)

    def on_resize(self, event: events.Resize) -> None:
        """Nothing; a terminal too small to read in shows one sentence until it grows."""
        from annotator.tui.screens.too_small import TooSmallScreen

        too_small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        shown = isinstance(self.screen, TooSmallScreen)
        if too_small and not shown:
            self.push_screen(TooSmallScreen(LEAST_WIDTH, LEAST_HEIGHT))
        elif shown and not too_small:
            self.pop_screen()

    def get_key_display(self, binding: Binding) -> str:
        """A key's name as people say it."""
        name = super().get_key_display(binding)
        return f"ctrl+{name[1:]}" if name.startswith("^") and len(name) > 1 else _KEY_NAMES.get(name, name)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What can be done from every screen, for the command palette."""
        yield SystemCommand("Help: all keys", "What every key does, screen by screen", self.action_help)
        yield SystemCommand(
            "Theme: light or dark", "Turn between our two themes (ctrl+t)", self.action_turn_theme
        )
        yield SystemCommand("Theme: choose", "All themes, ours and Textual's", self.action_change_theme)
        yield SystemCommand("Quit", "Everything is saved already (ctrl+q)", self.action_quit)

    def action_turn_theme(self) -> None:
        """Nothing; dark becomes light and light dark."""
        self.theme = (LIGHT if self.current_theme.dark else DARK).name

    def action_help(self) -> None:
        """Nothing; all keys are shown."""
        from annotator.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))
