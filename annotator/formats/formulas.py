"""Cells that no spreadsheet runs as a formula, and the way back."""

from __future__ import annotations

import re

_DANGER = "=+\\-@\t\r\n＝＋－＠"
"""What a formula can begin with: OWASP's list, with the full-width forms that Japanese spreadsheets take."""
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")
_LOOKS_LIKE_FORMULA = re.compile(rf"'*[{_DANGER}]")
_GUARDED = re.compile(rf"'+[{_DANGER}]")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would run it as a formula.

    A text that is already apostrophes and then a formula gets one more, so that `original_cell` can undo it.
    """
    # Nearly no text begins like this, and the look-up costs a fifth of the pattern.
    if not text or text[0] not in _FIRST:
        return text
    return f"'{text}" if _LOOKS_LIKE_FORMULA.match(text) else text


def original_cell(cell: str) -> str:
    """The text that `safe_cell` made this cell from."""
    return cell[1:] if _GUARDED.match(cell) else cell
