"""Tables whose columns are said once: names, meanings, and how a row fills them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TextIO, TypeAlias, TypeVar

from annotator.formats.formulas import safe_cell

Row = TypeVar("Row")
Kind: TypeAlias = Literal["string", "integer", "number", "boolean"]
"""What the cells of a column hold; a boolean is `yes` or `no`, and any of them may be empty."""
Line: TypeAlias = Sequence[str]
"""The cells of one row."""
BOM = "\ufeff"
"""Written first when asked for: older spreadsheets take a file without it for another encoding."""


@dataclass(frozen=True, slots=True)
class Style:
    """How cells are written."""

    guarded: bool = True
    """Cells that a spreadsheet would run as a formula get an apostrophe; numbers never."""
    decimal: str = "."

    def text(self, cell: str) -> str:
        """Words as a cell."""
        return safe_cell(cell) if self.guarded else cell

    def number(self, cell: str) -> str:
        """A number as a cell."""
        return cell if self.decimal == "." else cell.replace(".", self.decimal)


PLAIN = Style()
AS_IT_IS = Style(guarded=False)
"""For files that know text from formulas by themselves."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written."""

    bom: bool = False
    """With a byte order mark before the first name."""
    separator: str = ","
    decimal: str = "."

    @property
    def style(self) -> Style:
        """How its cells are written."""
        return Style(decimal=self.decimal)


COMMAS = Dialect()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name, what it means, and how a row fills it."""

    name: str
    meaning: str
    cell: Callable[[Row], str]
    numeric: bool = False
    """A number or empty: never touched by the guard against formulas."""
    kind: Kind = "string"
    part: str = ""
    """What of the row the cell depends on, where a table fills what repeats only once."""

    def fill(self, row: Row, style: Style = PLAIN) -> str:
        """The cell of this column for a row, as the style writes it."""
        cell = self.cell(row)
        if self.kind == "number":
            return style.number(cell)
        return cell if self.numeric else style.text(cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name, whose rows are made when they are asked for."""

    name: str
    """Of the file or sheet it becomes."""
    meaning: str
    """What one row is, in a sentence."""
    columns: tuple[Column[Any], ...]
    lines: Callable[[Style], Iterable[Line]]


def sheet_of(
    name: str, meaning: str, columns: Sequence[Column[Row]], rows: Callable[[], Iterable[Row]]
) -> Sheet:
    """The table with a line for each row; `rows` is called each time the table is written."""

    def lines(style: Style) -> Iterator[Line]:
        for row in rows():
            yield [column.fill(row, style) for column in columns]

    return Sheet(name, meaning, tuple(columns), lines)


def write_sheet(sheet: Sheet, out: TextIO, dialect: Dialect = COMMAS) -> int:
    """How many rows were written to `out`, below a line with the columns' names.

    RFC 4180: separators, double quotation marks, CRLF between records (open a file with `newline=""`).
    Rows are taken one at a time.
    """
    if dialect.bom:
        out.write(BOM)
    table = csv.writer(out, lineterminator="\r\n", delimiter=dialect.separator)
    table.writerow([dialect.style.text(column.name) for column in sheet.columns])
    written = 0

    def counted() -> Iterator[Line]:
        nonlocal written
        for line in sheet.lines(dialect.style):
            written += 1
            yield line

    table.writerows(counted())
    return written


def write_table(columns: Sequence[Column[Row]], rows: Iterable[Row], out: TextIO, bom: bool = False) -> int:
    """How many rows were written to `out` with commas between cells (see `write_sheet`)."""
    return write_sheet(sheet_of("", "", columns, lambda: rows), out, Dialect(bom=bom))


def describe(columns: Sequence[Column[Row]]) -> str:
    """The columns as a Markdown table, as `exports/README.md` shows it."""
    lines = ["| column | meaning |", "|---|---|"]
    for column in columns:
        meaning = column.meaning.replace("|", "\\|")
        lines.append(f"| `{column.name}` | {meaning} |")
    return "\n".join(lines) + "\n"


def yes(value: bool) -> str:
    """How a boolean column says it."""
    return "yes" if value else "no"


def figure(value: float | None, digits: int = 2) -> str:
    """A number with at most so many decimals, without zeros at its end; empty where there is none."""
    if value is None:
        return ""
    shown = f"{value:.{digits}f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown in ("", "-0") else shown
