"""Filling a workspace with what comes with the program."""

from __future__ import annotations

from annotator.resources import shipped
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import list_articles

STORY = "tiktok-settlement"
"""The story of the shipped articles."""


def demo_article(workspace: Workspace, language: str) -> str:
    """The id of the demo story's first article in this language, else in English; or nothing."""
    rows = list_articles(workspace, None, None, story=STORY, counts=False)
    for wanted in (language, "en"):
        for row in rows:
            if row.language == wanted:
                return row.id
    return ""


def seed(workspace: Workspace) -> int:
    """How many shipped articles are new in the workspace; their outlets and stories are described too.

    Doing it twice adds nothing. The shipped rubrics need no seeding: they are read where they lie, and kept
    by the workspace from their first use.
    """
    added = add_sources(workspace, [shipped("seeds")])
    for one in added:
        if one.problem:
            raise one.problem
    return sum(1 for one in added if not one.duplicate)
