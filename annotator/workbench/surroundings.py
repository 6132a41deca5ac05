"""Where a workspace lies: disks and folders that do databases harm, and clocks that are wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path, PurePath

_NETWORK = frozenset(
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "afpfs", "webdav", "davfs", "fuse.sshfs",
     "fuse.rclone",
     "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "ncpfs", "ceph", "glusterfs", "fuse.glusterfs"]
)  # fmt: skip
"""File systems over a network, as Linux and macOS call them."""
_SYNC = re.compile(
    r"dropbox|onedrive|google ?drive|my drive|googledrive|icloud ?drive|mobile documents|com~apple~clouddocs|"
    r"nextcloud|owncloud|pcloud ?drive|box sync|box-box|megasync|syncthing|seafile|yandex\.disk|"
    r"proton ?drive",
    re.I,
)
_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".tmp.driveupload",
)
_MOUNTS = Path("/proc/mounts")
EARLIEST = datetime(2026, 1, 1).astimezone()
"""No clock that is right shows an earlier day: the program did not exist."""
_AHEAD = timedelta(hours=1)


def network_drive(folder: Path, mounts: str | None = None) -> str:
    """The kind of network file system a folder lies on; empty for a disk of this computer, or unknown.

    `mounts` is what stands in `/proc/mounts`, for tests.
    """
    if str(folder).startswith("\\\\"):
        return "network share"
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        at = parts[1].encode().decode("unicode_escape", "replace")
        inside = at == "/" or str(folder) == at or str(folder).startswith(at.rstrip("/") + "/")
        if inside and len(at) >= len(best):
            best, kind = at, parts[2]
    return kind if kind in _NETWORK else ""


def sync_folder(folder: Path) -> str:
    """The name of the folder above (or this one) that another program copies to other computers; or empty."""
    for above in (folder, *folder.parents):
        name = PurePath(above).name
        if _SYNC.search(name) or any(os.path.lexists(above / mark) for mark in _MARKS):
            return name or str(above)
    return ""


def wrong_clock(now: datetime, latest: str) -> Iterator[str]:
    """Sentences on a clock that cannot be right; `latest` is the latest judgement's time, ISO or empty."""
    if now < EARLIEST:
        yield f"the clock of this computer says {now:%Y-%m-%d}, which cannot be."
    try:
        last = datetime.fromisoformat(latest) if latest else None
    except ValueError:
        last = None
    if last is not None and last - now > _AHEAD:
        yield f"the latest judgement was given at {last:%Y-%m-%d %H:%M}, which is still to come here."
