"""Letting students in from browsers: the class code, handles, PINs."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass

from annotator.errors import JudgementError, NotFoundError
from annotator.model.judgements import Rater, Role
from annotator.store import raters, settings
from annotator.translating import _
from annotator.workbench.enrolling import has_roster
from annotator.workbench.forgetting import is_closed, was_forgotten
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter that looks like another on a projector."""
CODE_LENGTH = 6
SHORTEST_PIN, LONGEST_PIN = 4, 12
_CODE, _KEY = "class-code", "entry-key"
_WORK = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True)
class Pin:
    """What is kept of a PIN: never the PIN itself."""

    salt: bytes
    digest: bytes
    since: float
    """Seconds in Unix time. Entries from before count no more."""


def class_code(workspace: Workspace, *, new: bool = False) -> str:
    """The code that lets people in; a new one shuts everybody out who came with the old one."""
    made = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
    if new:
        settings.put(workspace.store, _CODE, made)
        settings.put(workspace.store, _KEY, secrets.token_hex(32))
        return made
    return settings.get_or_set(workspace.store, _CODE, made)


def entry_key(workspace: Workspace) -> bytes:
    """The secret with which tickets are signed; it leaves the workspace in no export."""
    return bytes.fromhex(settings.get_or_set(workspace.store, _KEY, secrets.token_hex(32)))


def is_code(given: str, code: str) -> bool:
    """True for the class code, however it was typed."""
    return hmac.compare_digest("".join(given.split()).casefold().encode(), code.encode())


def find_student(workspace: Workspace, handle: str) -> Rater:
    """The student with this handle, made where the class has no list. Nobody else is let in.

    A handle may be typed in other capitals than the list has. Teachers do not come in by this door.
    """
    if is_closed(workspace):
        raise JudgementError(_("this class is closed."), _("Ask your teacher."))
    handle = " ".join(handle.split())
    found = raters.with_name(workspace.store, handle)
    found = [one for one in found if one.handle == handle] or [
        one for one in raters.list_all(workspace.store) if one.handle.casefold() == handle.casefold()
    ]
    if any(was_forgotten(workspace, one.id) for one in found):
        raise NotFoundError(_("nobody comes in under this name any more."), _("Ask your teacher."))
    if not found and not has_roster(workspace):
        found = [ensure_rater(workspace, handle)]
    if not found:
        raise NotFoundError(
            _("this handle is not on the class list."), _("Ask your teacher how it is written.")
        )
    if len(found) > 1:
        raise JudgementError(
            _("two people have this handle."), _("Ask your teacher to give one of them another.")
        )
    if found[0].role is not Role.STUDENT:
        raise JudgementError(_("only students come in here."), _("A teacher opens the workspace itself."))
    return found[0]


def get_student(workspace: Workspace, id: str) -> Rater | None:
    """The student with this id; None for one who is gone."""
    found = [one for one in raters.with_name(workspace.store, id) if one.id == id]
    return found[0] if found and found[0].role is Role.STUDENT else None


def pin_of(workspace: Workspace, rater: Rater) -> Pin | None:
    """What is kept of the student's PIN; None before the first entry."""
    kept = settings.get(workspace.store, _setting(rater))
    if kept is None:
        return None
    told = json.loads(kept)
    return Pin(bytes.fromhex(told["salt"]), bytes.fromhex(told["digest"]), told["since"])


def check_choice(pin: str, again: str) -> None:
    """Nothing, for a PIN that can be chosen. Raises `JudgementError` with what is wrong with it."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise JudgementError(
            _("a PIN has {shortest_pin} to {longest_pin} digits.").format(
                shortest_pin=SHORTEST_PIN, longest_pin=LONGEST_PIN
            ),
            _("Choose another."),
        )
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        raise JudgementError(_("this PIN is too easy to guess."), _("Choose another."))
    if pin != again:
        raise JudgementError(_("the two PINs differ."), _("Type the same one twice."))


def make_pin(pin: str, now: float) -> Pin:
    """What to keep of a PIN. Takes a twentieth of a second on purpose, and needs no database."""
    salt = secrets.token_bytes(16)
    return Pin(salt, _digest(pin, salt), now)


def is_pin(pin: str, kept: Pin) -> bool:
    """True for the PIN that was chosen. Takes a twentieth of a second on purpose, and needs no database."""
    return hmac.compare_digest(_digest(pin[: LONGEST_PIN + 1], kept.salt), kept.digest)


def keep_first_pin(workspace: Workspace, rater: Rater, pin: Pin) -> bool:
    """True when this is the student's PIN now; False when somebody chose one for this handle meanwhile."""
    told = _told(pin)
    return settings.get_or_set(workspace.store, _setting(rater), told) == told


def end_entries(workspace: Workspace, rater: Rater, now: float) -> None:
    """Nothing; who came in before as this student has to give the PIN again."""
    pin = pin_of(workspace, rater)
    if pin is not None:
        settings.put(workspace.store, _setting(rater), _told(Pin(pin.salt, pin.digest, now)))


def reset_pin(workspace: Workspace, rater: Rater) -> bool:
    """True when the student had a PIN; it is gone, and the next entry sets a new one."""
    return settings.drop(workspace.store, _setting(rater))


def _told(pin: Pin) -> str:
    return json.dumps({"salt": pin.salt.hex(), "digest": pin.digest.hex(), "since": pin.since})


def _setting(rater: Rater) -> str:
    return f"pin:{rater.id}"


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_WORK)
