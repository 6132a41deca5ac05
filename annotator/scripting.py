"""What `import annotator` gives to Python programs: workspaces and texts as plain records.

Records are lists of dictionaries with the columns of `annotator export` (exports/README.md), numbers as
numbers and what is absent as None. With pandas installed, `records.frame()` is a data frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from annotator.errors import AnnotatorError, NotFoundError

if TYPE_CHECKING:
    import pandas

    from annotator.formats.columns import Sheet
    from annotator.model.rubrics import Rubric
    from annotator.workbench.exporting import Kind
    from annotator.workbench.opening import Workspace

Cell = str | int | float | bool | None


class Records(list[dict[str, Any]]):
    """Rows as dictionaries, all with the same keys; a list in every way."""

    def __init__(self, columns: Sequence[str], rows: Iterable[dict[str, Any]] = ()) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)

    def frame(self) -> pandas.DataFrame:
        """The rows as a pandas data frame, with these columns even where there are none."""
        try:
            import pandas
        except ImportError:
            raise AnnotatorError("pandas is not installed.", "Run: pip install pandas") from None
        return pandas.DataFrame(list(self), columns=list(self.columns))


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the signals say about one text."""

    text: str
    language: str
    """`en`, `it`, `hi`, `es` or `other`."""
    findings: Records
    """Marked words: signal, start, end, text, why, rule, entry, weight; `text[start:end]` is marked."""
    measurements: Records
    """One number for each signal: signal, value, unit; value is None where `unavailable` says why."""


def analyze(text: str, *, language: str = "", title: str | None = None) -> Analysis:
    """What the signals say about a text; its language is found out unless it is told.

    A `title` that stands in the text is taken for its headline.
    """
    from annotator.model.findings import Unavailable
    from annotator.signals import explain
    from annotator.workbench.analyzing import analyze_text

    found, _headline, known = analyze_text(text, language, title)
    findings = [
        {
            "signal": one.signal, "start": one.start, "end": one.end, "text": text[one.start : one.end],
            "why": explain(one, text), "rule": one.rule, "entry": one.entry, "weight": one.weight,
        }
        for one in found.findings
    ]  # fmt: skip
    measured = [
        {"signal": signal, "value": None, "unit": "", "unavailable": one.reason}
        if isinstance(one, Unavailable)
        else {"signal": signal, "value": one.value, "unit": one.unit, "unavailable": ""}
        for signal, one in found.measurements.items()
    ]
    names = ("signal", "start", "end", "text", "why", "rule", "entry", "weight")
    return Analysis(
        text, known, Records(names, findings), Records(("signal", "value", "unit", "unavailable"), measured)
    )


def read_rubric(name: str | Path) -> Rubric:
    """The rubric in a YAML file, or the shipped one with this id."""
    from annotator.formats.rubric_files import read_rubric as read
    from annotator.resources import shipped

    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        path = shipped("rubrics") / f"{name}.yaml"
        if not path.is_file():
            known = ", ".join(sorted(one.stem for one in shipped("rubrics").glob("*.yaml")))
            raise NotFoundError(f"there is no rubric called {name}.", f"There are: {known}.")
    return read(path)


def open_workspace(folder: str | Path) -> Bench:
    """The workspace in a folder. Use it in a `with` block, or close it."""
    from annotator.workbench.opening import open_workspace as opened

    return Bench(opened(Path(folder)))


def create_workspace(folder: str | Path, *, demo: bool = False) -> Bench:
    """A new workspace in a folder, with the five seed articles for `demo`."""
    from annotator.workbench.opening import create_workspace as created
    from annotator.workbench.seeding import seed

    workspace = created(Path(folder))
    if demo:
        seed(workspace)
    return Bench(workspace)


