"""`annotator class sheet`: the rubric on paper."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import opened, talk


@click.command()
@click.argument("articles", nargs=-1)
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), help="The HTML file to print."
)
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--in", "language", type=click.Choice(["en", "it", "hi"]), default="en", help="Its language.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def sheet(
    ctx: click.Context,
    articles: tuple[str, ...],
    target: Path,
    rubric_name: str | None,
    language: str,
    force: bool,
) -> None:
    """Write a sheet with boxes to tick, a page for each of ARTICLES (or a blank one), to open and print.

    What comes back on paper is typed into a CSV and taken in with `annotator import-scores`.
    """
    from annotator.formats.writing import replacing
    from annotator.present.sheets import sheet as written
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.reading import find_article

    with opened(ctx) as workspace:
        rubric = load_rubric(workspace, rubric_name)
        titles = [find_article(workspace, one).title for one in articles]
    with replacing(target, force=force) as out:
        out.write(written(rubric, titles, language))
    pages = "1 page" if len(titles) < 2 else f"{len(titles)} pages"
    talk(f"{target} has {pages}: open it in a browser and print it.")
