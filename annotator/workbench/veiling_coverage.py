"""Coverage for a rater who must not know the outlets yet, or not see the signals yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.model.judgements import Rater
from annotator.model.statements import Passage, Statement
from annotator.workbench import reading
from annotator.workbench.blinding import ArticleView, view_of
from annotator.workbench.covering import CoverageCell, CoverageRow, CoverageTable
from annotator.workbench.opening import Workspace
from annotator.workbench.passages import StatedPassage
from annotator.workbench.veiling import Veils, veil_outlets


def veil_coverage(workspace: Workspace, rater: Rater, table: CoverageTable, veils: Veils) -> CoverageTable:
    """The table with the names and words that may be shown; who says what waits where signals wait.

    Places, ids and marks stay, so what is corrected here is corrected in the articles.
    """
    if not veils.hidden and not veils.held:
        return table
    views = {
        key: view_of(workspace, rater, reading.article(workspace, key))
        for articles in veils.hidden.values()
        for key in articles
    }
    rows = tuple(_row(row, views, veils) for row in table.rows)
    return replace(table, outlets=veil_outlets(table.outlets, veils), rows=rows)


def _row(row: CoverageRow, views: Mapping[str, ArticleView], veils: Veils) -> CoverageRow:
    shown = {passage: _passage(passage, views) for passage in row.statement.passages}
    cells = {
        outlet: CoverageCell(tuple(_stated(one, shown, views, veils) for one in cell.stated))
        for outlet, cell in row.cells.items()
    }
    return replace(row, statement=_statement(row.statement, shown, views), cells=cells)


def _passage(passage: Passage, views: Mapping[str, ArticleView]) -> Passage:
    view = views.get(passage.article)
    return replace(passage, text=view.quote(passage.start, passage.end)) if view else passage


def _stated(
    one: StatedPassage,
    shown: Mapping[Passage, Passage],
    views: Mapping[str, ArticleView],
    veils: Veils,
) -> StatedPassage:
    view = views.get(one.passage.article)
    words = () if one.passage.outlet in veils.held else one.attributions
    return StatedPassage(shown[one.passage], tuple(view.shown(each) if view else each for each in words))


def _statement(
    statement: Statement, shown: Mapping[Passage, Passage], views: Mapping[str, ArticleView]
) -> Statement:
    differences = []
    for one in statement.differences:
        mine, theirs = views.get(one.one.article), views.get(one.other.article)
        differences.append(
            replace(
                one,
                one=shown[one.one],
                other=shown[one.other],
                one_words=mine.shown(one.one_words) if mine else one.one_words,
                other_words=theirs.shown(one.other_words) if theirs else one.other_words,
            )
        )
    conversions = tuple(replace(one, passage=shown[one.passage]) for one in statement.conversions)
    passages = tuple(shown[passage] for passage in statement.passages)
    return replace(statement, passages=passages, differences=tuple(differences), conversions=conversions)
