"""`annotator rubrics`: list, show and check rubrics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened
from annotator.model.rubrics import Rubric, in_language
from annotator.workbench.opening import FILE_NAME, Workspace

FORMATS = click.Choice(["table", "json"])
LANGUAGES = click.Choice(["en", "it", "hi"])


@click.group(invoke_without_command=True)
@click.pass_context
def rubrics(ctx: click.Context) -> None:
    """List, show and check rubrics."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command)


@rubrics.command("list")
@click.option("--format", "form", type=FORMATS, default="table")
@click.pass_context
def list_command(ctx: click.Context, form: str = "table") -> None:
    """List the rubrics: shipped, of this workspace, used before."""
    from annotator.workbench.choosing import list_rubrics

    with _maybe_opened(ctx) as workspace:
        found = list_rubrics(workspace)
    if form == "json":
        records = [
            {"id": one.id, "version": one.version, "digest": one.digest, "title": in_language(one.title, "en")}
            for one in found
        ]
        echo_json({"version": VERSION, "rubrics": records})
        return
    rows = [
        (one.id, one.version, one.digest[:12], str(len(one.criteria)), in_language(one.title, "en"))
        for one in found
    ]
    echo_table(("id", "version", "digest", "criteria", "title"), rows)


@rubrics.command()
@click.argument("rubric", default="core")
@click.option("--in", "language", type=LANGUAGES, default="en", help="The language to show it in.")
@click.pass_context
def show(ctx: click.Context, rubric: str, language: str) -> None:
    """Show a rubric with all levels, by id, digest or path."""
    from annotator.workbench.choosing import load_rubric

    with _maybe_opened(ctx) as workspace:
        found = load_rubric(workspace, rubric)
    for line in _lines(found, language):
        click.echo(line)


@rubrics.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check rubric files; complaints name file, line and column, and what to write instead."""
    from annotator.cli.talking import talk
    from annotator.errors import AnnotatorError
    from annotator.formats.rubric_files import read_rubric

    wrong = 0
    for path in files:
        try:
            rubric = read_rubric(path)
        except AnnotatorError as problem:
            wrong += 1
            talk(str(problem))
        else:
            click.echo(f"{path}: {rubric.id} {rubric.version}, {len(rubric.criteria)} criteria, no mistakes")
    if wrong:
        raise click.exceptions.Exit(2)


@contextmanager
def _maybe_opened(ctx: click.Context) -> Iterator[Workspace]:
    """The workspace meant, or an empty one for the moment: shipped rubrics can be seen without any."""
    import tempfile

    from annotator.workbench.opening import open_workspace

    if (Path(ctx.find_root().obj["folder"]) / FILE_NAME).exists():
        with opened(ctx) as workspace:
            yield workspace
        return
    with tempfile.TemporaryDirectory() as folder, open_workspace(Path(folder), create=True) as workspace:
        yield workspace


def _lines(rubric: Rubric, language: str) -> Iterator[str]:
    yield f"{in_language(rubric.title, language)}  ({rubric.id} {rubric.version}, {rubric.digest[:12]})"
    yield in_language(rubric.description, language)
    for criterion in rubric.criteria:
        yield ""
        yield f"{criterion.id}: {in_language(criterion.title, language)}"
        yield f"  {in_language(criterion.question, language)}"
        for level in criterion.levels:
            yield f"  {level.value} {in_language(level.label, language)}: {in_language(level.descriptor, language)}"
            yield f"      {in_language(level.example, language)}"
