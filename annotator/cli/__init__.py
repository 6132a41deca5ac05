"""The command line. Commands are imported only when they run, so that `--help` stays quick."""

from __future__ import annotations

import sys

import click

from annotator import __version__
from annotator.errors import AnnotatorError

# name: (module of this package, attribute, one line for the overview)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("demo", "demo", "The five seed articles in a throw-away workspace."),
    "init": ("workspaces", "init", "Make a new workspace."),
    "add": ("workspaces", "add", "Take articles in from files and folders."),
    "articles": ("workspaces", "articles", "List the articles."),
    "analyze": ("analyzing", "analyze", "Ask the signals about files or stored articles."),
    "signals": ("signals", "signals", "Show the signal cards, and what this class thinks of the signals."),
    "words": ("words", "words", "Add words to this workspace's lists, or silence some."),
    "rubrics": ("rubrics", "rubrics", "List, show and check rubrics."),
    "score": ("scoring", "score", "Score an article without the app."),
    "history": ("history", "history", "What was said of an article, in order, undone or not."),
    "import-scores": ("scoring", "import_scores", "Take in scores gathered on paper or by a form."),
    "class": ("classroom", "classroom", "A lesson: roster, assignments, agreement, calibration, files."),
    "compare": ("comparing", "compare", "Outlets side by side."),
    "coverage": ("coverage", "coverage", "Which outlets report which statement of a story."),
    "export": ("exporting", "export", "Write results for other programs."),
    "doctor": ("diagnosing", "doctor", "Look whether all is well."),
}


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


def main(arguments: list[str] | None = None) -> None:
    """Nothing; runs the command line and exits. The one place where users' mistakes become sentences."""
    use_utf8()
    try:
        code = group.main(args=arguments, prog_name="annotator", standalone_mode=False)
    except AnnotatorError as error:
        complain(error)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped. What was confirmed is kept.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe (head) has seen enough.
        sys.stderr.close()
        sys.exit(0)
    # click hands back the code of an Exit; commands themselves return nothing.
    sys.exit(code if isinstance(code, int) else 0)


def complain(error: AnnotatorError) -> None:
    """Nothing; the error stands on stderr, control characters made visible."""
    from annotator.cli.talking import visible

    click.echo(visible(f"annotator: {error}"), err=True)


def use_utf8() -> None:
    """Nothing; output is UTF-8 whatever the locale, so that no letter stops the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
