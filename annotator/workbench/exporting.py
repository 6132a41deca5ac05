"""Results out to files that spreadsheets, statistics programs and course systems read.

Raters stand under codes everywhere unless `identified` is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO, TypeAlias

from annotator.formats.columns import COMMAS, Dialect, Sheet, sheet_of, write_sheet
from annotator.formats.gradebook_columns import Form
from annotator.formats.verdict_csv import COLUMNS as VERDICT_COLUMNS
from annotator.formats.writing import make_private, replacing
from annotator.store.streaming import snapshot
from annotator.workbench.analyzing import analyze_all
from annotator.workbench.annotating import write_annotations
from annotator.workbench.correcting import verdict_rows
from annotator.workbench.gathering import ImportReport, import_scores
from annotator.workbench.grading import TITLE, gradebook_sheet
from annotator.workbench.opening import Workspace
from annotator.workbench.pointing import finding_sheet, measurement_sheet
from annotator.workbench.subjects import Subjects, gather_subjects, rubric_meant
from annotator.workbench.tabulating import evidence_sheet, score_sheet, wide_sheet

__all__ = [
    "Choice",
    "ImportReport",
    "Kind",
    "export_annotations",
    "export_scores",
    "export_table",
    "import_scores",
    "verdict_sheet",
]

Kind: TypeAlias = Literal["scores", "wide", "gradebook", "evidence", "signals", "measurements"]
_ASKING = ("signals", "measurements")
"""Kinds for which every article has to be analysed first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which results are wanted, and how raters are called."""

    story: str | None = None
    """Only this story's articles."""
    rubric: str | None = None
    """For tables whose columns are a rubric's criteria; see `rubric_meant`."""
    identified: bool = False
    """With handles and groups instead of codes."""
    form: Form = "plain"
    """Of a gradebook."""
    title: str = TITLE
    """What grade items are called in a course system."""


EVERYTHING = Choice()


def export_scores(
    workspace: Workspace,
    target: Path | TextIO,
    *,
    force: bool = False,
    bom: bool = False,
    identified: bool = False,
) -> int:
    """How many standing scores were written to the table, one row each (see `export_table`)."""
    choice = Choice(identified=identified)
    return export_table(workspace, "scores", target, choice, force=force, dialect=Dialect(bom=bom))


def export_table(
    workspace: Workspace,
    kind: Kind,
    target: Path | TextIO,
    choice: Choice = EVERYTHING,
    *,
    force: bool = False,
    dialect: Dialect = COMMAS,
) -> int:
    """How many rows were written to the table.

    A file is written whole or not at all; one that is there already is refused without `force`. Rows are
    read and written one after another, all from one moment of the database.
    """
    sheet = table_of(workspace, kind, choice)
    with snapshot(workspace.store):
        if not isinstance(target, Path):
            return write_sheet(sheet, target, dialect)
        with replacing(target, force=force) as out:
            make_private(out)
            return write_sheet(sheet, out, dialect)


def table_of(workspace: Workspace, kind: Kind, choice: Choice = EVERYTHING) -> Sheet:
    """The table, whose rows are read when they are asked for."""
    subjects = gather_subjects(workspace, identified=choice.identified, story=choice.story)
    if kind in _ASKING:
        analyze_all(workspace, story=choice.story)
    return _SHEETS[kind](workspace, subjects, choice)


def export_annotations(
    workspace: Workspace,
    target: Path | TextIO,
    choice: Choice = EVERYTHING,
    *,
    findings: bool = False,
    force: bool = False,
) -> int:
    """How many W3C Web Annotations were written: one for each standing score; with `findings` those too."""
    subjects = gather_subjects(workspace, identified=choice.identified, story=choice.story)
    if findings:
        analyze_all(workspace, story=choice.story)
    with snapshot(workspace.store):
        if not isinstance(target, Path):
            return write_annotations(workspace, subjects, target, story=choice.story, findings=findings)
        with replacing(target, force=force) as out:
            make_private(out)
            return write_annotations(workspace, subjects, out, story=choice.story, findings=findings)


def verdict_sheet(workspace: Workspace, *, identified: bool, story: str | None = None) -> Sheet:
    """The table of answers to findings that stand."""
    return sheet_of(
        "verdicts",
        "One row for each answer to a finding that stands.",
        VERDICT_COLUMNS,
        lambda: verdict_rows(workspace, False, identified, story),
    )


def _wide(workspace: Workspace, subjects: Subjects, choice: Choice) -> Sheet:
    rubric = rubric_meant(workspace, choice.rubric, choice.story)
    return wide_sheet(workspace, subjects, rubric, story=choice.story)


def _gradebook(workspace: Workspace, subjects: Subjects, choice: Choice) -> Sheet:
    rubric = rubric_meant(workspace, choice.rubric, choice.story)
    return gradebook_sheet(
        workspace, subjects, rubric, story=choice.story, form=choice.form, title=choice.title
    )


_SHEETS: Mapping[Kind, Callable[[Workspace, Subjects, Choice], Sheet]] = {
    "scores": lambda workspace, subjects, choice: score_sheet(workspace, subjects, story=choice.story),
    "wide": _wide,
    "gradebook": _gradebook,
    "evidence": lambda workspace, subjects, choice: evidence_sheet(workspace, subjects, story=choice.story),
    "signals": lambda workspace, subjects, choice: finding_sheet(workspace, subjects, story=choice.story),
    "measurements": lambda workspace, subjects, choice: measurement_sheet(
        workspace, subjects, story=choice.story
    ),
}
