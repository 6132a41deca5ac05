"""`annotator class forget` and `close`: names leave the workspace."""

from __future__ import annotations

import click

from annotator.cli.talking import opened, talk

_ELSEWHERE = (
    "Class lists, packs, hand-ins, exports and backups outside this database still hold names: delete them."
)


@click.command()
@click.argument("handle")
@click.option("--drop-scores", is_flag=True, help="What the person judged goes as well.")
@click.option("--yes", is_flag=True, help="Do it; there is no way back.")
@click.pass_context
def forget(ctx: click.Context, handle: str, drop_scores: bool, yes: bool) -> None:
    """Remove a person's handle and group; what the person judged stays under a code, or goes."""
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.forgetting import forget as forget_rater

    with opened(ctx) as workspace:
        rater = find_rater(workspace, handle)
        if not yes:
            what = "with all that they judged" if drop_scores else "what they judged stays under a code"
            talk(f"{rater.handle} would be forgotten ({what}). There is no way back: say it with --yes.")
            raise click.exceptions.Exit(1)
        found = forget_rater(workspace, rater, drop_scores=drop_scores)
    if found.code:
        talk(f"Forgotten. {found.scores} judgements stay under {found.code}.")
    else:
        talk(f"Forgotten, with {found.scores} judgements.")
    talk(_ELSEWHERE)


@click.command()
@click.option("--drop-scores", is_flag=True, help="What the students judged goes as well.")
@click.option("--yes", is_flag=True, help="Do it; there is no way back.")
@click.pass_context
def close(ctx: click.Context, drop_scores: bool, yes: bool) -> None:
    """Forget all students, at the end of term; afterwards no hand-in is taken in."""
    from annotator.workbench.enrolling import students
    from annotator.workbench.forgetting import close_class

    with opened(ctx) as workspace:
        if not yes:
            talk(f"{len(students(workspace))} students would be forgotten. There is no way back: --yes.")
            raise click.exceptions.Exit(1)
        number = close_class(workspace, drop_scores=drop_scores)
    talk(f"The class is closed; {number} students were forgotten. {_ELSEWHERE}")
