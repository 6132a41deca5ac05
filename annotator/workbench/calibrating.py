"""How far each student is from the key, and how strict everybody is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from annotator.model.judgements import Rater, Score
from annotator.model.rubrics import Rubric
from annotator.statistics import MINIMUM_N
from annotator.statistics.severity import Rating, Severities, estimate
from annotator.store import listing, raters, scores
from annotator.translating import _
from annotator.workbench.enrolling import students
from annotator.workbench.opening import Workspace
from annotator.workbench.resolving import Key, Keys, read_key
from annotator.workbench.training import without_training


@dataclass(frozen=True, slots=True)
class Distance:
    """One student beside the key on one criterion, over the articles that both have a level for."""

    criterion: str
    n: int
    exact: float
    """The share of articles with the key's level."""
    within_one: float
    """The share at most one step away."""
    leaning: float
    """The mean of student less key, in steps: below 0 gives lower levels than the key, above 0 higher."""

    @property
    def too_few(self) -> bool:
        """True when there are too few articles to speak of a leaning."""
        return self.n < MINIMUM_N


@dataclass(frozen=True, slots=True)
class Missed:
    """One score that is not the key's, with the words on which the key rests."""

    score: Score
    key: Key


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One student."""

    rater: Rater
    distances: tuple[Distance, ...]
    """One for each criterion with something to compare, in the rubric's order."""
    missed: tuple[Missed, ...]
    """The furthest first."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A class beside its key."""

    rubric: Rubric
    keys: Keys
    students: tuple[Calibrated, ...]
    """By handle."""
    severities: Severities | None
    """Of students and teachers, when levels of the criteria can be put on one scale; else None."""
    no_severities: str
    """Why there are none."""
    outlets: Mapping[str, str]
    """The outlet of each article."""


def calibrate(workspace: Workspace, *, story: str | None, rubric: Rubric) -> Calibration:
    """Each student's distance from the key, with what to look at again; and severities from all scores."""
    keys = read_key(workspace, story=story, rubric=rubric)
    standing = scores.all_current(workspace.store, story, rubric.digest)
    mine: dict[str, list[Score]] = defaultdict(list)
    for score in standing:
        mine[score.rater].append(score)
    found = tuple(_compare(one, mine[one.id], keys, rubric) for one in students(workspace))
    severities, why_not = measure_severity(without_training(workspace, rubric, standing), rubric)
    outlets = {key: head.outlet for key, head in listing.heads(workspace.store).items()}
    return Calibration(rubric, keys, found, severities, why_not, outlets)


def measure_severity(standing: Sequence[Score], rubric: Rubric) -> tuple[Severities | None, str]:
    """The many-facet Rasch estimates from these scores, or None and why there are none."""
    sizes = {len(criterion.levels) for criterion in rubric.criteria}
    if len(sizes) > 1:
        return None, _("the criteria have different numbers of levels, so there is no common scale")
    steps = _steps(rubric)
    ratings = [
        Rating(one.rater, one.article, one.criterion, steps[one.criterion, one.level])
        for one in standing
        if one.level is not None and (one.criterion, one.level) in steps
    ]
    if len({one.rater for one in ratings}) < 2:
        return None, _("too few: one rater alone is neither strict nor lenient")
    found = estimate(ratings, sizes.pop() - 1)
    return found, "" if found else _("everybody gave the same level everywhere")


def names(workspace: Workspace) -> dict[str, str]:
    """The handle of each rater, by id."""
    return {one.id: one.handle for one in raters.list_all(workspace.store)}


def _steps(rubric: Rubric) -> dict[tuple[str, int], int]:
    """Which step of its scale each level is, from 0."""
    return {
        (criterion.id, level.value): place
        for criterion in rubric.criteria
        for place, level in enumerate(criterion.levels)
    }


def _compare(rater: Rater, given: Sequence[Score], keys: Keys, rubric: Rubric) -> Calibrated:
    steps = _steps(rubric)
    apart: dict[str, list[int]] = defaultdict(list)
    missed: list[tuple[int, Missed]] = []
    for score in given:
        key = keys.keys.get((score.article, score.criterion))
        if key is None or key.level is None or score.level is None:
            continue
        distance = steps[score.criterion, score.level] - steps[score.criterion, key.level]
        apart[score.criterion].append(distance)
        if distance:
            missed.append((abs(distance), Missed(score, key)))
    missed.sort(key=lambda one: -one[0])
    return Calibrated(
        rater,
        tuple(_distance(one.id, apart[one.id]) for one in rubric.criteria if apart[one.id]),
        tuple(one for _, one in missed),
    )


def _distance(criterion: str, apart: Sequence[int]) -> Distance:
    return Distance(
        criterion,
        len(apart),
        fmean(one == 0 for one in apart),
        fmean(abs(one) <= 1 for one in apart),
        fmean(apart),
    )
