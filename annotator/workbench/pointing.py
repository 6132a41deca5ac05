"""What the signals found and measured, as tables."""

from __future__ import annotations

from collections.abc import Iterator

import annotator
from annotator.formats.columns import Sheet, sheet_of
from annotator.formats.finding_columns import (
    FINDING_COLUMNS,
    MEASUREMENT_COLUMNS,
    FindingRow,
    MeasurementRow,
)
from annotator.model.articles import Article
from annotator.model.findings import Analysis, Unavailable
from annotator.store import articles
from annotator.workbench.analyzing import ask, kept_analysis, version_of
from annotator.workbench.opening import Workspace
from annotator.workbench.subjects import Subjects


def finding_sheet(workspace: Workspace, subjects: Subjects, *, story: str | None = None) -> Sheet:
    """The table of findings; run `analyze_all` first, else each writing asks the signals again."""
    return sheet_of(
        "signals",
        "One row for each finding of a signal: words that deserve a second look.",
        FINDING_COLUMNS,
        lambda: _findings(workspace, subjects, story),
    )


def measurement_sheet(workspace: Workspace, subjects: Subjects, *, story: str | None = None) -> Sheet:
    """The table of measurements: one row for each article and signal, those that cannot answer included."""
    return sheet_of(
        "measurements",
        "One row for each article and signal or measure: its number, or why there is none.",
        MEASUREMENT_COLUMNS,
        lambda: _measurements(workspace, subjects, story),
    )


def analyses(workspace: Workspace, story: str | None) -> Iterator[tuple[Article, Analysis, str]]:
    """Each article with what the signals say about it and the version of the signals; writes nothing."""
    versions: dict[str, str] = {}
    for article in articles.iterate_articles(workspace.store, story):
        if article.language not in versions:
            versions[article.language] = version_of(workspace, article.language)
        found = kept_analysis(workspace, article) or ask(article, workspace.folder)
        yield article, found, versions[article.language]


def _findings(workspace: Workspace, subjects: Subjects, story: str | None) -> Iterator[FindingRow]:
    from annotator.signals import explain

    for article, analysis, version in analyses(workspace, story):
        for one in analysis.findings:
            yield FindingRow(
                subjects.about[article.id],
                one,
                version,
                article.text[one.start : one.end],
                explain(one, article.text),
                annotator.__version__,
            )


def _measurements(workspace: Workspace, subjects: Subjects, story: str | None) -> Iterator[MeasurementRow]:
    for article, analysis, version in analyses(workspace, story):
        for signal, said in analysis.measurements.items():
            value, unit, reason = (
                ("", "", said.reason)
                if isinstance(said, Unavailable)
                else (f"{said.value:.6g}", said.unit, "")
            )
            yield MeasurementRow(
                subjects.about[article.id], signal, version, value, unit, reason, annotator.__version__
            )
