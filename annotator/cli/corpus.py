"""`annotator corpus`: signals over a large collection."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from annotator.cli.talking import talk


@click.command()
@click.argument("source")
@click.option("--to", "target", required=True, metavar="DIR", help="Where the results go; a path or s3://…")
@click.option("--workers", type=click.IntRange(1), help="Processes; all cores if not given.")
@click.option("--scheduler", default="", metavar="tcp://HOST:PORT", help="Work on a Dask cluster instead.")
@click.option(
    "--partition", type=click.IntRange(1), default=500, show_default=True, help="Documents in a file."
)
def corpus(source: str, target: str, workers: int | None, scheduler: str, partition: int) -> None:
    """Ask the signals about every document of SOURCE, and write Parquet.

    SOURCE is a folder, a file or a pattern: text, JSONL(.gz), Parquet, WARC(.gz), near or far (s3://…). A run
    that was stopped goes on where it was when it is called again. Documents that cannot be read stand in
    `rejects` with the reason; then the exit code is 1.
    """
    from annotator.workbench.surveying import survey

    with _shown() as show:
        done = survey(
            source,
            target,
            workers=workers or os.cpu_count() or 1,
            scheduler=scheduler,
            partition=partition,
            on_progress=show,
        )
    again = f", of which {done.skipped} were there already" if done.skipped else ""
    talk(f"{done.articles} articles, {done.findings} findings in {done.partitions} partitions{again}.")
    if done.rejects:
        talk(f"{done.rejects} documents could not be read: see {target}/rejects.")
        raise click.exceptions.Exit(1)


@contextmanager
def _shown() -> Iterator[Callable[[int, int, int], None]]:
    """A function told how far the work is; draws a bar with rate and time left on a terminal."""
    if not sys.stderr.isatty():
        yield lambda documents, read, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.fields[told]}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0, told="0 articles")

        def show(documents: int, read: int, total: int) -> None:
            rate = documents / max(bar.tasks[0].elapsed or 0.0, 0.001)
            bar.update(
                task, completed=read / max(total, 1), told=f"{documents:,} articles, {rate:,.0f} a second"
            )

        yield show
