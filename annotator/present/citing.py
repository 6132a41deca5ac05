"""What answers rest on: quotations in the form and in the text, tied by the letter of their criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.model.judgements import Evidence
from annotator.model.rubrics import Criterion, EvidenceRule, Rubric
from annotator.present.judging import Judging
from annotator.present.lines import Line, Run, clip, fold_runs, indent
from annotator.present.marking import Mark
from annotator.present.showing import Cells
from annotator.translating import N_, _

ASKS: Mapping[EvidenceRule, str] = {
    "none": "",
    "quote-or-absence": N_("a quote or a reason"),
    "quote": N_("a quote"),
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words cited for a criterion, and which of its quotations they are."""

    criterion: Criterion
    number: int
    """From 1."""
    evidence: Evidence


def letter_of(rubric: Rubric, criterion: Criterion) -> str:
    """The small letter of a criterion: `a` for the first. Capitals are those of signals."""
    at = next(at for at, one in enumerate(rubric.criteria) if one.id == criterion.id)
    return _LETTERS[at] if at < len(_LETTERS) else "·"


def quotations(judging: Judging) -> list[Quotation]:
    """All words cited in the article, in the order of the text; for the criterion in hand as they are now."""
    found: list[Quotation] = []
    for criterion in judging.rubric.criteria:
        score = judging.scores.get(criterion.id)
        cited = score.evidence if score else ()
        if criterion.id == judging.criterion.id:
            cited = judging.evidence
        quotes = (one for one in cited if not one.absent)
        found += [Quotation(criterion, number, one) for number, one in enumerate(quotes, 1)]
    return sorted(found, key=lambda one: (one.evidence.start, one.evidence.end))


def evidence_marks(judging: Judging) -> list[Mark]:
    """The quotations as marks with their criterion's letter; those of the criterion in hand lie on top."""
    here = judging.criterion.id
    marks = [
        Mark(
            one.evidence.start,
            one.evidence.end,
            "evidence" if one.criterion.id == here else "evidence-other",
            letter_of(judging.rubric, one.criterion),
        )
        for one in quotations(judging)
    ]
    return sorted(marks, key=lambda mark: (mark.look == "evidence", mark.start - mark.end))


def quotation_at(judging: Judging, offset: int) -> Quotation | None:
    """The shortest quotation over this place of the text, that of the criterion in hand first; or None."""
    over = [one for one in quotations(judging) if one.evidence.start <= offset < one.evidence.end]
    here = judging.criterion.id
    return min(
        over,
        key=lambda one: (one.criterion.id != here, one.evidence.end - one.evidence.start),
        default=None,
    )


def quotation_after(judging: Judging, place: tuple[int, int], step: int) -> Quotation | None:
    """The next (1) or previous (-1) quotation of the text, seen from a place in it, round the ends."""
    found = quotations(judging)
    spans = [(one.evidence.start, one.evidence.end) for one in found]
    if not found:
        return None
    if step > 0:
        return found[next((at for at, span in enumerate(spans) if span > place), 0)]
    before = [at for at, span in enumerate(spans) if span < place]
    return found[before[-1] if before else -1]


def evidence_lines(judging: Judging, width: int, cells: Cells) -> list[Line]:
    """What the criterion in hand asks for as evidence, and what is cited for it."""
    asks = ASKS[judging.criterion.evidence]
    lines: list[Line] = [(Run(_("evidence"), "quiet"), Run(f"  {_(asks)}" if asks else "", "faint"))]
    letter = letter_of(judging.rubric, judging.criterion)
    for number, one in enumerate(judging.quotes, 1):
        lines.append(_quote_line(letter, number, one, width, cells))
    if judging.absence:
        absent = _("absent: {reason}").format(reason=judging.absence)
        lines += indent(
            fold_runs(absent, width - 3, cells, "", "absence:"),
            Run(" ∅ ", "accent"),
            cells,
        )
    return lines


def _quote_line(letter: str, number: int, one: Evidence, width: int, cells: Cells) -> Line:
    target = f"evidence:{number}"
    quote = " ".join(one.quote.split())
    return (
        Run(f" {letter} ", "evidence-number", target),
        Run(" " + clip(f"“{quote}”", width - 4, cells), "", target),
    )
