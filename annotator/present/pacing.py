"""Time and goals in words."""

from __future__ import annotations

from annotator.present.lines import BLANK, Line, Run, fold_runs
from annotator.present.showing import Cells
from annotator.translating import _, plural

GOALS = (1, 2, 3, 5, 10, 20)
"""How many articles a session can be meant for."""


def time_words(seconds: float, *, paused: bool) -> str:
    """The time spent on an article in whole minutes: nobody is rushed by seconds."""
    minutes = int(seconds // 60)
    words = plural("{n} min", "{n} min", minutes) if minutes else _("< 1 min")
    return _("{time}, resting").format(time=words) if paused else words


def goal_lines(width: int, cells: Cells) -> list[Line]:
    """The goals to choose from, and none."""
    lines: list[Line] = [
        (Run(_("How many articles do you want to finish now?"), "title"),),
        *fold_runs(_("For yourself: nobody else sees it."), width, cells, "quiet"),
        BLANK,
    ]
    for number in GOALS:
        lines.append((Run(" " + plural("{n} article", "{n} articles", number), "strong", str(number)),))
    return [*lines, (Run(" " + _("no goal"), "", "0"),)]
