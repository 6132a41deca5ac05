"""What tables say of raters, articles and rubrics, made once for a whole export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotator.errors import AnnotatorError
from annotator.formats.subject_columns import About, Under, Who
from annotator.model.rubrics import Rubric
from annotator.store import listing, raters, streaming
from annotator.workbench.choosing import kept_rubric, load_rubric
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.reading import check_story


@dataclass(frozen=True, slots=True)
class Subjects:
    """The raters, articles and rubrics of a workspace as tables call them."""

    who: Mapping[str, Who]
    """By rater id."""
    about: Mapping[str, About]
    """By article id, in order of arrival."""
    rubrics: Mapping[str, Rubric]
    """By digest: those under which scores stand, the most used first."""

    def under(self, digest: str) -> Under:
        """The rubric with this digest as tables call it."""
        rubric = self.rubrics[digest]
        return Under(rubric.id, rubric.version, rubric.digest)


def gather_subjects(workspace: Workspace, *, identified: bool, story: str | None = None) -> Subjects:
    """The raters, articles and rubrics there are; without `identified` raters are codes without a group.

    Raises `NotFoundError` for a story that is not there. Ask before a snapshot is taken: the first code
    that is ever made is remembered.
    """
    check_story(workspace, story)
    return Subjects(
        {
            one.id: Who(
                one.handle if identified else pseudonym(workspace, one.id),
                one.role.value,
                one.group if identified else "",
            )
            for one in raters.list_all(workspace.store)
        },
        {
            head.id: About(head.id, head.title, head.outlet, head.language, head.story)
            for head in listing.heads(workspace.store).values()
        },
        {
            digest: kept_rubric(workspace, digest)
            for digest, _ in streaming.used_rubrics(workspace.store, story)
        },
    )


def left_out(workspace: Workspace, rubric: Rubric, story: str | None = None) -> str:
    """A sentence about scores under other rubrics or versions, which are never counted together; or ""."""
    used = dict(streaming.used_rubrics(workspace.store, story))
    used.pop(rubric.digest, None)
    if not used:
        return ""
    told = [kept_rubric(workspace, digest) for digest in used]
    listed = ", ".join(f"{one.id} {one.version} ({one.digest[:12]}: {used[one.digest]})" for one in told)
    return f"Scores under other rubrics or versions are not counted here: {listed}. Choose with --rubric."


def rubric_meant(workspace: Workspace, name: str | None, story: str | None = None) -> Rubric:
    """The rubric called `name`; without a name the one under which scores stand.

    Columns of two rubrics, or of two versions of one, do not mean the same: raises `AnnotatorError` when
    scores stand under several and none is named. Where nothing is scored it is the core rubric.
    """
    if name:
        return load_rubric(workspace, name)
    used = streaming.used_rubrics(workspace.store, story)
    if not used:
        return load_rubric(workspace)
    if len(used) == 1:
        return kept_rubric(workspace, used[0][0])
    told = cache(lambda digest: kept_rubric(workspace, digest))
    listed = ", ".join(
        f"{told(digest).id} {told(digest).version} ({digest[:12]}: {number} scores)"
        for digest, number in used
    )
    raise AnnotatorError(
        f"scores stand under {len(used)} rubrics, which cannot share columns: {listed}.",
        f"Choose one: --rubric {used[0][0][:12]}",
    )
