"""The table of evidence: one row for each quote, or reason why nothing can be quoted, behind a score."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.formats.columns import Column
from annotator.formats.subject_columns import (
    MEANINGS,
    About,
    Under,
    Who,
    about_columns,
    counted,
    under_columns,
    who_columns,
)
from annotator.model.judgements import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence with the score it stands behind."""

    who: Who
    about: About
    under: Under
    criterion: str
    answer: str
    level: int | None
    place: int
    """Its number among the score's pieces, from 1."""
    evidence: Evidence
    at: str
    score_id: str
    tool_version: str


COLUMNS: tuple[Column[EvidenceRow], ...] = (
    *who_columns(lambda row: row.who),
    *about_columns(lambda row: row.about),
    *under_columns(lambda row: row.under),
    Column("criterion", MEANINGS["criterion"], lambda row: row.criterion),
    Column("answer", MEANINGS["answer"], lambda row: row.answer),
    counted("level", MEANINGS["level"], lambda row: row.level),
    counted("place", "The number of the piece among those of its score, from 1.", lambda row: row.place),
    Column("quote", "The words cited, letter for letter.", lambda row: row.evidence.quote),
    counted(
        "start",
        "Where they begin in the article's text: Unicode code points from 0. Empty without a quote.",
        lambda row: None if row.evidence.absent else row.evidence.start,
    ),
    counted(
        "end",
        "Where they end; this code point is not included.",
        lambda row: None if row.evidence.absent else row.evidence.end,
    ),
    Column("prefix", "Up to 32 code points before the quote.", lambda row: row.evidence.prefix),
    Column("suffix", "Up to 32 code points after it.", lambda row: row.evidence.suffix),
    Column(
        "signal",
        "The signal whose finding became this evidence; empty when the rater chose the words.",
        lambda row: row.evidence.signal,
    ),
    Column("absence", "Why nothing can be quoted; then there is no quote.", lambda row: row.evidence.absent),
    Column("at", MEANINGS["at"], lambda row: row.at),
    Column("score_id", MEANINGS["score_id"], lambda row: row.score_id),
    Column("tool_version", MEANINGS["tool_version"], lambda row: row.tool_version),
)
"""All columns, in order."""
