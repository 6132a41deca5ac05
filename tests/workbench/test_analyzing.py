"""Signals about stored articles, and the cache that can be dropped."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.articles import Article, article_id
from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.spans import Span
from annotator.store import articles, caches
from annotator.workbench.analyzing import analyze_all, analyze_article, analyze_text, kept_analysis
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import list_articles


def test_an_analysis_is_kept_and_comes_back_equal(workspace: Workspace, council: Article) -> None:
    assert kept_analysis(workspace, council) is None
    asked = analyze_article(workspace, council)
    assert asked.findings
    assert kept_analysis(workspace, council) == asked
    assert all(council.text[one.start : one.end] for one in asked.findings)


def test_the_cache_keeps_every_kind_of_answer(workspace: Workspace) -> None:
    key = caches.Key("f" * 64, "hi", Span(0, 4), "1")
    analysis = Analysis(
        "hi",
        (Finding(0, 4, "hedge", "entry", "कथित", 1.5, "शक"), Finding(0, 9, "sentiment", "line")),
        {"hedge": Measurement(3.25, "per 1,000 words", {"words": 300}), "vader": Unavailable("not Hindi")},
    )  # fmt: skip
    caches.keep(workspace.store, [(key, analysis)])
    assert caches.load(workspace.store, key) == analysis


def test_absent_is_not_zero_in_the_counts() -> None:
    analysis = Analysis("hi", (), {"hedge": Measurement(0.0, "x"), "sentiment": Unavailable("no list")})
    assert caches.counts(analysis) == {"hedge": 0}


def test_what_older_signals_said_is_not_shown_and_makes_room(workspace: Workspace, council: Article) -> None:
    old = caches.Key(council.fingerprint, council.language, council.headline, "old")
    caches.keep(workspace.store, [(old, Analysis("en", (), {}))])
    assert list_articles(workspace, None, None)[0].counts is None
    analyze_article(workspace, council)
    assert list_articles(workspace, None, None)[0].counts
    assert not caches.has(workspace.store, old)


def test_all_are_analysed_once_and_the_cache_can_be_dropped(workspace: Workspace) -> None:
    heard: list[tuple[int, int]] = []
    assert analyze_all(workspace, on_progress=lambda done, total: heard.append((done, total))) == 2
    assert heard == [(1, 2), (2, 2)]
    assert analyze_all(workspace) == 0
    caches.drop(workspace.store)
    assert analyze_all(workspace, story="council") == 1


def test_two_outlets_with_one_text_share_an_analysis(workspace: Workspace, council: Article) -> None:
    twin = replace(council, id=article_id("herald", council.text), outlet="herald")
    articles.add_articles(workspace.store, [(twin, 15)])
    assert kept_analysis(workspace, twin) is None
    assert analyze_article(workspace, council) == kept_analysis(workspace, twin)


def test_a_text_in_no_workspace_is_analysed_too() -> None:
    text = "Scummy council decides again\n\nThe council allegedly met in secret, the mayor said.\n"
    analysis, headline, language = analyze_text(text)
    assert language == analysis.language == "en"
    assert text[headline.start : headline.end] == "Scummy council decides again"
    _, headline, _ = analyze_text(text, title="The council allegedly met")
    assert text[headline.start : headline.end] == "The council allegedly met"
