"""`annotator class disagreements`: what to talk about."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, talk, visible


@click.command()
@click.argument("article", required=False)
@click.argument("criterion", required=False)
@click.option("--story", default=None, help="Only this story.")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--limit", type=click.IntRange(1), default=15, show_default=True, help="How many rows.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def disagreements(
    ctx: click.Context,
    article: str | None,
    criterion: str | None,
    story: str | None,
    rubric_name: str | None,
    limit: int,
    form: str,
) -> None:
    """What the class differs on most; with ARTICLE and CRITERION the levels and the quotes behind each.

    Nobody is named. Spread is 0 when all agree and 1 when half of the class stands at each end of the scale.
    """
    from annotator.present import classrooms
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.disagreeing import rank_disagreements
    from annotator.workbench.rating import find_criterion
    from annotator.workbench.reading import check_story, find_article

    with opened(ctx) as workspace:
        check_story(workspace, story)
        rubric = load_rubric(workspace, rubric_name)
        chosen = find_article(workspace, article).id if article else None
        wanted = find_criterion(rubric, criterion).id if criterion else None
        found = rank_disagreements(workspace, story=story, rubric=rubric, article=chosen)
    found = [one for one in found if wanted in (None, one.criterion.id)]
    if form == "json":
        records = [classrooms.disagreement_record(one) for one in found]
        echo_json({"version": VERSION, "rubric": rubric.id, "disagreements": records})
    elif not found:
        talk("There is nothing that two students scored yet.")
    elif wanted:
        for one in found:
            click.echo("\n".join(map(visible, classrooms.discussion_lines(one))))
    else:
        echo_table(classrooms.DISAGREEMENT_HEADER, classrooms.disagreement_rows(found[:limit]))
        if len(found) > limit:
            talk(f"{len(found) - limit} more: --limit {len(found)}.")
        first = found[0]
        talk(f"The quotes: annotator class disagreements {first.article.id} {first.criterion.id}")
