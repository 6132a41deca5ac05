"""Voting again: a round on one article and criterion, after the class has seen and talked over its levels.

The score that somebody gave alone stays what it is, and agreement is about it; the second vote stands beside
it. So both are kept, and what the talk changed can be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.errors import JudgementError, NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater, Role
from annotator.model.modes import Veil
from annotator.model.rubrics import Criterion, Rubric
from annotator.store import raters, rounds, rubrics, scores
from annotator.store.rounds import First, Round, Vote
from annotator.translating import _
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import check_answer, find_criterion
from annotator.workbench.reading import article as read_article
from annotator.workbench.revealing import reveal


@dataclass(frozen=True, slots=True)
class Ballot:
    """Both votes of everybody in a round; nobody is named."""

    round: Round
    article: Article
    criterion: Criterion
    is_open: bool
    first: Mapping[int | None, int]
    """How many gave each level alone; None stands for "cannot judge". Every level is there."""
    second: Mapping[int | None, int]
    """What those who voted again say now."""
    moves: Mapping[tuple[int | None, int | None], int]
    """How many went from one answer to another, those who stayed included."""

    @property
    def voters(self) -> int:
        """How many voted again."""
        return sum(self.second.values())

    @property
    def moved(self) -> int:
        """How many say something else now."""
        return sum(number for (before, now), number in self.moves.items() if before != now)


def open_round(workspace: Workspace, teacher: Rater, article: Article, rubric: Rubric, name: str) -> Round:
    """The round, open for votes from now on. Raises JudgementError for a student, and for a second one."""
    _check_teacher(teacher)
    criterion = find_criterion(rubric, name)
    for one in open_rounds(workspace):
        if (one.article, one.rubric, one.criterion) == (article.id, rubric.digest, criterion.id):
            raise JudgementError(
                _("a round on {criterion} of {article} is open already.").format(
                    criterion=criterion.id, article=article.id
                ),
                _("Close it first, or go on with it."),
            )
    with workspace.store.writing() as connection:
        rubrics.keep(connection, rubric)
        clock = scores.next_clock(connection)
        made = Round(
            workspace.new_id(), clock, teacher.id, article.id, rubric.digest, criterion.id, workspace.now()
        )
        rounds.open_round(connection, made)
    return made


def close_round(workspace: Workspace, teacher: Rater, one: Round) -> None:
    """Nothing; no vote is taken in this round any more."""
    _check_teacher(teacher)
    if one.id in rounds.closed(workspace.store):
        return
    with workspace.store.writing() as connection:
        clock = scores.next_clock(connection)
        rounds.close_round(connection, one, workspace.new_id(), clock, teacher.id, workspace.now())


def open_rounds(workspace: Workspace) -> list[Round]:
    """The rounds that votes can be given in, the latest first."""
    closed = rounds.closed(workspace.store)
    return [one for one in reversed(rounds.opened(workspace.store)) if one.id not in closed]


def all_rounds(workspace: Workspace) -> list[Round]:
    """All rounds there were, the latest first."""
    return list(reversed(rounds.opened(workspace.store)))


def find_round(
    workspace: Workspace, article: str | None = None, criterion: str | None = None, *, is_open: bool = False
) -> Round:
    """The latest round (of an article and criterion, if told); raises NotFoundError where there is none."""
    for one in open_rounds(workspace) if is_open else all_rounds(workspace):
        if article in (None, one.article) and criterion in (None, one.criterion):
            return one
    raise NotFoundError(
        _("there is no open round here.") if is_open else _("there is no round here."),
        _("A teacher opens one: annotator class round open ARTICLE CRITERION"),
    )


def vote(workspace: Workspace, rater: Rater, one: Round, level: int | None, *, note: str = "") -> Vote:
    """The rater's vote in an open round, on the disk beside the score the rater gave alone.

    `level` None stands for "cannot judge". Raises JudgementError in a closed round, and for who has not
    judged alone before.
    """
    if one.id in rounds.closed(workspace.store):
        raise JudgementError(_("this round is closed."), _("Your first score stands."))
    answer = Answer.CANNOT_JUDGE if level is None else Answer.LEVEL
    check_answer(find_criterion(kept_rubric(workspace, one.rubric), one.criterion), answer, level)
    first = first_vote(workspace, rater, one)
    see_round(workspace, rater, one)
    with workspace.store.writing() as connection:
        clock = scores.next_clock(connection)
        made = Vote(
            workspace.new_id(), clock, rater.id, one.article, one.rubric, one.criterion, answer.value, level,
            " ".join(note.split()), one.id, first.score, workspace.now(),
        )  # fmt: skip
        rounds.append_vote(connection, made)
    return made


def first_vote(workspace: Workspace, rater: Rater, one: Round) -> First:
    """What the rater had given alone; raises JudgementError where that is nothing."""
    found = rounds.first_votes(workspace.store, one.article, one.rubric, one.criterion).get(rater.id)
    if found is None:
        raise JudgementError(
            _("{handle} has not judged {criterion} of {article} alone yet.").format(
                handle=rater.handle, criterion=one.criterion, article=one.article
            ),
            _("First judge, then look at what others gave."),
        )
    return found


def see_round(workspace: Workspace, rater: Rater, one: Round) -> None:
    """Nothing; it is kept that the rater can see from now on what others gave to the article."""
    reveal(workspace, rater, read_article(workspace, one.article), Veil.OTHERS)


def own_vote(workspace: Workspace, rater: Rater, one: Round) -> Vote | None:
    """The rater's vote as it stands, or None."""
    return rounds.votes_in(workspace.store, one.id).get(rater.id)


def count_votes(workspace: Workspace, one: Round) -> Ballot:
    """Both votes of the students, and who of them moved from where to where."""
    pupils = {each.id for each in raters.list_all(workspace.store) if each.role is Role.STUDENT}
    criterion = find_criterion(kept_rubric(workspace, one.rubric), one.criterion)
    now = {
        rater: given for rater, given in rounds.votes_in(workspace.store, one.id).items() if rater in pupils
    }
    found = rounds.first_votes(workspace.store, one.article, one.rubric, one.criterion)
    first = {rater: given for rater, given in found.items() if rater in pupils}
    for rater, given in now.items():
        pinned = rounds.first_by_id(workspace.store, given.before)
        if pinned is not None:
            first[rater] = pinned
    return Ballot(
        one,
        read_article(workspace, one.article),
        criterion,
        one.id not in rounds.closed(workspace.store),
        _count(criterion, [given.level for given in first.values()]),
        _count(criterion, [given.level for given in now.values()]),
        Counter((first[rater].level, given.level) for rater, given in now.items() if rater in first),
    )


def _count(criterion: Criterion, given: Sequence[int | None]) -> dict[int | None, int]:
    counted = Counter(given)
    return {level: counted[level] for level in (*(one.value for one in criterion.levels), None)}


def _check_teacher(rater: Rater) -> None:
    if rater.role is not Role.TEACHER:
        raise JudgementError(
            _("only a teacher opens and closes rounds, and {handle} is a student.").format(
                handle=rater.handle
            ),
            _("If that is wrong: annotator class roster --teacher {handle}").format(handle=rater.handle),
        )
