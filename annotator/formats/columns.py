"""Tables whose columns are said once: names, meanings, and how a row fills them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TextIO, TypeVar

from annotator.formats.formulas import safe_cell

Row = TypeVar("Row")
BOM = "\ufeff"
"""Written first when asked for: older spreadsheets take a file without it for another encoding."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name, what it means, and how a row fills it."""

    name: str
    meaning: str
    cell: Callable[[Row], str]
    numeric: bool = False
    """A number or empty: never touched by the guard against formulas."""

    def fill(self, row: Row) -> str:
        """The cell of this column for a row, safe to open in a spreadsheet."""
        cell = self.cell(row)
        return cell if self.numeric else safe_cell(cell)


def write_table(columns: Sequence[Column[Row]], rows: Iterable[Row], out: TextIO, bom: bool = False) -> int:
    """How many rows were written to `out`, below a line with the columns' names.

    RFC 4180: commas, double quotation marks, CRLF between records (open a file with `newline=""`).
    Rows are taken one at a time. With `bom` the table begins with a byte order mark.
    """
    if bom:
        out.write(BOM)
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([column.name for column in columns])
    written = 0
    for row in rows:
        table.writerow([column.fill(row) for column in columns])
        written += 1
    return written


def describe(columns: Sequence[Column[Row]]) -> str:
    """The columns as a Markdown table, as `exports/README.md` shows it."""
    lines = ["| column | meaning |", "|---|---|"]
    for column in columns:
        meaning = column.meaning.replace("|", "\\|")
        lines.append(f"| `{column.name}` | {meaning} |")
    return "\n".join(lines) + "\n"
