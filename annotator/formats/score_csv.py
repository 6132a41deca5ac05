"""Scores as a tidy CSV table: one row per score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from annotator.formats.columns import BOM, Column, write_table
from annotator.formats.formulas import original_cell, safe_cell
from annotator.formats.score_columns import COLUMNS, ScoreRow, codebook
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


def write_scores(rows: Iterable[ScoreRow], out: TextIO, bom: bool = False) -> int:
    """How many rows were written to `out`, below a line with the columns' names (see `write_table`)."""
    return write_table(COLUMNS, rows, out, bom)
