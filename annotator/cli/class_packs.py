"""`annotator class pack` and `unpack`: a student's share of the class in a file."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import opened, talk


@click.command()
@click.argument("handle", required=False)
@click.option("--all", "everybody", is_flag=True, help="A file for each student, into the folder --to.")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="The file, or folder.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def pack(ctx: click.Context, handle: str | None, everybody: bool, target: Path, force: bool) -> None:
    """Write what HANDLE is to read, with the rubric, into one file for work without a network.

    Nobody else's data is in it. Give it to this student only: hand-ins made with it count as this student's.
    With --all every student who has something to read gets a file in the folder.
    """
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.parcelling import pack as write_pack
    from annotator.workbench.parcelling import pack_all

    if bool(handle) == everybody:
        raise click.UsageError("Name one HANDLE, or say --all.")
    with opened(ctx) as workspace:
        if everybody:
            files = pack_all(workspace, target, force=force)
            talk(f"{len(files)} packs are in {target}. Each is for the student in its name only.")
            return
        rater = find_rater(workspace, handle or "")
        number = write_pack(workspace, rater, target, force=force)
    talk(
        f"{target} holds {number} articles for {rater.handle}. They run: annotator class unpack {target.name}"
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def unpack(ctx: click.Context, file: Path) -> None:
    """Begin to work on a pack: its articles, rubric and order are in this folder's workspace afterwards."""
    from annotator.workbench.opening import open_workspace
    from annotator.workbench.parcelling import unpack as read_pack

    with open_workspace(Path(ctx.find_root().obj["folder"]), create=True) as workspace:
        rater = read_pack(workspace, file)
    talk(f"Ready for {rater.handle}. Next: `annotator`; at the end `annotator hand-in --to FILE`.")
