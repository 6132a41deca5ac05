"""Where a class differs, and on which words each side rests: something to talk about, without names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from annotator.model.judgements import Answer, Role, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.statistics.ratings import pairs_of
from annotator.store import listing, raters, scores
from annotator.store.listing import Head
from annotator.workbench.opening import Workspace
from annotator.workbench.training import without_training


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words on which a level was based, and what was noted; whose they are is not told."""

    level: int | None
    """None for "cannot judge"."""
    quotes: tuple[str, ...]
    absent: tuple[str, ...]
    """Reasons why nothing can be quoted."""
    note: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One article and criterion."""

    article: Head
    criterion: Criterion
    counts: Mapping[int, int]
    """Scores by level; every level of the criterion is there."""
    cannot_judge: int
    spread: float
    """How far two raters are apart on average: 0 when all agree, 1 when half stands at each end."""
    seen_others: int
    """How many gave their score after they had seen others'."""
    quoted: tuple[Quoted, ...]
    """Lowest level first, "cannot judge" last; within a level in the order of the text."""

    @property
    def n(self) -> int:
        """How many gave a level."""
        return sum(self.counts.values())


def rank_disagreements(
    workspace: Workspace, *, story: str | None, rubric: Rubric, article: str | None = None
) -> list[Disagreement]:
    """What two students or more scored, the widest spread first; then more raters, then more quotes.

    Teachers' scores are left out: they are the key; so is what was judged for training.
    """
    heads = listing.heads(workspace.store)
    pupils = {one.id for one in raters.list_all(workspace.store) if one.role is Role.STUDENT}
    cells: dict[tuple[str, str], list[Score]] = defaultdict(list)
    standing = scores.all_current(workspace.store, story, rubric.digest)
    for score in without_training(workspace, rubric, standing):
        if score.rater in pupils and article in (None, score.article):
            cells[score.article, score.criterion].append(score)
    found = [
        _disagreement(heads[key], criterion, given)
        for (key, name), given in cells.items()
        if (criterion := rubric.criterion(name)) is not None
    ]
    return sorted(
        (one for one in found if one.n > 1),
        key=lambda one: (-one.spread, -one.n, -sum(len(each.quotes) for each in one.quoted)),
    )


def _disagreement(head: Head, criterion: Criterion, given: Sequence[Score]) -> Disagreement:
    steps = {level.value: place for place, level in enumerate(criterion.levels)}
    levels = {score.rater: steps[score.level] for score in given if score.level in steps}
    counted = Counter(score.level for score in given)
    ordered = sorted(given, key=lambda one: (one.level is None, one.level or 0, _place(one), one.note))
    return Disagreement(
        head,
        criterion,
        {level.value: counted[level.value] for level in criterion.levels},
        sum(score.answer is Answer.CANNOT_JUDGE for score in given),
        _spread(levels, len(steps) - 1),
        sum(score.conditions.others for score in given),
        tuple(_quoted(score) for score in ordered if score.evidence or score.note),
    )


def _spread(levels: Mapping[str, int], longest: int) -> float:
    """The mean distance of two raters as a share of the greatest mean that so many raters can have."""
    pairs = pairs_of(levels)
    if not pairs or not longest:
        return 0.0
    half = len(levels) // 2
    greatest = half * (len(levels) - half) / len(pairs)
    return fmean(abs(one - other) for one, other in pairs) / longest / greatest


def _place(score: Score) -> int:
    return min((one.start for one in score.evidence if not one.absent), default=0)


def _quoted(score: Score) -> Quoted:
    return Quoted(
        score.level,
        tuple(one.quote for one in score.evidence if not one.absent),
        tuple(one.absent for one in score.evidence if one.absent),
        score.note,
    )
