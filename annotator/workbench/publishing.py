"""Everything at once: a spreadsheet with a sheet for each table, or a data package with schemas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import annotator
from annotator.errors import AnnotatorError
from annotator.formats import package_columns as columns
from annotator.formats.columns import Sheet, sheet_of
from annotator.formats.packages import Package, Reference, Resource, table_list, write_package
from annotator.formats.workbooks import check_installed, write_workbook
from annotator.formats.writing import make_private, replacing_bytes
from annotator.model.rubrics import Rubric
from annotator.store import articles
from annotator.store.streaming import snapshot
from annotator.workbench.analyzing import analyze_all
from annotator.workbench.exporting import EVERYTHING, Choice, verdict_sheet
from annotator.workbench.grading import gradebook_sheet
from annotator.workbench.opening import Workspace
from annotator.workbench.pointing import finding_sheet, measurement_sheet
from annotator.workbench.subjects import Subjects, gather_subjects, rubric_meant
from annotator.workbench.tabulating import evidence_sheet, score_sheet, wide_sheet

NO_LICENCE = {"name": "notspecified", "title": "No licence stated"}
_DESCRIPTION = "Credibility and bias of news articles as judged by a class, with evidence and signals."
_README = """\
# {title}

{description}

Judgements of {raters} raters on {articles} articles, written by annotator {version} on {created}. Raters are
called {names}. The texts of the articles are not in here, because they belong to their publishers; places
count Unicode code points of the text with the fingerprint that articles.csv tells, the end not included.
`rubrics/` holds each rubric word for word as it was when it was used. “Cannot judge” is an answer of its own,
not a number; an empty value of a measurement means that the signal cannot answer, which is not zero.

Cells that a spreadsheet would run as a formula have an apostrophe before them. Licence: {licence}.

