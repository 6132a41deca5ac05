"""Plain tables whose columns stand straight in a terminal, in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide letters two, marks without width none."""
    wide = 0
    for letter in text:
        if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            continue
        wide += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return wide


def aligned(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table; columns of numbers are set flush right."""
    flat = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max([cells(title), *(cells(row[at]) for row in flat)]) for at, title in enumerate(header)]
    right = [bool(flat) and all(_is_number(row[at]) for row in flat) for at in range(len(header))]
    lines = [_line(header, widths, right), "  ".join("─" * width for width in widths)]
    return [*lines, *(_line(row, widths, right) for row in flat)]


def _is_number(cell: str) -> bool:
    return cell in ("", "–", "·") or cell.replace(".", "").replace("-", "").replace("+", "").isdigit()


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, width, flush in zip(row, widths, right, strict=True):
        gap = " " * (width - cells(cell))
        parts.append(gap + cell if flush else cell + gap)
    return "  ".join(parts).rstrip()
