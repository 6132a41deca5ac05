"""Outlets side by side for a rater who must not know them yet, or not see the signals yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.model.articles import Outlet
from annotator.model.judgements import Rater
from annotator.model.modes import Veil
from annotator.workbench import browsing, reading
from annotator.workbench.blinding import outlet_labels, reveal, shown_rows, view_of
from annotator.workbench.comparing import QuoteRow, ScoreTable, SignalCell, SignalTable
from annotator.workbench.opening import Workspace

HELD = "The signals wait until you have judged."
"""What a cell of signals says while they wait."""
MANY = 200
"""Articles above which a table tells nothing about what others scored in one of them."""


@dataclass(frozen=True, slots=True)
class Veils:
    """What a table over some articles must not show."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """By outlet id the neutral name of each outlet that is hidden in one of its articles."""
    hidden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By outlet id the articles in which it is hidden."""
    held: frozenset[str] = frozenset()
    """The outlets with an article whose signals wait."""


def veils_over(workspace: Workspace, rater: Rater, story: str | None) -> Veils:
    """What must not be shown of a story's articles, or of all."""
    if browsing.reads_openly(workspace, rater):
        return Veils()
    number = reading.count_articles(workspace, story=story)
    rows = reading.list_articles(workspace, None, None, story=story, limit=number, counts=False)
    shown = shown_rows(workspace, rater, rows)
    hidden: dict[str, list[str]] = {}
    for row, one in zip(rows, shown, strict=True):
        if one.outlet_hidden:
            hidden.setdefault(row.outlet, []).append(row.id)
    held = frozenset(row.outlet for row, one in zip(rows, shown, strict=True) if one.signals_held)
    if story is None:
        # Labels belong to a story; over several stories one letter would mean several outlets.
        labels = {outlet: f"Hidden {place}" for place, outlet in enumerate(sorted(hidden), 1)}
    else:
        known = outlet_labels(workspace, rater, story)
        labels = {outlet: known[outlet] for outlet in hidden}
    return Veils(labels, hidden, held)


def veil_outlets(outlets: Sequence[Outlet], veils: Veils) -> tuple[Outlet, ...]:
    """The outlets under the names that may be shown."""
    return tuple(replace(one, name=veils.labels.get(one.id, one.name)) for one in outlets)


def veil_scores(table: ScoreTable, veils: Veils) -> ScoreTable:
    """The table with the names that may be shown."""
    return replace(table, outlets=veil_outlets(table.outlets, veils))


def veil_signals(table: SignalTable, veils: Veils) -> SignalTable:
    """The table with the names that may be shown, and without what waits."""
    waiting = SignalCell(None, None, (), HELD)
    cells = {key: waiting if key[0] in veils.held else cell for key, cell in table.cells.items()}
    return replace(table, outlets=veil_outlets(table.outlets, veils), cells=cells)


def veil_words(workspace: Workspace, rater: Rater, cell: SignalCell, outlet: str, veils: Veils) -> SignalCell:
    """The cell with its marked words as they may be shown; with none where too many articles hide theirs."""
    articles = veils.hidden.get(outlet, ())
    if len(articles) > MANY:
        return replace(cell, words=())
    words = cell.words
    for key in articles:
        view = view_of(workspace, rater, reading.article(workspace, key))
        words = tuple((view.shown(text), number) for text, number in words)
    return replace(cell, words=words)


def veil_quotes(
    workspace: Workspace, rater: Rater, rows: Sequence[QuoteRow], outlet: str, veils: Veils
) -> list[QuoteRow]:
    """The scores behind a cell, with quotes and notes as they may be shown."""
    hidden = set(veils.hidden.get(outlet, ()))
    shown = []
    for row in rows:
        if row.article in hidden:
            view = view_of(workspace, rater, reading.article(workspace, row.article))
            evidence = tuple(
                replace(one, absent=view.shown(one.absent))
                if one.absent
                else replace(one, quote=view.quote(one.start, one.end))
                for one in row.evidence
            )
            row = replace(row, evidence=evidence, note=view.shown(row.note))
        shown.append(row)
    return shown


def others_unseen(workspace: Workspace, rater: Rater, story: str | None) -> list[str]:
    """The articles of a story of which this rater was never shown what others scored.

    None where a table would cover more than `MANY` articles: it says nothing about one of them.
    """
    from annotator.store import reveals

    rows = reading.list_articles(workspace, None, None, story=story, limit=MANY + 1, counts=False)
    seen = reveals.of_rater(workspace.store, rater.id)
    if len(rows) > MANY:
        return []
    return [row.id for row in rows if Veil.OTHERS.value not in seen.get(row.id, frozenset())]


def see_others(workspace: Workspace, rater: Rater, articles: Sequence[str]) -> None:
    """Nothing; it is on the disk that from now on the rater knows what others scored there."""
    for key in articles:
        reveal(workspace, rater, reading.article(workspace, key), Veil.OTHERS)
