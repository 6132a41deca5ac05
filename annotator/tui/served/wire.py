"""The line between the server and one session: packets with their length before them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_HEAD = 4


def pack(content: dict[str, Any]) -> bytes:
    """The packet for this content."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return len(body).to_bytes(_HEAD, "big") + body


class Unpacker:
    """Puts packets together from whatever pieces arrive."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """The contents of the packets that are complete now."""
        self._held += data
        while len(self._held) >= _HEAD:
            end = _HEAD + int.from_bytes(self._held[:_HEAD], "big")
            if len(self._held) < end:
                return
            body = bytes(self._held[_HEAD:end])
            del self._held[:end]
            yield json.loads(body)
