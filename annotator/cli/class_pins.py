"""`annotator class reset-pin`: a student who forgot the PIN chooses another."""

from __future__ import annotations

import click

from annotator.cli.talking import opened, talk


@click.command("reset-pin")
@click.argument("handle")
@click.pass_context
def reset_pin(ctx: click.Context, handle: str) -> None:
    """Take a student's PIN away: at the next entry from a browser a new one is chosen, locked out or not."""
    from annotator.workbench.admitting import reset_pin as take_pin_away
    from annotator.workbench.enrolling import find_rater

    with opened(ctx) as workspace:
        rater = find_rater(workspace, handle)
        had = take_pin_away(workspace, rater)
    if had:
        talk(f"{rater.handle} chooses a new PIN at the next entry.")
    else:
        talk(f"{rater.handle} has no PIN yet and chooses one at the first entry.")
