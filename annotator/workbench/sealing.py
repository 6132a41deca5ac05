"""What ties packs and hand-ins to a class: its id, and a key for each student."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from annotator.store import settings
from annotator.workbench.opening import Workspace

_CLASS, _SECRET, _OWNER = "class-id", "class-secret", "packed-for"


_WORK = 100_000
"""Judgements that are given in one workspace between a pack and the hand-in, generously counted."""
_GREATEST_ALONE = 10**9
"""The greatest clock of a workspace that began by itself."""


def class_id(workspace: Workspace) -> str:
    """The class's id, made on first use. The workspace of a student has that of the pack it came from."""
    return settings.get_or_set(workspace.store, _CLASS, workspace.new_id())


def known_class(workspace: Workspace) -> str:
    """The class's id, or "" where none was needed yet."""
    return settings.get(workspace.store, _CLASS) or ""


def issue_key(workspace: Workspace, rater: str, clock: int) -> bytes:
    """A student's key for hand-ins; from now on hand-ins of this student's need it.

    `clock` is the logical clock that the student's workspace begins with.

    Made from a secret that never leaves the class's workspace: no student can make another's.
    """
    secret = settings.get_or_set(workspace.store, _SECRET, secrets.token_hex(32))
    settings.put(workspace.store, f"packed:{rater}", workspace.now())
    settings.put(workspace.store, f"packed-clock:{rater}", str(clock))
    return _derive(secret, rater)


def needed_key(workspace: Workspace, rater: str) -> bytes | None:
    """The key that hand-ins of this student's have to be sealed with; None where no pack was made."""
    secret = settings.get(workspace.store, _SECRET)
    packed = settings.get(workspace.store, f"packed:{rater}")
    return _derive(secret, rater) if secret and packed else None


def latest_clock(workspace: Workspace, rater: str) -> int:
    """The greatest logical clock that this student's work can honestly have come to.

    A file that says 10 ** 12 would make every later clock of the class too great to be read.
    """
    packed = settings.get(workspace.store, f"packed-clock:{rater}")
    return int(packed) + _WORK if packed else _GREATEST_ALONE


def keep_key(workspace: Workspace, class_id: str, rater: str, key: str) -> None:
    """Nothing; this workspace belongs to a student of that class."""
    settings.put(workspace.store, _CLASS, class_id)
    settings.put(workspace.store, _OWNER, rater)
    settings.put(workspace.store, f"hand-in-key:{rater}", key)


def own_key(workspace: Workspace, rater: str) -> bytes | None:
    """The key with which this workspace seals a rater's hand-ins, or None."""
    key = settings.get(workspace.store, f"hand-in-key:{rater}")
    return bytes.fromhex(key) if key else needed_key(workspace, rater)


def packed_for(workspace: Workspace) -> str:
    """The id of the student whose pack this workspace is from; else ""."""
    return settings.get(workspace.store, _OWNER) or ""


def _derive(secret: str, rater: str) -> bytes:
    return hmac.new(bytes.fromhex(secret), rater.encode(), hashlib.sha256).digest()
