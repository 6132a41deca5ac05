"""A tmux server of a test's own: the app in a real terminal, driven by keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

TMUX = shutil.which("tmux")
START = "from annotator.cli import main; import sys; sys.argv = ['annotator']; main()"


class Tmux:
    """A tmux server of the test's own with one window."""

    def __init__(self, folder: Path) -> None:
        self.socket = str(folder / "tmux")
        self.program = (sys.executable, "-c", START)
        """What a window runs."""
        # A test runner may say how wide its own output is; the window has a size of its own.
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self.environment = {**kept, "LC_ALL": "C.UTF-8", "ANNOTATOR_RATER": "rania"}

    def call(self, *words: str) -> str:
        command = [str(TMUX), "-S", self.socket, "-f", "/dev/null", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False)
        return done.stdout

    def open(self, folder: Path, width: int, height: int) -> None:
        """Nothing; the app runs in a window of this size, on the workspace in the folder."""
        size = ("-x", str(width), "-y", str(height))
        self.call("new-session", "-d", *size, "-c", str(folder), *self.program)

    def lines(self) -> list[str]:
        return self.call("capture-pane", "-p").splitlines()

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + 30
        while not any(words in line for line in self.lines()):
            assert time.monotonic() < until, f"{words!r} never came:\n" + "\n".join(self.lines())
            time.sleep(0.2)
        time.sleep(0.5)

    def columns_of(self, sign: str) -> list[tuple[int, int]]:
        """Row and column, in tmux's own cells, of every place where a sign stands."""
        expected = sum(line.count(sign) for line in self.lines())
        self.call("copy-mode")
        self.call("send-keys", "-X", "bottom-line")
        self.call("send-keys", "-X", "end-of-line")
        places: set[tuple[int, int]] = set()
        self.call("send-keys", "-X", "search-backward", sign)
        for _ in range(expected + 1):
            x, y = self.call("display-message", "-p", "#{copy_cursor_x} #{copy_cursor_y}").split()
            places.add((int(y), int(x)))
            self.call("send-keys", "-X", "search-again")
        self.call("send-keys", "-X", "cancel")
        assert len(places) == expected, "tmux was asked about every one of them:\n" + "\n".join(self.lines())
        return sorted(places)
