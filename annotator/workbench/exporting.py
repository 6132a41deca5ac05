"""Scores out to a table that any spreadsheet or statistics program reads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TextIO

import annotator
from annotator.formats.score_csv import ScoreRow, write_scores
from annotator.formats.writing import replacing
from annotator.model.judgements import Role, Score
from annotator.model.rubrics import Rubric, in_language
from annotator.store import listing, raters, scores
from annotator.store.listing import Head
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.gathering import ImportReport, import_scores
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym

__all__ = ["ImportReport", "export_scores", "import_scores"]


def export_scores(
    workspace: Workspace,
    target: Path | TextIO,
    *,
    force: bool = False,
    bom: bool = False,
    identified: bool = True,
) -> int:
    """How many standing scores were written to the table, one row each.

    A file is written whole or not at all; one that is there already is refused without `force`. Without
    `identified` raters stand under codes.
    """
    rows = _rows(workspace, identified)
    if not isinstance(target, Path):
        return write_scores(rows, target, bom)
    with replacing(target, force=force) as out:
        return write_scores(rows, out, bom)


def _rows(workspace: Workspace, identified: bool) -> Iterator[ScoreRow]:
    known = {rater.id: rater for rater in raters.list_all(workspace.store)}
    rubric = cache(lambda digest: kept_rubric(workspace, digest))
    heads = listing.heads(workspace.store)
    for score in scores.all_current(workspace.store):
        rater = known[score.rater]
        yield _row(
            score,
            heads[score.article],
            rubric(score.rubric),
            rater=rater.handle if identified else pseudonym(workspace, rater.id),
            role=rater.role,
            group=rater.group if identified else "",
        )


def _row(score: Score, head: Head, rubric: Rubric, *, rater: str, role: Role, group: str) -> ScoreRow:
    criterion = rubric.criterion(score.criterion)
    level = criterion.level(score.level) if criterion and score.level is not None else None
    return ScoreRow(
        rater=rater,
        article=head.id,
        rubric=rubric.id,
        criterion=score.criterion,
        answer=score.answer,
        level=score.level,
        level_label=in_language(level.label, "en") if level else "",
        role=role.value,
        group=group,
        title=head.title,
        outlet=head.outlet,
        language=head.language,
        story=head.story,
        rubric_version=rubric.version,
        rubric_digest=rubric.digest,
        evidence=score.evidence,
        note=score.note,
        conditions=score.conditions,
        at=score.at,
        score_id=score.id,
        tool_version=annotator.__version__,
    )
