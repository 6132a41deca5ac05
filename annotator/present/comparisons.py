"""Comparisons of outlets as tables, flat rows and JSON records."""

from __future__ import annotations

from typing import Any

from annotator.model.rubrics import in_language
from annotator.signals import card
from annotator.statistics import MINIMUM_N
from annotator.statistics.adjusting import Adjusted
from annotator.workbench.comparing import ScoreCell, ScoreTable, SignalCell, SignalTable

SCORE_COLUMNS = (
    "rubric",
    "outlet",
    "criterion",
    "n",
    "median",
    "low_quartile",
    "high_quartile",
    "cannot_judge",
    "median_low_95",
    "median_high_95",
    "mean",
    "adjusted_mean",
    "adjusted_low_95",
    "adjusted_high_95",
    "story",
)
SIGNAL_COLUMNS = ("outlet", "signal", "findings", "per_1000_words", "words", "most_frequent")
Row = tuple[str | float | int | None, ...]


def score_header(table: ScoreTable) -> tuple[str, ...]:
    """The titles of a score table's columns: the criterion, then the outlets."""
    return ("criterion", *(outlet.name for outlet in table.outlets))


def score_rows(table: ScoreTable, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion, one cell for each outlet."""
    return [
        (
            in_language(criterion.title, language),
            *(score_text(table.cells[outlet.id, criterion.id]) for outlet in table.outlets),
        )
        for criterion in table.rubric.criteria
    ]


def mean_rows(table: ScoreTable, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion: in each cell the plain mean and the one without the raters' strictness."""
    return [
        (
            in_language(criterion.title, language),
            *(
                mean_text(table.cells[outlet.id, criterion.id], table.adjusted.get((outlet.id, criterion.id)))
                for outlet in table.outlets
            ),
        )
        for criterion in table.rubric.criteria
    ]


def mean_text(cell: ScoreCell, adjusted: Adjusted | None) -> str:
    """Both means in words: plain, then adjusted with its interval; or why there are none."""
    if cell.mean is None:
        return score_text(cell)
    if adjusted is None:
        return f"{cell.mean:.2f} n {cell.n}"
    ends = f" [{adjusted.interval[0]:.2f}–{adjusted.interval[1]:.2f}]" if adjusted.interval else ""
    return f"{cell.mean:.2f} → {adjusted.mean:.2f}{ends} n {cell.n}"


def score_text(cell: ScoreCell) -> str:
    """The cell in words: median, its 95 % interval, the middle half and n; or why there are none."""
    if cell.median is not None:
        ends = f"{cell.median_95[0]:g}–{cell.median_95[1]:g}" if cell.median_95 else "–"
        return f"{cell.median:g} [{ends}] {cell.low:g}–{cell.high:g} n {cell.n}"
    if cell.n:
        return f"too few ({cell.n} of {MINIMUM_N})"
    return f"cannot judge ({cell.cannot_judge})" if cell.cannot_judge else "–"


def score_cells(table: ScoreTable, story: str = "") -> list[Row]:
    """One flat row for each cell, in the order of `SCORE_COLUMNS`; an absent figure is an empty cell."""
    return [
        (
            table.rubric.id,
            outlet.id,
            criterion.id,
            *cell_figures(cell, table.adjusted.get((outlet.id, criterion.id))),
            story,
        )
        for outlet in table.outlets
        for criterion in table.rubric.criteria
        for cell in [table.cells[outlet.id, criterion.id]]
    ]


def cell_figures(cell: ScoreCell, adjusted: Adjusted | None = None) -> Row:
    """The cell's figures in the order of `SCORE_COLUMNS`."""
    low, high = cell.median_95 if cell.median_95 and cell.summary else (None, None)
    ends = adjusted.interval if adjusted and adjusted.interval else (None, None)
    return (
        cell.n, cell.median, cell.low, cell.high, cell.cannot_judge, low, high, rounded(cell.mean),
        rounded(adjusted.mean if adjusted else None), *map(rounded, ends),
    )  # fmt: skip


def cell_record(cell: ScoreCell, adjusted: Adjusted | None = None) -> dict[str, Any]:
    """The cell's figures as the JSON contract describes them."""
    return {
        "n": cell.n,
        "median": cell.median,
        "quartiles": None if cell.low is None else [cell.low, cell.high],
        "median_95": list(cell.median_95) if cell.median_95 else None,
        "mean": rounded(cell.mean),
        "adjusted": {
            "mean": rounded(adjusted.mean),
            "interval_95": [rounded(end) for end in adjusted.interval] if adjusted.interval else None,
        }
        if adjusted
        else None,
        "counts": {str(level): number for level, number in cell.counts.items()},
        "cannot_judge": cell.cannot_judge,
    }


def rounded(value: float | None) -> float | None:
    """The figure to four digits behind the point, never minus nothing."""
    return None if value is None else round(value, 4) + 0.0


def score_record(table: ScoreTable) -> dict[str, Any]:
    """The table as the JSON contract describes it."""
    cells = [
        {
            "outlet": outlet.id,
            "criterion": criterion.id,
            **cell_record(
                table.cells[outlet.id, criterion.id], table.adjusted.get((outlet.id, criterion.id))
            ),
        }
        for outlet in table.outlets
        for criterion in table.rubric.criteria
    ]
    return {
        "rubric": table.rubric.id,
        "raters": table.raters,
        "minimum_n": MINIMUM_N,
        "not_adjusted": table.not_adjusted or None,
        "cells": cells,
    }


def signal_header(table: SignalTable) -> tuple[str, ...]:
    """The titles of a signal table's columns."""
    return ("signal, per 1,000 words", *(outlet.name for outlet in table.outlets))


def signal_rows(table: SignalTable) -> list[tuple[str, ...]]:
    """One row for each signal: the rate and the words marked most often."""
    return [
        (
            card(signal).title,
            *(signal_text(table.cells[outlet.id, signal], signal) for outlet in table.outlets),
        )
        for signal in table.signals
    ]


def signal_text(cell: SignalCell, signal: str) -> str:
    """The cell in words: rate, then for short marks the most frequent one."""
    if cell.per_thousand is None:
        return "not available"
    shown = f"{cell.per_thousand:.1f}"
    if card(signal).kind == "phrase" and cell.words and signal not in ("quote", "sentiment"):
        first = cell.words[0][0]
        shown += f" {first if len(first) <= 18 else first[:17] + '…'}"
    return shown


def signal_cells(table: SignalTable) -> list[Row]:
    """One flat row for each cell, in the order of `SIGNAL_COLUMNS`."""
    return [
        (
            outlet.id,
            signal,
            cell.findings,
            None if cell.per_thousand is None else round(cell.per_thousand, 2),
            table.words[outlet.id],
            " | ".join(f"{words} ({number})" for words, number in cell.words[:5]),
        )
        for outlet in table.outlets
        for signal in table.signals
        for cell in [table.cells[outlet.id, signal]]
    ]


def signal_record(table: SignalTable) -> dict[str, Any]:
    """The table as the JSON contract describes it."""
    cells = [
        {
            "outlet": outlet.id,
            "signal": signal,
            "findings": cell.findings,
            "per_1000_words": cell.per_thousand,
            "words": [{"text": words, "count": number} for words, number in cell.words],
            **({"unavailable": cell.unavailable} if cell.unavailable else {}),
        }
        for outlet in table.outlets
        for signal in table.signals
        for cell in [table.cells[outlet.id, signal]]
    ]
    return {"words": dict(table.words), "cells": cells}
