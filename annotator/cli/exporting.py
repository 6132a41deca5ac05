"""`annotator export`: results for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.output_options import (
    of_rubric,
    of_story,
    table_dialect,
    to_file_or_stdout,
    to_table,
    writing_to,
)
from annotator.cli.talking import handle_meant, opened, talk
from annotator.translating import LANGUAGES, language_used, use_language

if TYPE_CHECKING:
    from annotator.workbench.exporting import Kind

NOTHING_SCORED = "Nobody has scored anything yet: run `annotator`, or `annotator score ARTICLE tone=2`."


@click.group()
def export() -> None:
    """Write results for other programs.

    Raters stand under codes unless --identified is given. A file is written whole or not at all, and one
    that is there already is only replaced with --force. exports/README.md explains every column.
    """


@export.command()
@to_table
@of_story
def scores(**options: Any) -> None:
    """The tidy table: one row for each score, with its evidence, rubric digest and tool version."""
    _write("scores", "scores", NOTHING_SCORED, **options)


@export.command()
@to_table
@of_story
@of_rubric
def wide(**options: Any) -> None:
    """One row for each rater and article, the criteria side by side."""
    _write("wide", "rows", NOTHING_SCORED, **options)


@export.command()
@to_table
@of_story
@of_rubric
@click.option(
    "--for", "form", type=click.Choice(["plain", "canvas", "moodle"]), default="plain", help="Whose import."
)
@click.option("--title", default="annotator", help="What grade items are called in Canvas or Moodle.")
def gradebook(**options: Any) -> None:
    """One row for each student: completion, evidence, distance to the key, an empty column for your grade."""
    _write("gradebook", "rows", "There are no students yet.", **options)
    if options["form"] != "plain" and not options["identified"]:
        talk("Your course system knows no codes: add --identified to have it find the students.")


@export.command()
@to_table
@of_story
def evidence(**options: Any) -> None:
    """One row for each quote, or stated absence, behind a score."""
    _write("evidence", "pieces of evidence", "Nobody has cited anything yet.", **options)


@export.command()
@to_table
@of_story
def signals(**options: Any) -> None:
    """One row for each finding of a signal, with its place and why."""
    _write("signals", "findings", "No signal marks anything in these articles.", **options)


@export.command()
@to_table
@of_story
def measurements(**options: Any) -> None:
    """One row for each article and signal: its number, or why there is none."""
    _write("measurements", "measurements", "There are no articles yet: `annotator add`.", **options)


@export.command()
@to_table
@of_story
@click.option("--history", is_flag=True, help="Also the answers that were changed or taken back.")
@click.pass_context
def verdicts(
    ctx: click.Context,
    target: Path | None,
    force: bool,
    bom: bool,
    separator: str | None,
    decimal: str,
    identified: bool,
    story: str | None,
    history: bool,
) -> None:
    """What readers said of findings: one row for each yes, no or unsure, with the signal's version."""
    from annotator.workbench.correcting import export_verdicts
    from annotator.workbench.reading import check_story

    with opened(ctx) as workspace:
        check_story(workspace, story)
        written = export_verdicts(
            workspace,
            target or sys.stdout,
            history=history,
            force=force,
            dialect=table_dialect(bom, separator, decimal),
            identified=identified,
            story=story,
        )
    _tell(written, "verdicts", target)
    if not written:
        talk("Nobody has judged a finding yet: run `annotator`, choose a finding, and press y, x or m.")


@export.command("annotations")
@to_file_or_stdout
@of_story
@click.option("--findings", is_flag=True, help="With what the signals found.")
@click.pass_context
def web_annotations(
    ctx: click.Context, target: Path | None, force: bool, identified: bool, story: str | None, findings: bool
) -> None:
    """W3C Web Annotations (JSON-LD): one for each score, on the very words it cites."""
    from annotator.workbench.exporting import Choice, export_annotations

    with opened(ctx) as workspace:
        written = export_annotations(
            workspace,
            target or sys.stdout,
            Choice(story=story, identified=identified),
            findings=findings,
            force=force,
        )
    _tell(written, "annotations", target)


