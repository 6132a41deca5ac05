"""What the terminal says of itself before the app starts: how wide it draws Hindi, how dark it is."""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import dataclass, replace
from typing import TextIO

TRIAL = "का"
"""A consonant and a spacing vowel sign: one cell in some terminals, two in others."""
PATIENCE = 1.0
"""Seconds to wait for an answer; it comes at once, but later over a slow line or on a busy machine."""

_ASK_CURSOR = "\x1b[6n"
_ASK_BACKGROUND = "\x1b]11;?\x1b\\"
_CURSOR = re.compile(rb"\x1b\[\d+;(\d+)R")
_BACKGROUND = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a terminal answered."""

    trial_cells: int | None = None
    """How many cells `TRIAL` took; None where nobody answered."""
    light: bool | None = None
    """True for a light background; None where it did not say."""
    silent: bool = False
    """True where it was asked and did not answer all in time: the rest may come yet."""


NOBODY = Terminal()


def ask_terminal() -> Terminal:
    """What the terminal on standard input and output says; `NOBODY` where there is none to ask.

    Prints the trial word, asks where the cursor is, wipes the word out and puts the terminal back
    as it was.
    """
    stdin, stdout = sys.__stdin__, sys.__stdout__
    if stdin is None or stdout is None or not (stdin.isatty() and stdout.isatty()):
        return NOBODY
    if os.environ.get("TERM", "dumb") == "dumb" or sys.platform == "win32":
        return NOBODY
    import termios
    import tty

    inlet = stdin.fileno()
    try:
        before = termios.tcgetattr(inlet)
    except termios.error:
        return NOBODY
    try:
        tty.setcbreak(inlet, termios.TCSANOW)
        answer = _ask(inlet, stdout)
    finally:
        termios.tcsetattr(inlet, termios.TCSADRAIN, before)
    told = read_answer(answer)
    # Terminals answer in order, but between them and us may be others who do not.
    return told if None not in (told.trial_cells, told.light) else replace(told, silent=True)


def _ask(inlet: int, stdout: TextIO) -> bytes:
    """Everything the terminal sends until it has told the cursor's place, or patience ends."""
    import select

    try:
        # The question about the background comes first: terminals answer in order, and all know the second.
        stdout.write(f"\r{TRIAL}{_ASK_BACKGROUND}{_ASK_CURSOR}")
        stdout.flush()
    except UnicodeEncodeError:
        return b""
    answer = b""
    until = time.monotonic() + PATIENCE
    while not _CURSOR.search(answer):
        left = until - time.monotonic()
        if left <= 0 or not select.select([inlet], [], [], left)[0]:
            break
        answer += os.read(inlet, 1024)
    stdout.write("\r\x1b[K")
    stdout.flush()
    return answer


def read_answer(answer: bytes) -> Terminal:
    """What the bytes of an answer mean."""
    cursor = _CURSOR.search(answer)
    background = _BACKGROUND.search(answer)
    light = None
    if background:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in background.groups())
        light = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5
    return Terminal(int(cursor.group(1)) - 1 if cursor else None, light)
