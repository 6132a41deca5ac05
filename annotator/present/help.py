"""All keys, screen by screen, as their bindings declare them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.present.keys import together
from annotator.present.lines import BLANK, Line, Run, fold_runs, indent, pad
from annotator.present.showing import Cells

_KEYS = 18


class Chapter(NamedTuple):
    """The keys of one place."""

    title: str
    keys: tuple[tuple[str, str], ...]
    """Each key as people know it, and what it does."""


def help_lines(chapters: Sequence[Chapter], width: int, cells: Cells) -> list[Line]:
    """Chapter by chapter a title and the keys, each with its words."""
    lines: list[Line] = []
    for chapter in chapters:
        if not chapter.keys:
            continue
        lines += [(Run(chapter.title, "title"),), BLANK]
        for key, does in chapter.keys:
            first = Run(pad(f"  {key}", _KEYS, cells), "key")
            lines += indent(fold_runs(does, max(10, width - _KEYS), cells), first, cells)
        lines.append(BLANK)
    return lines


def by_deed(keys: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The keys with those that do the same on one line: `j ↓`."""
    joined: dict[str, list[str]] = {}
    for key, does in keys:
        if does and key not in joined.setdefault(does, []):
            joined[does].append(key)
    return tuple((together(keys), does) for does, keys in joined.items())
