"""Where a rater stands with one article and one rubric, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.model.judgements import Answer, Evidence, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.translating import _


@dataclass(frozen=True, slots=True)
class Wish:
    """An answer given but not recorded, because its criterion asks for evidence first."""

    answer: Answer
    level: int | None


@dataclass(frozen=True, slots=True)
class Judging:
    """The form beside an article: scores that stand, the criterion in hand, what is being written for it."""

    rubric: Rubric
    criterion: Criterion
    scores: Mapping[str, Score]
    """By criterion id; withdrawn ones are left out."""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    wish: Wish | None = None

    @property
    def score(self) -> Score | None:
        """The score that stands for the criterion in hand."""
        return self.scores.get(self.criterion.id)

    @property
    def done(self) -> int:
        """How many criteria have a score."""
        return sum(criterion.id in self.scores for criterion in self.rubric.criteria)

    @property
    def quotes(self) -> tuple[Evidence, ...]:
        """The cited words among the evidence."""
        return tuple(one for one in self.evidence if not one.absent)

    @property
    def absence(self) -> str:
        """The reason why nothing can be quoted, or nothing."""
        return next((one.absent for one in self.evidence if one.absent), "")

    def lacks_evidence(self, answer: Answer) -> bool:
        """True when this answer cannot be recorded before something is cited."""
        if answer is not Answer.LEVEL or self.criterion.evidence == "none":
            return False
        absence_counts = self.criterion.evidence == "quote-or-absence" and bool(self.absence)
        return not self.quotes and not absence_counts

    def neighbour(self, step: int) -> Criterion:
        """The next (1) or previous (-1) criterion, round the ends."""
        criteria = self.rubric.criteria
        return criteria[(criteria.index(self.criterion) + step) % len(criteria)]

    def next_open(self) -> Criterion | None:
        """The next criterion without a score, looking on from the one in hand and then from the start."""
        criteria = self.rubric.criteria
        at = criteria.index(self.criterion)
        for criterion in (*criteria[at + 1 :], *criteria[: at + 1]):
            if criterion.id not in self.scores:
                return criterion
        return None

    def with_evidence(self, evidence: tuple[Evidence, ...]) -> Judging:
        """The same with this evidence; a quotation makes a stated absence untrue and pushes it out."""
        if any(not one.absent for one in evidence):
            evidence = tuple(one for one in evidence if not one.absent)
        return replace(self, evidence=evidence)


def said(score: Score, criterion: Criterion | None) -> str:
    """A score in few words: its level, or that the rater cannot judge."""
    if score.answer is Answer.CANNOT_JUDGE:
        return _("cannot judge")
    return str(score.level) if score.level is not None else _("taken back")


def clock_of(at: str) -> str:
    """Hours and minutes of a moment: `10:42`."""
    return at[11:16]
