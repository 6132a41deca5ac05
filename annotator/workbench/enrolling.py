"""Who is in the class: the roster, groups, roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, InputError, JudgementError, NotFoundError
from annotator.model.raters import Rater, Role
from annotator.store import raters, settings
from annotator.translating import _
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace

if TYPE_CHECKING:
    from annotator.formats.rosters import RosterRow

_LISTED = "roster"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What became of a class list."""

    added: tuple[Rater, ...]
    changed: tuple[Rater, ...]
    """Who has another group or role than before."""
    unchanged: int
    problems: tuple[AnnotatorError, ...]
    """One for each row that was left out, with its line."""
    repeated: int = 0
    """Rows that stood in the list twice, word for word."""
    note: str = ""
    """What to look at; empty when the file left no doubt."""


def enroll(workspace: Workspace, path: Path) -> Enrolled:
    """What became of the list's rows: good ones are raters now, wrong ones are told with their line.

    Only handle, group and role are kept of what the list says. Taking it in twice changes nothing.
    """
    # Everybody who opens the app comes by here; few bring a list.
    from annotator.formats.rosters import read_roster

    known = {rater.handle for rater in raters.list_all(workspace.store)}
    added: list[Rater] = []
    changed: list[Rater] = []
    problems: list[AnnotatorError] = []
    unchanged = 0
    read = read_roster(path)
    for row in read.rows:
        if isinstance(row, InputError):
            problems.append(row)
            continue
        try:
            rater, moved = _enroll(workspace, row)
        except JudgementError as error:
            problems.append(InputError(error.message, error.hint, row.place))
            continue
        if rater.handle not in known:
            added.append(rater)
        elif moved:
            changed.append(rater)
        else:
            unchanged += 1
    if added or changed or unchanged:
        settings.put(workspace.store, _LISTED, "1")
    return Enrolled(tuple(added), tuple(changed), unchanged, tuple(problems), read.repeated, read.note)


def _enroll(workspace: Workspace, row: RosterRow) -> tuple[Rater, bool]:
    """The rater that a row stands for, and whether group or role were others before."""
    rater = ensure_rater(workspace, row.handle, row.role)
    wanted = replace(rater, role=row.role, group=row.group or rater.group)
    if wanted == rater:
        return rater, False
    with workspace.store.writing() as connection:
        raters.update_rater(connection, wanted)
    return wanted, True


def has_roster(workspace: Workspace) -> bool:
    """True when a class list was taken in: then who is not on it does not belong."""
    return settings.get(workspace.store, _LISTED) is not None


def make_teacher(workspace: Workspace, handle: str) -> Rater:
    """The rater with this handle, who is a teacher from now on."""
    rater = replace(ensure_rater(workspace, handle, Role.TEACHER), role=Role.TEACHER)
    with workspace.store.writing() as connection:
        raters.update_rater(connection, rater)
    return rater


def enter(workspace: Workspace, handle: str) -> Rater:
    """The rater with this handle, made where there is no class list yet.

    Raises NotFoundError for who is not on the list: a mistyped name would sit among the students for ever.
    """
    known = raters.with_name(workspace.store, " ".join(handle.split()))
    if known or not has_roster(workspace):
        return ensure_rater(workspace, handle)
    import difflib

    near = difflib.get_close_matches(handle, [one.handle for one in raters.list_all(workspace.store)], 3)
    meant = _("Did you mean {near}?").format(near=" / ".join(near)) + " " if near else ""
    raise NotFoundError(
        _("there is a class list, and {handle} is not on it.").format(handle=handle),
        meant
        + _(
            "Say who you are: annotator --rater HANDLE. A teacher is named with: annotator "
            "class roster --teacher HANDLE"
        ),
    )


def rater_called(workspace: Workspace, handle: str) -> Rater | None:
    """The rater with this handle; None where nobody has it yet, or several do. Nobody is made."""
    found = raters.with_name(workspace.store, " ".join(handle.split()))
    return found[0] if len(found) == 1 else None


def find_rater(workspace: Workspace, name: str) -> Rater:
    """The one rater with this handle or id; nobody is made."""
    found = raters.with_name(workspace.store, " ".join(name.split()))
    if len(found) > 1:
        ids = " / ".join(rater.id for rater in found)
        raise NotFoundError(
            _("{number} raters are called {name}.").format(number=len(found), name=name),
            _("Say which one by its id: {ids}.").format(ids=ids),
        )
    if found:
        return found[0]
    import difflib

    near = difflib.get_close_matches(name, [one.handle for one in raters.list_all(workspace.store)], 3)
    hint = (
        _("Did you mean {near}?").format(near=" / ".join(near))
        if near
        else _("See `annotator class roster`.")
    )
    raise NotFoundError(_("nobody here is called {name}.").format(name=name), hint)


def students(workspace: Workspace, group: str | None = None) -> list[Rater]:
    """The students (of one group, if told) by handle; raises NotFoundError for a group that nobody is in."""
    everybody = [one for one in raters.list_all(workspace.store) if one.role is Role.STUDENT]
    if group is None:
        return everybody
    found = [one for one in everybody if one.group.casefold() == group.casefold()]
    if not found:
        known = ", ".join(sorted({one.group for one in everybody if one.group})) or "none"
        raise NotFoundError(
            _("nobody is in the group {group}.").format(group=group),
            _("The groups are: {known}.").format(known=known),
        )
    return found
