"""Scores, and findings if wanted, as W3C Web Annotations."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TextIO

import annotator
from annotator.formats.web_annotations import (
    annotation,
    body_of,
    moment,
    target_of,
    targets_of,
    write_collection,
)
from annotator.model.articles import Article
from annotator.model.findings import Finding
from annotator.model.rubrics import in_language
from annotator.store import articles, streaming
from annotator.store.streaming import Standing
from annotator.workbench.opening import Workspace
from annotator.workbench.pointing import analyses
from annotator.workbench.subjects import Subjects

_AROUND = 32
"""How many code points stand before and after a quote."""
_NAMES = uuid.UUID("5b0f4f9e-6f0b-5a52-9a5c-2d2f7c1f6a10")
"""Under which findings, which are kept under no name, get one of their own: the same words the same name."""


def write_annotations(
    workspace: Workspace,
    subjects: Subjects,
    out: TextIO,
    *,
    story: str | None = None,
    findings: bool = False,
) -> int:
    """How many annotations were written: one for each score that stands; with `findings` those too."""

    def everything() -> Iterator[dict[str, Any]]:
        yield from _scores(workspace, subjects, story)
        if findings:
            yield from _findings(workspace, story)

    total = streaming.count_current(workspace.store, story)
    if findings:
        total += sum(len(analysis.findings) for _, analysis, _ in analyses(workspace, story))
    label = f"Judgements of news articles{f' about {story}' if story else ''}"
    return write_collection(
        everything(), out, id=f"urn:uuid:{uuid.uuid5(_NAMES, workspace.now())}", label=label, total=total
    )


def _scores(workspace: Workspace, subjects: Subjects, story: str | None) -> Iterator[dict[str, Any]]:
    article = lru_cache(maxsize=8)(lambda key: _article(workspace, key))
    for one in streaming.current(workspace.store, story):
        yield _score(one, article(one.article), subjects)


def _article(workspace: Workspace, key: str) -> Article:
    found = articles.get_article(workspace.store, key)
    assert found is not None, "a foreign key keeps the article of a score"
    return found


def _score(one: Standing, article: Article, subjects: Subjects) -> dict[str, Any]:
    rubric = subjects.rubrics[one.rubric]
    criterion = rubric.criterion(one.criterion)
    title = in_language(criterion.title, "en") if criterion else one.criterion
    level = criterion.level(one.level) if criterion and one.level is not None else None
    said = f"{one.level} {in_language(level.label, 'en')}" if level else (one.level or one.answer)
    bodies = [body_of(one.criterion, "tagging"), body_of(f"{title}: {said}", "assessing", "en")]
    if one.note:
        bodies.append(body_of(one.note, "commenting"))
    bodies += [body_of(each.absent, "commenting") for each in one.evidence if each.absent]
    return annotation(
        one.id,
        bodies,
        targets_of(article, one.evidence),
        motivation="assessing",
        created=moment(one.at),
        creator={"type": "Person", "nickname": subjects.who[one.rater].rater},
    )


def _findings(workspace: Workspace, story: str | None) -> Iterator[dict[str, Any]]:
    for article, analysis, version in analyses(workspace, story):
        for one in analysis.findings:
            yield _finding(one, article, version)


def _finding(one: Finding, article: Article, version: str) -> dict[str, Any]:
    from annotator.signals import explain

    text = article.text
    name = f"{article.id} {one.signal} {version} {one.start} {one.end} {one.rule} {one.entry}"
    return annotation(
        str(uuid.uuid5(_NAMES, name)),
        [body_of(one.signal, "tagging"), body_of(explain(one, text), "describing", "en")],
        [
            target_of(
                article,
                one.start,
                one.end,
                quote=text[one.start : one.end],
                prefix=text[max(0, one.start - _AROUND) : one.start],
                suffix=text[one.end : one.end + _AROUND],
            )
        ],
        motivation="highlighting",
        generator={"type": "Software", "name": f"annotator {annotator.__version__}, signals {version}"},
    )
