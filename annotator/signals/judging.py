"""Which loaded and praising entries count: whose judgement it is, negation, and what supports a quiet word."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from bisect import bisect_right

from annotator.model.findings import Finding
from annotator.signals.context import Context, Match
from annotator.signals.lexical import MILD, is_spoken
from annotator.text.quoting import Quotation

LISTS = ("loaded", "praise")
REACH = int(os.environ.get("REACH", 0))
CROWD = int(os.environ.get("CROWD", 0))
NAMING = int(os.environ.get("NAMING", 8))
NEGATION_REACH = 3


def find_judgements(context: Context, name: str) -> Iterator[Finding]:
    marks = sorted(own_marks(context), key=lambda match: match.first)
    supported = _supported(context, marks)
    for match in marks:
        entry = match.entry
        if entry.list != name:
            continue
        mild = entry.number <= MILD
        if mild and match.first not in supported:
            continue
        yield Finding(
            match.start, match.end, name, "mild" if mild else "entry", entry.phrase, entry.number, entry.note
        )


def own_marks(context: Context) -> Iterator[Match]:
    """The entries of both lists in the outlet's own voice, praise that is negated left out."""
    negated = negated_tokens(context)
    named = named_tokens(context)
    short = [quotation for quotation in context.document.quotations if not quotation.direct]
    starts = [quotation.span.start for quotation in short]
    for name in LISTS:
        for match in context.found(name):
            if is_spoken(context, match) or context.is_name(match):
                continue
            if entry_tags_forbid(context, match):
                continue
            if name == "praise" and not negated.isdisjoint((match.first, match.last - 1)):
                continue
            if match.first in named:
                continue
            at = bisect_right(starts, match.start) - 1
            if at >= 0 and match.end <= short[at].span.end and not is_scare(context, short[at]):
                continue
            yield match


def named_tokens(context: Context) -> frozenset[int]:
    """Tokens that a verb of naming gives to somebody else."""
    naming = context.language.grammar.get("naming", frozenset())
    keys = context.document.tokens.keys
    postposed = context.language.code == "hi"
    out: set[int] = set()
    for at, key in enumerate(keys):
        if key in naming:
            step = -1 if postposed else 1
            i = at + step
            while 0 <= i < len(keys) and abs(i - at) <= (NAMING if not postposed else NAMING // 2) and keys[i]:
                out.add(i)
                i += step
    return frozenset(out)


def is_scare(context: Context, quotation: Quotation) -> bool:
    """True for a word or two by whose quotation marks the outlet itself keeps its distance."""
    tokens, grammar = context.document.tokens, context.language.grammar
    inside = tokens.between(*quotation.inner)
    if not inside:
        return False
    before = tokens.keys[max(0, inside[0] - 4) : inside[0]]
    after = tokens.keys[inside[-1] + 1 : inside[-1] + 4]
    handed = grammar.get("naming", frozenset()) | grammar.get("mentioning", frozenset())
    if not handed.isdisjoint(before) or not handed.isdisjoint(after):
        return False
    if context.document.sentence_at(quotation.span.start) not in context.cued_sentences:
        return True
    # In a sentence that quotes somebody, only inside a phrase of the outlet's: three "independent" experts.
    at = inside[0] - 1
    if at < 0:
        return False
    if tokens.kinds[at] == 2 or tokens.keys[at] in context.number_words:
        return True
    following = context.text[quotation.span.end : quotation.span.end + 2]
    return (
        tokens.keys[at] in grammar["determiners"]
        and len(following) == 2
        and following[0] == " "
        and following[1].islower()
        and tokens.keys[inside[-1] + 1] not in grammar["prepositions"] | grammar["stop"] | grammar["between"]
    )


def negated_tokens(context: Context) -> frozenset[int]:
    """The indices of the tokens that a word of negation turns round."""
    keys = context.document.tokens.keys
    reached: set[int] = set()
    for negation in context.found("negations"):
        side = negation.entry.value or "after"
        if side in ("after", "both"):
            for at in range(negation.last, min(negation.last + NEGATION_REACH, len(keys))):
                if not keys[at]:
                    break
                reached.add(at)
        if side in ("before", "both"):
            for at in range(negation.first - 1, max(negation.first - 1 - NEGATION_REACH, -1), -1):
                if not keys[at]:
                    break
                reached.add(at)
    return frozenset(reached)


def _supported(context: Context, marks: Sequence[Match]) -> frozenset[int]:
    """The first tokens of the quiet marks that have support."""
    supported: set[int] = set()
    sentences: dict[int, list[Match]] = {}
    for match in marks:
        sentences.setdefault(context.sentence_of(match), []).append(match)
    for group in sentences.values():
        strong = [match for match in group if match.entry.number > MILD]
        mild = [match for match in group if match.entry.number <= MILD]
        crowded = CROWD and len(mild) >= CROWD
        for match in mild:
            near = any(max(match.first - x.last, x.first - match.last) <= REACH for x in strong)
            if near or crowded:
                supported.add(match.first)
    return frozenset(supported)


def entry_tags_forbid(context: Context, match: Match) -> bool:
    if "question" in match.entry.tags:
        sentence = context.document.sentences[context.sentence_of(match)]
        return "?" not in context.text[match.end : sentence.end]
    return False
