"""The Hindi seed in a real terminal: every border stands in one column, before and after scrolling.

tmux itself is asked in which cells the border signs are, by searching its copy mode; how wide Python
thinks a Hindi line is plays no part.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.workbench.opening import open_workspace
from annotator.workbench.rating import Place, ensure_rater, load_rubric, save_place
from annotator.workbench.reading import article, list_articles
from annotator.workbench.seeding import seed

TMUX = shutil.which("tmux")
WIDTH, HEIGHT = 120, 40
LEFT, RIGHT = "▕", "▏"
"""The border right of the signals and the border left of the form."""
START = "from annotator.cli import main; import sys; sys.argv = ['annotator']; main()"

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(TMUX is None, reason="tmux is not installed, so no real terminal can be asked"),
]


class Tmux:
    """A tmux server of the test's own with one window."""

    def __init__(self, folder: Path) -> None:
        self.socket = str(folder / "tmux")
        # A test runner may say how wide its own output is; the window has a size of its own.
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self.environment = {**kept, "LC_ALL": "C.UTF-8", "ANNOTATOR_RATER": "rania"}

    def call(self, *words: str) -> str:
        command = [str(TMUX), "-S", self.socket, "-f", "/dev/null", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False)
        return done.stdout

    def open(self, folder: Path) -> None:
        size = ("-x", str(WIDTH), "-y", str(HEIGHT))
        self.call("new-session", "-d", *size, "-c", str(folder), sys.executable, "-c", START)

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


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path)
    yield server
    server.call("kill-server")


def put_hindi_on_desk(folder: Path) -> None:
    with open_workspace(folder, create=True) as workspace:
        seed(workspace)
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace)
        row = next(row for row in list_articles(workspace, rater, rubric) if row.language == "hi")
        place = Place(article(workspace, row.id).id, rubric.digest, rubric.criteria[0].id, 0)
        save_place(workspace, rater, place)


def check(tmux: Tmux, when: str) -> None:
    for sign in (LEFT, RIGHT):
        places = tmux.columns_of(sign)
        columns = Counter(column for _, column in places)
        torn = [row for row, column in places if column != columns.most_common(1)[0][0]]
        assert len(places) >= HEIGHT - 5, f"{sign} borders the whole pane {when}"
        assert not torn, f"{sign} is torn in rows {torn} {when}:\n" + "\n".join(tmux.lines())


def test_borders_beside_hindi_stand_in_one_column(tmux: Tmux, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    put_hindi_on_desk(folder)
    tmux.open(folder)
    tmux.wait_for("निपटारे")
    tmux.wait_for("Headline and body")
    hindi = [line for line in tmux.lines() if any("\u0900" <= sign <= "\u097f" for sign in line)]
    assert len(hindi) >= 10, "the pane is full of Hindi"
    check(tmux, "before scrolling")
    for keys in (("j",) * 5, ("Space",), ("k",) * 3, (".", ".")):
        tmux.call("send-keys", *keys)
        time.sleep(0.5)
        check(tmux, f"after {' '.join(keys)}")
