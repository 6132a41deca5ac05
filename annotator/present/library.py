"""The library's lists as lines: stories, and articles with their signals and my scores."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.languages import NAMES, OTHER
from annotator.present.lines import Line, Run, clip, fold_runs, indent, pad, spread
from annotator.present.showing import Cells
from annotator.translating import N_, _, language_used, plural, write_number

if TYPE_CHECKING:
    from annotator.model.rubrics import Rubric
    from annotator.workbench.importing import Added
    from annotator.workbench.reading import ArticleRow, StoryRow

LANGUAGE_NAMES = {**NAMES, OTHER: N_("another language")}
MODE_NAMES = {
    "open": N_("open reading"),
    "blind-outlet": N_("outlet hidden"),
    "signals-after": N_("signals after"),
    "both": N_("outlet hidden, signals after"),
}
"""The modes in words short enough for the head of a screen."""
ROLE_NAMES = {"student": N_("student"), "teacher": N_("teacher")}
HELD = N_("after you score")
"""What stands where signals wait."""
_BARS = "▁▂▃▄▅▆▇█"
_FULL = 24.0
"""Findings per 1,000 words that fill a bar."""
_MOST_DOTS = 10
_MODES = {
    "open": N_("You see everything from the start."),
    "blind-outlet": N_("Who published and who wrote it is masked until you ask for it."),
    "signals-after": N_("What the signals mark appears when you have scored every criterion."),
    "both": N_("Both at once: judge first, then look."),
}
_UNNAMED = "unknown"
_PROSE = 100
"""Cells of the widest line of prose."""


class SignalName(NamedTuple):
    """A signal as lists show it."""

    id: str
    letter: str


class Columns(NamedTuple):
    """Cells for each column of the list of articles; 0 leaves a column away."""

    outlet: int
    title: int
    language: int
    words: int
    signals: int
    mine: int


def columns(width: int, signals: int, criteria: int) -> Columns:
    """The columns for a width: what does not fit is left away, signals first, words next."""
    mine = min(max(criteria, 3), _MOST_DOTS) + 2
    room = width - 2 - mine - 4
    outlet = max(16, min(26, room // 3))
    room -= outlet
    words = 8 if room >= 26 else 0
    room -= words
    bars = 3 * signals + 1 if room - 3 * signals - 1 >= 16 else 0
    return Columns(outlet, room - bars, 4, words, bars, mine)


def header_line(sizes: Columns, cells: Cells) -> Line:
    """The names of the columns."""
    names = (
        (_("outlet"), sizes.outlet),
        (_("title"), sizes.title),
        ("", sizes.language),
        (pad(_("words"), sizes.words - 2, cells, right=True) if sizes.words else "", sizes.words),
        (_("signals per 1,000 words") if sizes.signals > 24 else _("signals"), sizes.signals),
        (_("my scores"), sizes.mine),
    )
    return (Run("  " + "".join(pad(name, size, cells) for name, size in names if size), "quiet"),)


def article_line(
    article: ArticleRow, sizes: Columns, signals: Sequence[SignalName], cells: Cells, *, held: bool = False
) -> Line:
    """One article as a row of the list; `held` where its signals wait."""
    outlet = article.outlet_name if article.outlet_name != _UNNAMED else _("outlet unknown")
    runs = [
        Run("  "),
        Run(pad(clip(outlet, sizes.outlet - 2, cells), sizes.outlet, cells), "strong"),
        Run(pad(clip(article.title, sizes.title - 2, cells), sizes.title, cells)),
        Run(pad(article.language if article.language != "other" else "?", sizes.language, cells), "quiet"),
    ]
    if sizes.words:
        runs.append(Run(pad(write_number(article.words), sizes.words - 2, cells, right=True) + "  ", "quiet"))
    if sizes.signals and held:
        runs.append(Run(pad(_(HELD), sizes.signals, cells), "faint"))
    elif sizes.signals:
        runs += [*signal_bars(article.counts, article.words, signals), Run(" ")]
    return (*runs, *dots(article.scored, article.criteria))


def signal_bars(counts: Mapping[str, int] | None, words: int, signals: Sequence[SignalName]) -> list[Run]:
    """For each signal its letter and a bar for findings per 1,000 words, always three cells.

    A letter without a bar found nothing; a dash cannot answer; dots have not been asked yet.
    """
    if counts is None:
        return [Run("·  " * len(signals), "faint")]
    runs = []
    for signal in signals:
        if signal.id not in counts:
            runs.append(Run(f"{signal.letter}– ", "off"))
        elif not counts[signal.id] or not words:
            runs.append(Run(f"{signal.letter}  ", "off"))
        else:
            step = math.ceil(8_000 * counts[signal.id] / words / _FULL)
            runs.append(Run(f"{signal.letter}{_BARS[min(step, 8) - 1]} ", signal.id))
    return runs


def dots(scored: int, criteria: int) -> list[Run]:
    """A full dot for each criterion scored and an open one for each left."""
    if criteria > _MOST_DOTS:
        return [Run(_("{at} of {total}").format(at=scored, total=criteria), "dot" if scored else "dot-open")]
    return [Run("●" * scored, "dot"), Run("○" * (criteria - scored), "dot-open")]


def story_lines(stories: Sequence[StoryRow], total: int, width: int, cells: Cells) -> list[Line]:
    """The list of stories: all articles first, then story by story with how many articles each has."""
    rows = [("*", _("All articles"), total)]
    rows += [(story.id, story.title or _("No story"), story.articles) for story in stories]
    lines: list[Line] = []
    for id, title, number in rows:
        count = write_number(number) + " "
        name = pad(clip(title, width - len(count) - 2, cells), width - len(count) - 1, cells)
        lines.append((Run(" " + name, "", f"story:{id}"), Run(count, "quiet", f"story:{id}")))
    return lines


def preview_lines(article: ArticleRow | None, body: str, width: int, cells: Cells) -> list[Line]:
    """The article under the cursor: its title, what is known of where it comes from, how it begins."""
    if article is None:
        return []
    wide = min(width - 4, _PROSE)
    facts = [
        article.outlet_name if article.outlet_name != _UNNAMED else _("outlet unknown"),
        _(LANGUAGE_NAMES.get(article.language, article.language)),
        article.published if article.published != _UNNAMED else _("date unknown"),
        plural("{n} word", "{n} words", article.words),
        # A hidden outlet's file name is hidden too; the id in its place tells nobody anything.
        article.source if article.source != article.id else "",
    ]
    facts_line = Run(clip(" · ".join(fact for fact in facts if fact), width - 4, cells), "quiet")
    begins = " ".join(body.split())
    title = fold_runs(article.title, wide, cells, "strong")[:2]
    return [(Run("  "), *line) for line in (*title, (facts_line,), (), *fold_runs(begins, wide, cells)[:3])]


def empty_lines(width: int, cells: Cells) -> list[Line]:
    """What an empty library says: how to begin."""
    words = _("This workspace has no articles yet.")
    offers = (
        ("F", _("a first article of the demo story with a guide: ten steps, ten minutes"), "guide"),
        ("enter", _("open the demo story: five real articles on one event, in three languages"), "demo"),
        ("a", _("add articles of your own: from the web, files, folders, or a pasted text"), "add"),
    )
    lines: list[Line] = [(), (Run("  " + words, "strong"),), ()]
    for key, offer, target in offers:
        for at, part in enumerate(fold_runs(offer, width - 12, cells, "", target)):
            first = Run(f"  {key if at == 0 else '':<6}", "key", target)
            lines.append((first, Run("  ", "", target), *part))
    return lines


def top_line(left: str, middle: str, right: str, width: int, cells: Cells) -> Line:
    """The line at the head of a screen: where one is, and whose it is."""
    head = (Run(f" {left}", "title"), Run(f"  {clip(middle, width, cells)}" if middle else "", "quiet"))
    return spread(head, (Run(clip(right, width // 2, cells) + " ", "quiet"),), width, cells)


def rubric_lines(rubrics: Sequence[Rubric], width: int, cells: Cells) -> list[Line]:
    """The rubrics to choose from."""
    from annotator.model.rubrics import in_language

    lines: list[Line] = [(Run(_("Score with which rubric?"), "title"),), ()]
    for rubric in rubrics:
        name = f"{in_language(rubric.title, language_used())}  ({rubric.id} {rubric.version})"
        lines.append((Run(" " + clip(name, width - 2, cells), "", rubric.digest),))
    return lines


def mode_lines(width: int, cells: Cells) -> list[Line]:
    """The modes to choose from, each with what it is for."""
    lines: list[Line] = [(Run(_("How do you want to read?"), "title"),), ()]
    for mode, does in _MODES.items():
        lines.append((Run(" " + clip(_(MODE_NAMES[mode]), width - 2, cells), "strong", mode),))
        lines += indent(fold_runs(_(does), width - 4, cells, "quiet"), Run("   "), cells)
    return lines


def told_of_adding(added: Sequence[Added]) -> str:
    """What became of the files that were to be added, in a sentence or two."""
    new = sum(not one.problem and not one.duplicate for one in added)
    known = sum(one.duplicate for one in added)
    problems = [one for one in added if one.problem]
    told = [plural("{n} article added.", "{n} articles added.", new)]
    if known:
        told.append(plural("{n} was here already.", "{n} were here already.", known))
    if problems:
        told.append(plural("{n} could not be taken.", "{n} could not be taken.", len(problems)))
        told.append(str(problems[0].problem))
    return " ".join(told)
