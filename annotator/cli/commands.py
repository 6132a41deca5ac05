"""The group of all commands."""

from __future__ import annotations

import click

from annotator import __version__
from annotator.cli import COMMANDS
from annotator.cli.lazy import LazyGroup


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


@click.group(cls=LazyGroup, listed=COMMANDS, invoke_without_command=True)
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
