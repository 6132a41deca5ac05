"""Undo and redo: appended rows that restore exactly what stood."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater, Score
from annotator.model.rubrics import Rubric
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import (
    cite,
    current_scores,
    ensure_rater,
    load_rubric,
    record_score,
    redo,
    undo,
)
from annotator.workbench.reading import find_article

Said: TypeAlias = dict[tuple[str, str], Score]

deeds = st.lists(
    st.one_of(
        st.tuples(
            st.just("score"),
            st.sampled_from(("council", "harbour")),
            st.sampled_from(("tone", "sourcing")),
            st.integers(0, 3),
        ),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
        st.tuples(st.just("reopen")),
    ),
    min_size=8,
    max_size=30,
)


def said(workspace: Workspace, rater: Rater, articles: list[Article], rubric: Rubric) -> Said:
    """What stands, without who wrote it when."""
    return {
        (article.id, criterion): replace(score, id="", at="", order=0, undoes="")
        for article in articles
        for criterion, score in current_scores(workspace, rater, article, rubric).items()
    }


def judge(
    workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, criterion: str, level: int
) -> Score:
    if level == 0:
        return record_score(workspace, rater, article, rubric, criterion, answer=Answer.CANNOT_JUDGE)
    evidence = [cite(article, level, level + 5)]
    return record_score(
        workspace, rater, article, rubric, criterion,
        answer=Answer.LEVEL, level=level, note=f"note {level}", evidence=evidence,
    )  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=deeds)
def test_undo_and_redo_walk_through_what_stood(begun_folder: Path, deeds: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(begun_folder, Path(name) / "workspace"))
        workspace = open_workspace(folder)
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "small")
        articles = {stem: find_article(workspace, stem) for stem in ("council", "harbour")}
        states, at = [said(workspace, rater, list(articles.values()), rubric)], 0
        for kind, *rest in deeds:
            if kind == "reopen":
                workspace.close()
                workspace = open_workspace(folder)
            elif kind == "undo":
                assert (undo(workspace, rater) is not None) == (at > 0)
                at = max(0, at - 1)
            elif kind == "redo":
                assert (redo(workspace, rater) is not None) == (at < len(states) - 1)
                at = min(len(states) - 1, at + 1)
            else:
                stem, criterion, level = rest
                judge(workspace, rater, articles[stem], rubric, criterion, int(level))
                now = said(workspace, rater, list(articles.values()), rubric)
                if now != states[at]:
                    states, at = [*states[: at + 1], now], at + 1
            assert said(workspace, rater, list(articles.values()), rubric) == states[at]
        workspace.close()


def test_a_hundred_steps_back_and_forth_across_articles_and_a_restart(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, harbour: Article, rubric: Rubric
) -> None:
    articles = [council, harbour]
    for step in range(180):
        judge(workspace, rater, articles[step % 2], rubric, ("tone", "sourcing")[step % 3 % 2], step % 4)
    rows = workspace.store.row("SELECT count(*) FROM scores")
    final = said(workspace, rater, articles, rubric)
    workspace.close()
    with open_workspace(folder) as again:
        steps = 0
        while undo(again, rater):
            steps += 1
        assert said(again, rater, articles, rubric) == {}
        assert rows == (steps,)
        assert steps >= 100
        for _ in range(steps):
            assert redo(again, rater)
        assert redo(again, rater) is None
        assert said(again, rater, articles, rubric) == final
        assert again.store.row("SELECT count(*) FROM scores") == (3 * steps,)


def test_an_undo_tells_what_stands_now(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    first = judge(workspace, rater, council, rubric, "tone", 1)
    second = judge(workspace, rater, council, rubric, "tone", 2)
    back = undo(workspace, rater)
    assert back is not None
    assert (back.level, back.undoes) == (1, second.id)
    assert back.evidence == first.evidence
    gone = undo(workspace, rater)
    assert gone is not None
    assert (gone.answer, gone.undoes) == (Answer.WITHDRAWN, first.id)


def test_a_new_judgement_clears_what_could_be_done_again_even_after_a_restart(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, harbour: Article, rubric: Rubric
) -> None:
    judge(workspace, rater, council, rubric, "tone", 1)
    undo(workspace, rater)
    judge(workspace, rater, harbour, rubric, "tone", 2)
    assert redo(workspace, rater) is None
    workspace.close()
    with open_workspace(folder) as again:
        assert redo(again, rater) is None
        assert current_scores(again, rater, council, rubric) == {}


def test_one_rater_cannot_undo_what_another_judged(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    judge(workspace, rater, council, rubric, "tone", 1)
    assert undo(workspace, ensure_rater(workspace, "tomo")) is None
    assert current_scores(workspace, rater, council, rubric)["tone"].level == 1


def test_more_than_a_hundred_judgements_are_taken_back_and_done_again_after_a_restart(
    workspace: Workspace,
) -> None:
    rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace, "core")
    articles = [find_article(workspace, name) for name in ("council", "harbour")]
    for number in range(120):
        record_score(
            workspace, rater, articles[number % 2], rubric, rubric.criteria[number % 8].id,
            answer=Answer.CANNOT_JUDGE, note=str(number),
        )  # fmt: skip
    stood = said(workspace, rater, articles, rubric)
    with open_workspace(workspace.folder) as later:
        taken = [undo(later, rater) for _ in range(120)]
        assert all(taken) and undo(later, rater) is None
        assert said(later, rater, articles, rubric) == {}
    with open_workspace(workspace.folder) as latest:
        for _ in range(120):
            redo(latest, rater)
        assert said(latest, rater, articles, rubric) == stood
