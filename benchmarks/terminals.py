"""Programs on a pseudo-terminal that answers like a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

WIDTH, HEIGHT = 120, 40
PATIENCE = 30.0
START = "import sys; from annotator.cli import main; sys.argv = ['annotator']; main()"
"""The whole program, as its command starts it."""
SMALLEST = b"the smallest app"
MINIMAL = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Minimal(App[None]):
    keys = 0
    def compose(self) -> ComposeResult:
        yield Static("the smallest app")
    def on_key(self) -> None:
        self.keys += 1
        self.query_one(Static).update(f"the smallest app {self.keys}")

Minimal().run()
"""
"""What every app pays: Textual itself, and one line that a key changes."""
_ANSWERS = ((b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1515/1818/1e1e\x1b\\"), (b"\x1b[6n", b"\x1b[1;3R"))
"""In the order in which they are asked."""


class Terminal:
    """A Python program in a folder, on a terminal of its own."""

    def __init__(self, program: str, folder: Path) -> None:
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", ANNOTATOR_RATER="bench"
            )
            os.execv(sys.executable, [sys.executable, "-c", program])
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """What the program writes next, or nothing when it is silent for so long."""
        if not select.select([self.file], [], [], seconds)[0]:
            return b""
        try:
            new = os.read(self.file, 65536)
        except OSError:
            raise RuntimeError(f"the program ended: {self.seen[-2000:].decode(errors='replace')}") from None
        self.seen += new
        for question, answer in _ANSWERS:
            if question in new:
                os.write(self.file, answer)
        return new

    def wait_for(self, wanted: bytes) -> None:
        """Nothing; the program has written `wanted`."""
        begun = time.perf_counter()
        while wanted not in self.seen:
            self.read(0.05)
            if time.perf_counter() - begun > PATIENCE:
                raise RuntimeError(f"{wanted!r} never came: {self.seen[-2000:].decode(errors='replace')}")

    def wait_for_silence(self, seconds: float) -> None:
        """Nothing; the program has written nothing for so long."""
        while self.read(seconds):
            pass

    def answer_time(self, key: bytes, silence: float = 0.05) -> float:
        """Seconds from a key press to the last byte of what it changed on the screen."""
        begun = last = time.perf_counter()
        os.write(self.file, key)
        patience = 1.0
        while self.read(patience):
            last = time.perf_counter()
            patience = silence
        return last - begun

    def close(self) -> None:
        """Nothing; the program is gone."""
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self.file)


def smallest_echo(presses: int = 40) -> float:
    """Median milliseconds from a key to the last byte of what it changes in the smallest app."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(MINIMAL, Path(folder))
        try:
            terminal.wait_for(SMALLEST)
            terminal.wait_for_silence(1.0)
            return 1e3 * median(terminal.answer_time(b"j") for _ in range(presses))
        finally:
            terminal.close()
