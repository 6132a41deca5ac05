"""Anchoring: how far scores move once something hidden is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from annotator.model.judgements import Answer
from annotator.model.modes import Veil
from annotator.model.rubrics import Rubric
from annotator.statistics.shifting import Shift, measure_shift
from annotator.store import reveals, trails
from annotator.store.trails import Step
from annotator.workbench.opening import Workspace
from annotator.workbench.tracing import marks_of

SEPARATE = (Veil.OUTLET.value, Veil.SIGNALS.value)
"""The reveals that are always reported; what was seen together with something else is a kind of its own."""


@dataclass(frozen=True, slots=True)
class ShiftCell:
    """What one kind of reveal did to the scores of one criterion."""

    first: Shift
    """From the last score before the reveal to the first one after it."""
    last: Shift
    """From the last score before the reveal to the last one after it, before anything else was seen."""
    cannot_judge: int
    """Pairs in which one of the two is "cannot judge": no move can be counted in levels."""
    not_again: int
    """Scores given before a reveal whose criterion was not scored again after it."""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Shifts by criterion and reveal."""

    rubric: Rubric
    kinds: tuple[str, ...]
    """`outlet`, `signals`, and what was seen at once, such as `outlet+signals`."""
    cells: Mapping[tuple[str, str], ShiftCell]
    """By criterion id and kind; every pair is there."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A judgement that was not taken back, with all that its rater had seen by then."""

    step: Step
    seen: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Step
    first: Step
    last: Step


def measure_anchoring(workspace: Workspace, *, story: str | None, rubric: Rubric) -> Anchoring:
    """How far the scores of each criterion moved from before to after each kind of reveal.

    Only judgements count that were made and not taken back; the rows that undo and redo append do not. What
    a rater has seen at any score of an article counts as seen from then on, whatever a later row says: nobody
    is blind a second time.
    """
    pairs: dict[tuple[str, str], list[_Pair]] = {}
    waiting: dict[tuple[str, str], int] = {}
    later = _reveals(workspace, story)
    for (rater, article), steps in groupby(
        trails.all_of(workspace.store, story), key=lambda step: (step.rater, step.article)
    ):
        for criterion, judged in _judgements(list(steps), rubric).items():
            for kind, pair in _pairs(judged):
                pairs.setdefault((criterion, kind), []).append(pair)
            for what in _unanswered(judged[-1], later.get((rater, article), [])):
                waiting[criterion, what] = waiting.get((criterion, what), 0) + 1
    kinds = (*SEPARATE, *sorted({kind for _, kind in pairs} - set(SEPARATE)))
    cells = {
        (criterion.id, kind): _cell(pairs.get((criterion.id, kind), []), waiting.get((criterion.id, kind), 0))
        for criterion in rubric.criteria
        for kind in kinds
    }
    return Anchoring(rubric, kinds, cells)


def _reveals(workspace: Workspace, story: str | None) -> dict[tuple[str, str], list[reveals.Revealed]]:
    found: dict[tuple[str, str], list[reveals.Revealed]] = {}
    for one in reveals.all_of(workspace.store, story):
        found.setdefault((one.rater, one.article), []).append(one)
    return found


def _judgements(steps: Sequence[Step], rubric: Rubric) -> dict[str, list[_Judged]]:
    """The judgements under this rubric that were not taken back, by criterion, in order."""
    marks = marks_of(steps)
    found: dict[str, list[_Judged]] = {}
    seen: frozenset[str] = frozenset()
    for step in steps:
        seen |= {what.value for what in Veil if getattr(step.conditions, what.value)}
        kept = not step.undoes and not marks[step.id] and step.answer != Answer.WITHDRAWN.value
        if kept and step.rubric == rubric.digest:
            found.setdefault(step.criterion, []).append(_Judged(step, seen))
    return found


def _pairs(judged: Sequence[_Judged]) -> Iterable[tuple[str, _Pair]]:
    """For each time that more was seen: what, and the judgements around it."""
    runs = [list(run) for _, run in groupby(judged, key=lambda one: one.seen)]
    for earlier, later in pairwise(runs):
        new = later[0].seen - earlier[-1].seen
        kind = "+".join(what.value for what in Veil if what.value in new)
        yield kind, _Pair(earlier[-1].step, later[0].step, later[-1].step)


def _unanswered(last: _Judged, revealed: Sequence[reveals.Revealed]) -> set[str]:
    """What was revealed to the rater after the last judgement, and was not known by then."""
    return {one.what for one in revealed if one.order > last.step.order and one.what not in last.seen}


def _cell(pairs: Sequence[_Pair], not_again: int) -> ShiftCell:
    first = _moves((pair.before, pair.first) for pair in pairs)
    last = _moves((pair.before, pair.last) for pair in pairs)
    shift = measure_shift(first)
    return ShiftCell(
        shift, shift if last == first else measure_shift(last), len(pairs) - len(first), not_again
    )


def _moves(pairs: Iterable[tuple[Step, Step]]) -> list[tuple[str, int]]:
    return [
        (after.rater, after.level - before.level)
        for before, after in pairs
        if before.level is not None and after.level is not None
    ]
