"""Groups of commands that are imported when they are called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

Commands = Mapping[str, tuple[str, str, str]]
"""By name: the module of this package, the attribute in it, one line for the overview."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, and not for the overview."""

    def __init__(self, *arguments: Any, listed: Commands, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order in which they are needed."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported now."""
        if cmd_name not in self.listed:
            return None
        module, attribute, _ = self.listed[cmd_name]
        command = getattr(import_module(f"annotator.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, written without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in self.listed.items()])
