"""`annotator hand-in` and `collect`: a student's work from one laptop to another, in files."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import VERSION, echo_json, handle_meant, opened, progress, talk


@click.command("hand-in")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="The file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def hand_in(ctx: click.Context, target: Path, force: bool) -> None:
    """Write all that you judged into one small file for the teacher; nobody else's work is in it."""
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.handing_in import hand_in as write_hand_in

    with opened(ctx) as workspace:
        rater = find_rater(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
        number = write_hand_in(workspace, rater, target, force=force)
    talk(f"{target} holds {number} scores of {rater.handle}'s. Give it to your teacher.")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strangers", is_flag=True, help="Take in also who is not on the roster.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def collect(ctx: click.Context, files: tuple[Path, ...], strangers: bool, form: str) -> None:
    """Take hand-ins in: FILES, or folders of them, in any order, any number of times.

    A file that is cut, changed or not for this class is refused with a reason, while the others go in; what
    does not fit is listed, never guessed. Then the exit code is 1.
    """
    from annotator.workbench.collecting import collect as take_in
    from annotator.workbench.collecting import shared_handles

    with opened(ctx) as workspace:
        with progress("collecting", len(files)) as advance:
            found = take_in(workspace, files, strangers=strangers, on_progress=advance)
        shared = shared_handles(workspace)
    refused = [one for one in found if one.problem]
    conflicts = [f"{one.path}: {sentence}" for one in found for sentence in one.conflicts]
    conflicts += [f"more than one rater is called {handle}: nobody guesses who is who." for handle in shared]
    for one in refused:
        talk(f"annotator: {one.problem}")
    for sentence in conflicts:
        talk(f"conflict: {sentence}")
    if form == "json":
        records = [
            {
                "path": one.path, "rater": one.handle or None, "added": one.added, "known": one.known,
                "conflicts": one.conflicts, "refused": str(one.problem.message) if one.problem else None,
            }
            for one in found
        ]  # fmt: skip
        echo_json({"version": VERSION, "files": records, "shared_handles": shared})
    talk(
        f"{len(found) - len(refused)} of {len(found)} files taken in: {sum(one.added for one in found)} new"
        f" judgements, {sum(one.known for one in found)} were here already."
    )
    if refused or conflicts or not found:
        raise click.exceptions.Exit(1)
