"""The foot of every screen: the keys that do something now."""

from __future__ import annotations

from textual.screen import Screen

from annotator.present.keys import KeyHint, join_keys, key_line
from annotator.present.lines import Line
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS

_ALWAYS = ("help", "command_palette")
"""Actions whose keys never give way to others."""


class KeyLine(LinesPane, can_focus=False):
    """The keys of the focused pane, then the screen's, then the app's. A click presses the key."""

    def on_mount(self) -> None:
        """Nothing; the line follows the focus."""
        self.show(self._build_line)
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.show(self._build_line)

    def _build_line(self, width: int) -> list[Line]:
        hints: list[KeyHint] = []
        always: list[KeyHint] = []
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if not (binding.show and enabled):
                continue
            group = binding.group.description if binding.group else ""
            hint = KeyHint(self.app.get_key_display(binding), binding.description, binding.key, group)
            (always if binding.action.rpartition(".")[2] in _ALWAYS else hints).append(hint)
        return [key_line(join_keys(hints), always, width, CELLS)]

    def on_lines_pane_chosen(self, message: LinesPane.Chosen) -> None:
        """Nothing; the key that was clicked is pressed."""
        message.stop()
        self.app.simulate_key(message.target.removeprefix("press:"))
