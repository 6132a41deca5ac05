"""Choosing a rubric: one that came with the program, one of the workspace, one that was used before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.rubrics import Rubric
from annotator.resources import shipped
from annotator.store import rubrics
from annotator.translating import _
from annotator.workbench.opening import Workspace

CORE = "core"
"""The rubric that is meant when none is named."""

FOLDER = "rubrics"
"""Where a workspace keeps rubrics of its own."""

_SUFFIXES = (".yaml", ".yml")
_LEAST_DIGEST = 6
"""How many digits of a digest make a name."""


def load_rubric(workspace: Workspace, name: str | None = None) -> Rubric:
    """The rubric with this id, this digest (or its beginning) or at this path; `core` when none is named.

    A rubric of the workspace goes before a shipped one with the same id, and both before those that were
    only used before. A rubric is kept by the workspace from its first use.
    """
    from annotator.formats.rubric_files import read_rubric

    name = name or CORE
    if Path(name).suffix in _SUFFIXES:
        return read_rubric(Path(name))
    for folder in _folders(workspace):
        path = folder / f"{name}{_SUFFIXES[0]}"
        if path.is_file():
            return read_rubric(path)
    return _search(workspace, name)


def list_rubrics(workspace: Workspace) -> list[Rubric]:
    """All rubrics at hand: of the workspace, shipped, used before. A file with mistakes is passed over."""
    found = {
        rubric.digest: rubric
        for rubric in (*_readable(workspace), *_kept(workspace))
        if isinstance(rubric, Rubric)
    }
    return sorted(found.values(), key=lambda rubric: (rubric.id != CORE, rubric.id, rubric.version))


def kept_rubric(workspace: Workspace, digest: str) -> Rubric:
    """The rubric with this digest as it was when it was used."""
    found = next((rubric for rubric in _kept(workspace, digest)), None)
    if found is None:
        raise NotFoundError(
            _("no rubric with the digest {digest} was used here.").format(digest=digest),
            _("See `annotator rubrics list`."),
        )
    return found


def broken_rubrics(workspace: Workspace) -> list[AnnotatorError]:
    """What is wrong with each rubric file that cannot be read."""
    return [one for one in _readable(workspace) if isinstance(one, AnnotatorError)]


def _search(workspace: Workspace, name: str) -> Rubric:
    """The rubric with this id or digest, wherever it is."""
    read = list(_readable(workspace))
    known = [one for one in (*read, *reversed(list(_kept(workspace)))) if isinstance(one, Rubric)]
    for rubric in known:
        if rubric.id == name or (len(name) >= _LEAST_DIGEST and rubric.digest.startswith(name)):
            return rubric
    broken = next((one for one in read if isinstance(one, AnnotatorError)), None)
    import difflib

    near = difflib.get_close_matches(name, {rubric.id for rubric in known}, 3)
    hint = (
        _("Did you mean {near}?").format(near=" / ".join(near))
        if near
        else _("See `annotator rubrics list`.")
    )
    raise NotFoundError(
        _("there is no rubric called {name}.").format(name=name),
        f"{hint} " + _("Not readable: {problem}").format(problem=broken) if broken else hint,
    )


def _folders(workspace: Workspace) -> tuple[Path, Path]:
    return workspace.folder / FOLDER, shipped(FOLDER)


def _readable(workspace: Workspace) -> Iterator[Rubric | AnnotatorError]:
    """Each rubric in the folders, or what is wrong with its file."""
    from annotator.formats.rubric_files import read_rubric

    for folder in _folders(workspace):
        for path in sorted(folder.glob("*")) if folder.is_dir() else []:
            if path.suffix in _SUFFIXES:
                try:
                    yield read_rubric(path)
                except AnnotatorError as error:
                    yield error


def _kept(workspace: Workspace, digest: str = "") -> Iterator[Rubric]:
    """The rubrics that were used here, with this digest or all."""
    from annotator.formats.rubric_files import parse_rubric

    for kept in rubrics.list_kept(workspace.store):
        if kept.digest.startswith(digest):
            yield parse_rubric(kept.source, f"{kept.id} {kept.version}")