class Bench:
    """An open workspace. Raters stand under codes unless `identified` is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        """For what is not here; the functions in `annotator.workbench` take it. They may change."""

    def __enter__(self) -> Bench:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the database is let go."""
        self.workspace.close()

    def add(self, *sources: str | Path, story: str = "") -> list[str]:
        """What was wrong with each source that was not taken in; the others are in the workspace."""
        from annotator.workbench.importing import add_sources

        return [str(one.problem) for one in add_sources(self.workspace, sources, story=story) if one.problem]

    def import_scores(self, path: str | Path, *, rubric: str | None = None) -> list[str]:
        """What was wrong with each row that was not taken in; see `annotator import-scores`."""
        from annotator.workbench.choosing import load_rubric
        from annotator.workbench.gathering import import_scores

        report = import_scores(self.workspace, Path(path), rubric=load_rubric(self.workspace, rubric))
        return [str(one) for one in report.problems]

    def stories(self) -> Records:
        """The stories: story, title, articles, outlets, languages."""
        from annotator.workbench.reading import list_stories

        names = ("story", "title", "articles", "outlets", "languages")
        rows = [(one.id, one.title, one.articles, one.outlets, " ".join(one.languages))
                for one in list_stories(self.workspace)]  # fmt: skip
        return Records(names, (dict(zip(names, row, strict=True)) for row in rows))

    def articles(self, story: str | None = None) -> Records:
        """The articles with their texts, in order of arrival."""
        from annotator.store import articles
        from annotator.workbench.reading import check_story

        check_story(self.workspace, story)
        names = ("article", "title", "outlet", "language", "story", "published", "byline", "url", "text")
        rows = ((one.id, one.title, one.outlet, one.language, one.story, one.published, one.byline, one.url,
                 one.text) for one in articles.iterate_articles(self.workspace.store, story))  # fmt: skip
        return Records(names, (dict(zip(names, row, strict=True)) for row in rows))

    def scores(self, story: str | None = None, *, identified: bool = False) -> Records:
        """One row for each score that stands."""
        return self._table("scores", story, identified)

    def evidence(self, story: str | None = None, *, identified: bool = False) -> Records:
        """One row for each quote, or stated absence, behind a score."""
        return self._table("evidence", story, identified)

    def findings(self, story: str | None = None) -> Records:
        """One row for each finding of a signal."""
        return self._table("signals", story)

    def measurements(self, story: str | None = None) -> Records:
        """One row for each article and signal: its number, or why there is none."""
        return self._table("measurements", story)

    def gradebook(self, story: str | None = None, *, rubric: str | None = None) -> Records:
        """One row for each student."""
        return self._table("gradebook", story, rubric=rubric)

    def compare(self, story: str | None = None, *, rubric: str | None = None) -> Records:
        """Outlets by criteria: n, median with quartiles and interval, means; None where there are too few."""
        from annotator.present.comparisons import SCORE_COLUMNS, score_cells
        from annotator.workbench.comparing import compare_scores
        from annotator.workbench.reading import check_story
        from annotator.workbench.subjects import rubric_meant

        check_story(self.workspace, story)
        meant = rubric_meant(self.workspace, rubric, story)
        table = compare_scores(self.workspace, story=story, rubric=meant)
        rows = score_cells(table, story or "")
        return Records(SCORE_COLUMNS, (dict(zip(SCORE_COLUMNS, row, strict=True)) for row in rows))

    def agreement(self, story: str | None = None, *, rubric: str | None = None) -> Records:
        """One row for each criterion: Krippendorff's alpha with its interval, and more."""
        from annotator.present.agreements import COLUMNS, agreement_cells
        from annotator.workbench.agreeing import measure_agreement
        from annotator.workbench.reading import check_story
        from annotator.workbench.subjects import rubric_meant

        check_story(self.workspace, story)
        meant = rubric_meant(self.workspace, rubric, story)
        rows = agreement_cells(measure_agreement(self.workspace, story=story, rubric=meant))
        return Records(COLUMNS, (dict(zip(COLUMNS, row, strict=True)) for row in rows))

    def coverage(self, story: str, *, method: str = "auto") -> Records:
        """One row for each passage: the statement it belongs to, and who leaves that out."""
        from annotator.present.coverage import COVERAGE_COLUMNS, coverage_cells
        from annotator.workbench.covering import coverage_of

        rows = coverage_cells(coverage_of(self.workspace, story, method))
        return Records(COVERAGE_COLUMNS, (dict(zip(COVERAGE_COLUMNS, row, strict=True)) for row in rows))

    def rubric(self, name: str | None = None) -> Rubric:
        """The rubric with this id, digest or path; the core rubric without a name."""
        from annotator.workbench.choosing import load_rubric

        return load_rubric(self.workspace, name)

    def _table(
        self, kind: Kind, story: str | None, identified: bool = False, rubric: str | None = None
    ) -> Records:
        from annotator.workbench.exporting import Choice, table_of

        sheet = table_of(self.workspace, kind, Choice(story=story, identified=identified, rubric=rubric))
        return _records(sheet)


def _records(sheet: Sheet) -> Records:
    """The rows of a table with typed cells."""
    from annotator.formats.columns import AS_IT_IS

    kinds = [(one.name, one.kind) for one in sheet.columns]
    return Records(
        [name for name, _ in kinds],
        (
            {name: _typed(cell, kind) for (name, kind), cell in zip(kinds, line, strict=True)}
            for line in sheet.lines(AS_IT_IS)
        ),
    )


def _typed(cell: str, kind: str) -> Cell:
    if kind == "string":
        return cell
    if cell == "":
        return None
    if kind == "boolean":
        return {"yes": True, "no": False}.get(cell)
    return int(cell) if kind == "integer" else float(cell)
