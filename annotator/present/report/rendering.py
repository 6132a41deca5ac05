"""The report as one HTML text. What people and outlets wrote is data: it is escaped everywhere."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import annotator
from annotator.model.articles import UNKNOWN
from annotator.model.findings import Unavailable
from annotator.model.rubrics import in_language
from annotator.present import remarks
from annotator.present.agreements import MEANING
from annotator.present.report import words
from annotator.present.report.marked_text import Paragraph, paragraphs, printable, reasons
from annotator.present.report.score_cells import TALL, WIDE, Cell, cell_of
from annotator.present.report.statements import Matrix, matrix_of
from annotator.present.report.talking_points import agreed, talk_of, vote_of
from annotator.signals import card, catalogue
from annotator.translating import _, language_used
from annotator.workbench.comparing import ScoreTable
from annotator.workbench.reporting import Based, Cited, Report, ReportedArticle, StoryPart

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")
MOST_OUTLETS = 40
"""Columns of one table; more would be neither read nor printed."""


class HeatMap(NamedTuple):
    """Questions by outlets."""

    outlets: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Cell, ...]], ...]
    """Title, question, cells."""
    remarks: tuple[str, ...]


class ArticleSheet(NamedTuple):
    """An article as the page shows it."""

    id: str
    title: str
    outlet: str
    language: str
    facts: tuple[str, ...]
    profile: tuple[tuple[str, str, Cell], ...]
    signals: tuple[tuple[str, str, str, str, str], ...]
    """Signal, letter, title, number of findings and rate; or why there is none."""
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[tuple[str, str, str, str, str], ...]
    """Signal, letter, title, words, why."""
    evidence: tuple[tuple[int, Cited, tuple[tuple[str, str, Based], ...]], ...]
    """Number (0 for a stated absence), the words, and the answers based on them: question, level."""
    held: bool
    in_full: bool
    raters: int


class PartSheet(NamedTuple):
    """A story as the page shows it."""

    id: str
    title: str
    heat: HeatMap | None
    """None where the whole report is about this story: the first table shows it."""
    articles: tuple[ArticleSheet, ...]
    matrix: Matrix | None
    no_matrix: str


def render_report(report: Report) -> str:
    """The HTML text, in the language of the moment."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    script = (TEMPLATES / "report.js").read_text(encoding="utf-8")
    views = {one.article.id: one.view for part in report.parts for one in part.articles}
    made = datetime.fromisoformat(report.made)
    single = len(report.parts) == 1
    return _environment().get_template("report.html").render(
        language=language_used(),
        report=report,
        title=printable(report.title),
        made=made.strftime("%Y-%m-%d %H:%M"),
        version=annotator.__version__,
        style=style,
        script=script,
        policy=_policy(style, script),
        say=words.headings(),
        about=words.about(report),
        cell_help=words.reading_a_cell(),
        method=words.method(report),
        left_out=words.left_out(report),
        heat=_heat(report.table),
        parts=[_part(report, part, number, single) for number, part in enumerate(report.parts, 1)],
        agreement=[agreed(one) for one in report.agreement.criteria],
        meaning=_(MEANING),
        talked=[
            talk_of(one, views[one.article.id], report.outlet_name(one.article.outlet))
            for one in report.talked
        ],
        votes=[
            vote_of(one, views[one.article.id], report.outlet_name(one.article.outlet))
            for one in report.ballots
        ],
        signals=[
            (one.id, one.letter, _(one.title), _(one.question), _(one.caveat), one.source)
            for one in catalogue()
        ],
        nobody=not report.table.raters,
        nobody_words=_("Nobody has judged these articles yet, so there are only texts and signals here."),
        alike=_("Nothing here was judged by two students, so there is nothing to set against each other."),
        wide=WIDE,
        tall=TALL,
    )  # fmt: skip


