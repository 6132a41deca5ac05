"""`annotator sync`: the workspace and a shared hub."""

from __future__ import annotations

import os
import time

import click

from annotator.cli.talking import counting, opened, talk
from annotator.errors import AnnotatorError, InputError

VARIABLE = "ANNOTATOR_HUB"


@click.command()
@click.argument("url", required=False)
@click.option("--class", "class_name", help="Which class of the hub; needed where the role has several.")
@click.option("--every", type=click.IntRange(min=5), metavar="SECONDS", help="Go on syncing until stopped.")
@click.option("--set-up", is_flag=True, help="Make the hub in this database; for its owner, once.")
@click.option("--admit", metavar="ROLE", help="Let servers that ask as ROLE exchange --class; for the owner.")
@click.pass_context
def sync(
    ctx: click.Context,
    url: str | None,
    class_name: str | None,
    every: int | None,
    set_up: bool,
    admit: str | None,
) -> None:
    """Exchange judgements with the hub at URL: postgresql://NAME:PASSWORD@HOST/DATABASE.

    The address can stand in the variable ANNOTATOR_HUB, where others on this computer cannot read it.
    Everything that is new goes both ways; doing it twice, or being cut off, does no harm.
    """
    from annotator.workbench.syncing import admit_server, make_hub

    address = url or os.environ.get(VARIABLE)
    if not address:
        raise InputError("no hub was named.", f"Name its address, or put it into {VARIABLE}.")
    if set_up:
        talk(f"The hub {make_hub(address)} is ready.")
    if admit:
        if not class_name:
            raise InputError(
                "no class was named.", "Say which with --class NAME; a new name makes a new class."
            )
        admit_server(address, admit, class_name)
        talk(f"{admit} may exchange the class {class_name}.")
    if set_up or admit:
        return
    while True:
        try:
            _once(ctx, address, class_name)
        except AnnotatorError as problem:
            if every is None:
                raise
            talk(f"annotator: {problem}")
        if every is None:
            return
        time.sleep(every)


def _once(ctx: click.Context, address: str, class_name: str | None) -> None:
    from annotator.workbench.syncing import sync as exchange

    with opened(ctx) as workspace, counting("Exchanging rows") as show:
        done = exchange(workspace, address, class_name, on_progress=show)
    for conflict in done.conflicts:
        talk(f"annotator: {conflict}")
    click.echo(
        f"class {done.class_name}: {done.sent} sent, {done.taken} taken, {len(done.conflicts)} conflicts"
    )
