"""Scores as a tidy CSV table: one row per score."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from annotator.formats.formulas import original_cell, safe_cell
from annotator.formats.score_columns import COLUMNS, Column, ScoreRow, codebook
from annotator.formats.score_reading import ImportedScore, read_scores

__all__ = [
    "BOM",
    "COLUMNS",
    "Column",
    "ImportedScore",
    "ScoreRow",
    "codebook",
    "original_cell",
    "read_scores",
    "safe_cell",
    "write_scores",
]

BOM = "\ufeff"
"""Written first when asked for: older spreadsheets take a file without it for another encoding."""


def write_scores(rows: Iterable[ScoreRow], out: TextIO, bom: bool = False) -> int:
    """How many rows were written to `out`, below a line with the columns' names.

    RFC 4180: commas, double quotation marks, CRLF between records (open a file with `newline=""`).
    Rows are taken one at a time. With `bom` the table begins with a byte order mark.
    """
    if bom:
        out.write(BOM)
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([column.name for column in COLUMNS])
    written = 0
    for row in rows:
        table.writerow([column.fill(row) for column in COLUMNS])
        written += 1
    return written
