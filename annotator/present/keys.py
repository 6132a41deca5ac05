"""Keys and what they do, as one line at the foot of a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.present.lines import Line, Run, width_of
from annotator.present.showing import Cells


class KeyHint(NamedTuple):
    """A key as people know it and what it does now."""

    key: str
    does: str
    press: str = ""
    """The key's name for the program; a click on the hint presses it."""
    group: str = ""
    """Keys with one group stand together under its words."""


def join_keys(hints: Iterable[KeyHint]) -> list[KeyHint]:
    """The hints with those of one group made one: `1-4 score`, `] [ criterion`."""
    joined: dict[str, list[KeyHint]] = {}
    for hint in hints:
        joined.setdefault(hint.group or hint.does, []).append(hint)
    return [
        KeyHint(together([hint.key for hint in group]), does, group[0].press)
        for does, group in joined.items()
    ]


def together(keys: Sequence[str]) -> str:
    """Several keys in few signs: `1-4` for digits in a row, else one after the other."""
    digits = [int(key) for key in keys if key.isdigit()]
    if len(digits) == len(keys) > 1 and digits == list(range(digits[0], digits[0] + len(digits))):
        return f"{digits[0]}-{digits[-1]}"
    return " ".join(dict.fromkeys(keys))


def key_line(hints: Sequence[KeyHint], always: Sequence[KeyHint], width: int, cells: Cells) -> Line:
    """One line of hints, as many as fit, with `always` at its right end."""
    last = _runs(always)
    room = width - width_of(last, cells) - 1
    shown: list[Run] = []
    for hint in hints:
        runs = _runs([hint])
        size = width_of(runs, cells)
        if size > room:
            break
        shown.extend(runs)
        room -= size
    return (*shown, Run(" " * max(0, room)), *last)


def _runs(hints: Sequence[KeyHint]) -> Line:
    runs: list[Run] = []
    for hint in hints:
        target = f"press:{hint.press}"
        runs += [Run(f" {hint.key}", "key", target), Run(f" {hint.does} ", "quiet", target)]
    return tuple(runs)
