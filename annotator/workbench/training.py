"""Training: articles on which a student sees the key after judging, before the ones that count.

What is judged there is left out of agreement and of what the class talks about: who has seen a key on one
question judges the next one with it in mind, and that is what training is for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.articles import Article
from annotator.model.judgements import Rater, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.store import assignments, settings
from annotator.store.assignments import Assignment
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import current_scores
from annotator.workbench.resolving import read_key

EACH, END = "each", "end"
_KEYS = "training-keys"
"""The setting of a student's own workspace that holds the keys out of the pack."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One score beside the key."""

    criterion: Criterion
    given: int | None
    """None for "cannot judge"."""
    key: int | None
    apart: int
    """Steps from the key: 0 the same, below 0 stricter, above 0 more lenient; 0 where either has no level."""
    reason: str
    quotes: tuple[str, ...]
    """On which the key rests."""


def training_mode(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> str:
    """`each` or `end` for an article that the rater has for training under this rubric, else empty."""
    for one in assignments.list_all(workspace.store, rater.id):
        if (one.article, one.rubric) == (article.id, rubric.digest) and one.training:
            return one.training
    return ""


def trained_on(workspace: Workspace, rubric: Rubric) -> frozenset[tuple[str, str]]:
    """Rater and article of everything that is there for training under a rubric."""
    return frozenset(
        (one.rater, one.article)
        for one in assignments.list_all(workspace.store)
        if one.training and one.rubric == rubric.digest
    )


def without_training(workspace: Workspace, rubric: Rubric, given: Iterable[Score]) -> list[Score]:
    """The scores that count: those of training are left out."""
    trained = trained_on(workspace, rubric)
    return [one for one in given if (one.rater, one.article) not in trained]


def feedback_on(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> tuple[Feedback, ...]:
    """The rater's scores of a training article beside the key, as far as they may be seen now.

    Nothing for an article that counts, and nothing before the last criterion where the key waits for the end.
    """
    mode = training_mode(workspace, rater, article, rubric)
    if not mode:
        return ()
    given = current_scores(workspace, rater, article, rubric)
    if mode == END and any(one.id not in given for one in rubric.criteria):
        return ()
    keys = _keys(workspace, article.id, rubric)
    return tuple(
        _beside(criterion, given[criterion.id].level, *keys[criterion.id])
        for criterion in rubric.criteria
        if criterion.id in given and criterion.id in keys
    )


def training_keys(workspace: Workspace, planned: Sequence[Assignment]) -> list[tuple[object, ...]]:
    """The key of what is planned for training, as packs carry it."""
    found: list[tuple[object, ...]] = []
    for digest in dict.fromkeys(one.rubric for one in planned if one.training):
        keys = read_key(workspace, story=None, rubric=kept_rubric(workspace, digest)).keys
        trained = {one.article for one in planned if one.training and one.rubric == digest}
        found += [
            (key.article, digest, key.criterion, key.level, key.reason,
             [piece.quote for piece in key.evidence if piece.quote])
            for key in keys.values()
            if key.article in trained
        ]  # fmt: skip
    return found


def keep_training_keys(workspace: Workspace, keys: Sequence[tuple[object, ...]]) -> None:
    """Nothing; the keys out of a pack are kept for feedback."""
    settings.put(workspace.store, _KEYS, json.dumps(keys, ensure_ascii=False))


def _keys(
    workspace: Workspace, article: str, rubric: Rubric
) -> dict[str, tuple[int | None, str, tuple[str, ...]]]:
    """Level, reason and quotes of the key by criterion: out of the pack, or as it stands here."""
    told = settings.get(workspace.store, _KEYS)
    found = {
        criterion: (level, reason, tuple(map(str, quotes)))
        for one, digest, criterion, level, reason, quotes in (json.loads(told) if told else ())
        if (one, digest) == (article, rubric.digest)
    }
    for (one, criterion), key in read_key(workspace, story=None, rubric=rubric).keys.items():
        if one == article:
            quotes = tuple(piece.quote for piece in key.evidence if piece.quote)
            found[criterion] = (key.level, key.reason, quotes)
    return found


def _beside(
    criterion: Criterion, given: int | None, key: int | None, reason: str, quotes: tuple[str, ...]
) -> Feedback:
    step = {level.value: place for place, level in enumerate(criterion.levels)}
    apart = 0 if given is None or key is None else step[given] - step[key]
    return Feedback(criterion, given, key, apart, reason, quotes)
