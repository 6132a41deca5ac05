"""What was recognised, looked at on a terminal and put right before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli.talking import talk, visible
from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.workbench.importing import Added
    from annotator.workbench.opening import Workspace

_QUESTION = "Enter keeps all; a number shows one; - and a number leaves one out; q keeps none"


def review(workspace: Workspace, found: Sequence[Added]) -> list[Added]:
    """Those that the person wants to keep, as they were put right, and those with a problem."""
    from annotator.present.arrivals import OVERVIEW_COLUMNS, overview_row

    rows = list(found)
    out: set[int] = set()
    while True:
        _table(OVERVIEW_COLUMNS, [overview_row(n, one) for n, one in enumerate(rows, 1) if n not in out])
        told = click.prompt(_QUESTION, default="", show_default=False, err=True).strip().lower()
        if not told:
            return [one for n, one in enumerate(rows, 1) if n not in out]
        if told == "q":
            return [one for one in rows if one.problem]
        number = int(told.lstrip("-")) if told.lstrip("-").isdigit() else 0
        if not 1 <= number <= len(rows):
            talk(f"There is no number {told} in the list.")
        elif told.startswith("-"):
            out ^= {number}
        else:
            rows[number - 1] = _put_right(workspace, rows[number - 1])


def _put_right(workspace: Workspace, added: Added) -> Added:
    """One article as its facts were put right, one line each, until an empty line."""
    from annotator.present.arrivals import card_lines
    from annotator.workbench.amending import FACTS, amend

    while True:
        for line in card_lines(added):
            talk(f"  {line}")
        if added.article is None:
            return added
        told = click.prompt(
            f"To put one right: {'|'.join(FACTS)} and the words; Enter goes back",
            default="",
            show_default=False,
            err=True,
        ).strip()
        fact, _, words = told.partition(" ")
        if not told:
            return added
        if fact.rstrip(":") not in FACTS:
            talk(f"Begin with one of {', '.join(FACTS)}.")
            continue
        try:
            added = amend(workspace, added, fact.rstrip(":"), words)
        except AnnotatorError as problem:
            talk(f"annotator: {problem}")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Nothing; a table stands on stderr, since it is talk."""
    from annotator.cli.columns import aligned

    for line in aligned(header, [[visible(cell) for cell in row] for row in rows]):
        talk(line)
