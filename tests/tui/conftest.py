"""Workspaces with the seeds in them, and ways to look at the screen and wait for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from annotator.model.articles import Article
from annotator.model.findings import Analysis, Finding, Measurement
from annotator.model.judgements import Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.workbench.analyzing import keep_analysis
from annotator.workbench.opening import FILE_NAME, Workspace, open_workspace
from annotator.workbench.rating import ensure_rater, load_rubric
from annotator.workbench.reading import article, list_articles
from annotator.workbench.seeding import seed

FOUND = {"hedge": r"[Aa]lleged(ly)?|कथित", "loaded": r"scummy|malintenzionati", "praise": r"rising star"}


def analysis_of(text: str, language: str) -> Analysis:
    """Findings that depend on no word list, so that the screens are tested and not the lists."""
    findings = [
        Finding(*match.span(), signal, "entry", match.group().lower())
        for signal, pattern in FOUND.items()
        for match in re.finditer(pattern, text)
    ]
    counts = {signal: sum(finding.signal == signal for finding in findings) for signal in FOUND}
    measured = {signal: Measurement(float(number), "findings") for signal, number in counts.items()}
    return Analysis(language, tuple(sorted(findings)), measured)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace in which everything is analysed."""
    folder = tmp_path_factory.mktemp("seeded")
    with open_workspace(folder, create=True) as workspace:
        seed(workspace)
        for row in list_articles(workspace, None, None):
            read = article(workspace, row.id)
            keep_analysis(workspace, read, analysis_of(read.text, read.language))
        workspace.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def workspace(seeded: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The seeds, for one test."""
    shutil.copy(seeded / FILE_NAME, tmp_path / FILE_NAME)
    with open_workspace(tmp_path) as opened:
        yield opened


@pytest.fixture
def rater(workspace: Workspace) -> Rater:
    """A student."""
    return ensure_rater(workspace, "rania")


@pytest.fixture
def rubric(workspace: Workspace) -> Rubric:
    """The core rubric."""
    return load_rubric(workspace)


@pytest.fixture
def app(workspace: Workspace, rater: Rater) -> AnnotatorApp:
    """The app on the seeds."""
    return AnnotatorApp(workspace, rater)


def screen(app: App[None]) -> str:
    """What the terminal shows, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def wait(pilot: Pilot[None]) -> None:
    """Nothing; threads have ended and the screen is up to date."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def open_article(pilot: Pilot[None], words: str) -> Article:
    """The article whose title holds these words, which is on the desk now."""
    from annotator.tui.screens.desk import DeskScreen
    from annotator.tui.widgets.paged_list import PagedList

    await wait(pilot)
    pane = pilot.app.screen.query_one(PagedList)
    for number in range(pane.total):
        pane.point_at(number)
        if words in pane.row.title:
            break
    await pilot.press("enter")
    await wait(pilot)
    desk = pilot.app.screen
    assert isinstance(desk, DeskScreen)
    return desk.article
