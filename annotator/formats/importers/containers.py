"""ZIP containers, looked at before they are opened: how much they hold, and whether they hide it."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from annotator.errors import InputError, Place
from annotator.translating import _

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, ValueError, OSError, NotImplementedError, EOFError
)  # fmt: skip

MOST_MEMBERS = 5_000
MOST_BYTES = 300_000_000
"""What a container may unpack to."""
MOST_RATIO = 200
"""How many times its size a member over a megabyte may unpack to: articles reach 20, bombs thousands."""


def check_container(data: bytes, name: str) -> zipfile.ZipFile:
    """The opened container, once its table of contents is within bounds; raises `InputError`."""
    try:
        held = zipfile.ZipFile(io.BytesIO(data))
        members = held.infolist()
    except _DAMAGE as problem:
        raise InputError(
            _("this file is damaged."), _("Download or pack it again."), Place(name)
        ) from problem
    if len(members) > MOST_MEMBERS:
        message = _("this archive holds {members} files; {most_members} are read at the most.").format(
            members=len(members), most_members=MOST_MEMBERS
        )
        raise InputError(message, _("Pack fewer."), Place(name))
    total = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > 1_000_000 and member.file_size > MOST_RATIO * max(1, member.compress_size)
        for member in members
    )
    if total > MOST_BYTES or swollen:
        message = _("this file would unpack to {size:.0f} MB, far more than articles need.").format(
            size=total / 1e6
        )
        raise InputError(message, _("It was not opened. Ask who made it what is in it."), Place(name))
    if any(member.flag_bits & 1 for member in members):
        raise InputError(
            _("this archive is protected by a password."), _("Pack it without one."), Place(name)
        )
    return held


def read_member(held: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limit: int = MOST_BYTES) -> bytes:
    """The bytes of one member, whatever size its table of contents told."""
    try:
        with held.open(member) as file:
            data = file.read(limit + 1)
    except (*_DAMAGE, RuntimeError) as problem:
        raise InputError(
            _("this part of the archive is damaged."), _("Pack it again."), Place(name)
        ) from problem
    if len(data) > limit:
        raise InputError(
            _("it unpacks to more than {most:.0f} MB.").format(most=limit / 1e6),
            _("It was not read."),
            Place(name),
        )
    return data
