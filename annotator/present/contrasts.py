"""Differences of outlets, comparisons by part, and distributions: as tables, flat rows and JSON records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.model.rubrics import Rubric, in_language
from annotator.present.comparisons import SCORE_COLUMNS, Row, cell_figures, cell_record, rounded, score_text
from annotator.statistics import MINIMUM_N
from annotator.statistics.shifting import MINIMUM_RATERS
from annotator.workbench.comparing import ScoreTable
from annotator.workbench.contrasting import Difference, PartTable

DIFFERENCE_COLUMNS = (
    "rubric", "criterion", "outlet", "other_outlet", "raters", "mean_difference", "low_95", "high_95",
    "lower", "same", "higher", "sign_p", "too_few",
)  # fmt: skip
DIFFERENCE_HEADER = ("criterion", "from", "to", "raters", "lower/same/higher", "difference", "p")
DISTRIBUTION_COLUMNS = ("rubric", "outlet", "criterion", "level", "number")


def difference_rows(found: Sequence[Difference], language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion and pair of outlets, in words."""
    return [
        (
            in_language(one.criterion.title, language),
            one.one.name,
            one.other.name,
            str(one.shift.raters),
            f"{one.shift.down}/{one.shift.n - one.shift.changed}/{one.shift.up}",
            _in_words(one),
            "–" if one.shift.sign_p is None else f"{one.shift.sign_p:.2g}",
        )
        for one in found
    ]


def _in_words(one: Difference) -> str:
    shift = one.shift
    if shift.mean is None:
        return one.too_few
    mean = f"{shift.mean:+.2f}"
    return f"{mean} [{shift.interval[0]:+.2f}, {shift.interval[1]:+.2f}]" if shift.interval else mean


def difference_cells(found: Sequence[Difference], rubric: Rubric) -> list[Row]:
    """One flat row for each difference, in the order of `DIFFERENCE_COLUMNS`."""
    return [
        (
            rubric.id, one.criterion.id, one.one.id, one.other.id, one.shift.raters, rounded(one.shift.mean),
            *(map(rounded, one.shift.interval or (None, None))),
            one.shift.down, one.shift.n - one.shift.changed, one.shift.up, rounded(one.shift.sign_p),
            one.too_few,
        )
        for one in found
    ]  # fmt: skip


def difference_record(found: Sequence[Difference], rubric: Rubric) -> dict[str, Any]:
    """The differences as the JSON contract describes them."""
    return {
        "rubric": rubric.id,
        "digest": rubric.digest,
        "minimum_n": MINIMUM_N,
        "minimum_raters": MINIMUM_RATERS,
        "differences": [
            {
                "criterion": one.criterion.id,
                "outlet": one.one.id,
                "other_outlet": one.other.id,
                "raters": one.shift.raters,
                "mean_difference": rounded(one.shift.mean),
                "interval_95": [rounded(end) for end in one.shift.interval] if one.shift.interval else None,
                "lower": one.shift.down,
                "same": one.shift.n - one.shift.changed,
                "higher": one.shift.up,
                "sign_p": rounded(one.shift.sign_p),
                "too_few": one.too_few,
            }
            for one in found
        ],
    }


def part_header(table: PartTable) -> tuple[str, ...]:
    """The titles of the columns: the criterion, the part, then the outlets."""
    return ("criterion", table.by, *(outlet.name for outlet in table.outlets))


def part_columns(table: PartTable) -> tuple[str, ...]:
    """The names of the flat columns."""
    return (*SCORE_COLUMNS, table.by)


def part_rows(table: PartTable, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion and part, one cell for each outlet."""
    return [
        (
            in_language(criterion.title, language),
            part or "(none)",
            *(score_text(table.cells[part, outlet.id, criterion.id]) for outlet in table.outlets),
        )
        for criterion in table.rubric.criteria
        for part in table.parts
    ]


def part_cells(table: PartTable, story: str = "") -> list[Row]:
    """One flat row for each cell."""
    return [
        (table.rubric.id, outlet.id, criterion.id, *cell_figures(cell), story, part)
        for part in table.parts
        for outlet in table.outlets
        for criterion in table.rubric.criteria
        for cell in [table.cells[part, outlet.id, criterion.id]]
    ]


def part_record(table: PartTable) -> dict[str, Any]:
    """The comparison as the JSON contract describes it."""
    return {
        "rubric": table.rubric.id,
        "by": table.by,
        "minimum_n": MINIMUM_N,
        "cells": [
            {
                table.by: part,
                "outlet": outlet.id,
                "criterion": criterion.id,
                **cell_record(table.cells[part, outlet.id, criterion.id]),
            }
            for part in table.parts
            for outlet in table.outlets
            for criterion in table.rubric.criteria
        ],
    }


def distribution_header(table: ScoreTable) -> tuple[str, ...]:
    """The titles of the columns: the criterion, the level, then the outlets."""
    return ("criterion", "level", *(outlet.name for outlet in table.outlets))


def distribution_rows(table: ScoreTable, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each level of each criterion, and one for "cannot judge": how many scores."""
    rows: list[tuple[str, ...]] = []
    for criterion in table.rubric.criteria:
        title = in_language(criterion.title, language)
        cells = [table.cells[outlet.id, criterion.id] for outlet in table.outlets]
        for level in criterion.levels:
            said = f"{level.value} {in_language(level.label, language)}"
            rows.append((title, said, *(str(cell.counts[level.value]) for cell in cells)))
        rows.append((title, "cannot judge", *(str(cell.cannot_judge) for cell in cells)))
    return rows


def distribution_cells(table: ScoreTable) -> list[Row]:
    """One flat row for each outlet, criterion and level; the level of "cannot judge" is empty."""
    return [
        (table.rubric.id, outlet.id, criterion.id, level, number)
        for outlet in table.outlets
        for criterion in table.rubric.criteria
        for cell in [table.cells[outlet.id, criterion.id]]
        for level, number in (*cell.counts.items(), (None, cell.cannot_judge))
    ]
