"""Options that commands which write files share: where to, over what, whose names, and how cells are cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from annotator.formats.columns import Dialect

Command = TypeVar("Command", bound=Callable[..., Any])
SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
FILE = click.Path(path_type=Path)


def writing_to(
    what: str, *, over: str = "Write over what is there.", required: bool = True
) -> Callable[[Command], Command]:
    """What gives a command the options that all files have; `what` says which file it writes."""

    def with_options(command: Command) -> Command:
        for option in (
            click.option("--identified", is_flag=True, help="With the raters' handles instead of codes."),
            click.option("--force", is_flag=True, help=over),
            click.option("--to", "target", type=FILE, required=required, help=what),
        ):
            command = option(command)
        return command

    return with_options


to_file_or_stdout = writing_to("The file; stdout if not given.", required=False)


def to_table(command: Command) -> Command:
    """The command with the options that all CSV tables have."""
    for option in (
        click.option("--decimal", type=click.Choice(["point", "comma"]), default="point", help="In numbers."),
        click.option(
            "--separator",
            type=click.Choice(list(SEPARATORS)),
            help="Between cells; ';' with --decimal comma, else ','.",
        ),
        click.option("--bom", is_flag=True, help="Begin with a byte order mark, for Excel."),
    ):
        command = option(command)
    return to_file_or_stdout(command)


def of_story(command: Command) -> Command:
    """The command with the option that keeps to one story."""
    return click.option("--story", help="Only the articles of this story.")(command)


def of_rubric(command: Command) -> Command:
    """The command with the option that says under which rubric."""
    return click.option("--rubric", help="Id, digest or path; needed where scores stand under several.")(
        command
    )


def table_dialect(bom: bool, separator: str | None, decimal: str) -> Dialect:
    """How a table is written: a semicolon between cells where a comma stands in numbers."""
    from annotator.formats.columns import Dialect

    comma = decimal == "comma"
    cells = SEPARATORS[separator or (";" if comma else ",")]
    return Dialect(bom=bom, separator=cells, decimal="," if comma else ".")
