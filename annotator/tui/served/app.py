"""The app for one student in a browser: reading and judging, and nothing that reaches beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from annotator.translating import _
from annotator.tui.app import AnnotatorApp
from annotator.tui.served.page_driver import PageDriver
from annotator.tui.served.permissions import PANES, SCREENS, may
from annotator.tui.themes import DARK, LIGHT
from annotator.workbench.enrolling import has_roster

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace


class ServedApp(AnnotatorApp):
    """The app of one student. Every deed passes `run_action` and every screen `push_screen`."""

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

        library = ServedLibraryScreen(self.workspace, self.rater)
        _hide_refused(library)
        return library

    def offers(self, action: str) -> bool:
        """True for what a student in a browser may do."""
        return may(action)

    def shows(self, place: str) -> bool:
        """True for where a student in a browser can come to."""
        return place in SCREENS | PANES

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """False for what is refused, so that no key of it is shown."""
        return may(action) and super().check_action(action, parameters)

    async def run_action(self, action: Any, *arguments: Any, **named: Any) -> bool:
        """True when the action was done; a refused one never is."""
        return may(action) and await super().run_action(action, *arguments, **named)

    def push_screen(self, screen: Screen[Any] | str, *arguments: Any, **named: Any) -> Any:
        """What a screen pushed gives; one that a student in a browser cannot come to is not shown."""
        if isinstance(screen, Screen) and self._may_come_to(type(screen).__name__):
            _hide_refused(screen)
            return super().push_screen(screen, *arguments, **named)
        return AwaitComplete.nothing()  # type: ignore[no-untyped-call]

    def _may_come_to(self, screen: str) -> bool:
        """True for the screens named, what others said among them only where the teacher releases it."""
        if screen == "LookingBackScreen" and not has_roster(self.workspace):
            self.notify(_("Your teacher shows you what the class said."))
            return False
        return screen in SCREENS

    def notify(self, message: str, **named: Any) -> None:
        """Nothing; the message stands on the screen, without where on the teacher's disk it was."""
        super().notify(message.replace(f"{self.workspace.store.path}: ", ""), **named)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What keys do here, by name."""
        for command in super().get_system_commands(screen):
            deed = command.callback
            action = deed.args[0] if isinstance(deed, partial) else deed.__name__.removeprefix("action_")
            if may(action):
                yield command


def _hide_refused(screen: Screen[Any]) -> None:
    """Nothing; the screen offers no key for what is refused."""
    makes_sense = screen.check_action

    def check_action(action: str, parameters: tuple[object, ...]) -> bool | None:
        return may(action) and makes_sense(action, parameters)

    setattr(screen, "check_action", check_action)  # noqa: B010 - mypy minds an assignment to a method
