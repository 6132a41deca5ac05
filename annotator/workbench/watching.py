"""Looking into a folder again and again: hand-ins go in as soon as they have arrived whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import AnnotatorError, InputError, Place
from annotator.workbench.collecting import Collected, collect, files_in
from annotator.workbench.opening import Workspace

_Stamp = tuple[int, int]
"""Size and moment of the last change: a file that is still being copied has another one soon."""


@dataclass(slots=True)
class DropFolder:
    """A folder into which students put their files, and what is known of them from earlier looks."""

    folder: Path
    strangers: bool = False
    _seen: dict[Path, _Stamp] = field(default_factory=dict)
    _done: dict[Path, _Stamp] = field(default_factory=dict)
    _copied: bool = False

    def look(self, workspace: Workspace) -> list[Collected]:
        """What became of the files that have arrived since the last look.

        A file is taken when two looks in a row find it unchanged; one that was refused is tried again when it
        changes. Raises InputError for a folder that is not there.
        """
        now = self._stamps()
        ready = [path for path, stamp in now.items() if self._seen.get(path) == stamp != self._done.get(path)]
        self._seen = now
        if not ready:
            return []
        found = collect(workspace, ready, strangers=self.strangers, copy_first=not self._copied)
        self._copied = True
        # What was read may have changed while it was read: the stamp from before decides.
        self._done |= {path: now[path] for path in ready}
        return found

    @property
    def arriving(self) -> int:
        """How many files are there and wait for the next look."""
        return sum(self._done.get(path) != stamp for path, stamp in self._seen.items())

    def _stamps(self) -> dict[Path, _Stamp]:
        found: dict[Path, _Stamp] = {}
        try:
            if not self.folder.is_dir():
                raise InputError(
                    "there is no such folder.", "Make it, or check its name.", Place(str(self.folder))
                )
            for path in files_in(self.folder):
                try:
                    told = path.stat()
                except FileNotFoundError:
                    continue
                found[path] = (told.st_size, told.st_mtime_ns)
        except OSError as error:
            # A shared folder that is away for a moment comes back.
            raise AnnotatorError(
                f"the folder cannot be read now ({error.strerror}).", "", Place(str(self.folder))
            ) from error
        return found
