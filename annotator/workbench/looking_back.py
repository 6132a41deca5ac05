"""Looking back on an article one has judged: own answers beside the key and the class, with others' quotes.

Nothing of it is shown before every criterion has an answer. In a class with a roster a student sees it when
the teacher has released it; a workspace without a roster shows what is in it. Nobody is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import JudgementError
from annotator.model.judgements import Answer, Rater, Role, Score
from annotator.model.modes import Veil
from annotator.store import raters, scores, settings
from annotator.translating import _
from annotator.workbench.blinding import ArticleView, reveal, view_of
from annotator.workbench.enrolling import has_roster
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import current_scores
from annotator.workbench.resolving import Key, read_key

if TYPE_CHECKING:
    from annotator.model.articles import Article
    from annotator.model.rubrics import Criterion, Rubric

_RELEASED = "feedback-released"


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody else answered, and on which words it rests."""

    level: int | None
    """None for "cannot judge"."""
    quotes: tuple[str, ...]
    absent: str
    note: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One of my answers beside those of others."""

    criterion: Criterion
    mine: int | None
    """None for "cannot judge"."""
    key: Key | None
    counts: Mapping[int | None, int]
    """How many of the others gave each level; None stands for "cannot judge". Every level is there."""
    voices: tuple[Voice, ...]
    """The others' words, those at another level than mine first."""

    @property
    def others(self) -> int:
        """How many others answered."""
        return sum(self.counts.values())

    @property
    def from_key(self) -> int | None:
        """Steps between my level and the key's; above 0 mine is higher. None where there are not both."""
        if self.key is None or self.key.level is None or self.mine is None:
            return None
        return self._step(self.mine) - self._step(self.key.level)

    @property
    def from_others(self) -> float | None:
        """Steps between my level and the others' middle one; None where there are not both."""
        levels = sorted(
            self._step(level) for level, number in self.counts.items() if level is not None
            for _ in range(number)
        )  # fmt: skip
        if not levels or self.mine is None:
            return None
        middle = (levels[(len(levels) - 1) // 2] + levels[len(levels) // 2]) / 2
        return self._step(self.mine) - middle

    def _step(self, value: int) -> int:
        return [level.value for level in self.criterion.levels].index(value)


def look_back(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> list[Beside]:
    """My answers beside the key and the others', criterion by criterion; that I have seen them is logged.

    Raises JudgementError with the reason where it is too early, or not released.
    """
    mine = current_scores(workspace, rater, article, rubric)
    left = [one for one in rubric.criteria if one.id not in mine]
    if left:
        raise JudgementError(
            _("what others think of an article shows when you have answered every criterion."),
            _("{left} of {criteria} have no answer yet.").format(
                left=len(left), criteria=len(rubric.criteria)
            ),
        )
    if not is_released(workspace, rater):
        raise JudgementError(
            _("your teacher has not released the class's answers yet."), _("Look again when you are told.")
        )
    given = [
        one
        for one in scores.current_of_article(workspace.store, article.id, rubric.digest)
        if one.answer is not Answer.WITHDRAWN
    ]
    teachers = {one.id for one in raters.list_all(workspace.store) if one.role is Role.TEACHER}
    keys = read_key(workspace, story=article.story, rubric=rubric).keys
    view = view_of(workspace, rater, article)

    def voice(score: Score) -> Voice:
        quotes = tuple(view.quote(one.start, one.end) for one in score.evidence if not one.absent)
        absent = " ".join(view.shown(one.absent) for one in score.evidence if one.absent)
        return Voice(score.level, quotes, absent, view.shown(score.note))

    found = []
    for criterion in rubric.criteria:
        own = mine[criterion.id].level
        others = [
            one
            for one in given
            if one.criterion == criterion.id and one.rater != rater.id and one.rater not in teachers
        ]
        counted = Counter(one.level for one in others)
        key = keys.get((article.id, criterion.id)) if rater.id not in teachers else None
        key = _as_shown(key, view) if key else None
        counts = {value: counted[value] for value in (*(one.value for one in criterion.levels), None)}
        voices = sorted(map(voice, others), key=partial(_order, own))
        found.append(Beside(criterion, own, key, counts, tuple(voices)))
    if any(one.others or one.key for one in found):
        reveal(workspace, rater, article, Veil.OTHERS)
    return found


def _order(own: int | None, one: Voice) -> tuple[bool, int]:
    """Those who say something else than I first, each kind from the lowest level up."""
    return one.level == own, one.level or 0


def _as_shown(key: Key, view: ArticleView) -> Key:
    """The key with its quotes and reason as this rater may see them."""
    evidence = tuple(
        one if one.absent else replace(one, quote=view.quote(one.start, one.end)) for one in key.evidence
    )
    return replace(key, evidence=evidence, reason=view.shown(key.reason))


def is_released(workspace: Workspace, rater: Rater) -> bool:
    """True where this rater may see what others answered: a teacher, or nobody holds it back, or released."""
    if rater.role is Role.TEACHER or not has_roster(workspace):
        return True
    return settings.get(workspace.store, _RELEASED) == "yes"


def release(workspace: Workspace, *, released: bool = True) -> None:
    """Nothing; the students of the class may look back from now on, or no longer."""
    settings.put(workspace.store, _RELEASED, "yes" if released else "no")


def finished_articles(workspace: Workspace, rater: Rater, rubric: Rubric) -> list[str]:
    """The ids of the articles whose every criterion the rater has answered, in order of arrival."""
    return scores.finished(workspace.store, rater.id, rubric.digest, len(rubric.criteria))
