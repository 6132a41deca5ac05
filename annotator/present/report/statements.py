"""Coverage for a page: a matrix of what several outlets say, where they differ, what only one says."""

from __future__ import annotations

from typing import NamedTuple

from annotator.present.coverage import copy_sentences, passage_for
from annotator.present.report.marked_text import printable
from annotator.translating import _, language_used, plural
from annotator.workbench.covering import CoverageRow, CoverageTable

MOST_ALONE = 60
"""Statements of a single outlet that are listed."""
LONGEST = 160
"""Signs of a passage that name a statement; all its passages can be opened."""


class Said(NamedTuple):
    """A passage with who says it and who is quoted."""

    outlet: str
    text: str
    language: str
    attributed: str


class Contradiction(NamedTuple):
    """Two passages that do not agree, with the words in question."""

    kind: str
    """A sentence: what differs."""
    one: Said
    one_words: str
    other: Said
    other_words: str


class StatementRow(NamedTuple):
    """One statement across the outlets."""

    words: str
    language: str
    cells: tuple[str, ...]
    """By outlet: `says`, `differs` or `silent`."""
    said: tuple[Said, ...]
    contradictions: tuple[Contradiction, ...]
    figures: str
    """One sum as each outlet writes it; empty where all write it alike."""


class Matrix(NamedTuple):
    """Who says what."""

    outlets: tuple[str, ...]
    shared: tuple[StatementRow, ...]
    alone: tuple[tuple[str, tuple[StatementRow, ...], int], ...]
    """By outlet: its name, statements of its own, and how many more there are."""
    contradictions: tuple[Contradiction, ...]
    remarks: tuple[str, ...]
    """Sentences: who prints one text, who alone leaves out what all others say."""


def matrix_of(table: CoverageTable) -> Matrix:
    """The table as the page shows it."""
    names = {one.id: one.name for one in table.outlets}
    shared = tuple(_row(one, names) for one in table.shared)
    alone = []
    for outlet in table.outlets:
        own = [_row(one, names) for one in table.only_in(outlet.id)]
        alone.append((outlet.name, tuple(own[:MOST_ALONE]), max(0, len(own) - MOST_ALONE)))
    return Matrix(
        tuple(names.values()),
        shared,
        tuple(alone),
        tuple(each for row in shared for each in row.contradictions),
        (*copy_sentences(table), *_missed(table)),
    )


def _missed(table: CoverageTable) -> list[str]:
    """A sentence for each outlet that alone leaves out what all others say."""
    told = []
    for outlet in table.outlets:
        number = sum(one.all_but_one and one.left_out_by[0] == outlet.id for one in table.rows)
        if number and len(table.outlets) > 2:
            told.append(
                plural(
                    "{n} statement that all others carry is missing in {outlet}.",
                    "{n} statements that all others carry are missing in {outlet}.",
                    number,
                    outlet=outlet.name,
                )
            )
    return told


def _row(row: CoverageRow, names: dict[str, str]) -> StatementRow:
    said = tuple(
        Said(
            names[one.passage.outlet],
            printable(" ".join(one.passage.text.split())),
            one.passage.language,
            printable("; ".join(one.attributions)),
        )
        for one in row.stated
    )
    by_passage = dict(zip((one.passage for one in row.stated), said, strict=True))
    differing = {
        outlet for each in row.statement.differences for outlet in (each.one.outlet, each.other.outlet)
    }
    chosen = by_passage[passage_for(row.statement, language_used())]
    figures = row.statement.figures
    return StatementRow(
        chosen.text if len(chosen.text) <= LONGEST else chosen.text[:LONGEST].rsplit(" ", 1)[0] + " …",
        chosen.language,
        tuple(
            "silent" if key not in row.cells else "differs" if key in differing else "says" for key in names
        ),
        said,
        tuple(
            Contradiction(
                _("The figures differ")
                if each.kind == "figure"
                else _("One quotation, rendered in two ways"),
                by_passage[each.one],
                printable(each.one_words),
                by_passage[each.other],
                printable(each.other_words),
            )
            for each in row.statement.differences
        ),
        printable(" = ".join(figures)) if len(figures) > 1 else "",
    )
