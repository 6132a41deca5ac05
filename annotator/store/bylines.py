"""Who an article says it is from, for many articles at once and without their texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.store.opening import Store

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Byline:
    """What can give an article's outlet away beside its text."""

    outlet: str
    """The outlet's id."""
    byline: str
    url: str
    language: str


def of_articles(store: Store, ids: Sequence[str]) -> dict[str, Byline]:
    """Who each of these articles says it is from, by article."""
    found: dict[str, Byline] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = store.rows(
            f"SELECT id, outlet, byline, url, language FROM articles WHERE id IN ({marks})", some
        )
        found |= {key: Byline(*rest) for key, *rest in rows}
    return found
