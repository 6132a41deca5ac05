"""`annotator words`: what a workspace adds to the word lists and silences in them."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk
from annotator.errors import LanguageError
from annotator.languages import CODES
from annotator.workbench.opening import Workspace

COLUMNS = ("language", "list", "what", "entry", "value", "note", "place")
LANGUAGE = click.Choice(CODES)


@click.group()
def words() -> None:
    """Add words to this workspace's lists, or silence shipped ones.

    The lists are plain text in languages/LANGUAGE/LIST.txt beside the database: entry | value | note, one a
    line, and - entry for a silenced one. Articles are asked anew when a list has changed.
    """


@words.command()
@click.argument("language", type=LANGUAGE)
@click.argument("name", metavar="LIST")
@click.argument("entry")
@click.option("--weight", "--value", "value", default="", help="1 to 3; for some lists a kind.")
@click.option("--note", default="", help="In which sense it is meant.")
@click.pass_context
def add(ctx: click.Context, language: str, name: str, entry: str, value: str, note: str) -> None:
    """Add ENTRY to LIST (loaded, praise, hedge, ...) of LANGUAGE, or change it there.

    word+class stands for all forms of a word, a/b for alternatives, a? for a word that may be missing.
    """
    from annotator.workbench.wording import add_word

    with opened(ctx) as workspace:
        added = add_word(workspace, language, name, entry, value=value, note=note)
        _tell_version(workspace, language)
    weight = f" ({added.value})" if added.value else ""
    click.echo(f"The list {name} ({language}) has “{added.phrase}”{weight} here.")


@words.command()
@click.argument("language", type=LANGUAGE)
@click.argument("name", metavar="LIST")
@click.argument("entry")
@click.pass_context
def silence(ctx: click.Context, language: str, name: str, entry: str) -> None:
    """Silence ENTRY of LIST of LANGUAGE: an entry as the list writes it, or words that it stands for."""
    from annotator.workbench.wording import silence_word

    with opened(ctx) as workspace:
        silenced = silence_word(workspace, language, name, entry)
        _tell_version(workspace, language)
    for one in silenced:
        click.echo(f"The list {name} ({language}) is silent on “{one.phrase}” here, in all its forms.")


@words.command("list")
@click.argument("language", type=LANGUAGE, required=False)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def list_command(ctx: click.Context, language: str | None, form: str) -> None:
    """List what this workspace adds and silences. Broken lists are told, and the exit code is then 2."""
    from annotator.workbench.wording import list_words

    changes, problems = [], []
    with opened(ctx) as workspace:
        for code in [language] if language else CODES:
            try:
                changes += list_words(workspace, code)
            except LanguageError as problem:
                problems.append(problem)
        rows: list[tuple[str, ...]] = [
            (
                change.language,
                change.list,
                change.kind if change.effective else "silenced, but the list has no such entry",
                change.entry.phrase,
                "" if change.entry.silences else change.entry.value,
                change.entry.note,
                f"{change.path.relative_to(workspace.folder).as_posix()}:{change.line}",
            )
            for change in changes
        ]
    _show(rows, form)
    for told in problems:
        talk(f"annotator: {told}")
    if problems:
        raise click.exceptions.Exit(2)


def _show(rows: list[tuple[str, ...]], form: str) -> None:
    if form == "json":
        records = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        echo_json({"version": VERSION, "words": records})
    elif form == "csv":
        echo_csv(COLUMNS, rows)
    elif rows:
        echo_table(COLUMNS, rows)
    else:
        talk("The word lists are as shipped. Add a word: `annotator words add en loaded WORD`.")


def _tell_version(workspace: Workspace, language: str) -> None:
    from annotator.workbench.analyzing import version_of

    version = version_of(workspace, language)
    talk(f"The signals for {language} are now version {version}; verdicts given before keep theirs.")
