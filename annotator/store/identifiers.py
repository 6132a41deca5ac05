"""Keys that are unique in the world and sort by the time they were made (UUID version 7, RFC 9562)."""

from __future__ import annotations

import os
import secrets

_RANDOM_BITS = 74
_last = 0


def uuid7(milliseconds: int) -> str:
    """A UUIDv7 for a moment in Unix time, greater than every one this process made before.

    When the clock stands still or goes back, the last one is counted up by a random step (RFC 9562,
    section 6.2, method 2), so that two programs with the same clock still do not meet.
    """
    global _last
    fresh = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
    _last = fresh if fresh > _last else _last + 1 + secrets.randbits(48)
    return _written(_last)


def _written(number: int) -> str:
    """The UUID of time and randomness in one number, with version and variant put in their places."""
    time, high, low = number >> _RANDOM_BITS, (number >> 62) & 0xFFF, number & ((1 << 62) - 1)
    digits = f"{(time << 80) | (7 << 76) | (high << 64) | (2 << 62) | low:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _forget_last() -> None:
    """Nothing; a forked process starts its own row of keys."""
    global _last
    _last = 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_last)
