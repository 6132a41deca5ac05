"""`annotator hand-in` and `collect`: a student's work from one laptop to another, in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.talking import VERSION, echo_json, handle_meant, opened, progress, talk

if TYPE_CHECKING:
    from annotator.workbench.collecting import Collected
    from annotator.workbench.opening import Workspace


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
    scores = "1 score" if number == 1 else f"{number} scores"
    talk(f"{target} holds {scores} of {rater.handle}'s. Give it to your teacher.")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strangers", is_flag=True, help="Take in also who is not on the roster.")
@click.option("--watch", type=click.Path(path_type=Path), metavar="FOLDER", help="Take what arrives there.")
@click.option(
    "--every", type=click.FloatRange(0.05, 60), default=2.0, show_default=True, help="Seconds between looks."
)
@click.option(
    "--for", "minutes", type=click.FloatRange(0.001, 600), default=90.0, show_default=True,
    help="Minutes to watch; Ctrl+C ends it earlier.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def collect(
    ctx: click.Context,
    files: tuple[Path, ...],
    strangers: bool,
    watch: Path | None,
    every: float,
    minutes: float,
    form: str,
) -> None:
    """Take hand-ins in: FILES, or folders of them, in any order, any number of times.

    A file that is cut, changed or not for this class is refused with a reason, while the others go in; what
    does not fit is listed, never guessed. Then the exit code is 1. With --watch, files that students put into
    a shared folder go in as they arrive; one that is still being copied waits until it is whole.
    """
    from annotator.workbench.collecting import collect as take_in
    from annotator.workbench.collecting import shared_handles

    if bool(files) == bool(watch):
        raise click.UsageError("Name FILES to take in, or a folder to --watch.")
    with opened(ctx) as workspace:
        if watch:
            found = _watch(workspace, watch, strangers, every, minutes)
        else:
            with progress("collecting", len(files)) as advance:
                found = take_in(workspace, files, strangers=strangers, on_progress=advance)
            _tell(found)
        shared = shared_handles(workspace)
    for handle in shared:
        talk(f"conflict: more than one rater is called {handle}: nobody guesses who is who.")
    if form == "json":
        records = [
            {
                "path": one.path, "rater": one.handle or None, "added": one.added, "known": one.known,
                "conflicts": one.conflicts, "refused": str(one.problem.message) if one.problem else None,
            }
            for one in found
        ]  # fmt: skip
        echo_json({"version": VERSION, "files": records, "shared_handles": shared})
    refused = sum(one.problem is not None for one in found)
    talk(
        f"{len(found) - refused} of {len(found)} files taken in: {sum(one.added for one in found)} new"
        f" judgements, {sum(one.known for one in found)} were here already."
    )
    if refused or any(one.conflicts for one in found) or shared or not found:
        raise click.exceptions.Exit(1)


def _tell(found: list[Collected]) -> None:
    """Nothing; what was refused or left out is told."""
    for one in found:
        if one.problem:
            talk(f"annotator: {one.problem}")
    for one in found:
        for sentence in one.conflicts:
            talk(f"conflict: {one.path}: {sentence}")


def _watch(
    workspace: Workspace, folder: Path, strangers: bool, every: float, minutes: float
) -> list[Collected]:
    """What became of each file in the end; each is told as it arrives, until time is up or Ctrl+C."""
    from time import monotonic, sleep

    from annotator.errors import AnnotatorError
    from annotator.workbench.watching import DropFolder

    drop, trouble = DropFolder(folder, strangers), ""
    found: dict[str, Collected] = {}
    drop.look(workspace)
    talk(f"Watching {folder} for {minutes:g} minutes. Ctrl+C ends it; nothing is lost then.")
    end = monotonic() + minutes * 60
    try:
        while monotonic() < end:
            sleep(min(every, max(0.0, end - monotonic())))
            try:
                new, told = drop.look(workspace), ""
            except AnnotatorError as error:
                new, told = [], str(error)
            if told and told != trouble:
                talk(f"annotator: {told}")
            trouble = told
            _tell(new)
            for one in new:
                if not one.problem:
                    talk(f"{one.handle}: {one.added} new, {one.known} known.")
                found[one.path] = one
    except KeyboardInterrupt:
        talk("Stopped.")
    if drop.arriving:
        talk(f"{drop.arriving} files had not arrived whole: collect the folder once more later.")
    return list(found.values())
