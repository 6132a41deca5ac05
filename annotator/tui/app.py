"""The app: opens the screens, holds the workspace for them, says so when the terminal is too small."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from annotator.translating import _
from annotator.tui.deeds import deed_of
from annotator.tui.late_answers import LateAnswer
from annotator.tui.liking import LikedApp
from annotator.tui.terminal import NOBODY, Terminal, ask_terminal
from annotator.tui.themes import DARK, LIGHT
from annotator.tui.widths import Widths, settle_widths

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace

FOLDER = Path(__file__).parent
LEAST_WIDTH, LEAST_HEIGHT = 60, 15
"""The smallest terminal in which an article can be read and judged."""
LAST_LETTERS = 0.1
"""Seconds that letters typed just before the terminal closed are waited for."""
_KEY_NAMES = {"⏎": "enter", "⌫": "backspace"}


def run(workspace: Workspace, rater: Rater) -> None:
    """Nothing; the app ran on this terminal until the rater left it."""
    interactive = bool(sys.__stdin__ and sys.__stdin__.isatty())
    terminal = ask_terminal()
    AnnotatorApp(workspace, rater, terminal=terminal, interactive=interactive).run()


class AnnotatorApp(LikedApp):
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
        Binding("ctrl+t", "turn_theme", "theme", show=False, tooltip="dark, light, or high contrast"),
        Binding("ctrl+l", "language", "language", show=False, tooltip="language · lingua · भाषा"),
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
        super().__init__(workspace, rater, usual=(LIGHT if terminal.light else DARK).name)
        if terminal.silent:
            self.late = LateAnswer()
        self._says_too_small = False
        self._leaving: asyncio.Task[None] | None = None
        self.began = workspace.now()
        """When this session began, as judgements carry it."""
        self.touched = monotonic()
        """When a key was pressed or the mouse moved last."""

    def get_default_screen(self) -> Screen[Any]:
        """The library: everything begins there."""
        from annotator.tui.screens.library import LibraryScreen

        return LibraryScreen(self.workspace, self.rater)

    def on_mount(self) -> None:
        """Nothing; the garbage collector wakes when the first picture stands, and skips what made it."""
        self._heed_hangups()
        if not gc.isenabled():
            self.call_after_refresh(gc.freeze)
            self.call_after_refresh(gc.enable)

    async def on_event(self, event: events.Event) -> None:
        """Nothing; a key or a move of the mouse says that somebody is there."""
        if isinstance(event, events.InputEvent):
            self.touched = monotonic()
        await super().on_event(event)

    def _heed_hangups(self) -> None:
        """Nothing; a closed terminal ends the app like a key, with everything kept."""
        if sys.platform != "win32" and threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for sign in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(sign, self._leave_at_once)

    def _leave_at_once(self) -> None:
        self._keep_everything()
        self._leaving = asyncio.create_task(self._leave_soon())

    async def _leave_soon(self) -> None:
        """Nothing; letters that were on their way are kept as well, and the app ends."""
        await asyncio.sleep(LAST_LETTERS)
        self._keep_everything()
        self.exit()

    def on_resize(self, event: events.Resize) -> None:
        """Nothing; a terminal too small to read in shows one sentence until it grows."""
        too_small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if too_small != self._says_too_small:
            self._says_too_small = too_small
            if too_small:
                from annotator.tui.screens.too_small import TooSmallScreen

                self.push_screen(TooSmallScreen(LEAST_WIDTH, LEAST_HEIGHT))
            else:
                self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense now: in a terminal too small to read in, only leaving."""
        return action == "quit" or not self._says_too_small

    def offers(self, action: str) -> bool:
        """True for an action that can be done in this app at all; what is not offered stands in no help."""
        return True

    def shows(self, place: str) -> bool:
        """True for a screen or pane, by its class's name, that can be come to in this app at all."""
        return True

    async def action_quit(self) -> None:
        """Nothing; the place is remembered and the app ends."""
        self._keep_everything()
        await super().action_quit()

    def _keep_everything(self) -> None:
        from annotator.tui.screens.framed import FramedScreen

        for screen in self.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.before_quitting()

    def get_key_display(self, binding: Binding) -> str:
        """A key's name as people say it."""
        name = super().get_key_display(binding)
        return f"ctrl+{name[1:]}" if name.startswith("^") and len(name) > 1 else _KEY_NAMES.get(name, name)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything that keys do here, by name, and the choice of themes."""
        offered: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            name = deed_of(binding) if binding.tooltip or binding.show else ""
            if name and active.enabled and name not in offered and binding.action != "command_palette":
                offered.add(name)
                deed = partial(self.run_action, binding.action, active.node)
                key = _("key {key}").format(key=self.get_key_display(binding))
                yield SystemCommand(name[0].upper() + name[1:], key, deed)
        yield SystemCommand(
            _("Choose how you read"), _("what is hidden until you have judged"), self.action_mode
        )
        yield SystemCommand(_("Choose a theme"), _("ours and Textual's"), self.action_change_theme)

    def action_mode(self) -> None:
        """Nothing; somebody chooses what is hidden until they have judged."""
        from annotator.model.modes import Mode
        from annotator.present.library import mode_lines
        from annotator.tui.dialogs.choose_one import ChooseOne
        from annotator.tui.screens.framed import FramedScreen
        from annotator.tui.widgets.painting import CELLS
        from annotator.workbench import blinding

        def take(chosen: str | None) -> None:
            if chosen in set(Mode):
                logged = blinding.set_mode(self.workspace, self.rater, Mode(chosen))
                if logged and isinstance(self.screen, FramedScreen):
                    self.screen.tell(_("What you have read openly stays as you saw it; that is logged."))
                for screen in self.screen_stack:
                    if isinstance(screen, FramedScreen):
                        screen.mode_changed()

        now = blinding.get_mode(self.workspace, self.rater)
        self.push_screen(ChooseOne(lambda width: mode_lines(width, CELLS), now.value), take)

    def action_help(self) -> None:
        """Nothing; all keys are shown."""
        from annotator.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())
