"""Workspaces with two articles, a rater and a rubric of each kind of evidence rule."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.model.articles import Article
from annotator.model.judgements import Rater
from annotator.model.rubrics import Rubric
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace, create_workspace, open_workspace
from annotator.workbench.rating import ensure_rater, load_rubric
from annotator.workbench.reading import find_article

RUBRIC = """\
id: small
version: "1"
title: {en: Small}
description: {en: For tests}
source_note: ours
criteria:
"""
CRITERION = """\
  - id: {id}
    title: {{en: "{id}"}}
    question: {{en: "How?"}}
    evidence: {rule}
    levels:
"""
LEVEL = """\
      - value: {value}
        label: {{en: "level {value}"}}
        descriptor: {{en: "d{value}"}}
        example: {{en: "e{value}"}}
"""

COUNCIL = """\
---
outlet: gazette
language: en
story: council
headline: Scummy council decides again
---
Scummy council decides again

The council allegedly met in secret. “We did not,” said the mayor.
"""
HARBOUR = "Fire at the old harbour\n\nThe fire broke out at night. Nobody was hurt.\n"


def rubric_text() -> str:
    levels = "".join(LEVEL.format(value=value) for value in range(1, 5))
    rules = {"tone": "none", "sourcing": "quote-or-absence", "balance": "quote"}
    return RUBRIC + "".join(CRITERION.format(id=name, rule=rule) + levels for name, rule in rules.items())


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture(scope="session")
def begun_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that every test gets a copy of."""
    folder = tmp_path_factory.mktemp("begun")
    files = tmp_path_factory.mktemp("files")
    (files / "council.md").write_text(COUNCIL, encoding="utf-8")
    (files / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "rubrics").mkdir()
    (folder / "rubrics" / "small.yaml").write_text(rubric_text(), encoding="utf-8")
    with create_workspace(folder) as workspace:
        add_sources(workspace, [files])
        ensure_rater(workspace, "rania")
    return folder


@pytest.fixture
def folder(begun_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(begun_folder, tmp_path / "workspace"))


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with open_workspace(folder, clock=Clock()) as opened:
        yield opened


@pytest.fixture
def rater(workspace: Workspace) -> Rater:
    return ensure_rater(workspace, "rania")


@pytest.fixture
def rubric(workspace: Workspace) -> Rubric:
    return load_rubric(workspace, "small")


@pytest.fixture
def council(workspace: Workspace) -> Article:
    return find_article(workspace, "council")


@pytest.fixture
def harbour(workspace: Workspace) -> Article:
    return find_article(workspace, "harbour")
