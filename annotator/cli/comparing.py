"""`annotator compare`: outlets side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, refuse_blind, talk

if TYPE_CHECKING:
    from annotator.model.rubrics import Rubric
    from annotator.workbench.contrasting import By
    from annotator.workbench.opening import Workspace


@click.command()
@click.option("--story", default=None, help="Only this story (recommended: the topic is then the same).")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option(
    "--signals", "by_signals", is_flag=True, help="Compare what the signals mark instead of the scores."
)
@click.option("--anchoring", is_flag=True, help="How far scores moved once outlet or signals were seen.")
@click.option("--differences", is_flag=True, help="Of every two outlets, by the raters who scored both.")
@click.option("--between", multiple=True, metavar="OUTLET", help="Differences of these outlets only.")
@click.option("--by", type=click.Choice(["group", "mode", "language"]), help="Apart for each of these.")
@click.option("--means", is_flag=True, help="Plain means, and means without the raters' strictness.")
@click.option("--distribution", is_flag=True, help="How many scores each level has.")
@click.option("--corpus", metavar="DIR", help="Outlets of a large collection: what `annotator corpus` wrote.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def compare(
    ctx: click.Context,
    story: str | None,
    rubric_name: str | None,
    by_signals: bool,
    anchoring: bool,
    differences: bool,
    between: tuple[str, ...],
    by: By | None,
    means: bool,
    distribution: bool,
    corpus: str | None,
    form: str,
) -> None:
    """Outlets side by side: the class's scores by criterion, or the signals per 1,000 words.

    There is no single figure for an outlet, and no ranking.
    """
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.reading import check_story

    if corpus is not None:
        from annotator.cli.surveyed import show_survey

        show_survey(corpus, form)
        return
    with opened(ctx) as workspace:
        check_story(workspace, story)
        if anchoring:
            from annotator.cli.anchoring import show_anchoring

            show_anchoring(workspace, story, rubric_name, form)
            return
        refuse_blind(ctx, workspace)
        if by_signals:
            _show_signals(workspace, story, form)
            return
        rubric = load_rubric(workspace, rubric_name)
        _tell_left_out(workspace, rubric, story)
        from annotator.cli import contrasting

        if differences or between:
            contrasting.show_differences(workspace, story, rubric, between, form)
        elif by:
            contrasting.show_parts(workspace, story, rubric, by, form)
        elif distribution:
            contrasting.show_distribution(workspace, story, rubric, form)
        else:
            from annotator.cli.scores_side_by_side import show_scores

            show_scores(workspace, story, rubric, form, means=means)


def _show_signals(workspace: Workspace, story: str | None, form: str) -> None:
    """Nothing; what the signals mark per 1,000 words of each outlet stands on stdout."""
    from annotator.present import comparisons
    from annotator.workbench.comparing import compare_signals

    table = compare_signals(workspace, story=story)
    if form == "json":
        echo_json({"version": VERSION, **comparisons.signal_record(table)})
    elif form == "csv":
        echo_csv(comparisons.SIGNAL_COLUMNS, comparisons.signal_cells(table))
    else:
        echo_table(comparisons.signal_header(table), comparisons.signal_rows(table))
        if len(table.outlets) < 2:
            talk("Only one outlet: nothing to compare it with. Add the same story from another outlet.")


def _tell_left_out(workspace: Workspace, rubric: Rubric, story: str | None) -> None:
    """Nothing; scores under other rubrics are talked about where there are any."""
    from annotator.workbench.subjects import left_out

    told = left_out(workspace, rubric, story)
    if told:
        talk(told)
