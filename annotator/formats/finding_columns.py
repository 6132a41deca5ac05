"""The tables of signals: one row for each finding, and one for each article and number measured."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.formats.columns import Column
from annotator.formats.subject_columns import MEANINGS, About, about_columns, counted, measured
from annotator.model.findings import Finding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding with what it marks and why."""

    about: About
    finding: Finding
    signal_version: str
    words: str
    why: str
    tool_version: str


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """What one signal measured in one article, or why it could not."""

    about: About
    signal: str
    signal_version: str
    value: str
    unit: str
    unavailable: str
    tool_version: str


_VERSION = "The version of rules and word lists that were asked; it changes with any of them."
FINDING_COLUMNS: tuple[Column[FindingRow], ...] = (
    *about_columns(lambda row: row.about),
    Column("signal", "The signal's id; `annotator signals ID` shows its card.", lambda r: r.finding.signal),
    Column("signal_version", _VERSION, lambda row: row.signal_version),
    counted(
        "start",
        "Where the marked words begin in the article's text: Unicode code points from 0.",
        lambda row: row.finding.start,
    ),
    counted("end", "Where they end; this code point is not included.", lambda row: row.finding.end),
    Column("words", "The marked words.", lambda row: row.words),
    Column("why", "Why they are marked, in a sentence.", lambda row: row.why),
    Column("rule", "Which rule of the signal fired.", lambda row: row.finding.rule),
    Column(
        "entry",
        "The word-list entry or pattern that matched, as its list writes it.",
        lambda row: row.finding.entry,
    ),
    measured("weight", "The finding's weight in its signal.", lambda row: f"{row.finding.weight:.6g}"),
    Column("detail", "One more word: a source's kind, the list's note.", lambda row: row.finding.detail),
    Column("tool_version", MEANINGS["tool_version"], lambda row: row.tool_version),
)
MEASUREMENT_COLUMNS: tuple[Column[MeasurementRow], ...] = (
    *about_columns(lambda row: row.about),
    Column("signal", "The signal or measure.", lambda row: row.signal),
    Column("signal_version", _VERSION, lambda row: row.signal_version),
    measured(
        "value", "The number. Empty where the signal cannot answer: that is not zero.", lambda row: row.value
    ),
    Column("unit", "What the number counts.", lambda row: row.unit),
    Column("unavailable", "Why the signal cannot answer for this text.", lambda row: row.unavailable),
    Column("tool_version", MEANINGS["tool_version"], lambda row: row.tool_version),
)
