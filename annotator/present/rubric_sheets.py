"""A rubric as lines of plain text, to read or print."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.rubrics import Criterion, FollowUp, Rubric, When, in_language

_EVIDENCE = {
    "none": {"en": "no evidence needed", "it": "nessuna prova richiesta", "hi": "सबूत ज़रूरी नहीं"},
    "quote-or-absence": {
        "en": "with a quote, or why there is nothing to quote",
        "it": "con una citazione, o il motivo per cui non ce n’è una",
        "hi": "उद्धरण के साथ, या यह कि उद्धरण क्यों नहीं है",
    },
    "quote": {"en": "with a quote", "it": "con una citazione", "hi": "उद्धरण के साथ"},
}
_SIGNALS = {"en": "signals", "it": "segnali", "hi": "संकेत"}
_AT_MOST = {"en": "at level {} or below", "it": "al livello {} o più in basso", "hi": "स्तर {} या उससे नीचे"}
_AT_LEAST = {"en": "at level {} or above", "it": "al livello {} o più in alto", "hi": "स्तर {} या उससे ऊपर"}
CANNOT_JUDGE = {"en": "cannot judge", "it": "non posso giudicare", "hi": "तय नहीं कर सकते"}
_AT_CANNOT_JUDGE = {"en": "at “cannot judge”", "it": "a «non posso giudicare»", "hi": "“तय नहीं कर सकते” पर"}
_OR = {"en": " or ", "it": " o ", "hi": " या "}


def sheet(rubric: Rubric, language: str) -> Iterator[str]:
    """The lines of a rubric with all its levels, in this language, or in English where that is missing."""
    yield f"{in_language(rubric.title, language)}  ({rubric.id} {rubric.version}, {rubric.digest[:12]})"
    yield in_language(rubric.description, language)
    for criterion in rubric.criteria:
        yield ""
        yield from _criterion_lines(criterion, language)
    yield ""
    yield rubric.source_note


def _criterion_lines(criterion: Criterion, language: str) -> Iterator[str]:
    yield f"{criterion.id}: {in_language(criterion.title, language)}"
    yield f"  {in_language(criterion.question, language)}"
    yield f"  ({evidence_words(criterion, language)})"
    for level in criterion.levels:
        label, descriptor = in_language(level.label, language), in_language(level.descriptor, language)
        yield f"  {level.value} {label}: {descriptor}"
        yield f"      {in_language(level.example, language)}"
    for follow_up in criterion.follow_ups:
        yield from _follow_up_lines(follow_up, language)


def _follow_up_lines(follow_up: FollowUp, language: str) -> Iterator[str]:
    yield f"  + {asked_after(follow_up.when, language)}: {in_language(follow_up.question, language)}"
    for choice in follow_up.choices:
        yield f"      - {in_language(choice.label, language)}"


def evidence_words(criterion: Criterion, language: str) -> str:
    """What a score of the criterion must come with, and which signals help."""
    hints = (
        f"; {in_language(_SIGNALS, language)}: {', '.join(criterion.signals)}" if criterion.signals else ""
    )
    return in_language(_EVIDENCE[criterion.evidence], language) + hints


def asked_after(when: When, language: str) -> str:
    """After which answers a follow-up is asked."""
    parts = [
        in_language(words, language).format(bound)
        for words, bound in ((_AT_MOST, when.at_most), (_AT_LEAST, when.at_least))
        if bound is not None
    ]
    if when.cannot_judge:
        parts.append(in_language(_AT_CANNOT_JUDGE, language))
    return in_language(_OR, language).join(parts)
