"""The installed wheel in a real terminal: an article judged by keys alone in each mode; then accidents."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.modes import Mode
from annotator.workbench.opening import FILE_NAME
from tests.tmux.terminal import TMUX, Tmux
from tests.wheels import build_now, install

CRITERIA = 8

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(TMUX is None, reason="tmux is not installed, so no real terminal can be asked"),
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `annotator` command of a fresh environment into which a wheel built now is installed."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = build_now(folder).path
    assert wheel is not None
    return install(wheel, folder / "environment") / "annotator"


@pytest.fixture
def folder(installed: Path, tmp_path: Path) -> Path:
    """A workspace with the demo story, made by the installed program."""
    made = tmp_path / "workspace"
    subprocess.run([installed, "init", made, "--demo"], check=True, capture_output=True, cwd=tmp_path)
    return made


@pytest.fixture
def window(tmux: Tmux, installed: Path, folder: Path) -> Tmux:
    """The app of the wheel on the workspace."""
    tmux.program = (str(installed),)
    tmux.open(folder, 100, 32)
    tmux.wait_for("my scores")
    tmux.wait_for("first time?")
    return tmux


def rows(folder: Path, question: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / FILE_NAME)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def until(told: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 20
    while not told():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def test_an_article_is_judged_by_keys_alone_in_each_mode(window: Tmux, folder: Path) -> None:
    for number, _mode in enumerate(Mode):
        window.call("send-keys", "m")
        window.wait_for("How do you want to read?")
        window.call("send-keys", "Home", *["Down"] * number, "Enter")
        time.sleep(0.3)
        window.call("send-keys", "Home", *["Down"] * number, "Enter")
        window.wait_for(f"0 of {CRITERIA} scored")
        # All at once: whoever types fast loses nothing.
        window.call("send-keys", *["v", "s", "Enter", "3"] * CRITERIA)
        window.wait_for("all scored")
        window.call("send-keys", "Escape")
        window.wait_for("my scores")
    seen = rows(
        folder,
        "SELECT count(*), min(saw_outlet), max(saw_outlet), min(saw_signals), max(saw_signals),"
        " min(level), max(level) FROM scores s JOIN articles a ON a.id = s.article"
        " GROUP BY a.position ORDER BY a.position",
    )
    expected = [
        (CRITERIA, *[int(not mode.hides_outlet)] * 2, *[int(not mode.holds_signals)] * 2, 3, 3)
        for mode in Mode
    ]
    assert seen == expected
    quotes = rows(folder, "SELECT count(*) FROM evidence e JOIN scores s ON s.id = e.score WHERE quote <> ''")
    assert quotes == [(CRITERIA * len(Mode),)]


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGHUP])
def test_a_note_and_the_place_outlive_a_kill_and_a_closed_terminal(
    window: Tmux, folder: Path, sign: signal.Signals
) -> None:
    window.call("send-keys", "Down", "Down", "Enter")
    window.wait_for(f"0 of {CRITERIA} scored")
    window.call("send-keys", "]", "]", "Space", "j", "j")
    time.sleep(0.6)
    window.call("send-keys", "n")
    time.sleep(0.3)
    window.call("send-keys", "half a note")
    if sign is signal.SIGKILL:
        # Nothing is told: what was written more than half a second ago is on the disk.
        time.sleep(0.8)
    else:
        window.wait_for("half a note")
        window.call("send-keys", "!")
    pid = int(window.call("display-message", "-p", "#{pane_pid}"))
    os.kill(pid, sign)
    until(lambda: not window.lines(), "the app ended")
    wanted = "half a note" if sign is signal.SIGKILL else "half a note!"
    assert [row[0] for row in rows(folder, "SELECT note FROM drafts")] == [wanted]
    (place,) = rows(folder, 'SELECT criterion, "offset" FROM places')
    assert place[0] == "evidence" and int(str(place[1])) > 0
    window.open(folder, 100, 32)
    window.wait_for("c. Evidence for the main claim")
    window.call("send-keys", "n")
    window.wait_for(wanted)


def test_what_is_typed_in_one_go_after_n_is_the_note(window: Tmux, folder: Path) -> None:
    window.call("send-keys", "Down", "Enter")
    window.wait_for(f"0 of {CRITERIA} scored")
    # One write to the terminal: the letters are there before the note is.
    window.call("send-keys", "nhello u0]")
    window.wait_for("hello u0]")
    until(lambda: rows(folder, "SELECT note FROM drafts") == [("hello u0]",)], "the note is kept")
    assert rows(folder, "SELECT count(*) FROM scores") == [(0,)], "no letter acted as a command"