def _policy(style: str, script: str) -> str:
    """What the page may do: show its own style, run its own script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["lang"] = _tag
    made.tests["quoted"] = _is_quoted
    return made


def _tag(language: str) -> str:
    """A language as HTML names it; one that nobody knows is undetermined."""
    return language if language not in ("", "other", UNKNOWN) else "und"


def _heat(table: ScoreTable) -> HeatMap:
    outlets = table.outlets[:MOST_OUTLETS]
    language = language_used()
    said = [printable(one) for one in remarks.remarks(table, language)] if table.raters else []
    if len(table.outlets) > MOST_OUTLETS:
        more = len(table.outlets) - MOST_OUTLETS
        said.append(_("{n} more outlets are in `annotator compare`.").format(n=more))
    rows = tuple(
        (
            in_language(criterion.title, language),
            in_language(criterion.question, language),
            tuple(cell_of(criterion, table.cells[outlet.id, criterion.id]) for outlet in outlets),
        )
        for criterion in table.rubric.criteria
    )
    # What nobody has judged anywhere takes no row: half a page of "no scores" tells nothing.
    told = tuple(row for row in rows if any(cell.state != "none" for cell in row[2]))
    return HeatMap(tuple(printable(one.name) for one in outlets), told, tuple(said))


def _part(report: Report, part: StoryPart, number: int, single: bool) -> PartSheet:
    return PartSheet(
        f"story-{number}",
        printable(part.title) or part.id or _("Articles of no story"),
        None if single else _heat(part.table),
        tuple(_article(report, one) for one in part.articles),
        matrix_of(part.coverage) if part.coverage else None,
        _(part.no_coverage),
    )


def _article(report: Report, told: ReportedArticle) -> ArticleSheet:
    language = language_used()
    criteria = {one.id: in_language(one.title, language) for one in report.rubric.criteria}
    view = told.view
    found = reasons(told)
    published = "" if view.published in ("", UNKNOWN) else view.published
    byline = "" if view.byline in ("", UNKNOWN) else printable(view.byline)
    return ArticleSheet(
        told.article.id,
        printable(view.title),
        printable(view.outlet_label),
        told.article.language,
        tuple(one for one in (byline, published) if one),
        tuple(
            (in_language(one.title, language), in_language(one.question, language), cell)
            for one in report.rubric.criteria
            if (cell := cell_of(one, told.cells[one.id])).state != "none"
        ),
        _signal_counts(told),
        tuple(paragraphs(told)) if told.in_full else (),
        tuple(
            (one.signal, letter, _(card(one.signal).title), quote, why) for one, letter, quote, why in found
        )
        if told.in_full
        else (),
        tuple(_numbered(report, told, criteria)),
        told.analysis is None,
        told.in_full,
        told.raters,
    )


def _signal_counts(told: ReportedArticle) -> tuple[tuple[str, str, str, str, str], ...]:
    """How often each signal marks something, and per 1,000 words; or that it cannot answer."""
    if told.analysis is None:
        return ()
    counted = Counter(one.signal for one in told.analysis.findings)
    rows = []
    for one in catalogue():
        if one.kind == "article":
            continue
        measured = told.analysis.measurements.get(one.id)
        if measured is None or isinstance(measured, Unavailable):
            rows.append((one.id, one.letter, _(one.title), "", ""))
        else:
            number = counted[one.id]
            rate = words.per_thousand(number, told.words)
            rows.append((one.id, one.letter, _(one.title), str(number), rate))
    return tuple(rows)


def _numbered(
    report: Report, told: ReportedArticle, criteria: dict[str, str]
) -> list[tuple[int, Cited, tuple[tuple[str, str, Based], ...]]]:
    """The evidence with the numbers it has in the text."""
    rows, number = [], 0
    for one in told.cited:
        number += not one.absent
        answers = tuple(
            (criteria.get(each.criterion, each.criterion), _level(report, each), each) for each in one.answers
        )
        rows.append((0 if one.absent else number, one, answers))
    return rows


def _level(report: Report, one: Based) -> str:
    """The level with what it is called."""
    if one.level is None:
        return _("cannot judge")
    criterion = report.rubric.criterion(one.criterion)
    level = criterion.level(one.level) if criterion else None
    return f"{one.level} {in_language(level.label, language_used())}" if level else str(one.level)


def _is_quoted(words: str) -> bool:
    """True for words that bring their own quotation marks."""
    return words[:1] in set("“”\"«„‘'‹")
