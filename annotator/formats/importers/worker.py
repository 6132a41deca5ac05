"""The confined process: reads foreign files for its parent, with little memory, time and no files to open.

A request is a line of JSON (`kind`, `name`, `url`, `language`, `size`) and that many bytes; the answer is a
line of JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from annotator.errors import AnnotatorError
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.reading_bytes import read_bytes
from annotator.formats.kinds import Kind
from annotator.translating import _, use_language

MEMORY = 2_000_000_000
"""Bytes of address space; a page of 20 MB needs about a tenth."""

_NEVER = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.", "os.system",
    "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn", "webbrowser.",
)  # fmt: skip
"""What Python tells its auditors before it does it."""


def main() -> None:
    """Nothing; answers until its parent closes the pipe."""
    confine()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a parser prints may not mix with the answers.
    sys.stdout = sys.stderr
    while line := requests.readline():
        asked = json.loads(line)
        answers.write(json.dumps(answer(requests.read(asked["size"]), asked)).encode() + b"\n")
        answers.flush()


def answer(data: bytes, asked: dict[str, str]) -> dict[str, object]:
    """What the parent gets: `draft`, `items` or `problem`, told in the language asked for."""
    use_language(asked["language"])
    try:
        found = read_bytes(data, Kind(asked["kind"]), asked["name"], asked["url"])
    except AnnotatorError as problem:
        place = problem.place
        return {
            "problem": [
                problem.message,
                problem.hint,
                [place.path, place.line, place.column] if place else None,
            ]
        }
    except (MemoryError, RecursionError):
        return {
            "problem": [
                _("this file is too large or too deeply nested to be read."),
                _("Paste the text."),
                [asked["name"]],
            ]
        }
    except Exception as fault:  # noqa: BLE001 - whatever a foreign parser does with foreign bytes, the batch goes on
        told = _("this file could not be read ({fault} in its reader).").format(fault=type(fault).__name__)
        hint = _("It may be damaged. Open it in its own program and save it again, or paste the text.")
        return {"problem": [told, hint, [asked["name"]]]}
    if isinstance(found, ArticleDraft):
        return {"draft": asdict(found)}
    return {"items": [asdict(item) for item in found]}


def confine() -> None:
    """Nothing; from here on this process has bounded memory, writes no file, starts no program."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return  # Windows has no such limits; the parent's clock still stops it.
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_NEVER):
        raise PermissionError(f"reading a file does not need this: {event}")


if __name__ == "__main__":
    main()
