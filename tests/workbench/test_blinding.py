"""Judging first and looking later: what is hidden, what a reveal does, what is recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.errors import JudgementError
from annotator.formats.outlets import read_outlets
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence, Rater
from annotator.model.rubrics import Rubric
from annotator.signals import explain
from annotator.store import articles, rubrics
from annotator.workbench.analyzing import analyze_article
from annotator.workbench.blinding import (
    Mode,
    Veil,
    conditions_now,
    get_mode,
    mode_for,
    outlet_labels,
    release_signals,
    reveal,
    set_mode,
    shown_rows,
    view_of,
)
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import current_scores, ensure_rater, record_score, undo
from annotator.workbench.reading import find_article, list_articles
from annotator.workbench.seeding import seed

NAMED = """\
---
outlet: quillon
language: en
story: council
headline: Quillon Post: scummy council decides again
byline: Jane Doe
url: https://quillonpost.example/1
---
Quillon Post: scummy council decides again

Jane Doe of the Quillon Post saw the scummy plan. Write to desk@quillonpost.example.
"""
OUTLETS = '[quillon]\nname = "The Quillon Post"\ndomain = "quillonpost.example"\naliases = ["क्विलन"]\n'


@pytest.fixture
def named(workspace: Workspace, tmp_path: Path) -> Article:
    """An article that names its outlet wherever it can."""
    (tmp_path / "outlets.toml").write_text(OUTLETS, "utf-8")
    (tmp_path / "quillon-post.md").write_text(NAMED, "utf-8")
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, read_outlets(tmp_path / "outlets.toml"))
    add_sources(workspace, [tmp_path / "quillon-post.md"])
    return find_article(workspace, "quillon-post")


def score(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, criterion: str) -> None:
    record_score(
        workspace, rater, article, rubric, criterion, answer=Answer.CANNOT_JUDGE,
        conditions=conditions_now(workspace, rater, article),
    )  # fmt: skip


def test_an_open_view_is_the_article_itself(workspace: Workspace, rater: Rater, named: Article) -> None:
    view = view_of(workspace, rater, named)
    assert view.text_shown is named.text
    assert (view.title, view.byline, view.url, view.source) == (
        named.title,
        "Jane Doe",
        named.url,
        named.source,
    )
    assert view.outlet_label == "The Quillon Post" and view.sees == Conditions()


def test_a_blind_view_names_the_outlet_nowhere(workspace: Workspace, rater: Rater, named: Article) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    view = view_of(workspace, rater, named)
    findings = [
        view.shown(explain(one, view.text_shown)) for one in analyze_article(workspace, named).findings
    ]
    quotes = [view.quote(one.start, one.end) for one in analyze_article(workspace, named).findings]
    (row,) = [
        one.row for one in shown_rows(workspace, rater, _rows(workspace, rater)) if one.row.id == named.id
    ]
    everything = "\n".join([
        view.title, view.text_shown, view.outlet_label, view.byline, view.url, view.source, *findings,
        *quotes, row.title, row.outlet, row.outlet_name, row.source, repr(view),
        view.said(named.text, 0, len(named.text)), view.read(named.title),
    ]).lower()  # fmt: skip
    for telling in ("quillon", "doe", "jane", "क्विलन"):
        assert telling not in everything
    assert len(view.text_shown) == len(named.text)
    assert "scummy" in view.text_shown and findings


def _rows(workspace: Workspace, rater: Rater) -> list:  # type: ignore[type-arg]
    return list_articles(workspace, rater, None)


def test_a_quote_that_cuts_a_name_in_two_hides_its_half(
    workspace: Workspace, rater: Rater, named: Article
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    view = view_of(workspace, rater, named)
    half = named.text.index("Quillon Post saw")
    assert "Quil" not in view.quote(half, half + 4)
    assert view.said(named.text, half, half + 4) == f"[{view.outlet_label}]"


def test_the_stored_text_is_never_changed(workspace: Workspace, rater: Rater, named: Article) -> None:
    set_mode(workspace, rater, Mode.BOTH)
    view_of(workspace, rater, named)
    assert find_article(workspace, "quillon-post") == named
    evidence = view_of(workspace, rater, named).quote(*named.headline)
    assert evidence != named.title


def test_labels_are_neutral_reproducible_and_stay(tmp_path: Path) -> None:
    orders = set()
    with open_workspace(tmp_path, create=True) as workspace:
        seed(workspace)
        for number in range(12):
            rater = ensure_rater(workspace, f"r{number}")
            labels = outlet_labels(workspace, rater, "tiktok-settlement")
            assert sorted(labels.values()) == [f"Outlet {letter}" for letter in "ABCDE"]
            assert outlet_labels(workspace, rater, "tiktok-settlement") == labels
            orders.add(tuple(sorted(labels, key=labels.__getitem__)))
        assert len(orders) > 6, "raters who compare notes learn nothing from letters"
        (tmp_path / "late.txt").write_text("A late report\n\nIt came late.\n", "utf-8")
        add_sources(workspace, [tmp_path / "late.txt"], story="tiktok-settlement", outlet="aaa")
        later = outlet_labels(workspace, rater, "tiktok-settlement")
        assert later == {**labels, "aaa": "Outlet F"}, "an outlet that comes late moves no letter"


def test_modes_are_kept_for_the_rater_and_an_assignment_goes_before(
    folder: Path, workspace: Workspace, rater: Rater, rubric: Rubric, council: Article, harbour: Article
) -> None:
    assert get_mode(workspace, rater) is Mode.OPEN
    set_mode(workspace, rater, Mode.SIGNALS_AFTER)
    with workspace.store.writing() as connection:
        rubrics.keep(connection, rubric)
        connection.execute(
            "INSERT INTO assignments VALUES ('k', ?, ?, ?, 1, 'both', 'now', '')",
            (rater.id, council.id, rubric.digest),
        )
    with open_workspace(folder) as again:
        assert mode_for(again, rater, council) is Mode.BOTH
        assert mode_for(again, rater, harbour) is Mode.SIGNALS_AFTER
        assert mode_for(again, ensure_rater(again, "omar"), council) is Mode.OPEN


@pytest.mark.parametrize(
    ("mode", "outlet", "signals"),
    [
        ("open", True, True),
        ("blind-outlet", False, True),
        ("signals-after", True, False),
        ("both", False, False),
    ],
)
def test_what_can_be_seen_follows_from_mode_and_reveals(
    workspace: Workspace, rater: Rater, council: Article, mode: str, outlet: bool, signals: bool
) -> None:
    set_mode(workspace, rater, Mode(mode))
    assert conditions_now(workspace, rater, council) == Conditions(outlet, signals, False)
    assert reveal(workspace, rater, council, Veil.OUTLET) is not outlet
    assert reveal(workspace, rater, council, Veil.SIGNALS) is not signals
    assert reveal(workspace, rater, council, Veil.OTHERS)
    assert not reveal(workspace, rater, council, Veil.OTHERS), "seen is seen"
    assert conditions_now(workspace, rater, council) == Conditions(True, True, True)
    rows = workspace.store.rows("SELECT what, at FROM reveals")
    assert len(rows) == 1 + (not outlet) + (not signals)
    assert all(datetime.fromisoformat(at).tzinfo is UTC for _, at in rows)


def test_scores_before_and_after_a_reveal_are_both_kept(
    workspace: Workspace, rater: Rater, rubric: Rubric, named: Article
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    score(workspace, rater, named, rubric, "tone")
    reveal(workspace, rater, named, Veil.OUTLET)
    score(workspace, rater, named, rubric, "tone")
    seen = workspace.store.rows("SELECT saw_outlet, saw_signals FROM scores ORDER BY clock")
    assert seen == [(0, 1), (1, 1)]


def test_signals_come_out_with_the_last_criterion_and_stay_out(
    workspace: Workspace, rater: Rater, rubric: Rubric, council: Article
) -> None:
    set_mode(workspace, rater, Mode.SIGNALS_AFTER)
    for criterion in rubric.criteria:
        assert not conditions_now(workspace, rater, council).signals
        assert not release_signals(workspace, rater, council, rubric)
        score(workspace, rater, council, rubric, criterion.id)
    assert release_signals(workspace, rater, council, rubric)
    assert not release_signals(workspace, rater, council, rubric)
    undo(workspace, rater)
    assert len(current_scores(workspace, rater, council, rubric)) == len(rubric.criteria) - 1
    assert conditions_now(workspace, rater, council).signals, "what was seen cannot be unseen"


def test_rows_of_a_list_hold_back_counts_while_signals_wait(
    workspace: Workspace, rater: Rater, council: Article
) -> None:
    analyze_article(workspace, council)
    set_mode(workspace, rater, Mode.SIGNALS_AFTER)
    shown = {one.row.id: one for one in shown_rows(workspace, rater, _rows(workspace, rater))}
    assert shown[council.id].row.counts is None and shown[council.id].signals_held
    assert shown[council.id].row.outlet == "gazette" and not shown[council.id].outlet_hidden
    reveal(workspace, rater, council, Veil.SIGNALS)
    shown = {one.row.id: one for one in shown_rows(workspace, rater, _rows(workspace, rater))}
    assert shown[council.id].row.counts is not None


def test_a_reveal_for_nobody_is_a_sentence(workspace: Workspace, council: Article) -> None:
    nobody = Rater("nobody", "nobody")
    with pytest.raises(JudgementError, match="nothing was revealed"):
        reveal(workspace, nobody, council, Veil.OTHERS)


def test_evidence_cited_blind_quotes_the_article_itself(
    workspace: Workspace, rater: Rater, rubric: Rubric, named: Article
) -> None:
    from annotator.workbench.rating import cite

    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    start = named.text.index("Jane Doe of")
    evidence: list[Evidence] = [cite(named, start, start + 30)]
    kept = record_score(
        workspace, rater, named, rubric, "balance", answer=Answer.LEVEL, level=2, evidence=evidence
    )
    assert kept.evidence[0].quote == named.text[start : start + 30]
    assert "Doe" not in view_of(workspace, rater, named).quote(start, start + 30)
