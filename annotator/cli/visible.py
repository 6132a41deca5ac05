"""Text made harmless for a terminal."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""The text with control and direction characters shown as `\x1b`: no text drives the terminal."""
    return _CONTROLS.sub(lambda match: f"\\x{ord(match.group()):02x}", text)
