"""Opening the app."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.cli.raters import handle_meant
from annotator.errors import AnnotatorError
from annotator.translating import _, language_meant, use_language
from annotator.workbench.opening import Workspace, open_workspace


def open_app(folder: str, rater: str | None) -> None:
    """Nothing; the app runs on the folder's workspace, which is made on the first run."""
    check_terminal()
    # Until the rater and what they chose are known.
    use_language(language_meant())
    with open_workspace(Path(folder), create=True) as workspace:
        run_app(workspace, rater)


def run_app(workspace: Workspace, rater: str | None) -> None:
    """Nothing; the app runs until the user leaves it."""
    from annotator.tui import run
    from annotator.workbench.enrolling import enter

    run(workspace, enter(workspace, handle_meant(rater, workspace)))


def check_terminal() -> None:
    """Nothing, where a person can use the app. Raises `AnnotatorError` where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AnnotatorError(
            _("the app needs a terminal, and there is none here."),
            _("Run it in a terminal window, or use a command: `annotator --help` lists them."),
        )
