"""The tabs of the teacher's screen: which page shows the value of which tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotator.model.judgements import Role
from annotator.model.rubrics import Rubric
from annotator.present import class_pages as pages
from annotator.present import class_plans
from annotator.present.lines import Line, Run, clip
from annotator.translating import N_, _
from annotator.tui.widgets.painting import CELLS
from annotator.workbench import voting
from annotator.workbench.joining import list_raters
from annotator.workbench.progressing import measure_progress

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace

PEOPLE, PLAN, PROGRESS, TALK, ROUNDS = "people", "plan", "progress", "talk", "rounds"
AGREEMENT, CALIBRATION = "agreement", "calibration"
TABS = (PEOPLE, PLAN, PROGRESS, TALK, ROUNDS, AGREEMENT, CALIBRATION)
NAMES = dict(zip(TABS, (
    N_("people"), N_("plan"), N_("progress"), N_("talk"), N_("rounds"), N_("agreement"), N_("calibration"),
), strict=True))  # fmt: skip
SPLIT = frozenset((TALK, ROUNDS, CALIBRATION))
"""Tabs with something behind each line."""


def tab_line(showing: str, width: int) -> Line:
    """The names of the tabs in one line; where they do not fit, all but the one in hand are cut."""
    names = {name: _(NAMES[name]) for name in TABS}
    longest = max(CELLS.of(name) for name in names.values())
    while longest > 3 and _size(names, showing, longest) > width:
        longest -= 1
    runs = [Run(" ")]
    for at, (tab, name) in enumerate(names.items(), 1):
        shown = name if tab == showing else clip(name, longest, CELLS)
        runs.append(Run(f" {at} {shown} ", "level-taken" if tab == showing else "quiet", f"tab:{tab}"))
    return tuple(runs)


def _size(names: Mapping[str, str], showing: str, longest: int) -> int:
    """Cells of the line when no other name takes more than `longest`."""
    return 1 + sum(
        4 + (CELLS.of(name) if tab == showing else min(longest, CELLS.of(name)))
        for tab, name in names.items()
    )


def read_tab(tab: str, workspace: Workspace, story: str | None, rubric: Rubric) -> Any:
    """What a tab shows, out of the workspace; the plan is made elsewhere."""
    if tab == PROGRESS:
        return measure_progress(workspace, rubric, story=story)
    if tab == TALK:
        from annotator.workbench.disagreeing import rank_disagreements

        return rank_disagreements(workspace, story=story, rubric=rubric)
    if tab == ROUNDS:
        return [voting.count_votes(workspace, one) for one in voting.all_rounds(workspace)]
    if tab == AGREEMENT:
        from annotator.workbench.agreeing import measure_agreement

        # A teacher's scores are the key, not one opinion among others.
        return measure_agreement(workspace, story=story, rubric=rubric, role=Role.STUDENT)
    if tab == CALIBRATION:
        from annotator.workbench.calibrating import calibrate

        return calibrate(workspace, story=story, rubric=rubric)
    return list_raters(workspace)


def table_of(tab: str, value: Any, names: Mapping[str, str], width: int, *, projector: bool) -> list[Line]:
    """The lines of a tab; None stands for figures that are not there yet."""
    if value is None:
        return pages.prose(_("Counting…"), width, CELLS, "quiet")
    if tab == PEOPLE:
        return pages.people_lines(value, width, CELLS, projector=projector)
    if tab == PROGRESS:
        return pages.progress_lines(value, width, CELLS, projector=projector)
    if tab == TALK:
        return pages.talk_lines(value, width, CELLS)
    if tab == ROUNDS:
        return pages.round_lines(value, width, CELLS)
    if tab == AGREEMENT:
        return pages.agreement_page(value, width, CELLS)
    return class_plans.calibration_page(value, names, width, CELLS)


def detail_of(tab: str, value: Any, target: str, names: Mapping[str, str], width: int) -> list[Line]:
    """What stands behind the line that is about `target`; nothing for one that is gone."""
    kind, _, rest = target.partition(":")
    if tab == TALK and kind == "cell":
        found = [one for one in value if f"{one.article.id}:{one.criterion.id}" == rest]
        return pages.discussion(found[0], width, CELLS) if found else []
    if tab == ROUNDS and kind == "round":
        found = [one for one in value if one.round.id == rest]
        return pages.ballot(found[0], width, CELLS) if found else []
    if kind == "rater":
        found = [one for one in value.students if one.rater.id == rest]
        if found:
            return class_plans.calibration_detail(found[0], value, names[rest], width, CELLS)
    return []
