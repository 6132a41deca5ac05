"""A class: two stories told by three outlets, six students, a teacher, a rubric."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater, Score
from annotator.model.rubrics import Rubric
from annotator.workbench.enrolling import enroll
from annotator.workbench.importing import add_sources
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace, create_workspace, open_workspace
from annotator.workbench.rating import cite, load_rubric, record_score
from annotator.workbench.reading import find_article
from tests.workbench.conftest import Clock, rubric_text

STORIES = ("council", "harbour")
OUTLETS = ("gazette", "herald", "mirror")
ROSTER = (
    "Handle,Group,Role\n" + "".join(f"student-{n},8{'ab'[n % 2]},\n" for n in range(6)) + "rossi,,teacher\n"
)


def article_text(story: str, outlet: str) -> str:
    return (
        f"---\noutlet: {outlet}\nstory: {story}\nlanguage: en\n---\n"
        f"The {story} in the {outlet}\n\nThe {story} was in the news. Readers of the {outlet} were told so.\n"
    )


@pytest.fixture(scope="session")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, files = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("articles")
    for story in STORIES:
        for outlet in OUTLETS:
            (files / f"{story}-{outlet}.md").write_text(article_text(story, outlet), encoding="utf-8")
    (folder / "rubrics").mkdir()
    (folder / "rubrics" / "small.yaml").write_text(rubric_text(), encoding="utf-8")
    (files / "roster.csv").write_text(ROSTER, encoding="utf-8")
    with create_workspace(folder) as workspace:
        add_sources(workspace, [files])
        enroll(workspace, files / "roster.csv")
    return folder


@pytest.fixture
def folder(class_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(class_folder, tmp_path / "class"))


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with open_workspace(folder, clock=Clock()) as opened:
        yield opened


@pytest.fixture
def rubric(workspace: Workspace) -> Rubric:
    return load_rubric(workspace, "small")


def rater(workspace: Workspace, number: int) -> Rater:
    return ensure_rater(workspace, f"student-{number}")


def article(workspace: Workspace, story: str, outlet: str) -> Article:
    return find_article(workspace, f"{story}-{outlet}")


def give(
    workspace: Workspace,
    who: Rater,
    what: Article,
    rubric: Rubric,
    criterion: str,
    level: int,
    quote: str = "",
) -> Score:
    """A score, with a quote where one is told."""
    start = what.text.find(quote) if quote else 0
    evidence = [cite(what, start, start + len(quote))] if quote else []
    return record_score(
        workspace, who, what, rubric, criterion, answer=Answer.LEVEL, level=level, evidence=evidence
    )
