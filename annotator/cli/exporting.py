"""`annotator export`: results for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotator.cli.talking import opened, talk


@click.group()
def export() -> None:
    """Write results for other programs."""


@export.command()
@click.option("--to", "target", type=click.Path(path_type=Path), help="The file; stdout if not given.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, for Excel.")
@click.option("--identified", is_flag=True, help="With the raters' handles instead of codes.")
@click.pass_context
def scores(ctx: click.Context, target: Path | None, force: bool, bom: bool, identified: bool) -> None:
    """The tidy table: one row for each score, with its evidence, rubric digest and tool version."""
    from annotator.workbench.exporting import export_scores

    with opened(ctx) as workspace:
        written = export_scores(workspace, target or sys.stdout, force=force, bom=bom, identified=identified)
    talk(f"{written} scores written" + (f" to {target}." if target else "."))
    if not written:
        talk("Nobody has scored anything yet: run `annotator`, or `annotator score ARTICLE tone=2`.")


@export.command()
@click.option("--to", "target", type=click.Path(path_type=Path), help="The file; stdout if not given.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, for Excel.")
@click.option("--identified", is_flag=True, help="With the raters' handles instead of codes.")
@click.option("--history", is_flag=True, help="Also the answers that were changed or taken back.")
@click.pass_context
def verdicts(
    ctx: click.Context, target: Path | None, force: bool, bom: bool, identified: bool, history: bool
) -> None:
    """What readers said of findings: one row for each yes, no or unsure, with the signal's version."""
    from annotator.workbench.correcting import export_verdicts

    with opened(ctx) as workspace:
        written = export_verdicts(
            workspace, target or sys.stdout, history=history, force=force, bom=bom, identified=identified
        )
    talk(f"{written} verdicts written" + (f" to {target}." if target else "."))
    if not written:
        talk("Nobody has judged a finding yet: run `annotator`, choose a finding, and press y, x or m.")