"""


def export_workbook(
    workspace: Workspace, target: Path, choice: Choice = EVERYTHING, *, force: bool = False
) -> dict[str, int]:
    """How many rows each sheet of the spreadsheet file has, by name. Needs `annotator[xlsx]`."""
    check_installed()
    subjects = gather_subjects(workspace, identified=choice.identified, story=choice.story)
    analyze_all(workspace, story=choice.story)
    with snapshot(workspace.store), replacing_bytes(target, force=force) as out:
        make_private(out)
        return write_workbook(_sheets(workspace, subjects, choice), out, created=workspace.clock())


def _sheets(workspace: Workspace, subjects: Subjects, choice: Choice) -> Iterator[Sheet]:
    story = choice.story
    yield score_sheet(workspace, subjects, story=story)
    rubrics = list(subjects.rubrics.values())
    if choice.rubric or not rubrics:
        rubrics = [rubric_meant(workspace, choice.rubric, story)]
    for rubric in rubrics:
        of = "" if len(rubrics) == 1 else f" {rubric.id} {rubric.version}"
        yield wide_sheet(workspace, subjects, rubric, story=story, name=f"wide{of}")
        yield gradebook_sheet(workspace, subjects, rubric, story=story, name=f"gradebook{of}")
    yield evidence_sheet(workspace, subjects, story=story)
    yield finding_sheet(workspace, subjects, story=story)
    yield measurement_sheet(workspace, subjects, story=story)
    yield verdict_sheet(workspace, identified=choice.identified, story=story)
    yield _level_sheet(rubrics)


def export_package(
    workspace: Workspace,
    target: Path,
    choice: Choice = EVERYTHING,
    *,
    licence: str = "",
    title: str = "",
    force: bool = False,
) -> dict[str, int]:
    """How many rows each table of the data package has, by name.

    The target is a folder, or a zip file where it ends in `.zip`. `licence` is an Open Definition id such as
    `CC-BY-4.0`; without one the package says that none was stated.
    """
    if choice.story is not None:
        raise AnnotatorError("a package holds the whole workspace.", "Leave the story away.")
    subjects = gather_subjects(workspace, identified=choice.identified)
    analyze_all(workspace)
    with snapshot(workspace.store):
        package = _package(workspace, subjects, choice, licence, title or workspace.folder.name)
        return write_package(package, target, force=force)


def _package(workspace: Workspace, subjects: Subjects, choice: Choice, licence: str, title: str) -> Package:
    resources = (*_about(workspace, subjects), *_judged(workspace, subjects, choice))
    created = workspace.now()
    readme = _README.format(
        title=title,
        description=_DESCRIPTION,
        raters=len(subjects.who),
        articles=len(subjects.about),
        version=annotator.__version__,
        created=created[:10],
        names="by their handles" if choice.identified else "by codes",
        licence=licence or "none stated",
    )
    return Package(
        name=_slug(title),
        title=title,
        description=_DESCRIPTION,
        version=annotator.__version__,
        created=created,
        licence={"name": licence, "title": licence} if licence else NO_LICENCE,
        resources=resources,
        texts={
            "README.md": readme + table_list(resources),
            **{f"rubrics/{one.id}-{one.digest[:12]}.yaml": one.source for one in subjects.rubrics.values()},
        },
    )


def _slug(title: str) -> str:
    """The title as a name of the specification: lower-case letters, digits, hyphens."""
    signs = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in title.lower())
    return "-".join(part for part in signs.split("-") if part) or "annotator"


def _about(workspace: Workspace, subjects: Subjects) -> Iterator[Resource]:
    """The tables of what judgements are about."""
    store, rubrics = workspace.store, list(subjects.rubrics.values())
    raters = sheet_of("raters", "One row for each rater.", columns.RATERS, subjects.who.values)
    yield Resource(raters, ("rater",))
    outlets = sheet_of(
        "outlets", "One row for each outlet.", columns.OUTLETS, lambda: articles.list_outlets(store)
    )
    yield Resource(outlets, ("outlet",))
    told = sheet_of(
        "articles", "One row for each article.", columns.ARTICLES, lambda: articles.iterate_articles(store)
    )
    yield Resource(told, ("article",), (Reference("outlet", "outlets", "outlet"),))
    used = "One row for each rubric under which scores stand."
    yield Resource(sheet_of("rubrics", used, columns.RUBRICS, lambda: rubrics), ("rubric_digest",))
    yield Resource(_level_sheet(rubrics), ("rubric_digest", "criterion", "level"), (_RUBRIC,))


_RATER = Reference("rater", "raters", "rater")
_ARTICLE = Reference("article", "articles", "article")
_RUBRIC = Reference("rubric_digest", "rubrics", "rubric_digest")
_SCORE = Reference("score_id", "scores", "score_id")


def _judged(workspace: Workspace, subjects: Subjects, choice: Choice) -> Iterator[Resource]:
    """The tables of judgements, and of what the signals say."""
    yield Resource(score_sheet(workspace, subjects), ("score_id",), (_RATER, _ARTICLE, _RUBRIC))
    evidence = evidence_sheet(workspace, subjects)
    yield Resource(evidence, ("score_id", "place"), (_SCORE, _RATER, _ARTICLE, _RUBRIC))
    verdicts = verdict_sheet(workspace, identified=choice.identified)
    yield Resource(verdicts, ("verdict_id",), (_RATER, _ARTICLE))
    yield Resource(finding_sheet(workspace, subjects), (), (_ARTICLE,))
    yield Resource(measurement_sheet(workspace, subjects), ("article", "signal"), (_ARTICLE,))


def _level_sheet(rubrics: Sequence[Rubric]) -> Sheet:
    return sheet_of(
        "levels",
        "One row for each level of each criterion: what the numbers stand for.",
        columns.LEVELS,
        lambda: (
            columns.LevelRow(rubric, criterion, level)
            for rubric in rubrics
            for criterion in rubric.criteria
            for level in criterion.levels
        ),
    )
