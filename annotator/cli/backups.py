"""`annotator backup` and `restore`."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import echo_table, opened, talk


@click.command()
@click.option(
    "--to", "target", type=click.Path(path_type=Path), help="Another folder, such as a memory stick."
)
@click.option("--list", "listing", is_flag=True, help="Show the backups that there are.")
@click.pass_context
def backup(ctx: click.Context, target: Path | None, listing: bool) -> None:
    """Write a backup of the workspace, and read it back.

    It goes into the folder `backups` of the workspace, where the newest ten and the newest of each day are
    kept. One is made before every collection of hand-ins and every change of the database's form, too.
    """
    from annotator.workbench.backing_up import FOLDER, back_up, list_backups

    folder = Path(ctx.find_root().obj["folder"])
    if listing:
        found = list_backups(target or folder / FOLDER)
        rows = [(one.path.name, f"{one.size / 1e6:.1f} MB", str(one.judgements)) for one in found]
        echo_table(("backup", "size", "judgements"), rows)
        return
    with opened(ctx) as workspace:
        written = back_up(workspace, target)
    click.echo(str(written))
    talk("Written and read back.")


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Also when the workspace has judgements that the backup lacks.")
@click.pass_context
def restore(ctx: click.Context, source: Path, force: bool) -> None:
    """Go back to the backup SOURCE (a path, or a name from `annotator backup --list`).

    What the workspace holds now is kept beside it under another name.
    """
    from annotator.workbench.backing_up import FOLDER, restore
    from annotator.workbench.opening import local_time

    folder = Path(ctx.find_root().obj["folder"]).resolve()
    named = folder / FOLDER / source
    done = restore(
        folder, named if not source.exists() and named.exists() else source, force=force, now=local_time()
    )
    talk(f"The workspace is as it was in the backup: {done.judgements} judgements.")
    if done.aside != folder / "annotator.db":
        talk(f"What was here before stands in {done.aside.name}.")
