"""The foot of every screen: the keys that do something now."""

from __future__ import annotations

from functools import cache

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from annotator.present.keys import KeyHint, join_keys, key_line
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS

_ALWAYS = ("help", "command_palette", "app.command_palette")
"""Actions whose keys never give way to others."""
_LAST = 1_000
"""The place of a key that its widget does not declare itself."""
_NO_LETTERS = frozenset({"escape", "enter", "tab", "f1"})
"""Keys that write nothing in a line of words."""


@cache
def _declared(kind: type[DOMNode]) -> dict[str, int]:
    """The keys that a class of widgets or screens declares, each with its place in their order."""
    places: dict[str, int] = {}
    for at, binding in enumerate(Binding.make_bindings(kind.BINDINGS)):
        places.setdefault(binding.key, at)
    return places


class KeyLine(LinesPane, can_focus=False):
    """The keys of the focused pane, then the screen's, then the app's. A click presses the key."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left_out: frozenset[str] = frozenset()

    def leave_out(self, *actions: str) -> None:
        """Nothing; the keys of these actions are told elsewhere on the screen."""
        if self._left_out != frozenset(actions):
            self._left_out = frozenset(actions)
            self.show(self._build_line)

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
        for binding in self._in_order():
            group = _(binding.group.description) if binding.group else ""
            hint = KeyHint(self.app.get_key_display(binding), _(binding.description), binding.key, group)
            (always if binding.action in _ALWAYS else hints).append(hint)
        return [key_line(join_keys(hints), always, width, CELLS)]

    def _in_order(self) -> list[Binding]:
        """The bindings to show: those of the focused pane first, each in the order of its declaration."""
        active = list(self.screen.active_bindings.values())
        nodes = list(dict.fromkeys(one.node for one in active))
        declared = {node: _declared(type(node)) for node in nodes}

        def place(node: DOMNode, binding: Binding) -> tuple[int, int]:
            places = declared[node]
            return nodes.index(node), places.get(binding.key, _LAST)

        found = [
            (one.node, one.binding)
            for one in active
            if one.binding.show
            and one.enabled
            and one.binding.action.partition("(")[0] not in self._left_out
            and not self._is_typed(one.node, one.binding)
        ]
        return [binding for _, binding in sorted(found, key=lambda one: place(*one))]

    def _is_typed(self, node: DOMNode, binding: Binding) -> bool:
        """True for a key that would only be a letter where somebody is writing."""
        focused = self.screen.focused
        writing = focused is not None and focused.check_consume_key("a", "a")
        types = "+" not in binding.key and binding.key not in _NO_LETTERS
        return writing and node is not focused and types

    def on_lines_pane_chosen(self, message: LinesPane.Chosen) -> None:
        """Nothing; the key that was clicked is pressed."""
        message.stop()
        self.app.simulate_key(message.target.removeprefix("press:"))
