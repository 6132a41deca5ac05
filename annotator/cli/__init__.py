"""The command line. Commands, and click itself, are imported only when they run."""

from __future__ import annotations

import os
import sys

from annotator.errors import AnnotatorError
from annotator.translating import _

# name: (module of this package, attribute, one line for the overview)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("demo", "demo", "The five seed articles in a throw-away workspace."),
    "init": ("workspaces", "init", "Make a new workspace."),
    "add": ("adding", "add", "Take articles in from the web, feeds, files and folders."),
    "story": ("stories", "story", "Put articles together that tell one event."),
    "articles": ("workspaces", "articles", "List the articles."),
    "analyze": ("analyzing", "analyze", "Ask the signals about files or stored articles."),
    "signals": ("signals", "signals", "Show the signal cards, and what this class thinks of the signals."),
    "words": ("words", "words", "Add words to this workspace's lists, or silence some."),
    "rubrics": ("rubrics", "rubrics", "List, show and check rubrics."),
    "score": ("scoring", "score", "Score an article without the app."),
    "history": ("history", "history", "What was said of an article, in order, undone or not."),
    "import-scores": ("scoring", "import_scores", "Take in scores gathered on paper or by a form."),
    "class": ("classroom", "classroom", "A lesson: roster, assignments, agreement, calibration, files."),
    "serve": ("serving", "serve", "The class joins from browsers."),
    "hand-in": ("handing_in", "hand_in", "Your work in one file, for the teacher."),
    "collect": ("handing_in", "collect", "Take students' files in, in any order, any number of times."),
    "compare": ("comparing", "compare", "Outlets side by side."),
    "coverage": ("coverage", "coverage", "Which outlets report which statement of a story."),
    "export": ("exporting", "export", "Write results for other programs."),
    "corpus": ("corpus", "corpus", "Ask the signals about a large collection; writes Parquet."),
    "sync": ("syncing", "sync", "Exchange judgements with a hub that several servers share."),
    "backup": ("backups", "backup", "Write a backup of the workspace, and read it back."),
    "restore": ("backups", "restore", "Go back to a backup."),
    "doctor": ("diagnosing", "doctor", "Look whether all is well."),
}


def main(arguments: list[str] | None = None) -> None:
    """Nothing; runs the command line and exits. The one place where users' mistakes become sentences.

    Without arguments the app opens, and click is not even imported: that is a twentieth of its start.
    """
    use_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        sys.exit(_run(given))
    except AnnotatorError as error:
        complain(error)
        sys.exit(2)
    except KeyboardInterrupt:
        print(_("Stopped. What was confirmed is kept."), file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe (head) has seen enough; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _run(arguments: list[str]) -> int:
    """The exit code of one command, or of the app when none is named."""
    if arguments:
        from annotator.cli.commands import run

        return run(arguments)
    from annotator.cli.app import open_app

    open_app(".", None)
    return 0


def complain(error: AnnotatorError) -> None:
    """Nothing; the error stands on stderr, control characters made visible."""
    from annotator.cli.visible import visible

    print(visible(f"annotator: {error}"), file=sys.stderr)


def use_utf8() -> None:
    """Nothing; output is UTF-8 whatever the locale, so that no letter stops the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
