"""The process that reads foreign files does nothing but read them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.formats.confining import ConfinedReader
from annotator.formats.kinds import Kind
from annotator.translating import use_language

PROGRAM = """
import errno, os, socket, subprocess, sys, urllib.request
from pathlib import Path
from annotator.formats.importers.worker import confine
confine()
try:
    {deed}
except OSError as refusal:
    # An unanswered connection is an error too, but one that was tried.
    why = getattr(refusal, "reason", refusal)
    print("refused" if isinstance(why, PermissionError) or why.errno == errno.EFBIG else f"tried: {why}")
else:
    print("done")
"""
DEEDS = [
    ("subprocess.run(['true'])", "refused"),
    ("os.system('true')", "refused"),
    ("os.fork()", "refused"),
    ("socket.create_connection(('127.0.0.1', 9))", "refused"),
    ("urllib.request.urlopen('http://127.0.0.1:9')", "refused"),
    ("Path(sys.argv[1]).write_text('words')", "refused"),
    ("__import__('json').loads('1')", "done"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot bound what a process writes")
@pytest.mark.parametrize(("deed", "answer"), DEEDS)
def test_the_reading_process_does_nothing_but_read(tmp_path: Path, deed: str, answer: str) -> None:
    program = PROGRAM.replace("{deed}", deed)
    path = tmp_path / "written"
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == answer, done.stderr
    assert not path.exists() or path.read_bytes() == b""


def test_the_reading_process_complains_in_the_language_in_use() -> None:
    with ConfinedReader() as reader:
        for code, told in (("en", "this PDF is damaged."), ("it", "questo PDF è danneggiato.")):
            use_language(code)
            with pytest.raises(InputError, match=told):
                reader.read(b"%PDF-1.7 and nothing more", Kind.PDF, "a.pdf")
