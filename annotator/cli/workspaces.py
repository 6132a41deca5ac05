"""`annotator init`, `add` and `articles`: what is in the workspace."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Put the five seed articles in.")
def init(folder: Path, demo: bool) -> None:
    """Make a new workspace in FOLDER (this folder, if none is named)."""
    from annotator.workbench.opening import create_workspace
    from annotator.workbench.seeding import seed

    with create_workspace(folder) as workspace:
        added = seed(workspace) if demo else 0
    talk(f"A workspace is ready in {folder}." + (f" It holds {added} articles." if added else ""))
    talk("Next: `annotator add FILE...`, then `annotator`." if not added else "Next: `annotator`.")


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--story", default="", help="The story's title or short name; made if new.")
@click.option("--outlet", default="", help="The outlet's name or short name; made if new.")
@click.option("--language", default="", help="en, it, hi or other; found out if not given.")
@click.option("--date", "published", default="", help="When it was published: 2021-02-26.")
@click.option("--url", default="", help="The article's address.")
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[Path, ...],
    story: str,
    outlet: str,
    language: str,
    published: str,
    url: str,
) -> None:
    """Take articles in from plain text and Markdown files, or from folders of them.

    Good files go in, the others are listed with what is wrong; then the exit code is 2.
    """
    from annotator.workbench.importing import add_sources

    with opened(ctx) as workspace:
        results = add_sources(
            workspace, sources, story=story, outlet=outlet, language=language, published=published, url=url
        )
    problems = [result.problem for result in results if result.problem]
    for problem in problems:
        talk(f"annotator: {problem}")
    for result in results:
        if result.article:
            note = (
                "was here already"
                if result.duplicate
                else f"{result.article.language}, {result.article.outlet}"
            )
            click.echo(f"{result.article.id}  {result.path}  {note}")
    if not results:
        talk("annotator: there is no .txt or .md file in what you named.")
    if problems or not results:
        raise click.exceptions.Exit(2)


@click.command()
@click.option("--story", default=None, help="Only this story.")
@click.option("--find", "search", default="", help="Only titles, outlets or file names with these words.")
@click.option("--full", is_flag=True, help="With the texts (JSON only).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def articles(ctx: click.Context, story: str | None, search: str, full: bool, form: str) -> None:
    """List the articles of the workspace."""
    from annotator.present.listing import ARTICLE_COLUMNS, article_record, article_row
    from annotator.workbench.reading import article, count_articles, list_articles

    with opened(ctx) as workspace:
        total = count_articles(workspace, story=story, search=search)
        rows = list_articles(workspace, None, None, story=story, search=search, limit=max(total, 1))
        if form == "json":
            records = [article_record(row, article(workspace, row.id), full=full) for row in rows]
            echo_json({"version": VERSION, "articles": records})
            return
    if form == "csv":
        echo_csv(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    elif rows:
        echo_table(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    else:
        talk("No articles here. Add some: `annotator add FILE...`. The demo: `annotator init --demo DIR`.")
