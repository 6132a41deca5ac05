"""Judging: scores with evidence, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.errors import JudgementError, NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence, Rater, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.store import scores
from annotator.translating import _, write_number
from annotator.workbench.appending import append_scores
from annotator.workbench.choosing import list_rubrics, load_rubric
from annotator.workbench.drafting import (
    Draft,
    Place,
    load_draft,
    load_place,
    save_draft,
    save_place,
    save_verdict,
    verdicts,
)
from annotator.workbench.joining import ensure_rater, list_raters
from annotator.workbench.opening import Workspace
from annotator.workbench.undoing import redo, undo

__all__ = [
    "Draft",
    "Place",
    "cite",
    "current_scores",
    "ensure_rater",
    "list_raters",
    "list_rubrics",
    "load_draft",
    "load_place",
    "load_rubric",
    "record_score",
    "redo",
    "save_draft",
    "save_place",
    "save_verdict",
    "undo",
    "verdicts",
]

EVERYTHING = Conditions()
"""What a rater can see in an open reading."""

AROUND = 32
"""How many code points before and after a quote are kept with it."""

LONGEST_NOTE = 20_000
"""How many characters of a note are kept; a paste of a megabyte is a mistake."""


def cite(article: Article, start: int, end: int, signal: str = "") -> Evidence:
    """A span of an article as evidence, with its words and what stands around them."""
    text = article.text
    if not 0 <= start < end <= len(text):
        raise JudgementError(
            _("there are no words at this place."), _("Select at least one character of the article.")
        )
    return Evidence(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        signal=signal,
    )


def record_score(
    workspace: Workspace,
    rater: Rater,
    article: Article,
    rubric: Rubric,
    criterion: str,
    *,
    answer: Answer,
    level: int | None = None,
    note: str = "",
    evidence: Sequence[Evidence] = (),
    conditions: Conditions = EVERYTHING,
) -> Score:
    """The score as it now stands on the disk; nothing that happens later can lose it.

    Saying again exactly what already stands adds no row. Raises JudgementError for a criterion or level
    the rubric does not have, and for evidence that is missing or does not match the text.
    """
    asked = find_criterion(rubric, criterion)
    check_answer(asked, answer, level)
    check_evidence(article, asked, answer, evidence)
    score = Score(
        id="",
        rater=rater.id,
        article=article.id,
        rubric=rubric.digest,
        criterion=criterion,
        answer=answer,
        level=level,
        note=_note(note),
        conditions=conditions,
        at="",
        order=0,
        evidence=tuple(evidence),
    )
    return append_scores(workspace, [score], rubric)[0][0]


def current_scores(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> dict[str, Score]:
    """A rater's standing scores of one article by criterion; withdrawn ones are left out."""
    standing = scores.current(workspace.store, rater.id, article.id, rubric.digest)
    return {score.criterion: score for score in standing if score.answer is not Answer.WITHDRAWN}


def find_criterion(rubric: Rubric, id: str) -> Criterion:
    """The criterion of the rubric with this id."""
    found = rubric.criterion(id)
    if found is None:
        known = ", ".join(criterion.id for criterion in rubric.criteria)
        raise NotFoundError(
            _("the rubric {rubric} has no criterion {it}.").format(rubric=rubric.id, it=id),
            _("It has: {known}.").format(known=known),
        )
    return found


def check_answer(criterion: Criterion, answer: Answer, level: int | None) -> None:
    """Nothing, when the criterion can be answered so."""
    if answer is not Answer.LEVEL:
        if level is not None:
            raise JudgementError(
                _("`{answer}` has no level.").format(answer=answer.value), _("Leave the level away.")
            )
    elif level is None or criterion.level(level) is None:
        known = ", ".join(str(one.value) for one in criterion.levels)
        raise JudgementError(
            _("the criterion {criterion} has no level {level}.").format(criterion=criterion.id, level=level),
            _("Its levels: {known}.").format(known=known),
        )


def check_evidence(
    article: Article, criterion: Criterion, answer: Answer, evidence: Sequence[Evidence]
) -> None:
    """Nothing, when the evidence is true to the text and as much as the criterion asks for."""
    for one in evidence:
        if not one.absent and (not one.quote or article.text[one.start : one.end] != one.quote):
            raise JudgementError(
                _("a quote does not stand in the article where it is said to."), _("Select the words again.")
            )
    if answer is not Answer.LEVEL or criterion.evidence == "none":
        return
    quoted = any(not one.absent for one in evidence)
    if quoted or (evidence and criterion.evidence == "quote-or-absence"):
        return
    hint = _("Select words of the article that show it.")
    if criterion.evidence == "quote-or-absence":
        hint = _("Select words of the article that show it, or say why there are none.")
    raise JudgementError(
        _("a score for {criterion} needs evidence.").format(criterion=criterion.id),
        hint,
    )


def _note(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise JudgementError(
            _("this note has {note} characters; at most {longest_note} can be kept.").format(
                note=write_number(len(note)), longest_note=write_number(LONGEST_NOTE)
            ),
            _("Shorten it."),
        )
    return note
