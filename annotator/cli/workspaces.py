"""`annotator init` and `articles`: what is in the workspace."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Put the five seed articles in.")
def init(folder: Path, demo: bool) -> None:
    """Make a new workspace in FOLDER (this folder, if none is named)."""
    from annotator.workbench.diagnosing import place_complaints
    from annotator.workbench.opening import create_workspace
    from annotator.workbench.seeding import seed

    with create_workspace(folder) as workspace:
        added = seed(workspace) if demo else 0
    talk(f"A workspace is ready in {folder}." + (f" It holds {added} articles." if added else ""))
    for complaint in place_complaints(folder.resolve()):
        talk(f"Mind: {complaint}")
    here = "" if folder.resolve() == Path.cwd() else f"cd {folder}; "
    talk(f"Next: {here}annotator" if added else f"Next: {here}annotator add FILE..., then annotator")


@click.command()
@click.option("--story", default=None, help="Only this story.")
@click.option("--find", "search", default="", help="Only titles, outlets or file names with these words.")
@click.option("--full", is_flag=True, help="With the texts (JSON only).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def articles(ctx: click.Context, story: str | None, search: str, full: bool, form: str) -> None:
    """List the articles of the workspace."""
    from annotator.present.listing import ARTICLE_COLUMNS, article_record, article_row
    from annotator.workbench.reading import article, count_articles, list_articles, origin_of

    with opened(ctx) as workspace:
        total = count_articles(workspace, story=story, search=search)
        rows = list_articles(workspace, None, None, story=story, search=search, limit=max(total, 1))
        if form == "json":
            records = [
                article_record(
                    row,
                    article(workspace, row.id),
                    full=full,
                    origin=origin_of(workspace, row.id) if full else None,
                )
                for row in rows
            ]
            echo_json({"version": VERSION, "articles": records})
            return
    if form == "csv":
        echo_csv(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    elif rows:
        echo_table(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    else:
        talk("No articles here. Add some: `annotator add FILE...`. The demo: `annotator init --demo DIR`.")
