"""The seed articles as passages, and what was marked in them by hand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from annotator.model.statements import Passage
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.passages import passages_of
from annotator.workbench.seeding import seed

STORY = "tiktok-settlement"
MARKS = Path(__file__).with_name("seed_statements.toml")
Place = tuple[str, int]


@dataclass(frozen=True)
class Marked:
    """The marks, with the passages that they lie in."""

    passages: tuple[Passage, ...]
    statements: dict[str, frozenset[Place]]
    """By id, the places of the passages that state it."""
    rows: list[dict[str, Any]]
    texts: dict[str, str]
    """By outlet."""

    def pairs(self) -> set[tuple[Place, Place]]:
        """Every two passages of different outlets that state the same."""
        return pairs_of(
            [[p for p in self.passages if p.place in places] for places in self.statements.values()]
        )


def pairs_of(groups: list[list[Passage]]) -> set[tuple[Place, Place]]:
    """Every two passages of one group that are of different outlets."""
    return {
        (min(a.place, b.place), max(a.place, b.place))
        for group in groups
        for a, b in combinations(group, 2)
        if a.outlet != b.outlet
    }


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with create_workspace(tmp_path_factory.mktemp("seeds")) as workspace:
        seed(workspace)
        yield workspace


@pytest.fixture(scope="session")
def marked(seeded: Workspace) -> Marked:
    from annotator.store import articles

    texts = {one.outlet: one.text for one in articles.iterate_articles(seeded.store, STORY)}
    passages = tuple(one.passage for one in passages_of(seeded, STORY))
    rows = tomllib.loads(MARKS.read_text(encoding="utf-8"))["statement"]
    statements = {
        row["id"]: frozenset(
            passage.place
            for outlet, words in row["sentences"]
            for passage in passages
            if passage.outlet == outlet and _holds(passage, words, texts[outlet])
        )
        for row in rows
    }
    return Marked(passages, statements, rows, texts)


def _holds(passage: Passage, words: str, text: str) -> bool:
    start = text.find(words)
    while start >= 0:
        if passage.start < start + len(words) and start < passage.end:
            return True
        start = text.find(words, start + 1)
    return False
