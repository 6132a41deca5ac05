"""`annotator class round` and `vote`: look at what the class gave, talk, vote again; both votes are kept."""

from __future__ import annotations

import click

from annotator.cli.talking import (
    VERSION,
    echo_json,
    echo_table,
    handle_meant,
    opened,
    rater_meant,
    talk,
    visible,
)


@click.group("round", invoke_without_command=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def rounds(ctx: click.Context, form: str) -> None:
    """All rounds so far; `open`, `show` and `close` deal with one.

    The first score of everybody stays what it is, and agreement is measured on it; the second vote stands
    beside it.
    """
    if ctx.invoked_subcommand:
        return
    from annotator.present import ballots
    from annotator.workbench.voting import all_rounds, count_votes

    with opened(ctx) as workspace:
        found = [count_votes(workspace, one) for one in all_rounds(workspace)]
    if form == "json":
        echo_json({"version": VERSION, "rounds": [ballots.ballot_record(one) for one in found]})
        return
    echo_table(ballots.ROUND_HEADER, ballots.round_rows(found))
    if not found:
        talk("No round yet. What is worth one: annotator class disagreements")


@rounds.command("open")
@click.argument("article")
@click.argument("criterion")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.pass_context
def open_one(ctx: click.Context, article: str, criterion: str, rubric_name: str | None) -> None:
    """Open a round on CRITERION of ARTICLE: what the class gave is shown, and students can vote again."""
    from annotator.present.ballots import ballot_lines
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.reading import find_article
    from annotator.workbench.voting import count_votes, open_round

    with opened(ctx) as workspace:
        teacher = find_rater(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
        text = find_article(workspace, article)
        made = open_round(workspace, teacher, text, load_rubric(workspace, rubric_name), criterion)
        found = count_votes(workspace, made)
    click.echo("\n".join(map(visible, ballot_lines(found))))
    talk("The round is open. Students vote with `b` in the app, or: annotator class vote LEVEL")


@rounds.command()
@click.argument("article", required=False)
@click.argument("criterion", required=False)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def show(ctx: click.Context, article: str | None, criterion: str | None, form: str) -> None:
    """Both votes of the latest round (on CRITERION of ARTICLE): how many gave each level, who moved."""
    from annotator.present import ballots
    from annotator.workbench.reading import find_article
    from annotator.workbench.voting import count_votes, find_round

    with opened(ctx) as workspace:
        text = find_article(workspace, article).id if article else None
        found = count_votes(workspace, find_round(workspace, text, criterion))
    if form == "json":
        echo_json({"version": VERSION, **ballots.ballot_record(found)})
    else:
        click.echo("\n".join(map(visible, ballots.ballot_lines(found))))


@rounds.command()
@click.argument("article", required=False)
@click.argument("criterion", required=False)
@click.pass_context
def close(ctx: click.Context, article: str | None, criterion: str | None) -> None:
    """Close the round that is open (on CRITERION of ARTICLE); both votes stay."""
    from annotator.present.ballots import ballot_lines
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.reading import find_article
    from annotator.workbench.voting import close_round, count_votes, find_round

    with opened(ctx) as workspace:
        teacher = find_rater(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
        text = find_article(workspace, article).id if article else None
        one = find_round(workspace, text, criterion, is_open=True)
        close_round(workspace, teacher, one)
        found = count_votes(workspace, one)
    click.echo("\n".join(map(visible, ballot_lines(found))))
    talk("The round is closed; both votes are kept.")


@click.command()
@click.argument("level", type=click.IntRange(0))
@click.argument("article", required=False)
@click.argument("criterion", required=False)
@click.option("--note", default="", help="Why, in a sentence.")
@click.pass_context
def vote(ctx: click.Context, level: int, article: str | None, criterion: str | None, note: str) -> None:
    """Vote LEVEL in the round that is open (on CRITERION of ARTICLE); 0 means “cannot judge”.

    The score you gave alone stays; this one stands beside it. Voting again replaces your vote.
    """
    from annotator.workbench.reading import find_article
    from annotator.workbench.voting import find_round
    from annotator.workbench.voting import vote as give

    with opened(ctx) as workspace:
        text = find_article(workspace, article).id if article else None
        one = find_round(workspace, text, criterion, is_open=True)
        give(workspace, rater_meant(ctx, workspace), one, level or None, note=note)
    talk(f"Your vote on {one.criterion}: {level or 'cannot judge'}. Your first score is kept beside it.")
