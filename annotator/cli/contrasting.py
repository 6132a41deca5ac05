"""The deeper views of `annotator compare`: differences, parts, distributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, talk

if TYPE_CHECKING:
    from annotator.model.rubrics import Rubric
    from annotator.workbench.contrasting import By
    from annotator.workbench.opening import Workspace


def show_differences(
    workspace: Workspace, story: str | None, rubric: Rubric, between: Sequence[str], form: str
) -> None:
    """Nothing; the differences between outlets stand on stdout."""
    from annotator.present import contrasts
    from annotator.workbench.contrasting import contrast

    found = contrast(workspace, story=story, rubric=rubric, between=between)
    if form == "json":
        echo_json({"version": VERSION, "story": story, **contrasts.difference_record(found, rubric)})
    elif form == "csv":
        echo_csv(contrasts.DIFFERENCE_COLUMNS, contrasts.difference_cells(found, rubric))
    else:
        echo_table(contrasts.DIFFERENCE_HEADER, contrasts.difference_rows(found))
    if all(one.too_few for one in found):
        talk("A difference needs raters who scored articles of both outlets; there are too few yet.")


def show_parts(workspace: Workspace, story: str | None, rubric: Rubric, by: By, form: str) -> None:
    """Nothing; the comparison, apart for each group, mode or language, stands on stdout."""
    from annotator.present import contrasts
    from annotator.workbench.contrasting import compare_parts

    table = compare_parts(workspace, story=story, rubric=rubric, by=by)
    if form == "json":
        echo_json({"version": VERSION, "story": story, **contrasts.part_record(table)})
    elif form == "csv":
        echo_csv(contrasts.part_columns(table), contrasts.part_cells(table))
    else:
        echo_table(contrasts.part_header(table), contrasts.part_rows(table))
    if not table.parts:
        talk(f"Nobody has scored these articles by the rubric {rubric.id} {rubric.version} yet.")


def show_distribution(workspace: Workspace, story: str | None, rubric: Rubric, form: str) -> None:
    """Nothing; how many scores each level has stands on stdout."""
    from annotator.present import comparisons, contrasts
    from annotator.workbench.comparing import compare_scores

    table = compare_scores(workspace, story=story, rubric=rubric)
    if form == "json":
        echo_json({"version": VERSION, **comparisons.score_record(table)})
    elif form == "csv":
        echo_csv(contrasts.DISTRIBUTION_COLUMNS, contrasts.distribution_cells(table))
    else:
        echo_table(contrasts.distribution_header(table), contrasts.distribution_rows(table))
