"""`annotator analyze`: what the signals say of files, of stored articles, of lines of JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from annotator.cli.talking import (
    VERSION,
    echo_csv,
    echo_json,
    echo_table,
    opened,
    progress,
    talk,
    workspace_meant,
)
from annotator.errors import AnnotatorError, InputError, LanguageError, NotFoundError, Place
from annotator.model.findings import Analysis
from annotator.model.languages import CODES

FORMATS = ("table", "json", "jsonl", "csv")


@dataclass(frozen=True, slots=True)
class Analyzed:
    """One article with all that is shown of it."""

    path: str
    id: str
    title: str
    outlet: str
    text: str
    analysis: Analysis


@click.command()
@click.argument("sources", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table")
@click.option("--language", default="", help=f"{', '.join(CODES)}; found out if not given.")
@click.pass_context
def analyze(ctx: click.Context, sources: tuple[str, ...], form: str, language: str) -> None:
    """Ask the signals about SOURCES: files, stored articles by id or file name, or - for standard input.

    `analyze - --format jsonl` reads one JSON object a line, {"id", "text", "language"?, "title"?}, and
    answers one line each, in order. Without SOURCES it takes all articles of the workspace.
    """
    if sources == ("-",) and form == "jsonl":
        _answer_lines(language, workspace_meant(ctx))
        return
    problems: list[AnnotatorError] = []
    analyzed = list(_analyzed(ctx, sources, language, problems))
    # A mistake in a word list is met by every article of its language, and told once.
    for told in dict.fromkeys(map(str, problems)):
        talk(f"annotator: {told}")
    if analyzed or not problems:
        _show(analyzed, form)
    if problems:
        raise click.exceptions.Exit(2)


def _analyzed(
    ctx: click.Context, sources: tuple[str, ...], language: str, problems: list[AnnotatorError]
) -> Iterator[Analyzed]:
    if not sources:
        yield from _stored(ctx, problems)
        return
    with progress("Asking the signals", len(sources)) as show:
        for number, source in enumerate(sources, 1):
            try:
                yield _one(ctx, source, language)
            except AnnotatorError as problem:
                problems.append(problem)
            show(number)


def _one(ctx: click.Context, source: str, language: str) -> Analyzed:
    if source == "-":
        return _text(sys.stdin.buffer.read(), language, workspace_meant(ctx))
    if Path(source).exists():
        return _file(Path(source), language, workspace_meant(ctx))
    return _from_workspace(ctx, source)


def _text(data: bytes, language: str, folder: Path | None) -> Analyzed:
    from annotator.formats.reading import text_of
    from annotator.workbench.analyzing import analyze_text

    text = text_of(data, Path("standard input"))
    analysis, headline, _ = analyze_text(text, language, folder=folder)
    return Analyzed("-", "", text[headline.start : headline.end], "", text, analysis)


def _file(path: Path, language: str, folder: Path | None) -> Analyzed:
    from annotator.workbench.analyzing import ask
    from annotator.workbench.importing import read_source

    article = read_source(path, language=language)
    analysis = ask(article, folder)
    return Analyzed(str(path), article.id, article.title, article.outlet, article.text, analysis)


def _from_workspace(ctx: click.Context, name: str) -> Analyzed:
    from annotator.workbench.analyzing import analyze_article
    from annotator.workbench.reading import find_article

    if workspace_meant(ctx) is None:
        raise NotFoundError("there is no such file.", "Check the name.", Place(name))
    with opened(ctx) as workspace:
        article = find_article(workspace, name)
        analysis = analyze_article(workspace, article)
    return Analyzed(article.source, article.id, article.title, article.outlet, article.text, analysis)


def _stored(ctx: click.Context, problems: list[AnnotatorError]) -> Iterator[Analyzed]:
    from annotator.workbench.analyzing import analyze_article
    from annotator.workbench.reading import article, count_articles, list_articles

    with opened(ctx) as workspace:
        total = count_articles(workspace)
        with progress("Asking the signals", total) as show:
            for number, row in enumerate(list_articles(workspace, None, None, limit=max(total, 1)), 1):
                one = article(workspace, row.id)
                try:
                    analysis = analyze_article(workspace, one)
                except LanguageError as problem:
                    problems.append(problem)
                else:
                    yield Analyzed(one.source, one.id, one.title, one.outlet, one.text, analysis)
                show(number)


def _show(analyzed: list[Analyzed], form: str) -> None:
    from annotator.present import analyses

    records = (
        analyses.article_analysis_record(a.path, a.id, a.title, a.outlet, a.text, a.analysis)
        for a in analyzed
    )
    if form == "json":
        echo_json({"version": VERSION, "articles": list(records)})
    elif form == "jsonl":
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))
    elif form == "csv":
        rows = [row for a in analyzed for row in analyses.finding_rows(a.path, a.text, a.analysis)]
        echo_csv(analyses.FINDING_COLUMNS, rows)
    else:
        for one in analyzed:
            _show_table(one)


def _show_table(one: Analyzed) -> None:
    from annotator.present import analyses

    click.echo(f"{one.path}  ·  {one.analysis.language}" + (f"  ·  {one.outlet}" if one.outlet else ""))
    echo_table(("signal", "value", "marks"), list(analyses.measurement_lines(one.analysis)))
    click.echo("")
    rows = [
        (f"{start}–{end}", signal, _shortened(text), why)
        for _, signal, start, end, text, why, _, _ in analyses.finding_rows(one.path, one.text, one.analysis)
        if signal not in ("sentiment", "quote")
    ]
    echo_table(("place", "signal", "words", "why"), [tuple(map(str, row)) for row in rows])
    click.echo("")


def _shortened(words: object) -> str:
    flat = " ".join(str(words).split())
    return flat if len(flat) <= 60 else flat[:57] + "…"


def _answer_lines(language: str, folder: Path | None) -> None:
    from annotator.present.analyses import line_record

    problems: dict[str, None] = {}
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        row = _row(line, number)
        analysis = _answer(row, str(row.get("language") or language), folder, problems)
        click.echo(json.dumps(line_record(row.get("id"), row["text"], analysis), ensure_ascii=False))
    for problem in problems:
        talk(f"annotator: {problem}")
    if problems:
        raise click.exceptions.Exit(2)


def _answer(row: dict[str, Any], language: str, folder: Path | None, problems: dict[str, None]) -> Analysis:
    """What the signals say of a row; where a word list of its language is broken, that they cannot answer."""
    from annotator.workbench.analyzing import analyze_text, unanswered

    try:
        return analyze_text(row["text"], language, row.get("title"), folder=folder)[0]
    except LanguageError as problem:
        problems[str(problem)] = None
        return unanswered(language, str(problem))


def _row(line: bytes, number: int) -> dict[str, Any]:
    place = Place("standard input", number)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        told = isinstance(problem, json.JSONDecodeError | UnicodeDecodeError)
        detail = str(problem) if told else "nested too deeply, or a number too long"
        raise InputError(
            f"the line is not JSON ({detail}).", 'Write one object a line: {"id": ..., "text": ...}.', place
        ) from problem
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(
            "the line has no text.",
            'Write one object a line: {"id": ..., "text": ..., "language"?, "title"?}.',
            place,
        )
    if not isinstance(row.get("title", ""), str | None):
        raise InputError("the title is not a text.", "Leave it out or put it in quotation marks.", place)
    return row
