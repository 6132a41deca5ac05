"""The group of all commands."""

from __future__ import annotations

import click

from annotator import __version__
from annotator.cli import COMMANDS


def run(arguments: list[str]) -> int:
    """The exit code of the command that the arguments name."""
    try:
        code = group.main(args=arguments, prog_name="annotator", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort as error:
        raise KeyboardInterrupt from error
    # click hands back the code of an Exit; commands themselves return nothing.
    return code if isinstance(code, int) else 0


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order in which a class needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(import_module(f"annotator.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, written without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option("--workspace", "-w", "folder", default=".", metavar="DIR", help="The workspace's folder.")
@click.option(
    "--rater", "-r", metavar="HANDLE", help="Who scores; else ANNOTATOR_RATER, else your login name."
)
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def group(ctx: click.Context, folder: str, rater: str | None) -> None:
    """Judge how credible and how biased news articles are, beside signals that point at words.

    Without a command it opens the app on this folder's workspace. Results go to stdout, talk to stderr;
    exit code 0 means done, 1 ran and found problems, 2 wrong use or bad input.
    """
    ctx.obj = {"folder": folder, "rater": rater}
    if ctx.invoked_subcommand is None:
        from annotator.cli.app import open_app

        open_app(folder, rater)
