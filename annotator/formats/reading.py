"""Text files from disk, taken in strictly: what cannot be read as UTF-8 text is refused in a sentence."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.translating import N_, _

_CHUNK = 1 << 20
_MEGABYTE = 1_000_000
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_RESAVE = N_("Open it in an editor and save it again with the encoding UTF-8.")


def normalize_line_ends(text: str) -> str:
    """The text without a byte order mark at its start and with LF for every CRLF and CR.

    Nothing else is changed. Doing it twice is the same as doing it once.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_text_file(path: Path, *, limit: int, suffixes: tuple[str, ...] = ()) -> str:
    """The text of a file, line ends normalised and the byte order mark gone.

    `limit` is the greatest size in bytes, `suffixes` are the endings a name may have (any, when
    empty).
    Raises `InputError` for what is missing, no file, too large, empty, binary or not UTF-8.
    """
    return normalize_line_ends(text_of(read_file_bytes(path, limit, suffixes), path))


def read_unchanged(path: Path, *, limit: int) -> str:
    """The text of a file exactly as it is, carriage returns and byte order mark included.

    Refuses what `read_text_file` refuses.
    """
    data = read_file_bytes(path, limit)
    return text_of(data, path)


def text_of(data: bytes, path: Path) -> str:
    """The text in these bytes, unchanged; `path` is for complaints.

    Refuses what is empty, binary or not UTF-8.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputError(
            _("the file is empty."), _("Put the text into it, or leave it out."), Place(str(path))
        )
    _refuse_binary(data, path)
    return _decode(data, path)[0]


def check_encoding(path: Path) -> None:
    """Nothing when the whole file is UTF-8 text; raises `InputError` otherwise. Reads a piece at a time."""
    rest, lines, chunk = b"", 0, b"\n"
    try:
        with path.open("rb") as file:
            while chunk:
                chunk = file.read(_CHUNK)
                data = rest + chunk
                _refuse_binary(data, path)
                _, read = _decode(data, path, lines, final=not chunk)
                rest, lines = data[read:], lines + chunk.count(b"\n")
    except OSError as problem:
        raise unreadable(path, problem) from problem


def unreadable(path: Path, problem: OSError) -> InputError:
    """The complaint about a file that the system does not let us read."""
    place = Place(str(path))
    if isinstance(problem, FileNotFoundError):
        return InputError(_("there is no such file."), _("Check its name and folder."), place)
    if isinstance(problem, IsADirectoryError):
        return InputError(_("this is a folder, not a file."), _("Name the file in it."), place)
    if isinstance(problem, PermissionError):
        return InputError(_("you may not read this file."), _("Ask its owner for permission."), place)
    return InputError(
        _("the file cannot be read: {strerror}.").format(strerror=problem.strerror or problem), "", place
    )


def read_file_bytes(path: Path, limit: int, suffixes: tuple[str, ...] = ()) -> bytes:
    """The bytes of a file of at most `limit`.

    Raises `InputError` for what is missing, no file, or too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            _refuse_kind(path, status.st_mode, suffixes)
        # One byte more than allowed shows a file that grew meanwhile.
        with path.open("rb") as file:
            data = file.read(limit + 1) if status.st_size <= limit else b""
    except OSError as problem:
        raise unreadable(path, problem) from problem
    size = max(status.st_size, len(data))
    if size > limit:
        message = _("the file has {size:.1f} MB; at most {most:g} MB are read.").format(
            size=size / _MEGABYTE, most=limit / _MEGABYTE
        )
        raise InputError(message, _("Split it into smaller files."), Place(str(path)))
    return data


def _refuse_kind(path: Path, mode: int, suffixes: tuple[str, ...]) -> None:
    if not stat.S_ISREG(mode):
        raise InputError(_("this is a device or a pipe, not a file."), _("Name a file."), Place(str(path)))
    if suffixes and path.suffix.lower() not in suffixes:
        hint = _("Save it as plain text in a file ending in {suffixes}.").format(
            suffixes=" or ".join(suffixes)
        )
        raise InputError(_("this kind of file is not read."), hint, Place(str(path)))


def _refuse_binary(data: bytes, path: Path) -> None:
    if data.startswith(_WIDE_MARKS):
        raise InputError(_("the text is written in UTF-16, not in UTF-8."), _(_RESAVE), Place(str(path)))
    at = data.find(b"\0")
    if at >= 0:
        hint = _("Save the words in it as plain text in UTF-8.")
        raise InputError(_("this is a binary file, not a text."), hint, Place(str(path)))


def _decode(data: bytes, path: Path, lines_before: int = 0, *, final: bool = True) -> tuple[str, int]:
    """The text of `data` and how many bytes it took; without `final` its last character may be cut off."""
    try:
        return codecs.utf_8_decode(data, "strict", final)
    except UnicodeDecodeError as problem:
        before = normalize_line_ends(data[: problem.start].decode("utf-8", "replace"))
        line, column = lines_before + before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _("the byte 0x{data:02X} is not UTF-8: the text is in another encoding.").format(
            data=data[problem.start]
        )
        raise InputError(message, _(_RESAVE), Place(str(path), line, column)) from problem
