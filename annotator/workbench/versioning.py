"""Versions of rubrics: which scores were given under which, and files that changed after they were used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.rubrics import Rubric
from annotator.store import rubrics
from annotator.translating import _, plural
from annotator.workbench.choosing import list_rubrics
from annotator.workbench.opening import Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """A rubric at hand, and how often it was used."""

    rubric: Rubric
    scores: int
    """The scores that stand under it in this workspace."""


@dataclass(frozen=True, slots=True)
class Change:
    """A rubric that calls itself like one that was used, but says something else."""

    now: Rubric
    used: Version

    @property
    def message(self) -> str:
        """What happened to the scores, and what to do."""
        one, scores = self.now, self.used.scores
        changed = plural(
            "the rubric {rubric} was changed after {n} score was given under it ({before}, now {after}).",
            "the rubric {rubric} was changed after {n} scores were given under it ({before}, now {after}).",
            scores,
            rubric=f"{one.id} {one.version}",
            before=self.used.rubric.digest[:12],
            after=one.digest[:12],
        )
        advice = _(
            "They stay with the words they were given under; new scores will not be counted together with"
            " them. Raise the version in its file (version: “{version}”), or take the change back."
        )
        return f"{changed} {advice.format(version=raised(one.version))}"


def list_versions(workspace: Workspace) -> list[Version]:
    """All rubrics at hand as `list_rubrics` has them, each with the number of scores under it."""
    counted = rubrics.count_scores(workspace.store)
    return [Version(rubric, counted.get(rubric.digest, 0)) for rubric in list_rubrics(workspace)]


def changed_after_use(workspace: Workspace, versions: Sequence[Version]) -> list[Change]:
    """The versions that share id and version with one under which scores stand, but not the digest.

    Which of two was meant to be the changed one is told by use: the one used here first is the older.
    """
    first_used = {kept.digest: place for place, kept in enumerate(rubrics.list_kept(workspace.store))}
    by_age = sorted(versions, key=lambda one: first_used.get(one.rubric.digest, len(first_used)))
    changes: list[Change] = []
    for place, later in enumerate(by_age):
        older = next((one for one in by_age[:place] if one.scores and _namesakes(one, later)), None)
        if older is not None:
            changes.append(Change(later.rubric, older))
    return changes


def raised(version: str) -> str:
    """A version above this one: its last number one higher (`1.1` for `1.0`)."""
    head = version.rstrip("0123456789")
    number = version[len(head) :]
    return f"{head}{int(number) + 1}" if number.isascii() and number else f"{version}.1"


def _namesakes(one: Version, other: Version) -> bool:
    return (one.rubric.id, one.rubric.version) == (other.rubric.id, other.rubric.version)
