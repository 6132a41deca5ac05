"""`annotator init` and `articles`: what is in the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, kept_blind, opened, talk

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace
    from annotator.workbench.reading import ArticleRow


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Put the five seed articles in.")
@click.pass_context
def init(ctx: click.Context, folder: Path | None, demo: bool) -> None:
    """Make a new workspace in FOLDER (this folder, if none is named)."""
    from annotator.workbench.diagnosing import place_complaints
    from annotator.workbench.opening import create_workspace
    from annotator.workbench.seeding import seed

    folder = folder or Path(ctx.find_root().obj["folder"])
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
    """List the articles of the workspace.

    To a rater from whom outlets are hidden they are listed without what names outlet or author.
    """
    from annotator.present.listing import ARTICLE_COLUMNS, article_row
    from annotator.workbench.browsing import browse
    from annotator.workbench.reading import count_articles, list_articles

    with opened(ctx) as workspace:
        most = max(count_articles(workspace, story=story, search=search), 1)
        blind = kept_blind(ctx, workspace)
        if blind:
            rows = browse(workspace, blind, None, story=story, search=search, limit=most, counts=False).rows
            talk(
                f"{blind.handle} judges first: outlets, authors and addresses are hidden."
                " `annotator score ARTICLE --reveal outlet` shows one, and that is logged."
            )
        else:
            rows = list_articles(workspace, None, None, story=story, search=search, limit=most)
        if form == "json":
            records = [_record(workspace, row, blind, full=full) for row in rows]
            echo_json({"version": VERSION, "articles": records})
            return
    if form == "csv":
        echo_csv(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    elif rows:
        echo_table(ARTICLE_COLUMNS, [article_row(row) for row in rows])
    else:
        talk("No articles here. Add some: `annotator add FILE...`. The demo: `annotator init --demo DIR`.")


def _record(workspace: Workspace, row: ArticleRow, blind: Rater | None, *, full: bool) -> dict[str, Any]:
    """The article as the JSON contract has it, and as the rater may see it who must not know every outlet."""
    from annotator.present.listing import article_record
    from annotator.workbench.blinding import as_shown
    from annotator.workbench.reading import article, origin_of

    found = article(workspace, row.id)
    shown = as_shown(workspace, blind, found) if blind else found
    origin = origin_of(workspace, row.id) if full and shown is found else None
    return article_record(row, shown, full=full, origin=origin)
