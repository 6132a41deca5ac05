"""Verdicts on findings as a tidy CSV table: one row per answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from annotator.formats.columns import COMMAS, Column, Dialect, describe, sheet_of, write_sheet, yes
from annotator.model.languages import TOLD


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One answer to one finding, with all that a reader of the table wants to know about it."""

    rater: str
    """The handle or pseudonym."""
    role: str
    group: str
    article: str
    title: str
    outlet: str
    language: str
    story: str
    signal: str
    signal_version: str
    entry: str
    words: str
    start: int
    end: int
    answer: str
    standing: bool
    at: str
    verdict_id: str
    tool_version: str


COLUMNS: tuple[Column[VerdictRow], ...] = (
    Column("rater", "Who answered: the handle, or a pseudonym.", lambda row: row.rater),
    Column("role", "`student` or `teacher`.", lambda row: row.role),
    Column("group", "The rater's group or class; may be empty.", lambda row: row.group),
    Column("article", "The article's id, the same in every workspace.", lambda row: row.article),
    Column("title", "The article's headline.", lambda row: row.title),
    Column("outlet", "The outlet's id; `unknown` when nobody said.", lambda row: row.outlet),
    Column("language", f"The article's language: {TOLD}.", lambda row: row.language),
    Column("story", "The story's id; empty when the article belongs to none.", lambda row: row.story),
    Column("signal", "The signal whose finding was judged.", lambda row: row.signal),
    Column(
        "signal_version",
        "The version of rules and word lists that made the finding; it changes with any of them.",
        lambda row: row.signal_version,
    ),
    Column(
        "entry", "The word-list entry or pattern that fired, as its list writes it.", lambda row: row.entry
    ),
    Column("words", "The marked words.", lambda row: row.words),
    Column(
        "start",
        "Where they begin in the article's text, in code points.",
        lambda row: str(row.start),
        True,
        "integer",
    ),
    Column(
        "end", "Where they end; this code point is not included.", lambda row: str(row.end), True, "integer"
    ),
    Column("answer", "`yes`, `no`, `unsure` or `withdrawn`.", lambda row: row.answer),
    Column(
        "standing",
        "`yes` for the rater's last word on this finding; `no`, with `--history`, for what was said before.",
        lambda row: yes(row.standing),
        kind="boolean",
    ),
    Column("at", "The rater's clock at the answer: ISO 8601 with offset.", lambda row: row.at),
    Column("verdict_id", "The answer's id (UUIDv7), unique in the world.", lambda row: row.verdict_id),
    Column("tool_version", "The version of annotator that wrote the table.", lambda row: row.tool_version),
)
"""All columns, in order."""


def write_verdicts(rows: Iterable[VerdictRow], out: TextIO, dialect: Dialect = COMMAS) -> int:
    """How many rows were written to `out`, below a line with the columns' names (see `write_sheet`)."""
    return write_sheet(sheet_of("verdicts", "", COLUMNS, lambda: rows), out, dialect)


def codebook() -> str:
    """The columns as a Markdown table, as `exports/README.md` shows it."""
    return describe(COLUMNS)
