"""ZIP archives of articles, read in memory: nothing is unpacked, so no path in one can lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.importers.containers import check_container, read_member
from annotator.formats.kinds import SUFFIXES
from annotator.translating import _

MOST_BYTES = 20_000_000
"""What one file in an archive may have."""


def read_archive(data: bytes, name: str) -> Iterator[tuple[str, bytes | AnnotatorError]]:
    """The name and the bytes of each file that can hold an article, or why it cannot be read.

    Raises `InputError` for an archive that is damaged, protected, a bomb, or without any such file.
    """
    held = check_container(data, name)
    members = [
        member
        for member in held.infolist()
        if member.filename and not member.is_dir() and _is_article(PurePosixPath(member.filename))
    ]
    if not members:
        hint = _("Articles are files ending in {suffixes}.").format(suffixes=", ".join(sorted(set(SUFFIXES))))
        raise InputError(_("there are no articles in this archive."), hint, Place(name))
    for member in members:
        inner = f"{name}!{PurePosixPath(member.filename)}"
        try:
            yield inner, read_member(held, member, inner, MOST_BYTES)
        except InputError as problem:
            yield inner, problem


def _is_article(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part != "..")
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme" and not hidden
