"""Students' hand-ins into the class's workspace: any number, in any order, any number of times.

What comes in is decided by the file and by what the teacher set up, never by what came in before;
judgements are united by their ids. So the order of the files makes no difference, and twice is once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from annotator.errors import AnnotatorError, InputError
from annotator.formats.hand_ins import HandIn, Row, read_hand_in
from annotator.model.judgements import Rater, Role
from annotator.store import articles, collecting, raters, rounds, rubrics
from annotator.workbench.backing_up import back_up
from annotator.workbench.choosing import list_rubrics
from annotator.workbench.enrolling import has_roster
from annotator.workbench.fitting import Fitting, Ground
from annotator.workbench.forgetting import is_closed, was_forgotten
from annotator.workbench.opening import Workspace
from annotator.workbench.sealing import known_class, latest_clock, needed_key

_AT_ONCE = 200
"""How many files go in with one transaction: a stopped collection keeps what was done."""

SUFFIX = ".json"


@dataclass(slots=True)
class Collected:
    """What became of one file."""

    path: str
    handle: str = ""
    added: int = 0
    """New judgements."""
    known: int = 0
    """Judgements that were here already."""
    conflicts: list[str] = field(default_factory=list)
    """What was left out, or stands differently here, in sentences."""
    problem: AnnotatorError | None = None
    """Why nothing of the file came in."""


def collect(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    strangers: bool = False,
    on_progress: Callable[[int], None] | None = None,
    copy_first: bool = True,
) -> list[Collected]:
    """What became of each file; a folder stands for the `.json` files in it and below.

    A file that is not whole, not for this class or from somebody who does not belong is refused with a
    reason; `strangers` lets in who is not on the roster; `copy_first` keeps a copy of what there was.
    """
    if is_closed(workspace):
        raise InputError("this class is closed: no hand-in is taken in any more.", "Begin a new workspace.")
    if copy_first and workspace.store.row("SELECT 1 FROM scores LIMIT 1"):
        back_up(workspace)
    results: list[Collected] = []
    ground = _survey(workspace)
    files = iter(_files(paths))
    with collecting.roomy(workspace.store):
        while block := list(islice(files, _AT_ONCE)):
            results += _take_in(workspace, block, ground, strangers)
            if on_progress:
                on_progress(len(results))
    return results


def shared_handles(workspace: Workspace) -> list[str]:
    """The handles that more than one rater has: who is who is for the teacher to say."""
    return raters.shared_handles(workspace.store)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from files_in(path)
        else:
            yield path


def files_in(folder: Path) -> list[Path]:
    """The files of a folder and below that can be hand-ins; hidden ones are somebody's half-made copies."""
    found = (one for one in folder.rglob(f"*{SUFFIX}") if not one.name.startswith((".", "~")))
    return sorted(one for one in found if one.is_file())


def _survey(workspace: Workspace) -> Ground:
    """What judgements can rest on here."""

    @lru_cache(maxsize=1000)
    def text_of(key: str) -> str:
        found = articles.get_article(workspace.store, key)
        return found.text if found else ""

    heads = collecting.article_heads(workspace.store)
    known = {one.digest: one for one in list_rubrics(workspace)}
    opened = {one.id: (one.article, one.rubric, one.criterion) for one in rounds.opened(workspace.store)}
    return Ground({key: head[0] for key, head in heads.items()}, known, text_of, opened)


def _take_in(workspace: Workspace, paths: Sequence[Path], ground: Ground, strangers: bool) -> list[Collected]:
    read: list[tuple[Collected, HandIn | None]] = []
    for path in paths:
        result = Collected(str(path))
        found: HandIn | None = None
        try:
            found = read_hand_in(path)
            result.handle = found.rater[1]
            _admit(workspace, found, strangers)
        except AnnotatorError as problem:
            result.problem, found = problem, None
        read.append((result, found))
    accepted = [
        (result, found, Fitting(found, ground, latest_clock(workspace, found.rater[0])))
        for result, found in read
        if found is not None
    ]
    with workspace.store.writing() as connection:
        for result, found, fitting in accepted:
            _prepare(connection, workspace, found, fitting, ground, result)
        for table in collecting.COLUMNS:
            _unite(connection, table, accepted)
    return [result for result, _ in read]


def _admit(workspace: Workspace, found: HandIn, strangers: bool) -> None:
    """Nothing, when the hand-in is for this class and from somebody who belongs to it."""
    id, handle, role, _ = found.rater
    if found.class_id not in ("", known_class(workspace)):
        raise InputError("this hand-in is for another class.", "Collect it there.", found.place)
    if was_forgotten(workspace, id):
        raise InputError("this person was forgotten here; nothing is taken in.", "", found.place)
    if role not in set(Role) or not id or not handle:
        raise InputError("the hand-in does not say whose it is.", "Ask for it again.", found.place)
    key = needed_key(workspace, id)
    if key is not None and not found.sealed.is_sealed_with(key):
        raise InputError(
            f"this hand-in calls itself {handle}'s, but was not made with {handle}'s pack.",
            "Ask the student for a file made in the workspace of the pack.",
            found.place,
        )
    if not strangers and has_roster(workspace) and not raters.with_name(workspace.store, handle):
        raise InputError(
            f"{handle} is not on the roster.",
            "Put the handle into the class list, or collect with --strangers.",
            found.place,
        )


def _prepare(
    connection: sqlite3.Connection,
    workspace: Workspace,
    found: HandIn,
    fitting: Fitting,
    ground: Ground,
    result: Collected,
) -> None:
    """Nothing; what the judgements of a file rest on is here: the rater and the rubrics."""
    result.conflicts += fitting.conflicts
    id, handle, _, group = found.rater
    here = next((one for one in raters.with_name(workspace.store, id) if one.id == id), None)
    if here is None:
        # Whoever a file says it is from is a student: nobody becomes a teacher by mail.
        raters.insert_rater(connection, Rater(id, handle, Role.STUDENT, group))
    elif here.handle != handle:
        result.conflicts.append(f"{here.handle} is called {handle} there; the name here stays.")
    for digest in fitting.used_rubrics:
        rubrics.keep(connection, ground.rubrics[digest])


def _unite(
    connection: sqlite3.Connection, table: str, accepted: Sequence[tuple[Collected, HandIn, Fitting]]
) -> None:
    """Nothing; the rows of a table that fit are here, and each result says what became of its own."""
    here = collecting.standing(
        connection, table, [row[0] for _, _, fitting in accepted for row in fitting.rows[table]]
    )
    new: list[Row] = []
    evidence: list[Row] = []
    for result, found, fitting in accepted:
        for row in fitting.rows[table]:
            key, full = row[0], (*row, found.rater[0])
            if key not in here:
                here[key] = full
                new.append(full)
                result.added += 1
                if table == "scores" and key in found.evidence:
                    evidence += [(*piece, key) for piece in found.evidence[key]]
            elif here[key] == full:
                result.known += 1
            else:
                result.conflicts.append(f"{key} in {table} says something else here; it stays as it is.")
    collecting.insert(connection, table, new)
    if evidence:
        # A score and its evidence are written together: what turns up later is not the rater's.
        collecting.insert_evidence(connection, evidence)
