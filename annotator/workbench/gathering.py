"""Taking in scores that were gathered elsewhere: on paper, by a form, in another workspace's table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path

from annotator.errors import AnnotatorError, InputError, JudgementError, NotFoundError
from annotator.formats.score_csv import ImportedScore, read_scores
from annotator.model.articles import Article
from annotator.model.judgements import Evidence, Role, Score
from annotator.model.rubrics import Rubric
from annotator.store import scores
from annotator.workbench.appending import append_scores
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import check_answer, cite, find_criterion
from annotator.workbench.reading import find_article

_AT_ONCE = 200
"""How many rows go in with one transaction: a stopped import keeps what was done."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the rows of a table of scores."""

    added: int
    unchanged: int
    """Rows that say what stood already."""
    problems: tuple[AnnotatorError, ...]
    """One for each row that was left out, with its line."""


def import_scores(workspace: Workspace, path: Path, *, rubric: Rubric) -> ImportReport:
    """What became of the table's rows: good ones are scores now, wrong ones are told with their line.

    Scores gathered on paper need no evidence; what evidence is given must stand in the article. A row
    that says what stands already adds nothing, so a table can be taken in twice.
    """
    problems: list[AnnotatorError] = []
    added = unchanged = 0
    find = lru_cache(maxsize=100)(lambda name: find_article(workspace, name))
    rows = read_scores(path)
    while block := list(islice(rows, _AT_ONCE)):
        waiting: list[Score] = []
        for row in block:
            try:
                waiting += _interpret(workspace, row, rubric, find)
            except AnnotatorError as error:
                problems.append(error)
        new = sum(is_new for _, is_new in append_scores(workspace, waiting, rubric)) if waiting else 0
        added += new
        unchanged += len(block) - new
    return ImportReport(added, unchanged - len(problems), tuple(problems))


def _interpret(
    workspace: Workspace, row: ImportedScore | InputError, rubric: Rubric, find: Callable[[str], Article]
) -> list[Score]:
    """The score that a row stands for; none when this very score is here already."""
    if isinstance(row, InputError):
        raise row
    if row.score_id and scores.get_score(workspace.store, row.score_id):
        return []
    try:
        return [_score(workspace, row, rubric, find(row.article))]
    except (JudgementError, NotFoundError) as error:
        raise InputError(error.message, error.hint, row.place) from error


def _score(workspace: Workspace, row: ImportedScore, rubric: Rubric, article: Article) -> Score:
    if row.rubric_digest not in ("", rubric.digest) or (
        not row.rubric_digest and row.rubric not in ("", rubric.id)
    ):
        raise InputError(
            f"this row was scored by another rubric ({row.rubric} {row.rubric_digest[:12]}).",
            "Take the table in with that one: --rubric ID or FILE.",
            row.place,
        )
    criterion = find_criterion(rubric, row.criterion)
    check_answer(criterion, row.answer, row.level)
    evidence = tuple(_placed(article, one) for one in row.evidence)
    return Score(
        id="",
        rater=ensure_rater(
            workspace, row.rater, Role(row.role) if row.role in list(Role) else Role.STUDENT
        ).id,
        article=article.id,
        rubric=rubric.digest,
        criterion=criterion.id,
        answer=row.answer,
        level=row.level,
        note=row.note,
        conditions=row.conditions,
        at=_moment(row.at),
        order=0,
        evidence=evidence,
    )


def _placed(article: Article, given: Evidence) -> Evidence:
    """The evidence with its place: the words are looked for where the table does not say."""
    if given.absent:
        return given
    start = given.start if given.end else article.text.find(given.quote)
    if start < 0 or not given.quote:
        raise JudgementError(
            f"these words do not stand in the article: {given.quote}", "Copy them letter for letter."
        )
    end = start + len(given.quote)
    if article.text[start:end] != given.quote:
        raise JudgementError(f"these words do not stand at {start}: {given.quote}", "Leave the place away.")
    return cite(article, start, end)


def _moment(told: str) -> str:
    """The time a table tells, when it is one with an offset; else "" for now."""
    try:
        return told if datetime.fromisoformat(told).tzinfo else ""
    except ValueError:
        return ""
