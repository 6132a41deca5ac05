"""Coming in: raters by their handles."""

from __future__ import annotations

import unicodedata

from annotator.errors import JudgementError
from annotator.model.raters import Rater, Role
from annotator.store import raters
from annotator.translating import _
from annotator.workbench.opening import Workspace

LONGEST_HANDLE = 80
"""How many characters a handle may have."""


def ensure_rater(workspace: Workspace, handle: str, role: Role = Role.STUDENT) -> Rater:
    """The rater with this handle (or id), made with this role if there is none.

    Refused when two raters have the handle, as can be after two workspaces were merged: which of them is
    meant is never guessed.
    """
    handle = " ".join(handle.split())
    _check_handle(handle)
    found = raters.with_name(workspace.store, handle)
    if not found:
        found = _make_rater(workspace, handle, role)
    if len(found) > 1:
        ids = " or ".join(rater.id for rater in found)
        raise JudgementError(
            _("{found} raters are called {handle}.").format(found=len(found), handle=handle),
            _("Say which one by its id: {ids}.").format(ids=ids),
        )
    return found[0]


def _check_handle(handle: str) -> None:
    hint = _("Give a name or a code, such as `rania` or `8b-17`.")
    if not handle:
        raise JudgementError(_("a rater needs a handle."), hint)
    if len(handle) > LONGEST_HANDLE:
        raise JudgementError(
            _("a handle has at most {longest_handle} characters.").format(longest_handle=LONGEST_HANDLE), hint
        )
    if any(unicodedata.category(sign) == "Cc" for sign in handle):
        raise JudgementError(_("there is a control character in this handle."), hint)


def _make_rater(workspace: Workspace, handle: str, role: Role) -> list[Rater]:
    """The rater, or raters, with this handle, looked for again inside the transaction that makes one."""
    with workspace.store.writing() as connection:
        found = raters.with_name(workspace.store, handle)
        if not found:
            found = [Rater(workspace.new_id(), handle, role)]
            raters.insert_rater(connection, found[0])
    return found


def list_raters(workspace: Workspace) -> list[Rater]:
    """All raters by handle."""
    return raters.list_all(workspace.store)
