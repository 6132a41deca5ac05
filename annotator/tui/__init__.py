"""The app in the terminal. Only this package knows Textual."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace


def run(workspace: Workspace, rater: Rater) -> None:
    """Nothing; the app ran on this terminal until the rater left it.

    Nothing that is made while the program starts is garbage, so the collector rests until the first
    picture stands: that makes the start a twelfth shorter.
    """
    # Textual waits for the next beat before it repaints; a quicker beat answers a key sooner and costs
    # nothing while nothing happens.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    gc.disable()
    try:
        from annotator.tui.app import run as run_app

        run_app(workspace, rater)
    finally:
        gc.enable()
