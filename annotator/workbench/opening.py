"""Opening and making workspaces: folders with one database in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from annotator.errors import AnnotatorError, Place, StoreError
from annotator.store import Store, open_store, uuid7
from annotator.translating import _

FILE_NAME = "annotator.db"


def local_time() -> datetime:
    """This moment on the rater's clock, with its offset from UTC."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace: what every function of the workbench takes first."""

    folder: Path
    store: Store
    clock: Callable[[], datetime] = local_time

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the database is let go."""
        self.store.close()

    def now(self) -> str:
        """This moment as judgements carry it: ISO 8601 with offset."""
        return self.clock().isoformat(timespec="milliseconds")

    def new_id(self) -> str:
        """A key for a new row, unique in the world."""
        return uuid7(int(self.clock().timestamp() * 1000))


def open_workspace(
    folder: Path, *, create: bool = False, clock: Callable[[], datetime] = local_time
) -> Workspace:
    """The workspace in a folder, to be closed after use; `create` makes it where there is none."""
    folder = folder.resolve()
    if create:
        _make_folder(folder)
    return Workspace(folder, open_store(folder / FILE_NAME, create=create), clock)


def create_workspace(folder: Path, *, clock: Callable[[], datetime] = local_time) -> Workspace:
    """A new workspace in a folder, which is made if need be; refused where there is one."""
    # Unlike Path.exists this answers where a folder above may not be entered, which is told later.
    if os.path.exists(folder / FILE_NAME):  # noqa: PTH110
        raise StoreError(
            _("there is a workspace here already."),
            _("Open it by running `annotator` in it."),
            Place(str(folder)),
        )
    return open_workspace(folder, create=True, clock=clock)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise AnnotatorError(
            _("this is a file, not a folder."), _("Choose another name."), Place(str(folder))
        ) from error
    except OSError as error:
        raise StoreError(
            _("this folder cannot be made ({strerror}).").format(strerror=error.strerror),
            _("Choose a place you may write to."),
            Place(str(folder)),
        ) from error
