"""What commands share: the workspace and rater meant, safe output, progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.raters import handle_meant as handle_meant
from annotator.cli.visible import visible as visible

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace

VERSION = 1
"""Of the JSON contracts."""


@contextmanager
def opened(ctx: click.Context) -> Iterator[Workspace]:
    """The workspace that the user means, closed at the end."""
    from annotator.workbench.opening import open_workspace

    with open_workspace(Path(ctx.find_root().obj["folder"])) as workspace:
        yield workspace


def workspace_meant(ctx: click.Context) -> Path | None:
    """The folder of the workspace that the user means, or None where there is no workspace in it."""
    from annotator.workbench.opening import FILE_NAME

    folder = Path(ctx.find_root().obj["folder"])
    return folder if (folder / FILE_NAME).exists() else None


def rater_meant(ctx: click.Context, workspace: Workspace) -> Rater:
    """The rater who scores, made on first use."""
    from annotator.workbench.enrolling import enter

    return enter(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))


def kept_blind(ctx: click.Context, workspace: Workspace) -> Rater | None:
    """The rater who asks, while there are outlets that this rater must not know; else None."""
    from annotator.workbench.blinding import outlets_are_hidden
    from annotator.workbench.enrolling import rater_called

    reader = rater_called(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
    return reader if reader and outlets_are_hidden(workspace, reader) else None


def refuse_blind(ctx: click.Context, workspace: Workspace) -> None:
    """Nothing; raises `JudgementError` for a rater who must not know yet what the answer would name."""
    from annotator.errors import JudgementError

    blind = kept_blind(ctx, workspace)
    if blind:
        raise JudgementError(
            f"{blind.handle} judges first, and this names outlets and tells what others think of them.",
            "In the app they stand here under letters. `annotator score ARTICLE --reveal outlet` shows one."
            " That is logged. --rater asks as somebody else.",
        )


def echo_json(value: object) -> None:
    """Nothing; the value stands on stdout as indented JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def echo_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Nothing; a plain table stands on stdout, columns as wide as a terminal draws their longest cell."""
    from annotator.cli.columns import aligned

    for line in aligned(header, [[visible(cell) for cell in row] for row in rows]):
        click.echo(line)


def echo_csv(header: Sequence[str], rows: Sequence[Sequence[str | float | int | None]]) -> None:
    """Nothing; the rows stand on stdout as CSV, cells that a spreadsheet would run made harmless."""
    import csv

    from annotator.formats.score_csv import safe_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])


def talk(line: str) -> None:
    """Nothing; the line stands on stderr."""
    click.echo(visible(line), err=True)


@contextmanager
def progress(title: str, total: int) -> Iterator[Any]:
    """A function to call with the number done; draws a bar on stderr only on a terminal and for long work."""
    if total < 20 or not sys.stderr.isatty():
        yield lambda done, of=0: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda done, of=0: bar.update(task, completed=done)


@contextmanager
def counting(title: str) -> Iterator[Callable[[int], None]]:
    """A function to call with the number done, of work whose end is not known; shown only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(title), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done: bar.update(task, completed=done)
