"""The first view of `annotator compare`: scores, story by story, then of all stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, talk

if TYPE_CHECKING:
    from annotator.model.rubrics import Rubric
    from annotator.workbench.comparing import ScoreTable
    from annotator.workbench.opening import Workspace

MOST_STORIES = 12
"""More tables than these, one below the other, nobody reads."""


def show_scores(workspace: Workspace, story: str | None, rubric: Rubric, form: str, *, means: bool) -> None:
    """Nothing; medians (or means) of each outlet stand on stdout: topic held fixed first, then overall."""
    from annotator.present import comparisons
    from annotator.workbench.adjusting import adjust_table, measure_strictness
    from annotator.workbench.comparing import compare_scores, compare_stories
    from annotator.workbench.reading import list_stories

    strictness = measure_strictness(workspace, rubric)
    whole = adjust_table(compare_scores(workspace, story=story, rubric=rubric), strictness, story=story)
    stories = {} if story is not None else compare_stories(workspace, rubric=rubric)
    tables = {key: adjust_table(one, strictness, story=key) for key, one in stories.items()}
    titles = {row.id: row.title for row in list_stories(workspace)}
    if form == "json":
        parts: list[dict[str, Any]] = [
            {"story": key, "title": titles[key], **comparisons.score_record(one)}
            for key, one in tables.items()
        ]
        echo_json({"version": VERSION, "story": story, **comparisons.score_record(whole), "stories": parts})
    elif form == "csv":
        apart = tables if len(tables) > 1 else {}
        rows = [row for key, one in apart.items() for row in comparisons.score_cells(one, key)]
        echo_csv(comparisons.SCORE_COLUMNS, [*rows, *comparisons.score_cells(whole, story or "")])
    else:
        _echo(whole, tables, titles, means=means)
        _talk(whole, tables, means=means)


def _echo(whole: ScoreTable, tables: dict[str, ScoreTable], titles: dict[str, str], *, means: bool) -> None:
    import click

    from annotator.cli.talking import visible
    from annotator.present import comparisons

    rows = comparisons.mean_rows if means else comparisons.score_rows
    several = len(tables) > 1
    for key, table in list(tables.items())[:MOST_STORIES] if several else ():
        click.echo(visible(titles[key]))
        echo_table(comparisons.score_header(table), rows(table))
        click.echo()
    if several:
        click.echo("All stories together")
    echo_table(comparisons.score_header(whole), rows(whole))


def _talk(whole: ScoreTable, tables: dict[str, ScoreTable], *, means: bool) -> None:
    """Nothing; what a reader must know beside the figures stands on stderr."""
    from annotator.present.remarks import remarks

    for sentence in remarks(whole):
        talk(sentence)
    if len(tables) > 1 and any(len(one.outlets) < len(whole.outlets) for one in tables.values()):
        talk("Not every outlet told every story: all stories together compare topics, too.")
    if len(tables) > MOST_STORIES:
        talk(f"{len(tables) - MOST_STORIES} more stories: choose one with --story, or --format csv for all.")
    if means and whole.adjusted:
        talk("Plain mean → mean as an average rater would have given it [95 % interval].")
    elif not means and any(cell.summary for cell in whole.cells.values()):
        talk("Median [95 % interval] middle half, n. Means, plain and adjusted for strictness: --means.")
