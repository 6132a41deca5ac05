"""`annotator compare --anchoring`: how far scores move once outlet or signals are seen."""

from __future__ import annotations

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, talk
from annotator.workbench.opening import Workspace


def show_anchoring(workspace: Workspace, story: str | None, rubric_name: str | None, form: str) -> None:
    """Nothing; the shifts after each kind of reveal stand on stdout."""
    from annotator.present import anchoring
    from annotator.workbench.anchoring import measure_anchoring
    from annotator.workbench.choosing import load_rubric

    measured = measure_anchoring(workspace, story=story, rubric=load_rubric(workspace, rubric_name))
    if form == "json":
        echo_json({"version": VERSION, **anchoring.record(measured)})
    elif form == "csv":
        echo_csv(anchoring.COLUMNS, anchoring.flat_rows(measured))
    else:
        echo_table(anchoring.HEADER, anchoring.rows(measured))
        talk("Shift: levels from the last score before to the first one after; the 95 % by drawing raters.")
        if not any(cell.first.n or cell.cannot_judge for cell in measured.cells.values()):
            talk(
                "Nobody scored the same criterion before and after a reveal yet. Read in a blind mode:"
                " `annotator score ARTICLE --interactive --mode both`."
            )
