"""`annotator class agreement`: how far raters agree."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk


@click.command()
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--story", default=None, help="Only this story.")
@click.option("--role", type=click.Choice(["student", "teacher"]), help="Only raters with this role.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def agreement(
    ctx: click.Context, rubric_name: str | None, story: str | None, role: str | None, form: str
) -> None:
    """How far the raters agree on each criterion: Krippendorff's alpha with a 95 % interval, and others."""
    from annotator.model.judgements import Role
    from annotator.present import agreements
    from annotator.workbench.agreeing import measure_agreement
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.reading import check_story

    with opened(ctx) as workspace:
        check_story(workspace, story)
        rubric = load_rubric(workspace, rubric_name)
        found = measure_agreement(workspace, story=story, rubric=rubric, role=Role(role) if role else None)
    if form == "json":
        echo_json({"version": VERSION, **agreements.agreement_record(found)})
    elif form == "csv":
        echo_csv(agreements.COLUMNS, agreements.agreement_cells(found))
    else:
        echo_table(agreements.HEADER, agreements.agreement_rows(found))
        talk(agreements.MEANING)
        if any(one.interval_95 is None and not one.too_few for one in found.criteria):
            talk(agreements.NO_INTERVAL)
