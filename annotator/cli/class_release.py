"""`annotator class release`: students may look back on the key and on what the class answered."""

from __future__ import annotations

import click

from annotator.cli.talking import opened, talk


@click.command()
@click.option("--off", is_flag=True, help="No longer.")
@click.pass_context
def release(ctx: click.Context, off: bool) -> None:
    """Let students look back: their answers beside the key and the class's, with quotes and without names.

    Each sees it for the articles they have finished. A workspace without a class list hides nothing.
    """
    from annotator.workbench.looking_back import release as let

    with opened(ctx) as workspace:
        let(workspace, released=not off)
    if off:
        talk("Students no longer see what the class answered.")
    else:
        talk("Students see the key and the class's answers to articles they have finished: p in the app.")
