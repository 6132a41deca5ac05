"""`annotator add`: articles from anywhere, looked at before they are kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from annotator.cli.talking import counting, echo_table, opened, talk, visible
from annotator.errors import InputError
from annotator.model.languages import TOLD

if TYPE_CHECKING:
    from annotator.formats.importers.feed_items import FeedItem
    from annotator.workbench.importing import Added
    from annotator.workbench.opening import Workspace

_AT_ONCE = 200
_REVIEWED_AT_MOST = 50
"""More than this is a batch: it is listed afterwards, not asked about."""


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--story", default="", help="The story's title or short name; made if new.")
@click.option("--outlet", default="", help="The outlet's name or short name; made if new.")
@click.option("--language", default="", help=f"{TOLD}; found out if not given.")
@click.option("--date", "published", default="", help="When it was published: 2021-02-26.")
@click.option("--url", default="", help="The article's address.")
@click.option("--items", default="", help="Which articles of a feed: 1,3-5 or all.")
@click.option("--yes", is_flag=True, help="Keep what was recognised without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would be kept, and keep nothing.")
@click.option("--retry", is_flag=True, help="Try again what failed before.")
@click.option("--repair", is_flag=True, help="Mend letters that were decoded wrongly (“â€™” for “’”).")
@click.option("--allow-local", is_flag=True, help="Also read addresses of this machine and private networks.")
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[str, ...],
    story: str,
    outlet: str,
    language: str,
    published: str,
    url: str,
    items: str,
    yes: bool,
    dry_run: bool,
    retry: bool,
    repair: bool,
    allow_local: bool,
) -> None:
    """Take articles in: web addresses, feeds, files, folders and archives, or `-` for standard input.

    Files may be text, Markdown, HTML, MHTML, PDF, DOCX, EPUB, EML, CSV, JSONL and ZIP. On a terminal what was
    recognised is shown and can be put right before it is kept. Good sources go in, the others are listed with
    what is wrong, and `--retry` takes just those; then the exit code is 2.
    """
    from annotator.workbench.arriving import Door
    from annotator.workbench.importing import Given, recognise_sources, settle
    from annotator.workbench.retrying import failures, remember_failures

    with opened(ctx) as workspace:
        wanted = (*sources, *failures(workspace)) if retry else sources
        if not wanted:
            message = "nothing failed before." if retry else "name at least one source."
            raise InputError(message, "For example: annotator add https://example.org/story.html")
        door = Door(allow_local=allow_local, repair=repair, choose=_chooser(items), now=workspace.now)
        try:
            given = settle(workspace, Given(story, outlet, language, published, url))
            found = recognise_sources(workspace, wanted, given, door)
            asks = not yes and "-" not in sources and sys.stdin.isatty() and sys.stderr.isatty()
            results = _take_in(workspace, found, dry_run=dry_run, asks=asks)
        finally:
            door.close()
        if not dry_run:
            remember_failures(workspace, results)
    _report(results, dry_run=dry_run)


def _take_in(workspace: Workspace, found: Iterator[Added], *, dry_run: bool, asks: bool) -> list[Added]:
    """What became of everything that was found; a small batch on a terminal is looked at first."""
    from annotator.workbench.importing import keep

    first = list(islice(found, _REVIEWED_AT_MOST + 1))
    if dry_run:
        return [*first, *found]
    if asks and len(first) <= _REVIEWED_AT_MOST and any(one.article for one in first):
        from annotator.cli.reviewing import review

        kept = review(workspace, first)
        return keep(workspace, kept)
    results: list[Added] = []
    everything = chain(first, found)
    with counting("Taking articles in") as show:
        while block := list(islice(everything, _AT_ONCE)):
            results += keep(workspace, block)
            show(len(results))
    return results


def _report(results: Sequence[Added], *, dry_run: bool) -> None:
    """Nothing; what went in stands on stdout, what did not and what to look at on stderr."""
    from annotator.present.arrivals import OVERVIEW_COLUMNS, left_out, overview_row

    problems = [one.problem for one in results if one.problem]
    for problem in problems:
        talk(f"annotator: {problem}")
    if dry_run:
        echo_table(
            OVERVIEW_COLUMNS, [overview_row(n, one) for n, one in enumerate(results, 1) if one.article]
        )
        talk("Nothing was kept.")
    else:
        for one in results:
            if one.article:
                told = f"{one.article.language}, {one.article.outlet}, left out: {left_out(one)}"
                note = "was here already" if one.duplicate else told
                click.echo(visible(f"{one.article.id}  {one.path}  {note}"))
                for remark in one.origin.notes if one.origin else ():
                    talk(f"  {one.article.title[:60]}: {remark}")
    if problems:
        talk("Once they are mended: annotator add --retry")
        raise click.exceptions.Exit(2)


def _chooser(told: str) -> Callable[[Sequence[FeedItem]], Sequence[FeedItem]]:
    """How items of a feed are chosen: as told, by asking on a terminal, else refused with the list."""

    def choose(items: Sequence[FeedItem]) -> Sequence[FeedItem]:
        from annotator.present.arrivals import ITEM_COLUMNS, choose_items, item_row

        wanted = told
        if not wanted:
            echo_table(ITEM_COLUMNS, [item_row(n, item) for n, item in enumerate(items, 1)])
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                message = f"this is a feed of {len(items)} articles; none was chosen."
                raise InputError(message, "Choose some: --items 1,3-5, or --items all.")
            wanted = click.prompt("Which (1,3-5 or all)", err=True)
        try:
            return choose_items(items, wanted)
        except ValueError as problem:
            message = f"“{wanted}” does not choose from {len(items)} articles."
            raise InputError(message, "Write numbers like 1,3-5, or all.") from problem

    return choose
