"""A student's work out of a workspace, in one file for the teacher."""

from __future__ import annotations

from pathlib import Path

import annotator
from annotator.formats.hand_ins import SHAPES, write_hand_in
from annotator.model.judgements import Rater
from annotator.store import collecting, rubrics
from annotator.workbench.opening import Workspace
from annotator.workbench.sealing import known_class, own_key


def hand_in(workspace: Workspace, rater: Rater, target: Path, *, force: bool = False) -> int:
    """How many of the rater's scores are in the file, those that were changed or taken back included.

    Nobody else's are. Texts stay behind: the teacher has them.
    """
    rows = {table: collecting.rows_of(workspace.store, table, rater.id) for table in SHAPES}
    rows["scores"] = [(*row[:9], *map(bool, row[9:12]), *row[12:]) for row in rows["scores"]]
    heads = collecting.article_heads(workspace.store)
    read = dict.fromkeys(row[2] for table in SHAPES for row in rows[table])
    used = {row[3] for row in rows["scores"]}
    write_hand_in(
        target,
        head={"tool": annotator.__version__, "class": known_class(workspace), "written": workspace.now()},
        rater=(rater.id, rater.handle, rater.role.value, rater.group),
        articles=[(key, *heads[key]) for key in read],
        rubrics=[
            (one.digest, one.id, one.version)
            for one in rubrics.list_kept(workspace.store)
            if one.digest in used
        ],
        rows=rows,
        evidence=collecting.evidence_of(workspace.store, rater.id),
        key=own_key(workspace, rater.id),
        force=force,
    )
    return len(rows["scores"])
