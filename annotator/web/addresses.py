"""Under which addresses this machine can be reached, found out when it is asked."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress

_NOWHERE = ("192.0.2.1", 9)
"""An address for documentation. Nothing is sent to it: the system only says which way it would go."""
_ASK_ADDRESS = 0x8915


def local_addresses() -> list[str]:
    """The IPv4 addresses of this machine in its local networks, the one of the default route first."""
    found = [*_on_the_way_out(), *_of_interfaces()]
    return [one for one in dict.fromkeys(found) if not ipaddress.ip_address(one).is_loopback]


def _on_the_way_out() -> list[str]:
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_NOWHERE)
        return [str(probe.getsockname()[0])]
    return []


def _of_interfaces() -> list[str]:
    try:
        import fcntl
    except ImportError:
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                answer = fcntl.ioctl(probe.fileno(), _ASK_ADDRESS, name.encode()[:15].ljust(40, b"\0"))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def is_loopback(address: str) -> bool:
    """True for an address of this machine alone."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False


def host_is_ours(host: str, reached: str, names: frozenset[str]) -> bool:
    """True when a request's Host header names the very address it reached, or a name that is ours.

    That keeps a page elsewhere from having its own name lead here.
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    name = name.strip("[]").rstrip(".").casefold()
    try:
        return ipaddress.ip_address(name) == ipaddress.ip_address(reached)
    except ValueError:
        return name in names


def own_names(given: tuple[str, ...]) -> frozenset[str]:
    """The names by which this machine may be called: its own, and those the teacher gave."""
    own = socket.gethostname().casefold()
    return frozenset({"localhost", own, own.partition(".")[0] + ".local", *(one.casefold() for one in given)})
