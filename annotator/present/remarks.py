"""What a reader of a comparison must know beside its figures, in whole sentences."""

from __future__ import annotations

from annotator.model.rubrics import in_language
from annotator.statistics import MINIMUM_N
from annotator.translating import N_, _, plural
from annotator.workbench.comparing import ScoreTable

ONE_OUTLET = N_("Only one outlet: nothing to compare it with. Add the same story from another outlet.")
MOST_NAMED = 4
"""Cells nobody could judge that are named one by one."""


def remarks(table: ScoreTable, language: str = "en") -> list[str]:
    """The sentences about one outlet, missing scores, too few raters, equal scores; none when all is well."""
    said = []
    if len(table.outlets) < 2:
        said.append(_(ONE_OUTLET))
    rubric = f"{table.rubric.id} {table.rubric.version}"
    if not table.raters:
        return [
            *said,
            _("Nobody has scored these articles by the rubric {rubric} yet.").format(rubric=rubric),
        ]
    if table.raters == 1:
        said.append(
            _("Only one rater has scored here. A cell needs {n} scores to say anything.").format(n=MINIMUM_N)
        )
    missing = unscored(table)
    if missing:
        said.append(_("Nobody has scored an article of {outlets} yet.").format(outlets=", ".join(missing)))
    said += _unjudged(table, language)
    if all_equal(table):
        said.append(_("Everybody gave the same level everywhere, so the outlets do not differ here."))
    if table.not_adjusted and not all_equal(table):
        said.append(_("There are no adjusted means: {reason}.").format(reason=_(table.not_adjusted)))
    return said


def unscored(table: ScoreTable) -> list[str]:
    """The names of outlets about whose articles nobody has said anything, not even "cannot judge"."""
    return [
        outlet.name
        for outlet in table.outlets
        if not any(
            table.cells[outlet.id, one.id].n or table.cells[outlet.id, one.id].cannot_judge
            for one in table.rubric.criteria
        )
    ]


def _unjudged(table: ScoreTable, language: str) -> list[str]:
    """A sentence about each criterion that people tried and nobody could judge."""
    said = []
    for criterion in table.rubric.criteria:
        title = in_language(criterion.title, language)
        cells = [(outlet, table.cells[outlet.id, criterion.id]) for outlet in table.outlets]
        tried = [outlet.name for outlet, cell in cells if cell.cannot_judge and not cell.n]
        if tried and not any(cell.n for _, cell in cells):
            said.append(_("Nobody could judge “{criterion}”, in any article.").format(criterion=title))
        elif tried:
            said.append(
                _("Nobody could judge “{criterion}” in what {outlets} wrote.").format(
                    criterion=title, outlets=", ".join(tried)
                )
            )
    if len(said) > MOST_NAMED:
        more = plural(
            "Nobody could judge {n} further criterion.",
            "Nobody could judge {n} further criteria.",
            len(said) - MOST_NAMED,
        )
        return [*said[:MOST_NAMED], more]
    return said


def all_equal(table: ScoreTable) -> bool:
    """True where more than one score stands and all have one level."""
    given = {level for cell in table.cells.values() for level, number in cell.counts.items() if number}
    return len(given) == 1 and sum(cell.n for cell in table.cells.values()) > 1
