"""Who the rater is."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace


def handle_meant(given: str | None, workspace: Workspace | None = None) -> str:
    """The rater's handle: as given, from ANNOTATOR_RATER, of the workspace's pack, or the login name."""
    if given:
        return given
    if os.environ.get("ANNOTATOR_RATER"):
        return os.environ["ANNOTATOR_RATER"]
    owner = _owner(workspace) if workspace is not None else ""
    if owner:
        return owner
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "rater"


def _owner(workspace: Workspace) -> str:
    """The id of the student whose pack the workspace is from; else ""."""
    from annotator.workbench.sealing import packed_for

    return packed_for(workspace)
