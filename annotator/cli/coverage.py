"""`annotator coverage`: statements by outlets, and putting the matches right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.talking import (
    VERSION,
    echo_csv,
    echo_json,
    echo_table,
    opened,
    progress,
    rater_meant,
    refuse_blind,
    talk,
    visible,
)

if TYPE_CHECKING:
    from annotator.workbench.covering import CoverageTable
    from annotator.workbench.opening import Workspace

_METHODS = ("auto", "plain", "crosslingual")
_method = click.option(
    "--method",
    type=click.Choice(_METHODS),
    default="auto",
    help="plain: names, figures, common words. crosslingual: meaning (an extra). auto: the best there is.",
)


@click.group(invoke_without_command=True)
@click.option("--story", default=None, help="Which story; the only one, if there is one.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@_method
@click.option("--all", "everything", is_flag=True, help="In the table, also what one outlet alone says.")
@click.pass_context
def coverage(ctx: click.Context, story: str | None, form: str, method: str, everything: bool) -> None:
    """Which outlets report which statement of a story, in what words, and which leave it out.

    Sentences that state the same are matched across languages; people put the matches right with `join`,
    `split`, `remove` and `undo`, and what they say stays.
    """
    ctx.obj["method"] = method
    if ctx.invoked_subcommand is not None:
        return
    from annotator.present import coverage as shown
    from annotator.workbench.covering import story_meant

    with opened(ctx) as workspace:
        refuse_blind(ctx, workspace)
        table = _table(workspace, story_meant(workspace, story), method)
    if form == "json":
        echo_json({"version": VERSION, **shown.coverage_record(table)})
    elif form == "csv":
        echo_csv(shown.COVERAGE_COLUMNS, shown.coverage_cells(table))
    else:
        rows = table.rows if everything else table.shared
        echo_table(shown.coverage_header(table), shown.coverage_rows(rows, table))
        _sum_up(table, everything)


def _table(workspace: Workspace, story: str, method: str) -> CoverageTable:
    """The coverage, with progress on stderr while sentences are read by meaning for the first time."""
    from annotator.present.coverage import copy_sentences
    from annotator.workbench.covering import PLAIN, coverage_of

    if method != PLAIN:
        read_meaning(workspace, story)
    table = coverage_of(workspace, story, method)
    if table.note:
        talk(table.note)
    for sentence in copy_sentences(table):
        talk(sentence)
    return table


def read_meaning(workspace: Workspace, story: str) -> None:
    """Nothing; the meaning of sentences met for the first time is worked out, with progress on stderr."""
    from annotator.workbench import covering

    if covering.meaning_waits(workspace, story):
        waiting = covering.sentences_to_embed(workspace, story)
        talk(f"Reading the meaning of {waiting} sentences, once; about {max(1, waiting // 8)} s.")
        with progress("sentences", waiting) as advance:
            covering.read_meaning(workspace, story, advance)


def _sum_up(table: CoverageTable, everything: bool) -> None:
    counts = ", ".join(f"{outlet.id} {len(table.only_in(outlet.id))}" for outlet in table.outlets)
    hint = "" if everything else "; see them with --all"
    talk(f"{len(table.shared)} statements are shared. Sentences with no counterpart: {counts}{hint}.")
    talk("● carries it, ≠ with another figure, · leaves it out. `annotator coverage show ID` quotes it.")
    talk("The matches are automatic: put them right with `join ID ID`, `split ID PASSAGE`, `remove`, `undo`.")


@coverage.command()
@click.argument("statement")
@_method
@click.pass_context
def show(ctx: click.Context, statement: str, method: str) -> None:
    """Quote every passage of STATEMENT, with who says it and where outlets differ."""
    from annotator.present.coverage import statement_lines
    from annotator.workbench.rematching import find_passage, find_statement

    with opened(ctx) as workspace:
        refuse_blind(ctx, workspace)
        story, _ = find_passage(workspace, statement)
        table = _table(workspace, story, _chosen(ctx, method))
    found = find_statement(table, statement)
    row = next(row for row in table.rows if row.statement is found)
    for line in statement_lines(row):
        click.echo(visible(line))


@coverage.command()
@click.argument("one", metavar="STATEMENT")
@click.argument("other", metavar="STATEMENT")
@click.pass_context
def join(ctx: click.Context, one: str, other: str) -> None:
    """Say that two statements are one."""
    from annotator.errors import JudgementError
    from annotator.workbench import rematching

    with opened(ctx) as workspace:
        story, first = rematching.find_passage(workspace, one)
        there, second = rematching.find_passage(workspace, other)
        if story != there:
            raise JudgementError(f"{one} belongs to {story}, {other} to {there}.", "Join within a story.")
        rematching.join(workspace, rater_meant(ctx, workspace), story, first, second)
    talk(f"Joined {one} and {other}. Taken back with `annotator coverage undo`.")


@coverage.command()
@click.argument("statement")
@click.argument("passage")
@_method
@click.pass_context
def split(ctx: click.Context, statement: str, passage: str, method: str) -> None:
    """Say that PASSAGE (its number, id or outlet) states something else than STATEMENT."""
    _move(ctx, statement, passage, method, "split")
    talk("Split off. Taken back with `annotator coverage undo`.")


@coverage.command()
@click.argument("statement")
@click.argument("passage")
@_method
@click.pass_context
def remove(ctx: click.Context, statement: str, passage: str, method: str) -> None:
    """Leave PASSAGE (its number, id or outlet) of STATEMENT out: it states nothing."""
    _move(ctx, statement, passage, method, "remove")
    talk("Left out. Taken back with `annotator coverage undo`.")


def _move(ctx: click.Context, statement: str, passage: str, method: str, deed: str) -> None:
    from annotator.workbench import rematching

    with opened(ctx) as workspace:
        story, _ = rematching.find_passage(workspace, statement)
        found = rematching.find_statement(_table(workspace, story, _chosen(ctx, method)), statement)
        meant = rematching.passage_within(found, passage)
        correct = rematching.split if deed == "split" else rematching.remove
        correct(workspace, rater_meant(ctx, workspace), story, meant)


@coverage.command()
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Take your last correction back."""
    from annotator.workbench.rematching import undo_correction

    with opened(ctx) as workspace:
        taken = undo_correction(workspace, rater_meant(ctx, workspace))
    talk(f"Taken back: {taken.deed}." if taken else "There is no correction of yours to take back.")


def _chosen(ctx: click.Context, method: str) -> str:
    """The method of the command itself, or else of `coverage`."""
    return method if method != "auto" else str(ctx.obj["method"])
