"""The key: what a teacher scored, or what was settled with a reason where teachers differ or think again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Evidence, Rater, Role, Score
from annotator.model.rubrics import Rubric
from annotator.store import listing, raters, resolutions, rubrics, scores
from annotator.store.resolutions import Resolution
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import check_answer, find_criterion


@dataclass(frozen=True, slots=True)
class Key:
    """What counts for one article and criterion, and where it comes from."""

    article: str
    criterion: str
    answer: Answer
    level: int | None
    evidence: tuple[Evidence, ...]
    """What the teachers who gave this very answer quoted."""
    by: tuple[str, ...]
    """The handles of those who gave or settled it."""
    settled: bool
    """True for a resolution, False for teachers' own scores."""
    reason: str
    """Of a resolution; for scores the note."""
    at: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """An article and criterion that teachers scored differently, and nobody settled: there is no key."""

    article: str
    criterion: str
    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """The key of a rubric."""

    keys: dict[tuple[str, str], Key]
    """By article and criterion, in the order of articles and criteria."""
    disputed: tuple[Disputed, ...]


def read_key(workspace: Workspace, *, story: str | None, rubric: Rubric) -> Keys:
    """The key as it stands: the latest resolution, else what all teachers who scored it gave alike."""
    known = {one.id: one for one in raters.list_all(workspace.store)}
    given: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for score in scores.all_current(workspace.store, story, rubric.digest, Role.TEACHER.value):
        given[score.article, score.criterion].append(score)
    settled = {
        (one.article, one.criterion): one for one in resolutions.history(workspace.store, rubric.digest)
    }
    keys: dict[tuple[str, str], Key] = {}
    disputed: list[Disputed] = []
    for head in listing.heads(workspace.store).values():
        if story not in (None, head.story):
            continue
        for criterion in rubric.criteria:
            cell = (head.id, criterion.id)
            scored, resolution = given.get(cell, []), settled.get(cell)
            if resolution is not None and resolution.answer != Answer.WITHDRAWN:
                keys[cell] = _settled(resolution, scored, known[resolution.rater])
            elif len({(one.answer, one.level) for one in scored}) > 1:
                disputed.append(Disputed(*cell, tuple(one.level for one in scored)))
            elif scored:
                keys[cell] = _scored(scored, known)
    return Keys(keys, tuple(disputed))


def resolve(
    workspace: Workspace,
    rater: Rater,
    article: Article,
    rubric: Rubric,
    criterion: str,
    *,
    answer: Answer,
    level: int | None = None,
    reason: str,
) -> Resolution:
    """The key of an article and criterion as settled by a teacher, on the disk; WITHDRAWN takes it back.

    Raises JudgementError when the rater is no teacher, or for a missing reason or a level that is none.
    """
    if rater.role is not Role.TEACHER:
        raise JudgementError(
            f"only a teacher settles the key, and {rater.handle} is a student.",
            f"If that is wrong: annotator class roster --teacher {rater.handle}",
        )
    if not reason.strip():
        raise JudgementError("a key that is settled needs a reason.", "Say why: --reason TEXT")
    check_answer(find_criterion(rubric, criterion), answer, level)
    with workspace.store.writing() as connection:
        rubrics.keep(connection, rubric)
        made = Resolution(
            workspace.new_id(), rater.id, article.id, rubric.digest, criterion, answer.value, level,
            reason.strip(), workspace.now(), scores.next_clock(connection),
        )  # fmt: skip
        resolutions.append(connection, made)
    return made


def _settled(resolution: Resolution, scored: list[Score], teacher: Rater) -> Key:
    same = [one for one in scored if (one.answer, one.level) == (resolution.answer, resolution.level)]
    return Key(
        resolution.article,
        resolution.criterion,
        Answer(resolution.answer),
        resolution.level,
        tuple(piece for one in same for piece in one.evidence),
        (teacher.handle,),
        True,
        resolution.reason,
        resolution.at,
    )


def _scored(scored: list[Score], known: dict[str, Rater]) -> Key:
    first = scored[0]
    return Key(
        first.article,
        first.criterion,
        first.answer,
        first.level,
        tuple(piece for one in scored for piece in one.evidence),
        tuple(known[one.rater].handle for one in scored),
        False,
        " / ".join(one.note for one in scored if one.note),
        max(one.at for one in scored),
    )
