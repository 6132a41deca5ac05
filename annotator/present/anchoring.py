"""Shifts after a reveal as a table, flat rows and JSON records."""

from __future__ import annotations

from typing import Any

from annotator.model.rubrics import in_language
from annotator.statistics import MINIMUM_N
from annotator.statistics.shifting import Shift
from annotator.workbench.anchoring import Anchoring, ShiftCell

HEADER = ("criterion", "after seeing", "n", "shift", "95 %", "changed", "up", "down", "sign p", "not again")
COLUMNS = (
    "rubric",
    "criterion",
    "reveal",
    "score",
    "n",
    "raters",
    "mean_shift",
    "low",
    "high",
    "share_changed",
    "up",
    "down",
    "sign_p",
    "cannot_judge",
    "not_again",
)
NOTHING = "–"


def rows(anchoring: Anchoring, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion and kind of reveal: the move to the first score after it."""
    return [
        (
            in_language(criterion.title, language),
            kind.replace("+", " + "),
            *_shift_words(cell.first),
            str(cell.not_again),
        )
        for criterion in anchoring.rubric.criteria
        for kind in anchoring.kinds
        for cell in [anchoring.cells[criterion.id, kind]]
    ]


def _shift_words(shift: Shift) -> tuple[str, ...]:
    counts = (str(shift.up), str(shift.down))
    if shift.mean is None or shift.share_changed is None or shift.sign_p is None:
        few = f"too few ({shift.n} of {MINIMUM_N})" if shift.n else NOTHING
        return str(shift.n), few, NOTHING, NOTHING, *counts, NOTHING
    low_high = f"{shift.interval[0]:+.2f} to {shift.interval[1]:+.2f}" if shift.interval else NOTHING
    share = f"{shift.share_changed:.0%}"
    return str(shift.n), f"{shift.mean:+.2f}", low_high, share, *counts, f"{shift.sign_p:.3f}"


def flat_rows(anchoring: Anchoring) -> list[tuple[str | float | int | None, ...]]:
    """Two rows for each cell, first and last score after the reveal, in the order of `COLUMNS`."""
    return [
        (anchoring.rubric.id, criterion.id, kind, name, *_figures(shift), cell.cannot_judge, cell.not_again)
        for criterion in anchoring.rubric.criteria
        for kind in anchoring.kinds
        for cell in [anchoring.cells[criterion.id, kind]]
        for name, shift in (("first", cell.first), ("last", cell.last))
    ]


def _figures(shift: Shift) -> tuple[float | int | None, ...]:
    low, high = shift.interval or (None, None)
    share = shift.share_changed
    return shift.n, shift.raters, shift.mean, low, high, share, shift.up, shift.down, shift.sign_p


def record(anchoring: Anchoring) -> dict[str, Any]:
    """The shifts as the JSON contract describes them."""
    cells = [
        {"criterion": criterion.id, "reveal": kind, **_cell_record(anchoring.cells[criterion.id, kind])}
        for criterion in anchoring.rubric.criteria
        for kind in anchoring.kinds
    ]
    return {
        "rubric": anchoring.rubric.id,
        "digest": anchoring.rubric.digest,
        "minimum_n": MINIMUM_N,
        "cells": cells,
    }


def _cell_record(cell: ShiftCell) -> dict[str, Any]:
    return {
        "n": cell.first.n,
        "first": _shift_record(cell.first),
        "last": _shift_record(cell.last),
        "cannot_judge": cell.cannot_judge,
        "not_again": cell.not_again,
    }


def _shift_record(shift: Shift) -> dict[str, Any]:
    return {
        "mean_shift": shift.mean,
        "interval_95": list(shift.interval) if shift.interval else None,
        "share_changed": shift.share_changed,
        "up": shift.up,
        "down": shift.down,
        "sign_p": shift.sign_p,
        "raters": shift.raters,
    }
