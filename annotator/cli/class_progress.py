"""`annotator class progress`: what is open."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk


@click.command()
@click.option("--story", default=None, help="Only this story.")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--projector", is_flag=True, help="Codes instead of names, and not who is stuck.")
@click.option(
    "--stuck-after", type=click.IntRange(1), default=10, show_default=True, help="Minutes without a score."
)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def progress(
    ctx: click.Context,
    story: str | None,
    rubric_name: str | None,
    projector: bool,
    stuck_after: int,
    form: str,
) -> None:
    """Students by articles: what is open, begun, done, and who has not scored for a while."""
    from annotator.present import classrooms
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.progressing import measure_progress
    from annotator.workbench.reading import check_story

    with opened(ctx) as workspace:
        check_story(workspace, story)
        rubric = load_rubric(workspace, rubric_name)
        found = measure_progress(workspace, rubric, story=story, stuck_after=stuck_after)
    header, rows = classrooms.progress_table(found, projector=projector)
    if form == "json":
        echo_json({"version": VERSION, **classrooms.progress_record(found, projector=projector)})
    elif form == "csv":
        echo_csv(header, rows)
    else:
        echo_table(header, rows)
        talk(classrooms.PROGRESS_LEGEND)
        if not rows:
            talk("Nobody is in the class yet: `annotator class roster FILE`.")
