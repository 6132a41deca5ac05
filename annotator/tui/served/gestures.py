"""What a page may send, as the events the app knows: keys by name, text, mouse. Nothing else gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textual import events
from textual.keys import _character_to_key

_NAMES = (
    "enter|escape|tab|backspace|delete|insert|up|down|left|right|home|end|pageup|pagedown|space"
    "|f1|f2|f3|f4|f5|f6|f7|f8|f9|f10|[a-z]"
)
_KEY = re.compile(rf"(?:ctrl\+)?(?:shift\+)?(?:{_NAMES})")
_CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f", "space": " "}
_MOUSE: dict[str, type[events.MouseEvent]] = {
    "down": events.MouseDown,
    "up": events.MouseUp,
    "move": events.MouseMove,
    "scroll-up": events.MouseScrollUp,
    "scroll-down": events.MouseScrollDown,
}
LONGEST_PASTE = 20_000
"""Characters of a text that can be pasted at once."""


class Gestures:
    """From the words of a page to events, with where the mouse was last."""

    def __init__(self) -> None:
        self._at = (0, 0)

    def read(self, said: dict[str, Any], width: int, height: int) -> Iterator[events.Event]:
        """The events for one message; nothing for what is not understood."""
        if isinstance(key := said.get("key"), str):
            yield from _key(key)
        elif isinstance(text := said.get("text"), str):
            for sign in text[:LONGEST_PASTE]:
                if sign.isprintable():
                    yield events.Key(_character_to_key(sign), sign)
        elif isinstance(paste := said.get("paste"), str):
            yield events.Paste(
                "".join(sign for sign in paste[:LONGEST_PASTE] if sign.isprintable() or sign in "\n\t")
            )
        elif isinstance(mouse := said.get("mouse"), list):
            yield from self._move(mouse, width, height)

    def _move(self, mouse: list[Any], width: int, height: int) -> Iterator[events.Event]:
        if len(mouse) != 4 or mouse[0] not in _MOUSE or not all(type(one) is int for one in mouse[1:]):
            return
        kind, x, y, button = mouse
        x, y = min(max(x, 0), width - 1), min(max(y, 0), height - 1)
        step, self._at = (x - self._at[0], y - self._at[1]), (x, y)
        yield _MOUSE[kind](
            None, x, y, *step, min(max(button, 0), 3), False, False, False, screen_x=x, screen_y=y
        )  # fmt: skip


def _key(name: str) -> Iterator[events.Event]:
    if _KEY.fullmatch(name):
        character = _CHARACTERS.get(name)
        if re.fullmatch(r"ctrl\+[a-z]", name):
            character = chr(ord(name[-1]) - 96)
        yield events.Key(name, character)
