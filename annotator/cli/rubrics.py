"""`annotator rubrics`: list, show, check and begin rubrics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, talk, visible
from annotator.languages import CODES, NAMES
from annotator.model.rubrics import in_language
from annotator.workbench.opening import FILE_NAME, Workspace

if TYPE_CHECKING:
    from annotator.workbench.versioning import Version

FORMATS = click.Choice(["table", "json"])
LANGUAGES = click.Choice(CODES)


@click.group(invoke_without_command=True)
@click.pass_context
def rubrics(ctx: click.Context) -> None:
    """List, show, check and begin rubrics."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command)


@rubrics.command("list")
@click.option("--format", "form", type=FORMATS, default="table")
@click.pass_context
def list_command(ctx: click.Context, form: str = "table") -> None:
    """List the rubrics (shipped, of this workspace, used before) and the scores given under each.

    A rubric is kept as it was when it was used. One that was changed afterwards under the same version is
    pointed out on stderr.
    """
    from annotator.workbench.versioning import changed_after_use, list_versions

    with _maybe_opened(ctx) as workspace:
        versions = list_versions(workspace)
        changes = changed_after_use(workspace, versions)
    if form == "json":
        echo_json({"version": VERSION, "rubrics": [_record(one) for one in versions]})
    else:
        header = ("id", "version", "digest", "criteria", "scores", "title")
        echo_table(header, [_row(one) for one in versions])
    for change in changes:
        talk(f"annotator: {change.message}")


@rubrics.command()
@click.argument("rubric", default="core")
@click.option("--in", "language", type=LANGUAGES, default="en", help="The language to show it in.")
@click.pass_context
def show(ctx: click.Context, rubric: str, language: str) -> None:
    """Show a rubric with all levels, by id, digest or path."""
    from annotator.present.rubric_sheets import sheet
    from annotator.workbench.choosing import load_rubric

    with _maybe_opened(ctx) as workspace:
        found = load_rubric(workspace, rubric)
    if language not in found.title:
        talk(f"{found.id} has no text in {NAMES[language]}; what is missing is shown in English.")
    for line in sheet(found, language):
        click.echo(visible(line))


@rubrics.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check rubric files: all mistakes, each with its line and what to write instead."""
    found = [_check(path) for path in files]
    if any(found):
        mistakes = sum(found)
        talk(f"{mistakes} mistake{'s' if mistakes > 1 else ''}")
        raise click.exceptions.Exit(2)


@rubrics.command()
@click.argument("name")
@click.option(
    "--in",
    "languages",
    default="en",
    metavar="en,it,...",
    help="The languages its texts are to be in, with commas between them; English is always there.",
)
@click.pass_context
def new(ctx: click.Context, name: str, languages: str) -> None:
    """Begin a rubric called NAME: a file with comments, to be filled in.

    It is made in the folder `rubrics` of the workspace, or in this folder where there is no workspace. A file
    that is there already is left alone.
    """
    from annotator.formats.rubric_templates import TEMPLATE_LANGUAGES, write_template

    path = _place_for(ctx, name)
    codes = _codes(languages)
    write_template(path, codes)
    click.echo(str(path))
    for code in codes:
        if code not in TEMPLATE_LANGUAGES:
            talk(f"The lines {code}: hold English words, to be translated into {NAMES[code]}.")
    talk(f"Change its texts, then run: annotator rubrics check {path}")


def _check(path: Path) -> int:
    """The number of mistakes in a file, each told on stderr."""
    from annotator.errors import AnnotatorError
    from annotator.formats.rubric_files import check_file
    from annotator.signals import catalogue

    try:
        checked = check_file(path, [card.id for card in catalogue()])
    except AnnotatorError as problem:
        talk(str(problem))
        return 1
    for mistake in checked.mistakes:
        talk(str(mistake))
    if not checked.is_yaml:
        talk(f"{path}: the rest of the file can be checked when this is mended.")
    rubric = checked.rubric
    if rubric:
        line = f"{path}: {rubric.id} {rubric.version}, {len(rubric.criteria)} criteria, no mistakes"
        click.echo(visible(line))
    return len(checked.mistakes)


def _place_for(ctx: click.Context, name: str) -> Path:
    """Where a new rubric of this name goes; raises for the name of a shipped one."""
    from annotator.errors import AnnotatorError
    from annotator.resources import shipped
    from annotator.workbench.choosing import FOLDER

    given = Path(name if Path(name).suffix in (".yaml", ".yml") else f"{name}.yaml")
    if (shipped(FOLDER) / f"{given.stem}.yaml").exists():
        raise AnnotatorError(
            f"{given.stem} is the name of a rubric that came with annotator.", "Choose another."
        )
    if given.parent != Path() or given.is_absolute():
        return given
    folder = Path(ctx.find_root().obj["folder"])
    if not (folder / FILE_NAME).exists():
        return folder / given
    (folder / FOLDER).mkdir(exist_ok=True)
    return folder / FOLDER / given


def _codes(languages: str) -> Sequence[str]:
    codes = [code.strip() for code in languages.split(",") if code.strip()]
    for code in codes:
        if code not in CODES:
            raise click.BadParameter(f"{code} is not one of {', '.join(CODES)}.", param_hint="--in")
    return codes


def _record(one: Version) -> dict[str, str]:
    rubric = one.rubric
    return {
        "id": rubric.id,
        "version": rubric.version,
        "digest": rubric.digest,
        "title": in_language(rubric.title, "en"),
    }


def _row(one: Version) -> tuple[str, ...]:
    rubric = one.rubric
    numbers = str(len(rubric.criteria)), str(one.scores) if one.scores else "-"
    return rubric.id, rubric.version, rubric.digest[:12], *numbers, in_language(rubric.title, "en")


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
