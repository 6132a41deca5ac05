"""The history of a rater's judgements of one article: nothing in it was ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Rater, Score
from annotator.store import raters, reveals, scores, trails
from annotator.store.reveals import Revealed
from annotator.store.trails import Step
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.opening import Workspace

TAKEN_BACK = "taken back"
UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of history: a score, or a reveal."""

    at: str
    score: Score | None = None
    rubric: str = ""
    """The rubric's id and version."""
    reveal: str = ""
    """`outlet`, `signals` or `others`, where this is a reveal."""
    mark: str = ""
    """`taken back` for a score that an undo took back, `undo` and `redo` for the rows that they append."""
    standing: bool = False
    """True for the score that counts today."""


def known_rater(workspace: Workspace, name: str) -> Rater:
    """The rater with this handle or id; nobody is made. Raises `NotFoundError`."""
    found = raters.with_name(workspace.store, name)
    if len(found) == 1:
        return found[0]
    if found:
        ids = " or ".join(rater.id for rater in found)
        raise NotFoundError(f"{len(found)} raters are called {name}.", f"Say which one by its id: {ids}.")
    handles = ", ".join(rater.handle for rater in raters.list_all(workspace.store)[:10])
    raise NotFoundError(
        f"there is no rater called {name} here.", f"There is {handles}." if handles else "Nobody scored yet."
    )


def trace(workspace: Workspace, rater: Rater, article: Article) -> list[Entry]:
    """Everything the rater ever said about the article's criteria and every reveal, in order."""
    steps = trails.of_article(workspace.store, rater.id, article.id)
    marks = marks_of(steps)
    names = {digest: _name(workspace, digest) for digest in {step.rubric for step in steps}}
    standing = {(step.rubric, step.criterion): step.id for step in steps}
    lines = [
        (
            (step.order, step.id),
            Entry(
                step.at,
                score=scores.get_score(workspace.store, step.id),
                rubric=names[step.rubric],
                mark=marks[step.id],
                standing=step.answer != "withdrawn" and standing[step.rubric, step.criterion] == step.id,
            ),
        )
        for step in steps
    ]
    lines += [((one.order, one.id), _revealed(one)) for one in _reveals(workspace, rater, article)]
    return [entry for _, entry in sorted(lines, key=lambda line: line[0])]


def marks_of(steps: Sequence[Step]) -> dict[str, str]:
    """For each score in order: whether it was taken back, or made by undo or redo, or nothing.

    A score that undoes a judgement takes it back; one that undoes such a taking back does it again, and can
    be undone in its turn.
    """
    marks: dict[str, str] = {}
    judged: dict[str, str] = {}
    for step in steps:
        again = marks.get(step.undoes) == UNDO
        marks[step.id] = "" if not step.undoes else REDO if again else UNDO
        judged[step.id] = judged.get(step.undoes, step.undoes) or step.id
        if step.undoes:
            marks[judged[step.id]] = "" if again else TAKEN_BACK
    return marks


def _reveals(workspace: Workspace, rater: Rater, article: Article) -> list[Revealed]:
    return reveals.of_article(workspace.store, rater.id, article.id)


def _revealed(one: Revealed) -> Entry:
    return Entry(one.at, reveal=one.what)


def _name(workspace: Workspace, digest: str) -> str:
    rubric = kept_rubric(workspace, digest)
    return f"{rubric.id} {rubric.version}"
