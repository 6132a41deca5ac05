"""Vectors of sentences, worked out once in a workspace and kept."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TypeAlias

from annotator.alignment.crosslingual import MODEL, embed, require_extra
from annotator.store import statements
from annotator.workbench.opening import Workspace

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many of how many are done."""
_KEPT_AT_ONCE = 20
"""So many vectors are kept in one transaction, so that little is lost when the program is stopped."""


def vectors_of(
    workspace: Workspace, texts: Sequence[str], on_progress: Progress | None = None
) -> dict[str, array[float]]:
    """The vector of every sentence or short text, those met for the first time worked out and kept.

    Raises `AnnotatorError` where the extra is missing.
    """
    sentences = list(dict.fromkeys(texts))
    require_extra()
    known = statements.load_vectors(workspace.store, MODEL, sentences)
    new = [sentence for sentence in sentences if sentence not in known]
    fresh: dict[str, array[float]] = {}
    for number, vector in enumerate(embed(new) if new else (), 1):
        fresh[new[number - 1]] = vector
        if len(fresh) >= _KEPT_AT_ONCE or number == len(new):
            statements.keep_vectors(workspace.store, MODEL, fresh)
            known |= fresh
            fresh = {}
        if on_progress:
            on_progress(number, len(new))
    return known
