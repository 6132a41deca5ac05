"""`annotator compare`: outlets side by side."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk


@click.command()
@click.option("--story", default=None, help="Only this story (recommended: the topic is then the same).")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option(
    "--signals", "by_signals", is_flag=True, help="Compare what the signals mark instead of the scores."
)
@click.option("--anchoring", is_flag=True, help="How far scores moved once outlet or signals were seen.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def compare(
    ctx: click.Context,
    story: str | None,
    rubric_name: str | None,
    by_signals: bool,
    anchoring: bool,
    form: str,
) -> None:
    """Outlets side by side: the class's scores by criterion, or the signals per 1,000 words.

    There is no single figure for an outlet, and no ranking.
    """
    from annotator.present import comparisons
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.comparing import compare_scores, compare_signals
    from annotator.workbench.reading import check_story

    with opened(ctx) as workspace:
        check_story(workspace, story)
        if anchoring:
            from annotator.cli.anchoring import show_anchoring

            show_anchoring(workspace, story, rubric_name, form)
            return
        if by_signals:
            signals = compare_signals(workspace, story=story)
            record, header = comparisons.signal_record(signals), comparisons.signal_header(signals)
            rows, flat = comparisons.signal_rows(signals), comparisons.signal_cells(signals)
            columns: tuple[str, ...] = comparisons.SIGNAL_COLUMNS
        else:
            scores = compare_scores(workspace, story=story, rubric=load_rubric(workspace, rubric_name))
            record, header = comparisons.score_record(scores), comparisons.score_header(scores)
            rows, flat = comparisons.score_rows(scores), comparisons.score_cells(scores)
            columns = comparisons.SCORE_COLUMNS
    if form == "json":
        echo_json({"version": VERSION, **record})
    elif form == "csv":
        echo_csv(columns, flat)
    else:
        echo_table(header, rows)
        if len(header) < 3:
            talk("Only one outlet: nothing to compare it with. Add the same story from another outlet.")
