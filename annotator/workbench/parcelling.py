"""A student's share of the class as a file, and a workspace out of such a file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import annotator
from annotator.errors import InputError, JudgementError, Place
from annotator.formats.packs import Pack, read_pack, write_pack
from annotator.formats.rubric_files import parse_rubric
from annotator.model.judgements import Rater, Role
from annotator.store import articles, assignments, raters, rounds, rubrics, scores, settings
from annotator.store.assignments import Assignment
from annotator.store.rounds import Round
from annotator.text import count_words
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.enrolling import students
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import article
from annotator.workbench.sealing import class_id, issue_key, keep_key, known_class
from annotator.workbench.training import keep_training_keys, training_keys
from annotator.workbench.voting import open_rounds


def pack(workspace: Workspace, rater: Rater, target: Path, *, force: bool = False) -> int:
    """How many articles are in the file: those assigned to the rater, with their rubrics and nothing else.

    Raises JudgementError when nothing is assigned.
    """
    mine = assignments.list_all(workspace.store, rater.id)
    if not mine:
        raise JudgementError(
            f"nothing is assigned to {rater.handle}.", "Plan who reads what: annotator class assign"
        )
    texts = [article(workspace, key) for key in dict.fromkeys(one.article for one in mine)]
    used = {one.outlet for one in texts}
    told = {one.story for one in texts}
    with workspace.store.writing() as connection:
        clock = scores.next_clock(connection)
    content = Pack(
        class_id(workspace),
        issue_key(workspace, rater.id, clock).hex(),
        clock,
        (rater.id, rater.handle, rater.role.value, rater.group),
        tuple(texts),
        tuple(one for one in articles.list_outlets(workspace.store) if one.id in used),
        tuple(one for one in articles.list_stories(workspace.store) if one.id in told),
        tuple(kept_rubric(workspace, digest).source for digest in dict.fromkeys(one.rubric for one in mine)),
        tuple((one.id, one.article, one.rubric, one.place, one.mode, one.at, one.training) for one in mine),
        tuple(
            (one.id, one.order, one.rater, one.article, one.rubric, one.criterion, one.at)
            for one in open_rounds(workspace)
            if one.article in {each.article for each in mine}
        ),
        tuple(training_keys(workspace, mine)),
    )
    write_pack(target, content, head={"tool": annotator.__version__, "written": workspace.now()}, force=force)
    return len(texts)


def pack_all(workspace: Workspace, folder: Path, *, force: bool = False) -> list[Path]:
    """A file for each student who has something assigned, named after the handle, in a folder made for it.

    Raises JudgementError when nothing is assigned to anybody.
    """
    planned = {one.rater for one in assignments.list_all(workspace.store)}
    leaving = [one for one in students(workspace) if one.id in planned]
    if not leaving:
        raise JudgementError("nothing is assigned to anybody.", "Plan who reads what: annotator class assign")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"this folder cannot be made ({error.strerror}).", "Choose another.", Place(str(folder))
        ) from error
    files: list[Path] = []
    for one in leaving:
        name = "".join(sign if sign.isalnum() or unicodedata.combining(sign) else "-" for sign in one.handle)
        path = folder / f"{name.strip('-') or 'student'}.json"
        if path in files:
            path = path.with_stem(f"{path.stem}-{one.id[-6:]}")
        pack(workspace, one, path, force=force)
        files.append(path)
    return files


def unpack(workspace: Workspace, path: Path) -> Rater:
    """The student whose pack it is; the workspace now holds what is in it. Twice is once.

    Raises InputError for a pack of another class or student than this workspace is from.
    """
    found = read_pack(path)
    place = Place(str(path))
    if known_class(workspace) not in ("", found.class_id):
        raise InputError("this workspace belongs to another class.", "Use an empty folder.", place)
    id, handle, role, group = found.rater
    if any(one.id != id for one in raters.with_name(workspace.store, handle)):
        raise InputError(f"another {handle} works in this folder.", "Use an empty folder.", place)
    read = [parse_rubric(source, str(path)) for source in found.rubrics]
    _add_articles(workspace, found)
    known = {one.id for one in assignments.list_all(workspace.store, id)}
    new = [Assignment(row[0], id, *row[1:]) for row in found.assignments if row[0] not in known]
    opened = [Round(*row) for row in found.rounds]
    planned = {row[0] for row in found.assignments}
    rater = Rater(id, handle, Role(role) if role in set(Role) else Role.STUDENT, group)
    with workspace.store.writing() as connection:
        if not raters.with_name(workspace.store, id):
            raters.insert_rater(connection, rater)
        for rubric in read:
            rubrics.keep(connection, rubric)
        assignments.replace_some(connection, known - planned, new)
        for one in opened:
            rounds.open_round(connection, one)
    settings.put(workspace.store, scores.CLOCK, str(found.clock))
    keep_training_keys(workspace, found.keys)
    keep_key(workspace, found.class_id, id, found.key)
    return rater


def _add_articles(workspace: Workspace, found: Pack) -> None:
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, found.outlets)
        articles.put_stories(connection, found.stories)
    articles.add_articles(
        workspace.store, [(one, count_words(one.text, one.language)) for one in found.articles]
    )
