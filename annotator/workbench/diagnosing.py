"""The doctor: what is wrong with a workspace, and what to do about it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.store import checking, raters
from annotator.workbench.choosing import broken_rubrics
from annotator.workbench.opening import FILE_NAME, Workspace, open_workspace
from annotator.workbench.surroundings import network_drive, sync_folder, wrong_clock

LEAST_SPACE = 50_000_000
"""Fewer free bytes than this are soon used up."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong."""

    message: str
    hint: str
    serious: bool = True
    """False when nothing is lost or false by it."""

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


def diagnose_folder(folder: Path) -> list[Complaint]:
    """What is wrong with the workspace in a folder, even one that cannot be opened."""
    try:
        with open_workspace(folder) as workspace:
            return diagnose(workspace)
    except AnnotatorError as error:
        return [Complaint(f"{folder / FILE_NAME}: {error.message}", error.hint)]


def diagnose(workspace: Workspace) -> list[Complaint]:
    """What is wrong with an open workspace; empty when all is well. Reads everything, changes nothing."""
    try:
        pages = list(_pages(workspace))
        return pages or [*_judgements(workspace), *_texts(workspace), *_surroundings(workspace)]
    except AnnotatorError as error:
        return [Complaint(error.message, error.hint)]


def place_complaints(folder: Path) -> list[Complaint]:
    """What is wrong with the place of a workspace: a network drive, or a folder that is synchronised."""
    complaints = []
    kind = network_drive(folder)
    if kind:
        complaints.append(
            Complaint(
                f"this folder lies on a network drive ({kind}), where databases can be damaged.",
                "Keep the workspace on a disk of this computer, and let others in with `annotator serve`.",
            )
        )
    synced = sync_folder(folder)
    if synced:
        complaints.append(
            Complaint(
                f"this folder lies in {synced}, which is copied to other computers while it is written.",
                "Keep the workspace elsewhere, and put backups there: annotator backup --to FOLDER",
            )
        )
    return complaints


def _pages(workspace: Workspace) -> Iterator[Complaint]:
    """What is wrong with the file itself; while it is, nothing else can be trusted."""
    for detail in checking.broken_pages(workspace.store):
        yield Complaint(f"the database is damaged: {detail}.", "Go back to your last backup.")


def _judgements(workspace: Workspace) -> Iterator[Complaint]:
    store = workspace.store
    for table, parent in checking.dangling_rows(store):
        yield Complaint(
            f"rows of {table} point to rows of {parent} that are gone.", "Go back to your last backup."
        )
    for name in checking.missing_rules(store):
        yield Complaint(
            f"the rule or index {name} was taken out of the database.",
            "Another program did this; go back to a backup.",
        )
    for score in checking.false_quotes(store):
        yield Complaint(
            f"the score {score} rests on a quote that is not in the article.",
            "Ask its rater to score it again.",
        )
    wrong = checking.wrong_current(store)
    if wrong:
        yield Complaint(
            f"scores shown that are not the latest of their rater: {wrong}.",
            "Another program did this; go back to a backup.",
        )
    for handle in raters.shared_handles(store):
        yield Complaint(
            f"more than one rater is called {handle}.", "Say which one you mean by the id.", serious=False
        )


def _texts(workspace: Workspace) -> Iterator[Complaint]:
    store = workspace.store
    for article in checking.changed_articles(store):
        yield Complaint(
            f"the text of the article {article} was changed after it was taken in.",
            "Go back to your last backup.",
        )
    for digest in checking.changed_rubrics(store):
        yield Complaint(
            f"the rubric {digest[:12]} was changed after it was used.", "Go back to your last backup."
        )
    unused = checking.unused_texts(store)
    if unused:
        yield Complaint(f"texts that belong to no article: {unused}.", "They do no harm.", serious=False)
    for error in broken_rubrics(workspace):
        yield Complaint(str(error), "", serious=False)


def _surroundings(workspace: Workspace) -> Iterator[Complaint]:
    checking.can_write(workspace.store)
    free = shutil.disk_usage(workspace.folder).free
    if free < LEAST_SPACE:
        yield Complaint(
            f"only {free // 1_000_000} MB are free on this disk.", "Free some space before you go on."
        )
    yield from place_complaints(workspace.folder)
    for message in wrong_clock(workspace.clock(), checking.latest_time(workspace.store)):
        hint = "Set the clock. The order of judgements does not rest on it, so nothing is lost."
        yield Complaint(message, hint, serious=False)
    mode = stat.S_IMODE(workspace.store.path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        yield Complaint(
            "other people on this computer can read the workspace.",
            f"Keep it to yourself: chmod 600 {FILE_NAME}",
            serious=False,
        )
