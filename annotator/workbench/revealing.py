"""Judging before looking: what is hidden from a rater, what was revealed, what could be seen at a score."""

from __future__ import annotations

import sqlite3

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Conditions, Rater
from annotator.model.modes import Mode, Veil
from annotator.model.rubrics import Rubric
from annotator.store import reveals, scores, settings
from annotator.store.reveals import Revealed
from annotator.translating import _
from annotator.workbench.browsing import mode_setting, own_mode
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import current_scores
from annotator.workbench.seen import articles_seen, log_what_was_seen, remember_seen


def get_mode(workspace: Workspace, rater: Rater) -> Mode:
    """How this rater reads in this workspace; open, when nothing else was set."""
    return own_mode(workspace, rater)


def set_mode(workspace: Workspace, rater: Rater, mode: Mode) -> int:
    """How many reveals the change wrote; this rater reads in this mode from now on, where no assignment
    says otherwise.

    What was before the rater's eyes already stays seen: it is logged as revealed at this moment, so that no
    later score says “outlet unseen” of an article that was read under its outlet's name.
    """
    settings.put(workspace.store, mode_setting(rater), mode.value)
    assigned = reveals.assigned_modes(workspace.store, rater.id)
    own = [key for key in articles_seen(workspace, rater) if key not in assigned]
    return log_what_was_seen(workspace, rater, mode, own)


def begin_reading(workspace: Workspace, rater: Rater, article: Article) -> Conditions:
    """What the rater can see of the article now, which is on the disk as seen. Call it when it is shown.

    Where an assignment or another mode hides by now what this rater saw before, that is logged first.
    """
    log_what_was_seen(workspace, rater, mode_for(workspace, rater, article), [article.id])
    sees = conditions_now(workspace, rater, article)
    remember_seen(workspace, rater, article, sees)
    return sees


def mode_for(workspace: Workspace, rater: Rater, article: Article) -> Mode:
    """The mode in force for an article: of the rater's latest assignment of it, else the rater's own."""
    assigned = reveals.assigned_modes(workspace.store, rater.id).get(article.id)
    return Mode(assigned) if assigned else get_mode(workspace, rater)


def modes_for(workspace: Workspace, rater: Rater) -> tuple[Mode, dict[str, Mode]]:
    """The rater's own mode, and by article the modes that assignments ask for."""
    assigned = reveals.assigned_modes(workspace.store, rater.id)
    return get_mode(workspace, rater), {article: Mode(mode) for article, mode in assigned.items()}


def conditions_now(
    workspace: Workspace, rater: Rater, article: Article, mode: Mode | None = None
) -> Conditions:
    """What the rater can see of an article at this moment; to be recorded with every score.

    Something is seen when the mode does not hide it or it was revealed. `mode` None means the one in force.
    """
    mode = mode_for(workspace, rater, article) if mode is None else mode
    seen = {one.what for one in reveals.of_article(workspace.store, rater.id, article.id)}
    return conditions_under(mode, seen)


def conditions_under(mode: Mode, revealed: set[str] | frozenset[str]) -> Conditions:
    """What can be seen in a mode after these reveals."""
    return Conditions(
        outlet=not mode.hides_outlet or Veil.OUTLET.value in revealed,
        signals=not mode.holds_signals or Veil.SIGNALS.value in revealed,
        others=Veil.OTHERS.value in revealed,
    )


def reveal(workspace: Workspace, rater: Rater, article: Article, what: Veil) -> bool:
    """True when the rater can see this from now on and could not before; the moment is then on the disk.

    What can be seen already is not revealed a second time.
    """
    mode = mode_for(workspace, rater, article)
    try:
        with workspace.store.writing() as connection:
            seen = {one.what for one in reveals.of_article(workspace.store, rater.id, article.id)}
            if getattr(conditions_under(mode, seen), what.value):
                return False
            clock = scores.next_clock(connection)
            key = workspace.new_id()
            reveals.append(
                connection, Revealed(key, rater.id, article.id, what.value, workspace.now(), clock)
            )
            return True
    except sqlite3.IntegrityError as error:
        raise JudgementError(
            _("the rater or the article is not in this workspace, so nothing was revealed."),
            _("Another window may have removed it; go back to the library."),
        ) from error


def release_signals(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> bool:
    """True when the signals have waited for the last criterion and can be seen now; call it after each score.

    The moment is kept as a reveal: what was seen once stays seen, whatever is taken back later.
    """
    if conditions_now(workspace, rater, article).signals:
        return False
    answered = current_scores(workspace, rater, article, rubric)
    if any(criterion.id not in answered for criterion in rubric.criteria):
        return False
    return reveal(workspace, rater, article, Veil.SIGNALS)