@export.command()
@writing_to("The .xlsx file.")
@of_story
@of_rubric
@click.pass_context
def xlsx(
    ctx: click.Context, target: Path, force: bool, identified: bool, story: str | None, rubric: str | None
) -> None:
    """A spreadsheet with a sheet for each table. Needs annotator[xlsx]."""
    from annotator.workbench.exporting import Choice
    from annotator.workbench.publishing import export_workbook

    with opened(ctx) as workspace:
        choice = Choice(story=story, rubric=rubric, identified=identified)
        rows = export_workbook(workspace, target, choice, force=force)
    _tell(sum(rows.values()), f"rows in {len(rows)} sheets", target)


@export.command()
@writing_to("A new folder, or a file NAME.zip.", over="Replace a package that is there.")
@click.option("--licence", default="", help="Of the judgements, such as CC-BY-4.0.")
@click.option("--title", default="", help="What the package is called; the folder's name if not given.")
@click.pass_context
def package(
    ctx: click.Context, target: Path, force: bool, identified: bool, licence: str, title: str
) -> None:
    """A Frictionless Data Package: all tables with schemas, keys, rubrics and a README."""
    from annotator.workbench.exporting import Choice
    from annotator.workbench.publishing import export_package

    with opened(ctx) as workspace:
        rows = export_package(
            workspace, target, Choice(identified=identified), licence=licence, title=title, force=force
        )
    _tell(sum(rows.values()), f"rows in {len(rows)} tables", target)
    if not licence:
        talk("The package says that no licence was stated; --licence CC-BY-4.0 states one.")


@export.command()
@click.argument("whole", metavar="[class]", required=False, type=click.Choice(["class"]))
@writing_to("The .html file.")
@of_story
@of_rubric
@click.option("--in", "language", type=click.Choice(list(LANGUAGES)), help="The report's language.")
@click.pass_context
def report(
    ctx: click.Context,
    whole: str | None,
    target: Path,
    force: bool,
    identified: bool,
    story: str | None,
    rubric: str | None,
    language: str | None,
) -> None:
    """One HTML file to read, print and pass on: a story, or the whole class.

    It needs no network, and the words of articles in it are only words. It shows what you may see: while you
    read without outlets or signals, it leaves them out too.
    """
    from annotator.cli.coverage import read_meaning
    from annotator.workbench.reading import list_stories
    from annotator.workbench.reporting import MOST_STORIES, gather_report, rater_called

    if whole and story is not None:
        raise click.UsageError("Say either class or --story, not both.")
    with opened(ctx) as workspace:
        rater = rater_called(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
        told = [row for row in list_stories(workspace) if story in (None, row.id)]
        for row in told[:MOST_STORIES]:
            if row.id and row.outlets > 1:
                read_meaning(workspace, row.id)
        gathered = gather_report(workspace, story=story, rubric=rubric, rater=rater, identified=identified)
    before = language_used()
    use_language(language or before)
    try:
        from annotator.formats.writing import make_private, replacing
        from annotator.present.report.rendering import render_report

        page = render_report(gathered)
    finally:
        use_language(before)
    with replacing(target, force=force) as out:
        make_private(out)
        out.write(page)
    _tell(sum(len(part.articles) for part in gathered.parts), "articles", target)
    if gathered.hidden:
        talk("You read without the outlets' names, so the report hides them too.")


def _write(
    kind: Kind,
    what: str,
    none: str,
    *,
    target: Path | None,
    force: bool,
    bom: bool,
    separator: str | None,
    decimal: str,
    **chosen: Any,
) -> None:
    """Nothing; the table is written and its number of rows told."""
    from annotator.workbench.exporting import Choice, export_table

    dialect = table_dialect(bom, separator, decimal)
    with opened(click.get_current_context()) as workspace:
        written = export_table(
            workspace, kind, target or sys.stdout, Choice(**chosen), force=force, dialect=dialect
        )
    _tell(written, what, target)
    if not written:
        talk(none)


def _tell(written: int, what: str, target: Path | None) -> None:
    talk(f"{written} {what} written" + (f" to {target}." if target else "."))
