"""What a session's process cannot do, whatever happens in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, shutil, socket, subprocess, sys, urllib.request
from pathlib import Path
from annotator.web.confining import ConfinedError, confine
inside = Path(sys.argv[1])
confine(inside)
try:
    {deed}
except ConfinedError:
    print("refused")
else:
    print("done")
"""


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        ("subprocess.run(['true'])", "refused"),
        ("os.system('true')", "refused"),
        ("os.execv('/bin/true', ['true'])", "refused"),
        ("os.fork()", "refused"),
        ("socket.create_connection(('127.0.0.1', 9))", "refused"),
        ("urllib.request.urlopen('http://127.0.0.1:9')", "refused"),
        ("socket.socket().bind(('127.0.0.1', 0))", "refused"),
        ("open(inside.parent / 'outside', 'w')", "refused"),
        ("(inside / '..' / 'outside').write_text('')", "refused"),
        ("os.open(inside.parent / 'outside', os.O_CREAT | os.O_WRONLY)", "refused"),
        ("os.remove(__file__ if '__file__' in globals() else '/tmp/nothing')", "refused"),
        ("shutil.rmtree(inside)", "refused"),
        ("(inside / 'inside').write_text('')", "done"),
        ("__import__('json').loads('1')", "done"),
    ],
)
def test_a_confined_process_keeps_to_its_workspace(tmp_path: Path, deed: str, answer: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{deed}", deed), str(inside)], capture_output=True, text=True
    )
    assert done.stdout.strip() == answer, done.stderr
    assert not (tmp_path / "outside").exists()
