"""Makes Rich count Hindi as the terminal at hand draws it.

Rich gives the spacing vowel signs of Indian scripts (ा ि ी ो ौ ः) no width; tmux, xterm and VTE give them
one cell, kitty none. No fixed table is right everywhere, so the terminal is asked (`terminal.py`) and
Rich's table is corrected where it differs. This touches names that Rich does not promise to keep: they
are checked first, and where they are gone the app keeps everything to the right of Hindi text empty.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Any

import rich.cells

from annotator.tui.terminal import Terminal

_FIRST, _LAST = 0x0900, 0x0DFF
"""The blocks of Unicode from Devanagari to Sinhala."""
_NAMES = ("load_cell_table", "get_character_cell_size", "cached_cell_len", "CellTable")

Row = tuple[int, int, int]


class Widths(Enum):
    """How far Rich's idea of a Hindi line can be trusted."""

    TRUE = "Rich and the terminal agree"
    CORRECTED = "Rich's table was corrected"
    UNSURE = "nobody knows: nothing may stand to the right of Hindi text"


def settle_widths(terminal: Terminal, *, interactive: bool = True) -> Widths:
    """How widths stand after asking the terminal, with Rich's table corrected where that was needed.

    Without a terminal (a test, a browser session) Rich's own table holds.
    """
    if not interactive:
        return Widths.TRUE
    if terminal.trial_cells == 1:
        return Widths.TRUE
    if terminal.trial_cells == 2 and correct_rich():
        return Widths.CORRECTED
    return Widths.UNSURE


def correct_rich() -> bool:
    """True when Rich now counts spacing vowel signs as one cell; False when this Rich cannot be corrected."""
    cells: Any = rich.cells
    if any(not hasattr(cells, name) for name in _NAMES):
        return False
    cached = (cells.get_character_cell_size, cells.cached_cell_len)
    if any(not hasattr(function, "cache_clear") for function in cached):
        return False
    if getattr(cells.load_cell_table, "counts_vowel_signs", False):
        return True
    load: Callable[[str], Any] = cells.load_cell_table
    known: dict[str, Any] = {}

    def load_corrected(unicode_version: str = "auto") -> Any:
        if unicode_version not in known:
            table = load(unicode_version)
            known[unicode_version] = table._replace(widths=corrected(table.widths))
        return known[unicode_version]

    load_corrected.counts_vowel_signs = True  # type: ignore[attr-defined]
    cells.load_cell_table = load_corrected
    for function in cached:
        function.cache_clear()
    return bool(cells.cell_len("का") == 2)


def corrected(widths: Any) -> list[Row]:
    """Rich's rows (first, last, width) with one cell for each spacing vowel sign of an Indian script."""
    rows: list[Row] = []
    for first, last, width in widths:
        if last < _FIRST or first > _LAST or width != 0:
            rows.append((first, last, width))
            continue
        rows.extend((code, code, 1 if _takes_a_cell(code) else 0) for code in range(first, last + 1))
    return rows


def _takes_a_cell(code: int) -> bool:
    character = chr(code)
    return (
        _FIRST <= code <= _LAST
        and unicodedata.category(character) == "Mc"
        and unicodedata.combining(character) == 0
    )
