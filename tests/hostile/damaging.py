"""Damage to bytes, the same for the same seed."""

from __future__ import annotations

import random

TOKENS = (
    b"\0", b"\r", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"\x1b[2J", b'"', b"'", b"[", b"{",
    b"]", b"}", b",", b";", b"\t", b"|", b"---\n", b": ", b"- ", b"&a ", b"*a", b"!!python/name:os.system ",
    b"<<: ", b"=cmd|", b"%s", b"\\ud800", b"null", b"true", b"NaN", b"-1", b"1e999", b"9" * 5000, b"[" * 3000,
    b"../../x", "ऀ़्".encode(),
)  # fmt: skip
"""Words that mean something to some parser."""
MOST = 100_000


def damaged(data: bytes, seed: int) -> bytes:
    """The bytes with one to four deeds done to them."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.choice((1, 2, 8, 64)))
        match chance.randrange(6):
            case 0:
                data = data[:at] + data[end:]
            case 1:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:]
            case 2:
                data = data[:at] + chance.choice(TOKENS) + data[at:]
            case 3:
                data = data[:at] + chance.choice(TOKENS) + data[end:]
            case 4:
                data = data[:at] + data[at:end] * chance.choice((2, 20)) + data[end:]
            case _:
                data = data[:at]
    return data[:MOST]
