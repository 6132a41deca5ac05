"""How outlets differ: by the raters who scored both, and by group, mode or language. Never one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.articles import Outlet
from annotator.model.rubrics import Criterion, Rubric
from annotator.statistics import MINIMUM_N
from annotator.statistics.shifting import MINIMUM_RATERS, Shift, measure_shift
from annotator.store import contrasts
from annotator.translating import _
from annotator.workbench.comparing import ScoreCell, outlets_of, score_cell
from annotator.workbench.opening import Workspace

By: TypeAlias = Literal["group", "mode", "language"]
MOST_OUTLETS = 12
"""More than these make more pairs than anybody reads."""


MOST_BESIDE = 40
"""More than these beside one outlet are worked out for minutes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one outlet's levels lie from another's, over the raters who gave levels to both."""

    criterion: Criterion
    one: Outlet
    other: Outlet
    shift: Shift
    """From `one` to `other`, one move for each rater: the mean level of the one's articles to the other's."""

    @property
    def too_few(self) -> str:
        """Why figures are missing; empty when none is."""
        raters = self.shift.raters
        if raters < MINIMUM_N:
            return _("too few: {n} of at least {least} raters scored both").format(n=raters, least=MINIMUM_N)
        if raters < MINIMUM_RATERS:
            return _("no interval: {n} of at least {least} raters scored both").format(
                n=raters, least=MINIMUM_RATERS
            )
        return ""


@dataclass(frozen=True, slots=True)
class PartTable:
    """Outlets by criteria, apart for each group, mode or language."""

    rubric: Rubric
    by: By
    parts: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    cells: Mapping[tuple[str, str, str], ScoreCell]
    """By part, outlet id and criterion id; every triple is there."""


def contrast(
    workspace: Workspace, *, story: str | None, rubric: Rubric, between: Sequence[str] = ()
) -> list[Difference]:
    """The difference of every two outlets by each criterion; of those in `between` only, if any are told.

    Raises `AnnotatorError` where there is only one outlet, or more than anybody can look at in pairs.
    """
    outlets = _chosen(outlets_of(workspace, story), between)
    return _differences(workspace, story, rubric, list(combinations(outlets, 2)))


def contrast_with(workspace: Workspace, *, story: str | None, rubric: Rubric, base: str) -> list[Difference]:
    """The difference of every other outlet from the one with the id `base`, by each criterion."""
    outlets = outlets_of(workspace, story)
    if len(outlets) > MOST_BESIDE:
        raise AnnotatorError(
            _("{outlets} outlets are too many to set beside one.").format(outlets=len(outlets)),
            _("Look at one story."),
        )
    one, *_rest = _chosen(outlets, [base, *(outlet.id for outlet in outlets)][:MOST_OUTLETS])
    return _differences(workspace, story, rubric, [(one, other) for other in outlets if other != one])


def _differences(
    workspace: Workspace, story: str | None, rubric: Rubric, pairs: Sequence[tuple[Outlet, Outlet]]
) -> list[Difference]:
    means: dict[tuple[str, str], dict[str, float]] = {}
    for criterion, outlet, rater, mean in contrasts.means_by_rater(workspace.store, story, rubric.digest):
        means.setdefault((criterion, outlet), {})[rater] = mean
    return [
        Difference(
            criterion,
            one,
            other,
            _shift(means.get((criterion.id, one.id), {}), means.get((criterion.id, other.id), {})),
        )
        for criterion in rubric.criteria
        for one, other in pairs
    ]


def _shift(one: Mapping[str, float], other: Mapping[str, float]) -> Shift:
    return measure_shift([(rater, other[rater] - level) for rater, level in one.items() if rater in other])


def _chosen(outlets: Sequence[Outlet], between: Sequence[str]) -> list[Outlet]:
    known = {outlet.id: outlet for outlet in outlets}
    unknown = next((name for name in between if name not in known), None)
    if unknown is not None:
        raise NotFoundError(
            _("no article here is by {unknown}.").format(unknown=unknown),
            _("There is {known}.").format(known=", ".join(known)) if known else "",
        )
    chosen = [known[name] for name in dict.fromkeys(between)] or list(outlets)
    if len(chosen) < 2:
        raise AnnotatorError(
            _("differences need two outlets, and here is only {outlet}.").format(outlet=chosen[0].id)
            if chosen
            else _("differences need two outlets, and here is no article."),
            _("Add the same story from another outlet: annotator add FILE --story STORY --outlet OUTLET"),
        )
    if len(chosen) > MOST_OUTLETS:
        raise AnnotatorError(
            _("{outlets} outlets make {pairs} pairs: too many to read.").format(
                outlets=len(chosen), pairs=len(chosen) * (len(chosen) - 1) // 2
            ),
            _("Choose a story with --story, or outlets with --between A --between B."),
        )
    return chosen


def compare_parts(workspace: Workspace, *, story: str | None, rubric: Rubric, by: By) -> PartTable:
    """The comparison of outlets apart for each group of raters, mode of reading or language of articles."""
    counted: dict[tuple[str, str, str], Counter[int | None]] = {}
    for part, outlet, criterion, level, number in contrasts.tallies_by(
        workspace.store, story, rubric.digest, by
    ):
        counted.setdefault((part, outlet, criterion), Counter())[level] += number
    outlets = outlets_of(workspace, story)
    parts = tuple(dict.fromkeys(part for part, _one, _other in counted))
    cells = {
        (part, outlet.id, criterion.id): score_cell(
            counted.get((part, outlet.id, criterion.id), Counter()),
            [level.value for level in criterion.levels],
        )
        for part in parts
        for outlet in outlets
        for criterion in rubric.criteria
    }
    return PartTable(rubric, by, parts, outlets, cells)
