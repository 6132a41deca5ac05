"""JSON files that carry their own checksum: packs for students, hand-ins from students.

A file is UTF-8 text, one JSON object; each of its members begins a line, and each entry of a list has a
line of its own. The first two members are `format` and `version`, the last two `seal` and `sha256`:

- `sha256` is the SHA-256 of all bytes before its own line, in lower-case hexadecimal digits;
- `seal` is the HMAC-SHA-256 of all bytes before its own line under the key in the student's pack, or empty.
  It tells the teacher that a hand-in was made with that pack; the student, who has the key, can still change
  own answers.

So each byte is covered: a file that was cut or changed anywhere is refused. CRLF is read as LF: mail may do
that.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputError, Place
from annotator.formats.reading import unreadable
from annotator.formats.writing import make_private, replacing

VERSION = 1
"""Of both formats; a change that an older program cannot read gets a new number."""

SIZE_LIMIT = 50_000_000
"""The greatest size of a file in bytes."""

_HEAD = re.compile(rb'\{\n"format": "annotator ([a-z-]{1,20})",\n"version": ([0-9]{1,9}),\n')
_TAIL = re.compile(rb'"seal": "([0-9a-f]{64}|)",\n"sha256": "([0-9a-f]{64})"\n\}\n\Z')
_TAIL_LENGTH = 200
_AGAIN = "Ask for the file again."


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file whose checksum is right."""

    place: Place
    content: Mapping[str, Any]
    """Its members, not yet looked at."""
    sealed_bytes: bytes
    """What the seal is made from."""
    seal: str

    def is_sealed_with(self, key: bytes) -> bool:
        """True when the file was made with this key."""
        return hmac.compare_digest(_seal(self.sealed_bytes, key), self.seal)


def write_sealed(
    path: Path, kind: str, content: Mapping[str, Any], *, key: bytes | None = None, force: bool = False
) -> int:
    """How many bytes were written to the file, which only its owner can read."""
    data = seal(kind, content, key)
    with replacing(path, force=force) as out:
        make_private(out)
        out.write(data.decode("utf-8"))
    return len(data)


def seal(kind: str, content: Mapping[str, Any], key: bytes | None = None) -> bytes:
    """The bytes of a file of this kind."""
    members = {"format": f"annotator {kind}", "version": VERSION, **content}
    text = "{\n" + "".join(f'"{name}": {_lines(value)},\n' for name, value in members.items())
    head = text.encode("utf-8")
    sealed = head + f'"seal": "{_seal(head, key) if key else ""}",\n'.encode()
    return sealed + f'"sha256": "{hashlib.sha256(sealed).hexdigest()}"\n}}\n'.encode()


def read_sealed(path: Path, kind: str) -> Sealed:
    """The file's content, when it is of this kind and version and as it was written.

    Raises InputError that says what is wrong with it.
    """
    place = Place(str(path))
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise InputError("the file is too large to be one of ours.", "", place)
        data = path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as problem:
        raise unreadable(path, problem) from problem
    _check_head(data, kind, place)
    tail = _TAIL.search(data, max(0, len(data) - _TAIL_LENGTH))
    if tail is None:
        raise InputError("the file is cut off: its end is missing, or was changed.", _AGAIN, place)
    if hashlib.sha256(data[: tail.start(2) - len('"sha256": "')]).hexdigest() != tail[2].decode():
        raise InputError("the file was changed or damaged: its checksum does not match.", _AGAIN, place)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise InputError("the file is not JSON.", _AGAIN, place) from problem
    return Sealed(place, content, data[: tail.start()], tail[1].decode())


def _check_head(data: bytes, kind: str, place: Place) -> None:
    """Nothing, when the file begins as one of this kind and version does."""
    head = _HEAD.match(data)
    if head is None:
        raise InputError(f"this is no {kind}, or its beginning was changed.", _AGAIN, place)
    found, version = head[1].decode(), int(head[2])
    if found != kind:
        raise InputError(f"this is a {found}, not a {kind}.", "", place)
    if version > VERSION:
        raise InputError(
            f"this {kind} was made by a newer annotator (format {version}; this one reads {VERSION}).",
            "Install the newer version: pip install --upgrade annotator",
            place,
        )
    if version < VERSION:
        raise InputError(
            f"this {kind} was made by an older annotator (format {version}; this one reads {VERSION}).",
            "Ask for it again, made with a newer version: pip install --upgrade annotator",
            place,
        )


def _seal(data: bytes, key: bytes) -> str:
    return hmac.new(key, data, hashlib.sha256).hexdigest()


def _lines(value: object) -> str:
    """The value as JSON; the entries of a list a line each."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f" {_dump(one)}" for one in value) + "\n]"
    return _dump(value)


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # A lone surrogate cannot stand in UTF-8; JSON has an escape for it.
    return text if text.isascii() or _is_utf8(text) else json.dumps(value, allow_nan=False)


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
