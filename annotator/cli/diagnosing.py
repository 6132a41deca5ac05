"""`annotator doctor`: is all well?"""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

import click

from annotator import __version__
from annotator.cli.talking import talk, visible


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Check the workspace: the database, the texts, the evidence. Exit code 1 when something is wrong."""
    from annotator.signals import compiled
    from annotator.workbench.diagnosing import diagnose_folder

    versions = f"annotator {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    talk(f"{versions}, {'signals compiled' if compiled() else 'signals in plain Python'}")
    complaints = diagnose_folder(Path(ctx.find_root().obj["folder"]))
    for complaint in complaints:
        click.echo(visible(str(complaint)))
    if complaints:
        raise click.exceptions.Exit(1)
    click.echo("All is well.")
