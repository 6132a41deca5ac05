"""What a rater has had before their eyes: a change of mode does not make unread what was read openly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from annotator.model.articles import Article
from annotator.model.judgements import Conditions, Rater
from annotator.model.modes import Mode, Veil
from annotator.store import reveals, scores, settings
from annotator.store.opening import Store
from annotator.store.reveals import Revealed
from annotator.workbench.opening import Workspace

_VEILED = (Veil.OUTLET, Veil.SIGNALS)


def remember_seen(workspace: Workspace, rater: Rater, article: Article, sees: Conditions) -> None:
    """Nothing; it is on the disk that this much of the article was before the rater's eyes.

    Call it whenever a text is put before a rater. What was seen already is not written again.
    """
    new = {one.value for one in _VEILED if getattr(sees, one.value)}
    known = seen_of(workspace.store, rater.id, article.id)
    if new - known:
        settings.put(workspace.store, _name(rater.id, article.id), " ".join(sorted(new | known)))


def seen_of(store: Store, rater: str, article: str) -> set[str]:
    """What this rater has had before their eyes of an article: `outlet`, `signals`, both or nothing."""
    return set((settings.get(store, _name(rater, article)) or "").split())


def log_what_was_seen(workspace: Workspace, rater: Rater, mode: Mode, articles: Iterable[str]) -> int:
    """How many reveals were written: what `mode` would hide of these articles, and the rater has seen.

    Two ways of seeing count: the text stood before the rater, or a score says what could be seen then.
    """
    hides = {Veil.OUTLET: mode.hides_outlet, Veil.SIGNALS: mode.holds_signals}
    hidden = [one for one in _VEILED if hides[one]]
    if not hidden:
        return 0
    number = 0
    logged = reveals.of_rater(workspace.store, rater.id)
    scored = _scored_seeing(workspace.store, rater.id)
    with workspace.store.writing() as connection:
        for article in articles:
            known = seen_of(workspace.store, rater.id, article) | scored.get(article, set())
            for one in hidden:
                if one.value in known and one.value not in logged.get(article, frozenset()):
                    _log(workspace, connection, rater, article, one)
                    number += 1
    return number


def articles_seen(workspace: Workspace, rater: Rater) -> list[str]:
    """The ids of the articles of which this rater has seen outlet or signals, in order of arrival."""
    names = settings.with_beginning(workspace.store, _name(rater.id, ""))
    known = {name.rpartition(":")[2] for name in names} | set(_scored_seeing(workspace.store, rater.id))
    return [
        key for (key,) in workspace.store.rows("SELECT id FROM articles ORDER BY position") if key in known
    ]


def _log(
    workspace: Workspace, connection: sqlite3.Connection, rater: Rater, article: str, what: Veil
) -> None:
    clock = scores.next_clock(connection)
    reveals.append(
        connection, Revealed(workspace.new_id(), rater.id, article, what.value, workspace.now(), clock)
    )


def _scored_seeing(store: Store, rater: str) -> dict[str, set[str]]:
    """By article what could be seen at any score that the rater gave, taken back or not."""
    rows = store.rows(
        "SELECT article, max(saw_outlet), max(saw_signals) FROM scores WHERE rater = ? GROUP BY article",
        (rater,),
    )
    return {
        article: {one.value for one, seen in zip(_VEILED, (outlet, signals), strict=True) if seen}
        for article, outlet, signals in rows
    }


def _name(rater: str, article: str) -> str:
    return f"seen:{rater}:{article}"
