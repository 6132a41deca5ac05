"""Calling raters by codes: the same within a workspace, others elsewhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from annotator.store import settings
from annotator.workbench.opening import Workspace

_SECRET = "pseudonym-secret"


def pseudonym(workspace: Workspace, rater: str) -> str:
    """A rater's code, such as `R-4KQ7XD`, made from the rater's id and a secret of this workspace.

    Without the secret, which leaves the workspace in no export, a code leads to nobody, and codes of
    two workspaces cannot be matched.
    """
    key = settings.get_or_set(workspace.store, _SECRET, secrets.token_hex(32))
    digest = hmac.new(bytes.fromhex(key), rater.encode(), hashlib.sha256).digest()
    return f"R-{base64.b32encode(digest)[:6].decode()}"
