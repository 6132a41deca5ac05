"""Web addresses: which may be asked for, and which machine they lead to."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from annotator.errors import InputError, Place
from annotator.translating import _

SCHEMES = ("http", "https")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_BARE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?", re.I)
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Where a network without IPv4 puts the IPv4 addresses of others (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A web address, checked, and the machine to ask."""

    url: str
    host: str
    port: int
    secure: bool
    path: str
    """Path and query, as they stand in the request."""
    ip: str
    local: bool
    """Whether the machine is this one or in a private network."""


def is_address(source: str) -> bool:
    """Whether a source is written as an address of any scheme (`https://…`), not as a file's name."""
    return bool(_SCHEME.match(source))


def lacks_scheme(source: str) -> bool:
    """Whether a source looks like a web address whose `https://` was left out."""
    return bool(_BARE.fullmatch(source))


def resolve(url: str, *, allow_local: bool = False) -> Target:
    """The machine that an address leads to.

    Raises `InputError` for schemes other than http and https, names and passwords in the address, hosts
    that nobody knows, and addresses in private ranges unless `allow_local`. The answer carries the IP that
    was checked: asking by name again could lead elsewhere.
    """
    parts = _split(url)
    host, port = _host(parts, url)
    ips = _look_up(host, port, url)
    local = [ip for ip in ips if _leads_inside(ip)]
    if local and not allow_local:
        message = _("this address leads into this machine or a private network.")
        raise InputError(message, _("If you mean it, say --allow-local."), Place(url))
    path = urlunsplit(("", "", quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE), ""))
    return Target(url, host, port, parts.scheme == "https", path, ips[0], bool(local))


def _leads_inside(ip: str) -> bool:
    """True for an address of this machine or a private network, also for one that stands inside another."""
    address = ipaddress.ip_address(ip)
    within: list[ipaddress.IPv4Address | ipaddress.IPv6Address | None] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        within += [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())[1:]]
        if address in _TRANSLATED:
            within.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return any(one is not None and (not one.is_global or one.is_multicast) for one in within)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
    except ValueError as problem:
        raise InputError(
            _("this is no web address."), _("Copy it from the browser again."), Place(url)
        ) from problem
    if parts.scheme.lower() not in SCHEMES:
        message = _("addresses that begin with {scheme}:// are not read.").format(
            scheme=parts.scheme or "nothing"
        )
        raise InputError(message, _("Name one that begins with https:// or http://."), Place(url))
    if parts.username or parts.password:
        message = _("this address has a name or password in it.")
        raise InputError(
            message, _("Leave them out; a page behind a login is not read."), Place(parts.hostname or "")
        )
    return parts


def _host(parts: SplitResult, url: str) -> tuple[str, int]:
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except (ValueError, UnicodeError) as problem:
        raise InputError(
            _("this is no web address."), _("Copy it from the browser again."), Place(url)
        ) from problem
    if not host:
        raise InputError(_("this address names no site."), _("Copy it from the browser again."), Place(url))
    return host, port


def _look_up(host: str, port: int, url: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        hint = _("Check its spelling and the network.")
        raise InputError(
            _("no site called {host} was found.").format(host=host), hint, Place(url)
        ) from problem
    # A scope (fe80::1%eth0) is no part of the address that ranges are told by.
    return list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))
