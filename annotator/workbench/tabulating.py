"""Scores as tables: a row a score, a row a rater and article, a row a quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import annotator
from annotator.formats import evidence_columns, score_columns
from annotator.formats.columns import Line, Sheet, Style, sheet_of
from annotator.formats.evidence_cells import join_quotes
from annotator.formats.evidence_columns import EvidenceRow
from annotator.formats.score_columns import ScoreRow, fill_part
from annotator.formats.wide_columns import WideCell, WideRow, wide_columns
from annotator.model.judgements import Answer, Conditions, Evidence
from annotator.model.rubrics import Rubric, in_language
from annotator.store import streaming
from annotator.store.streaming import Standing
from annotator.workbench.opening import Workspace
from annotator.workbench.subjects import Subjects

_NO_EVIDENCE = ("", "", "")


def score_sheet(workspace: Workspace, subjects: Subjects, *, story: str | None = None) -> Sheet:
    """The tidy table: one row for each score that stands."""
    return Sheet(
        "scores",
        "One row for each score that stands.",
        score_columns.COLUMNS,
        lambda style: _score_lines(streaming.current(workspace.store, story), subjects, style),
    )


def _score_lines(standing: Iterable[Standing], subjects: Subjects, style: Style) -> Iterator[Line]:
    """The cells of each score; what depends on rater, article, rubric or answer alone is filled once."""

    def fill(part: str, **facts: object) -> tuple[str, ...]:
        facts = {"rater": "", "article": "", "rubric": "", "criterion": "", "answer": Answer.LEVEL, **facts}
        return fill_part(part, ScoreRow(**facts), style)  # type: ignore[arg-type]

    raters = {
        key: fill("rater", rater=who.rater, role=who.role, group=who.group)
        for key, who in subjects.who.items()
    }
    articles = {
        key: fill(
            "article",
            article=about.article,
            title=about.title,
            outlet=about.outlet,
            language=about.language,
            story=about.story,
        )
        for key, about in subjects.about.items()
    }
    rubrics = {
        digest: fill("rubric", rubric=one.id, rubric_version=one.version, rubric_digest=digest)
        for digest, one in subjects.rubrics.items()
    }
    answers: dict[tuple[str, str, str, int | None], tuple[str, ...]] = {}
    seen = {
        bits: fill("seen", conditions=Conditions(*map(bool, bits)))
        for bits in ((a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1))
    }

    def cited(quotes: tuple[Evidence, ...]) -> tuple[str, ...]:
        """The cells of the evidence; of one quote, as nearly all are, without the long way round."""
        if not quotes:
            return _NO_EVIDENCE
        first = quotes[0]
        if len(quotes) > 1 or first.absent:
            return fill("evidence", evidence=quotes)
        return text(join_quotes((first.quote,))), f"{first.start}-{first.end}", ""

    text = style.text
    tool = fill("tool", tool_version=annotator.__version__)
    for one in standing:
        key, rater, article, rubric, criterion, answer, level, note, outlet, signals, others, at, quotes = one
        said = (rubric, criterion, answer, level)
        if said not in answers:
            label = _label(subjects.rubrics[rubric], criterion, level)
            answers[said] = fill(
                "answer", criterion=criterion, answer=one.answered, level=level, level_label=label
            )
        yield (
            *raters[rater],
            *articles[article],
            *rubrics[rubric],
            *answers[said],
            *cited(quotes),
            text(note),
            *seen[outlet, signals, others],
            text(at),
            text(key),
            *tool,
        )


def _label(rubric: Rubric, name: str, value: int | None) -> str:
    criterion = rubric.criterion(name)
    level = criterion.level(value) if criterion and value is not None else None
    return in_language(level.label, "en") if level else ""


def wide_sheet(
    workspace: Workspace, subjects: Subjects, rubric: Rubric, *, story: str | None = None, name: str = "wide"
) -> Sheet:
    """The wide table of one rubric: one row for each rater and article."""
    return sheet_of(
        name,
        f"One row for each rater and article, by the rubric {rubric.id} {rubric.version}.",
        wide_columns(rubric),
        lambda: _wide_rows(streaming.current(workspace.store, story, rubric.digest), subjects),
    )


def _wide_rows(standing: Iterable[Standing], subjects: Subjects) -> Iterator[WideRow]:
    for (article, rater), group in groupby(standing, key=lambda one: (one.article, one.rater)):
        some = list(group)
        yield WideRow(
            subjects.who[rater],
            subjects.about[article],
            subjects.under(some[0].rubric),
            {one.criterion: WideCell(one.answer, one.level, _quotes(one), one.note) for one in some},
            _either([one.saw_outlet for one in some]),
            _either([one.saw_signals for one in some]),
            _either([one.saw_others for one in some]),
            annotator.__version__,
        )


def _quotes(one: Standing) -> int:
    return sum(not each.absent for each in one.evidence)


def _either(seen: Sequence[int]) -> str:
    """`yes` or `no` where all agree."""
    if len(set(seen)) > 1:
        return "mixed"
    return "yes" if seen[0] else "no"


def evidence_sheet(workspace: Workspace, subjects: Subjects, *, story: str | None = None) -> Sheet:
    """The table of evidence: one row for each quote or stated absence behind a score that stands."""
    return sheet_of(
        "evidence",
        "One row for each quote, or stated absence, behind a score that stands.",
        evidence_columns.COLUMNS,
        lambda: (
            _evidence_row(one, place, piece, subjects)
            for one in streaming.current(workspace.store, story)
            for place, piece in enumerate(one.evidence, 1)
        ),
    )


def _evidence_row(one: Standing, place: int, piece: Evidence, subjects: Subjects) -> EvidenceRow:
    return EvidenceRow(
        subjects.who[one.rater],
        subjects.about[one.article],
        subjects.under(one.rubric),
        one.criterion,
        one.answer,
        one.level,
        place,
        piece,
        one.at,
        one.id,
        annotator.__version__,
    )
