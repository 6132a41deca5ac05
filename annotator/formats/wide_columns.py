"""The wide table: one row for each rater and article, two columns and a count for each criterion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from annotator.model.rubrics import Rubric


@dataclass(frozen=True, slots=True)
class WideCell:
    """A rater's answer to one criterion."""

    answer: str
    level: int | None
    quotes: int
    note: str


@dataclass(frozen=True, slots=True)
class WideRow:
    """All that one rater said of one article under one rubric."""

    who: Who
    about: About
    under: Under
    cells: Mapping[str, WideCell]
    """By criterion; what was not answered is missing."""
    saw_outlet: str
    """`yes`, `no`, or `mixed` where it changed between answers."""
    saw_signals: str
    saw_others: str
    tool_version: str


_EITHER = " `mixed` where it changed between two answers."
FIXED: tuple[Column[WideRow], ...] = (
    *who_columns(lambda row: row.who),
    *about_columns(lambda row: row.about),
    *under_columns(lambda row: row.under),
    counted("answered", "How many criteria have an answer, “cannot judge” included.", lambda r: len(r.cells)),
    *(
        Column(name, MEANINGS[name].rstrip(".") + "; `no` when it was not;" + _EITHER, cell)
        for name, cell in {
            "saw_outlet": lambda row: row.saw_outlet,
            "saw_signals": lambda row: row.saw_signals,
            "saw_others": lambda row: row.saw_others,
        }.items()
    ),
    Column("tool_version", MEANINGS["tool_version"], lambda row: row.tool_version),
)
"""The columns before those of the criteria."""
_TAKEN = frozenset(column.name for column in FIXED)
"""A criterion called like one of these has `_level` after its name."""


def wide_columns(rubric: Rubric) -> tuple[Column[WideRow], ...]:
    """The columns of the wide table of one rubric."""
    return (*FIXED, *(column for one in rubric.criteria for column in criterion_columns(one.id)))


def criterion_columns(criterion: str) -> tuple[Column[WideRow], ...]:
    """The four columns of a criterion."""
    name = f"{criterion}_level" if criterion in _TAKEN else criterion
    return (
        counted(
            name,
            "The level. Empty where nothing was answered and where the answer is “cannot judge”.",
            _of(criterion, lambda cell: cell.level),
        ),
        Column(
            f"{criterion}_answer",
            "`level`, `cannot-judge`, or empty where nothing was answered.",
            lambda row: row.cells[criterion].answer if criterion in row.cells else "",
        ),
        counted(
            f"{criterion}_quotes",
            "How many quotes the answer rests on. Empty where nothing was answered.",
            _of(criterion, lambda cell: cell.quotes),
        ),
        Column(
            f"{criterion}_note",
            "What the rater wrote beside the answer.",
            lambda row: row.cells[criterion].note if criterion in row.cells else "",
        ),
    )


def _of(criterion: str, fact: Callable[[WideCell], int | None]) -> Callable[[WideRow], int | None]:
    return lambda row: fact(row.cells[criterion]) if criterion in row.cells else None
