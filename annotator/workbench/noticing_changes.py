"""Keeping an eye on a rubric's file: somebody may change it while others score by it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.model.rubrics import Rubric
from annotator.resources import shipped
from annotator.translating import _
from annotator.workbench.choosing import FOLDER
from annotator.workbench.opening import Workspace

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Watched:
    """A rubric's file as it was looked at last."""

    path: Path | None
    """None for a rubric that has no file here: kept by the workspace, it cannot change."""
    stamp: tuple[int, int]
    """When the file was written, in nanoseconds, and its size; zeros where it is gone."""


def watch(workspace: Workspace, rubric: Rubric) -> Watched:
    """The file from which this rubric was read, as it is now."""
    for folder in (workspace.folder / FOLDER, shipped(FOLDER)):
        for suffix in _SUFFIXES:
            path = folder / f"{rubric.id}{suffix}"
            if path.is_file():
                return Watched(path, _stamp(path))
    return Watched(None, (0, 0))


def look_again(watched: Watched, rubric: Rubric) -> tuple[Watched, str]:
    """The file as it is now, and what to tell about it: nothing where it says what it said.

    Scores keep the words they were given under, and whoever is at a desk goes on with the rubric they began
    with; so a change is told, never taken over in the middle of an article.
    """
    if watched.path is None:
        return watched, ""
    stamp = _stamp(watched.path)
    if stamp == watched.stamp:
        return watched, ""
    now = Watched(watched.path, stamp)
    name = f"{rubric.id} {rubric.version}"
    if stamp == (0, 0):
        return now, _(
            "The file of the rubric {rubric} is gone. You go on with the rubric as you began."
        ).format(rubric=name)
    from annotator.formats.rubric_files import read_rubric

    try:
        found = read_rubric(watched.path)
    except AnnotatorError:
        words = _(
            "The rubric {rubric} was changed and cannot be read now; `annotator rubrics check {file}`"
            " says why. You go on as you began."
        )
        return now, words.format(rubric=name, file=f"{FOLDER}/{watched.path.name}")
    if found.digest == rubric.digest:
        return now, ""
    words = _(
        "The rubric {rubric} was changed on the disk. You go on with the words you began with, and scores"
        " stay with theirs; r in the library takes the new ones."
    )
    return now, words.format(rubric=name)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
