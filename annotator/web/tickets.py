"""Tickets: what a browser carries to show who came in, signed so that nobody can write one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket says."""

    kind: str
    """`entry` for who gave the PIN, `pin` between handle and PIN, `form` for one look at a form."""
    rater: str
    made: float
    """Seconds in Unix time."""


def write_ticket(key: bytes, ticket: Ticket) -> str:
    """The ticket with its signature, for a cookie or a form."""
    body = _text(json.dumps(asdict(ticket), separators=(",", ":")).encode())
    return f"{body}.{_text(_sign(key, body))}"


def read_ticket(key: bytes, text: str, kind: str, *, now: float, lasts: float) -> Ticket | None:
    """What the ticket says; None for one of another kind, too old, or not signed by us."""
    if not text.isascii():
        return None
    body, _, signature = text.partition(".")
    if not hmac.compare_digest(_text(_sign(key, body)).encode(), signature.encode()):
        return None
    try:
        told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (binascii.Error, ValueError):
        return None
    ticket = Ticket(**told)
    return (
        ticket if ticket.kind == kind and now - ticket.made + 60 >= 0 and now - ticket.made < lasts else None
    )


def _sign(key: bytes, body: str) -> bytes:
    return hmac.new(key, body.encode(), hashlib.sha256).digest()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
