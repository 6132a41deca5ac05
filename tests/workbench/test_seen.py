"""What was read openly stays seen: a change of mode logs it, and later scores say so."""

from __future__ import annotations

import pytest

from annotator.model.judgements import Conditions, Rater
from annotator.model.modes import Mode
from annotator.workbench.blinding import begin_reading, conditions_now, set_mode, view_of
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import ensure_rater
from annotator.workbench.reading import find_article


@pytest.fixture
def rater(workspace: Workspace) -> Rater:
    return ensure_rater(workspace, "rania")


def logged(workspace: Workspace) -> list[tuple[str, str]]:
    return workspace.store.rows("SELECT article, what FROM reveals ORDER BY clock, id")


def test_an_article_read_openly_stays_seen_in_every_mode(workspace: Workspace, rater: Rater) -> None:
    read, unread = find_article(workspace, "council"), find_article(workspace, "harbour")
    begin_reading(workspace, rater, read)
    assert logged(workspace) == [], "nothing is hidden yet, so nothing is revealed"
    assert set_mode(workspace, rater, Mode.BOTH) == 2
    assert logged(workspace) == [(read.id, "outlet"), (read.id, "signals")]
    assert conditions_now(workspace, rater, read) == Conditions(outlet=True, signals=True)
    assert not view_of(workspace, rater, read).outlet_hidden
    assert view_of(workspace, rater, unread).outlet_hidden, "what was not read is judged blind"


def test_going_to_and_fro_logs_a_sight_once(workspace: Workspace, rater: Rater) -> None:
    read = find_article(workspace, "council")
    begin_reading(workspace, rater, read)
    for mode in (Mode.BLIND_OUTLET, Mode.OPEN, Mode.BLIND_OUTLET, Mode.BOTH, Mode.OPEN, Mode.BOTH):
        set_mode(workspace, rater, mode)
        begin_reading(workspace, rater, read)
    assert logged(workspace) == [(read.id, "outlet"), (read.id, "signals")]


def test_what_was_never_seen_is_not_logged(workspace: Workspace, rater: Rater) -> None:
    read = find_article(workspace, "council")
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    begin_reading(workspace, rater, read)
    set_mode(workspace, rater, Mode.BOTH)
    assert logged(workspace) == [(read.id, "signals")], "the signals were in sight, the outlet was not"
    assert not conditions_now(workspace, rater, read).outlet


def test_another_rater_sees_no_more_for_it(workspace: Workspace, rater: Rater) -> None:
    read, other = find_article(workspace, "council"), ensure_rater(workspace, "tim")
    begin_reading(workspace, rater, read)
    assert set_mode(workspace, other, Mode.BOTH) == 0
    assert view_of(workspace, other, read).outlet_hidden
