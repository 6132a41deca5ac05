"""A connection to the hub by its address; what goes wrong is told in sentences."""

from __future__ import annotations

import re
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from annotator.errors import AnnotatorError, InputError, Place, StoreError

EXTRA = "annotator[hub]"
_SCHEMES = ("postgresql", "postgres")
_MODES = ("disable", "require", "verify-ca", "verify-full")
AWAY = "The workspace goes on without it; nothing is lost. Sync again later."
_TIME_LIMIT = 30
_REFUSED = {
    "28P01": ("the hub refuses this name or password.", "Check both; ask who runs the hub."),
    "28000": ("the hub refuses this name.", "Ask who runs the hub to admit it (pg_hba.conf)."),
    "3D000": ("there is no such database on this server.", "Check the address."),
    "42501": ("this role may not do that on the hub.", "Ask who runs the hub: annotator sync … --admit ROLE"),
    "42P01": ("there is no hub in this database yet.", "Its owner makes it: annotator sync … --set-up"),
    "3F000": ("there is no hub in this database yet.", "Its owner makes it: annotator sync … --set-up"),
    "53300": ("the hub has no room for another connection.", AWAY),
    "57P01": ("the hub is shutting down.", AWAY),
    "57P03": ("the hub is starting.", AWAY),
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub is, and as whom to ask it."""

    host: str
    port: int
    database: str
    user: str
    password: str = field(repr=False)
    tls: str = "verify-full"
    """`disable` is for this very machine only."""
    authority: str = ""
    """A file with the certificate that the hub's must rest on; empty for those this system trusts."""

    @property
    def shown(self) -> str:
        """The address without its password."""
        return f"{self.host}:{self.port}/{self.database}"


def read_address(url: str) -> Address:
    """The address in `postgresql://user:password@host:port/database?sslmode=verify-full&sslrootcert=FILE`.

    TLS is checked fully unless the address says otherwise; on this very machine it may be left away.
    Raises `InputError`.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as problem:
        raise InputError("this is no address of a hub.", _example()) from problem
    if parts.scheme not in _SCHEMES or not parts.hostname or not parts.username or len(parts.path) < 2:
        raise InputError("this is no address of a hub.", _example())
    local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    told = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    mode = told.get("sslmode", "disable" if local and "sslrootcert" not in told else "verify-full")
    if mode not in _MODES or (mode == "disable" and not local):
        hint = "Use sslmode=verify-full, or require where the hub's certificate is its own."
        raise InputError(f"sslmode={mode} does not protect what students wrote on its way.", hint)
    return Address(
        parts.hostname,
        port,
        unquote(parts.path[1:]),
        unquote(parts.username),
        unquote(parts.password or ""),
        mode,
        told.get("sslrootcert", ""),
    )


def _example() -> str:
    return "Write postgresql://NAME:PASSWORD@HOST/DATABASE."


@contextmanager
def connected(address: Address) -> Iterator[Any]:
    """A block with a connection to the hub; what hub or network do to it becomes an `AnnotatorError`."""
    native, mishaps = _library()
    context = _tls(address)
    try:
        connection = native.Connection(
            address.user,
            host=address.host,
            port=address.port,
            database=address.database,
            password=address.password,
            ssl_context=context,
            timeout=_TIME_LIMIT,
            application_name="annotator",
        )
    except mishaps as problem:
        raise _told(problem, address) from problem
    try:
        yield connection
    except mishaps as problem:
        raise _told(problem, address) from problem
    finally:
        with suppress(*mishaps):
            connection.close()


def _library() -> tuple[Any, tuple[type[Exception], ...]]:
    """The driver, and what it raises when something goes wrong outside the program."""
    try:
        import pg8000.exceptions
        import pg8000.native
    except ModuleNotFoundError as missing:
        hint = f"Install it with: pip install '{EXTRA}'"
        raise AnnotatorError("syncing with a hub needs a package that is not installed.", hint) from missing
    return pg8000.native, (pg8000.exceptions.Error, OSError, struct.error)


def _tls(address: Address) -> ssl.SSLContext | bool:
    if address.tls == "disable":
        return False
    try:
        context = ssl.create_default_context(cafile=address.authority or None)
    except (OSError, ValueError) as problem:
        message = "this is no certificate that a hub's could rest on."
        raise InputError(
            message, "Name a PEM file after sslrootcert=.", Place(address.authority)
        ) from problem
    context.check_hostname = address.tls == "verify-full"
    if address.tls == "require":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _told(problem: Exception, address: Address) -> StoreError:
    """The sentence for what happened; the password stands in none."""
    facts = problem.args[0] if problem.args else ""
    code = str(facts.get("C", "")) if isinstance(facts, dict) else ""
    if code in _REFUSED:
        return StoreError(*_REFUSED[code], Place(address.shown))
    if isinstance(facts, dict):
        detail = re.sub(r"\s+", " ", str(facts.get("M", "")))
        return StoreError(
            f"the hub answers: {detail}.", "Nothing of this step was taken in.", Place(address.shown)
        )
    if "SSL" in str(problem) or isinstance(problem, ssl.SSLError):
        message = "the hub's certificate cannot be trusted, or it speaks no TLS."
        return StoreError(message, "Check the host name; ask who runs the hub.", Place(address.shown))
    return StoreError("the hub does not answer.", AWAY, Place(address.shown))
