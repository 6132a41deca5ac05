"""Means of a comparison with the raters' strictness taken out, beside the plain ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.rubrics import Criterion, Rubric
from annotator.statistics.adjusting import Adjusted, adjust, known_severities
from annotator.statistics.severity import Rating, count_groups, estimate
from annotator.store import contrasts
from annotator.store.contrasts import Given
from annotator.translating import N_
from annotator.workbench.comparing import ScoreTable
from annotator.workbench.opening import Workspace

MOST_SCORES = 20_000
"""With more scores the estimates would keep everybody waiting: some 4 s for so many."""


@dataclass(frozen=True, slots=True)
class Strictness:
    """How strict the raters under one rubric are, from all their standing scores."""

    rubric: Rubric
    given: tuple[Given, ...]
    """Every standing level; empty where there are too many."""
    scales: Mapping[int, tuple[Mapping[str, float], tuple[float, ...]]]
    """By number of levels of a criterion: the severity of each rater, and the thresholds of the scale."""
    reason: str = ""
    """Why there are no adjusted means; empty where there are some."""


def measure_strictness(workspace: Workspace, rubric: Rubric) -> Strictness:
    """The raters' strictness from everything they scored under a rubric, or why it cannot be told.

    Criteria with the same number of levels share a scale. All stories count: who reads strictly reads
    every story strictly, and more scores tell more.
    """
    number = contrasts.count_levels(workspace.store, rubric.digest)
    if number > MOST_SCORES:
        return Strictness(rubric, (), {}, N_("there are too many scores to work them out"))
    given = tuple(contrasts.levels_given(workspace.store, rubric.digest))
    if not given:
        return Strictness(rubric, given, {}, N_("there are too few scores"))
    if len({one.rater for one in given}) < 2:
        return Strictness(rubric, given, {}, N_("one rater alone is neither strict nor lenient"))
    scales, reason = {}, ""
    for size, criteria in _by_size(rubric.criteria).items():
        ratings = _ratings(given, criteria)
        if len({one.rater for one in ratings}) < 2:
            continue
        if count_groups(ratings) > 1:
            reason = N_("some raters share no article with the others, not even by way of others")
            continue
        found = estimate(ratings, size - 1)
        if found is None:
            reason = N_("everybody gave the same level everywhere")
            continue
        scales[size] = (known_severities(found), found.thresholds)
    return Strictness(rubric, given, scales, "" if scales else reason or N_("there are too few scores"))


def adjust_table(table: ScoreTable, strictness: Strictness, *, story: str | None) -> ScoreTable:
    """The table of a story (None: of all) with adjusted means, or with the reason why there are none."""
    by_cell: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    steps = {one.id: _steps(one) for one in table.rubric.criteria}
    for one in strictness.given:
        step = steps.get(one.criterion, {}).get(one.level)
        if step is not None and story in (None, one.story):
            by_cell[one.outlet, one.criterion].append((one.rater, step))
    adjusted: dict[tuple[str, str], Adjusted] = {}
    for criterion in table.rubric.criteria:
        scale = strictness.scales.get(len(criterion.levels))
        for outlet in table.outlets:
            key = outlet.id, criterion.id
            found = adjust(by_cell[key], *scale, tuple(steps[criterion.id])) if scale else None
            if found:
                adjusted[key] = found
    return replace(table, adjusted=adjusted, not_adjusted=strictness.reason)


def _by_size(criteria: Sequence[Criterion]) -> dict[int, list[Criterion]]:
    found: dict[int, list[Criterion]] = defaultdict(list)
    for criterion in criteria:
        found[len(criterion.levels)].append(criterion)
    return found


def _ratings(given: Sequence[Given], criteria: Sequence[Criterion]) -> list[Rating]:
    steps = {one.id: _steps(one) for one in criteria}
    return [
        Rating(one.rater, one.article, one.criterion, steps[one.criterion][one.level])
        for one in given
        if one.level in steps.get(one.criterion, {})
    ]


def _steps(criterion: Criterion) -> dict[int, int]:
    """Which step of its scale each level is, from 0."""
    return {level.value: place for place, level in enumerate(criterion.levels)}
