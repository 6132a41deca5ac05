"""Tables as a spreadsheet file (.xlsx): one sheet each, typed cells, the header frozen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from annotator.errors import AnnotatorError
from annotator.formats.columns import AS_IT_IS, Column, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""What a sheet can hold, its header included."""
LONGEST_CELL = 32_767
_CUT = " … [cut: a spreadsheet cell holds no more; the CSV table has all]"
_WIDTHS = {"integer": 9, "number": 9, "boolean": 9}
_WIDE = 18
_LONGEST_NAME = 31
_HELD = 32 << 20
"""So many bytes of a finished file are held in memory before they go to a temporary one."""
_FORBIDDEN = "[]:*?/\\"


def check_installed() -> None:
    """Nothing, where XlsxWriter is installed; else raises an `AnnotatorError` that says how to get it."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError as error:
        raise AnnotatorError(
            "spreadsheet files need XlsxWriter, which is not installed.",
            'Install it with `pip install "annotator[xlsx]"`, or write CSV: `annotator export scores`.',
        ) from error


def write_workbook(sheets: Iterable[Sheet], out: BinaryIO, *, created: datetime) -> dict[str, int]:
    """How many rows each sheet has, by its name. The sheets come in order; rows are never all in memory.

    Text cells are text whatever they begin with, so none is a formula and none needs an apostrophe.
    """
    # Written aside and then copied: on a full disk the copy fails, and not the library in mid-archive.
    # Closed only when all went well: after an error the library still seeks in it when it is forgotten.
    aside = tempfile.SpooledTemporaryFile(_HELD)  # noqa: SIM115
    rows = _fill(sheets, aside, created)
    aside.seek(0)
    shutil.copyfileobj(aside, out)
    aside.close()
    return rows


def _fill(sheets: Iterable[Sheet], out: IO[bytes], created: datetime) -> dict[str, int]:
    import xlsxwriter

    book = xlsxwriter.Workbook(
        out,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": False,
        },
    )
    book.set_properties({"created": created.replace(tzinfo=None), "comments": "Written by annotator."})
    bold = book.add_format({"bold": True, "bottom": 1})
    try:
        rows = {name: rows for sheet in sheets for name, rows in [_write(book, sheet, bold)]}
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(*_reason(error)) from error
    finally:
        # Else the library tries to write what is left when the object is forgotten.
        book.fileclosed = True
    return rows


def _reason(error: Exception) -> tuple[object, ...]:
    """What the disk said, which the library wraps."""
    inner = error.args[0] if error.args else None
    return inner.args if isinstance(inner, OSError) else error.args


def sheet_name(name: str, taken: Iterable[str]) -> str:
    """The name as a spreadsheet takes it: without its signs, 31 long at most, unlike those taken."""
    plain = "".join("-" if sign in _FORBIDDEN else sign for sign in name)[:_LONGEST_NAME]
    used = {one.casefold() for one in taken}
    candidate, number = plain, 2
    while candidate.casefold() in used:
        end = f" {number}"
        candidate, number = plain[: _LONGEST_NAME - len(end)] + end, number + 1
    return candidate


def _write(book: Workbook, sheet: Sheet, bold: Format) -> tuple[str, int]:
    page = book.add_worksheet(sheet_name(sheet.name, [one.get_name() for one in book.worksheets()]))
    page.freeze_panes(1, 0)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, _WIDTHS.get(column.kind, _WIDE))
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.name, bold)
    row = 0
    for row, line in enumerate(sheet.lines(AS_IT_IS), 1):
        if row >= MOST_ROWS:
            raise AnnotatorError(
                f"the sheet {sheet.name} has more rows than a spreadsheet holds ({MOST_ROWS - 1:,}).",
                "Write CSV tables or a package instead.",
            )
        _write_line(page, row, sheet.columns, line)
    if sheet.columns:
        page.autofilter(0, 0, row, len(sheet.columns) - 1)
    return page.get_name(), row


def _write_line(page: Worksheet, row: int, columns: Sequence[Column[Any]], line: Sequence[str]) -> None:
    for at, (column, cell) in enumerate(zip(columns, line, strict=True)):
        if not cell:
            continue
        if column.kind in ("integer", "number") and _is_number(cell):
            page.write_number(row, at, float(cell))
        else:
            whole = len(cell) <= LONGEST_CELL
            page.write_string(row, at, cell if whole else cell[: LONGEST_CELL - len(_CUT)] + _CUT)


def _is_number(cell: str) -> bool:
    """True for what our own columns write: digits, a sign, a point, an exponent; never NaN."""
    return cell[-1].isdigit() and cell.lstrip("-")[:1].isdigit()
