"""The library in a browser."""

from __future__ import annotations

from annotator.tui.screens.library import LibraryScreen
from annotator.tui.served.app import REFUSED


class ServedLibraryScreen(LibraryScreen):
    """The library without what reaches beyond a student's own reading."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """False for what is refused, so that no key of it is shown."""
        return action not in REFUSED and super().check_action(action, parameters)
