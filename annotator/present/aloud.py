"""A desk in plain sentences: lines that a screen reader says and a slow line carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.articles import UNKNOWN, Article
from annotator.model.findings import Finding
from annotator.model.judgements import Answer, Score
from annotator.model.rubrics import Criterion, in_language
from annotator.model.spans import Span
from annotator.text import Document
from annotator.text.masking import FILL
from annotator.translating import N_, _, language_used
from annotator.workbench.blinding import ArticleView

if TYPE_CHECKING:
    from annotator.present.judging import Wish

HIDDEN = N_("[hidden]")
"""What is read for hidden words too short for a label."""
LONGEST_QUOTE = 100
"""Characters of a marked passage that are read; a marked sentence has a number."""


def one_line(words: str) -> str:
    """The words with every stretch of white space made one blank."""
    return " ".join(words.split())


def known(fact: str) -> str:
    """A fact about an article as it is said; one that nobody knows is said to be unknown."""
    return _(UNKNOWN) if fact == UNKNOWN else fact


def sentence_words(view: ArticleView, article: Article, sentence: Span) -> str:
    """A sentence as this rater may hear it."""
    return one_line(view.said(article.text, sentence.start, sentence.end))


def finding_words(view: ArticleView, article: Article, finding: Finding) -> str:
    """The words a finding marks, as this rater may hear them; a long passage is cut."""
    words = one_line(view.said(article.text, finding.start, finding.end))
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"


def why(view: ArticleView, finding: Finding) -> str:
    """Why a finding is there, without what the rater must not see."""
    from annotator.signals import explain

    # Asked about the masked text: a finding that is part of a name must not quote it.
    words = view.shown(explain(finding, view.text_shown))
    label = re.escape(view.outlet_label)
    words = re.sub(f"{label}{FILL}*", f"[{view.outlet_label}]", words) if view.outlet_hidden else words
    return one_line(re.sub(f"{FILL}+", _(HIDDEN), words))


def letter_of(finding: Finding) -> str:
    """The letter of a finding's signal."""
    from annotator.signals import card

    return card(finding.signal).letter


def sentence_number(document: Document, offset: int) -> int:
    """The number, from 1, of the sentence that holds this place."""
    return max(document.sentence_at(offset), 0) + 1


def level_words(criterion: Criterion, language: str) -> list[tuple[int, str, str]]:
    """For each level its value, label and descriptor."""
    return [
        (level.value, in_language(level.label, language), in_language(level.descriptor, language))
        for level in criterion.levels
    ]


def level_range(criterion: Criterion) -> str:
    """The keys of the levels, such as `1 to 4`."""
    values = [level.value for level in criterion.levels]
    if not _unbroken(values):
        return ", ".join(map(str, values))
    return _("{first} to {last}").format(first=min(values), last=max(values))


def _unbroken(values: Sequence[int]) -> bool:
    return list(values) == list(range(values[0], values[-1] + 1))


def answer_words(answer: Score | Wish | None, criterion: Criterion, nothing: str, cannot: str) -> str:
    """An answer in words: the level with its label."""
    if answer is None or answer.answer is Answer.WITHDRAWN:
        return nothing
    if answer.level is None:
        return cannot
    level = criterion.level(answer.level)
    return f"{answer.level}, {in_language(level.label, language_used())}" if level else str(answer.level)
