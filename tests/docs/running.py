"""Commands of a page of docs/, as a reader would run them from top to bottom.

A fence of `sh` holds commands, one a line. `<!-- file: NAME -->` before a fence writes what is in it to a
file of that name; `<!-- not run: REASON -->` passes the fence over. Nothing else is understood: a page stays
simple or is not run.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"
_FENCE = re.compile(
    r"(?:^<!-- (?P<mark>file|not run): (?P<what>[^\n]+?) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Step(NamedTuple):
    """Something a reader does."""

    line: int
    kind: str
    """`command`, `folder` (a change of it) or `file`."""
    words: tuple[str, ...]
    """The arguments of the command, the folder, or the file's name and content."""


def steps(page: Path) -> Iterator[Step]:
    """What a reader of the page does, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for fence in _FENCE.finditer(text):
        first = text.count("\n", 0, fence.start("body")) + 1
        if fence["mark"] == "file":
            yield Step(first, "file", (fence["what"], fence["body"]))
        elif fence["kind"] == "sh" and fence["mark"] != "not run":
            for number, line in enumerate(fence["body"].splitlines(), first):
                words = shlex.split(line, comments=True)
                if not words:
                    continue
                if words[0] == "cd":
                    yield Step(number, "folder", (words[1],))
                else:
                    assert words[0] == "annotator", f"{page.name}:{number}: {line} is no command of ours"
                    yield Step(number, "command", tuple(words[1:]))
