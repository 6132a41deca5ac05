"""The Hindi seed in a real terminal: every border stands in one column, before and after scrolling.

tmux itself is asked in which cells the border signs are, by searching its copy mode; how wide Python
thinks a Hindi line is plays no part.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from annotator.workbench.opening import open_workspace
from annotator.workbench.rating import Place, ensure_rater, load_rubric, save_place
from annotator.workbench.reading import article, list_articles
from annotator.workbench.seeding import seed
from tests.tmux.terminal import TMUX, Tmux

WIDTH, HEIGHT = 120, 40
LEFT, RIGHT = "▕", "▏"
"""The border right of the signals and the border left of the form."""

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(TMUX is None, reason="tmux is not installed, so no real terminal can be asked"),
]


def put_hindi_on_desk(folder: Path) -> None:
    with open_workspace(folder, create=True) as workspace:
        seed(workspace)
        rater, rubric = ensure_rater(workspace, "rania"), load_rubric(workspace)
        row = next(row for row in list_articles(workspace, rater, rubric) if row.language == "hi")
        place = Place(article(workspace, row.id).id, rubric.digest, rubric.criteria[0].id, 0)
        save_place(workspace, rater, place)


def check(tmux: Tmux, when: str) -> None:
    for sign in (LEFT, RIGHT):
        places = tmux.columns_of(sign)
        columns = Counter(column for _, column in places)
        torn = [row for row, column in places if column != columns.most_common(1)[0][0]]
        assert len(places) >= HEIGHT - 5, f"{sign} borders the whole pane {when}"
        assert not torn, f"{sign} is torn in rows {torn} {when}:\n" + "\n".join(tmux.lines())


def test_borders_stand_in_one_column_where_everything_is_hindi(tmux: Tmux, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    put_hindi_on_desk(folder)
    tmux.environment["ANNOTATOR_LANGUAGE"] = "hi"
    tmux.open(folder, WIDTH, HEIGHT)
    tmux.wait_for("निपटारे")
    tmux.wait_for("शीर्षक और ख़बर")
    check(tmux, "at first")
    tmux.call("send-keys", ".", ".", "Tab")
    time.sleep(0.5)
    check(tmux, "with a finding's reason in Hindi, the form in hand")
    foot = tmux.lines()[HEIGHT - 1]
    assert "मदद" in foot and "ctrl+p" in foot, "the keys fit into their line"


def test_borders_beside_hindi_stand_in_one_column(tmux: Tmux, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    put_hindi_on_desk(folder)
    tmux.open(folder, WIDTH, HEIGHT)
    tmux.wait_for("निपटारे")
    tmux.wait_for("Headline and body")
    hindi = [line for line in tmux.lines() if any("\u0900" <= sign <= "\u097f" for sign in line)]
    assert len(hindi) >= 10, "the pane is full of Hindi"
    check(tmux, "before scrolling")
    for keys in (("j",) * 5, ("Space",), ("k",) * 3, (".", ".")):
        tmux.call("send-keys", *keys)
        time.sleep(0.5)
        check(tmux, f"after {' '.join(keys)}")
