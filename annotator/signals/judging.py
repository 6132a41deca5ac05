"""Which loaded and praising entries count: whose voice and opinion, negated or not, with what support.

An entry of weight 2 or 3 counts by itself. One of weight 1 ("huge", "battle", "still") counts only right
beside such an entry ("a huge fiasco"), praise only beside praise. Measured on sentences whose loaded words
experts had marked: quiet words beside a strong one were right in 18 of 100 cases, those two to eight words
away in 8 to 10, those in sentences without a strong one in 7. Any wider rule (second mark in the sentence,
a strong mark within three, five or eight words, three quiet marks together) lowered F1 by 0.01 to 0.04;
this one keeps it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Final

from annotator.languages.entries import NUMBER
from annotator.model.findings import Finding
from annotator.signals.context import OUTLET, Context
from annotator.signals.lexical import MILD, marked
from annotator.signals.matching import Match
from annotator.text.quoting import Quotation

NEGATION_REACH: Final = 3
"""How many words a negation reaches."""
REACHES = {"loaded": 2, "praise": NEGATION_REACH}
"""The same by list: only what stands right beside a loaded word takes blame back ("not a disaster")."""
NAMING_REACH: Final = 9
"""How many words after "called", "accused of", "described as" are the opinion of the one who calls."""
NAMING_REACH_BACK: Final = 4
"""The same before the verb, where the language puts it last."""
MENTION_REACH: Final = 4
"""How near to a quoted word "the term", "called" or "slogan" says that it is only being mentioned."""
_QUESTION_REACH: Final = 400
_FIRST: Final = attrgetter("first")
_NONE: Final[frozenset[str]] = frozenset()


def find_judgements(context: Context, name: str) -> Iterator[Finding]:
    """Findings of one list, `loaded` or `praise`, in the outlet's own voice."""
    marks = own_marks(context)
    # Quiet praise leans on praise only: "a blow without precedent" praises nobody.
    strong = [m for m in marks if m.entry.number > MILD and (name == "loaded" or m.entry.list == name)]
    begins, ends = {match.first for match in strong}, {match.last for match in strong}
    reach = -1
    for match in marks:
        entry = match.entry
        if entry.list != name or match.first < reach:
            continue
        if entry.number <= MILD and match.first not in ends and match.last not in begins:
            continue
        reach = match.last
        yield marked(match.start, match.end, name, _rule(match), entry.phrase, entry.number, entry.note)


def _rule(match: Match) -> str:
    """The id of the rule by which an entry explains itself."""
    entry = match.entry
    if entry.number <= MILD:
        return "mild"
    if entry.list == "loaded":
        if "question" in entry.tags:
            return "question"
        if "<n>" in entry.phrase:
            return "quantity"
    return "entry"


def own_marks(context: Context) -> list[Match]:
    """The entries of both lists that the outlet itself says, in order.

    Left out: speech and page furniture, names, opinions handed to somebody by a verb of naming, quoted
    words that are not scare quotes, praise that is negated.
    """
    if context.judgements is None:
        context.judgements = sorted(_own(context), key=_FIRST)
    return context.judgements


def _own(context: Context) -> Iterator[Match]:
    negated, handed, quoted = negations_reaching(context), _handed(context), _Quoted(context)
    voices, capitals = context.voices, context.document.tokens.capitals
    for name, reach in REACHES.items():
        for match in context.found(name):
            first = match.first
            if voices[first] != OUTLET or first in handed or is_negated(match, negated, reach):
                continue
            if capitals[first] and context.is_name(match):
                continue
            if _asked(context, match) and not quoted.mentions(match):
                yield match


def _asked(context: Context, match: Match) -> bool:
    """False for an entry that counts only in a question, where nothing is asked; or before a plain number."""
    if match.entry.phrase.endswith(NUMBER) and context.text.startswith("-", match.end):
        # "An incredible 48-megapixel camera": the word speaks of the camera.
        return False
    if "question" not in match.entry.tags:
        return True
    sentence = context.document.sentences[context.sentence_of(match)]
    return context.text.find("?", match.end, min(sentence.end, match.end + _QUESTION_REACH)) >= 0


class _Quoted:
    """The short quotations of a text, and whether their words are the outlet's own."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.short = [quotation for quotation in context.document.quotations if not quotation.direct]
        self.starts = [quotation.span.start for quotation in self.short]

    def mentions(self, match: Match) -> bool:
        """True when the match is inside quotation marks that are somebody else's."""
        if not self.short:
            return False
        at = bisect_right(self.starts, match.start) - 1
        return at >= 0 and match.end <= self.short[at].span.end and not is_scare(self.context, self.short[at])


def _handed(context: Context) -> set[int]:
    """The tokens that a verb of naming hands to somebody: after it, in Hindi before it."""
    naming = context.language.grammar.get("naming", _NONE)
    keys = context.document.tokens.keys
    postposed = context.language.code == "hi"
    step, far = (-1, NAMING_REACH_BACK) if postposed else (1, NAMING_REACH)
    handed: set[int] = set()
    for at in context.small.where(naming):
        # "So-called" hands nothing to anybody.
        if not (at and keys[at - 1] == "so"):
            handed.update(_up_to_mark(keys, at + step, far, step))
    return handed


def is_scare(context: Context, quotation: Quotation) -> bool:
    """True for a word or two by whose quotation marks the outlet itself keeps its distance.

    Not where a word nearby says that it is mentioned or that somebody calls it so; in a sentence that
    quotes a source, only inside a phrase of the outlet's own: three "independent" experts.
    """
    tokens, grammar = context.document.tokens, context.language.grammar
    inside = tokens.between(*quotation.inner)
    if not inside:
        return False
    before = tokens.keys[max(0, inside[0] - MENTION_REACH) : inside[0]]
    after = tokens.keys[inside[-1] + 1 : inside[-1] + MENTION_REACH]
    mentioned = grammar.get("naming", _NONE) | grammar.get("mentioning", _NONE)
    if not mentioned.isdisjoint(before) or not mentioned.isdisjoint(after):
        return False
    if context.document.sentence_at(quotation.span.start) not in context.cued_sentences:
        return True
    return _in_phrase(context, quotation, inside)


def _in_phrase(context: Context, quotation: Quotation, inside: range) -> bool:
    """True when the quoted words stand after a number, or between a determiner and a noun."""
    tokens, grammar = context.document.tokens, context.language.grammar
    at = inside[0] - 1
    if at < 0:
        return False
    if tokens.kinds[at] == 2 or tokens.keys[at] in context.number_words:
        return True
    following = context.text[quotation.span.end : quotation.span.end + 2]
    noun_follows = following[:1] == " " and following[1:].islower()
    small = grammar["prepositions"] | grammar["stop"] | grammar["between"]
    return (
        noun_follows
        and tokens.keys[at] in grammar["determiners"]
        and tokens.keys[inside[-1] + 1] not in small
    )


def negations_reaching(context: Context) -> dict[int, list[int]]:
    """By token, the nearest words of the negations that turn it round; linear in the text."""
    if context.negated is not None:
        return context.negated
    keys = context.document.tokens.keys
    reached: dict[int, list[int]] = {}
    for negation in context.found("negations"):
        side = negation.entry.value or "after"
        if side in ("after", "both"):
            for at in _up_to_mark(keys, negation.last, NEGATION_REACH):
                reached.setdefault(at, []).append(negation.last - 1)
        if side in ("before", "both"):
            for at in _up_to_mark(keys, negation.first - 1, NEGATION_REACH, -1):
                reached.setdefault(at, []).append(negation.first)
    context.negated = reached
    return reached


def is_negated(match: Match, negated: Mapping[int, list[int]], reach: int = NEGATION_REACH) -> bool:
    """True when a word of negation that is no part of the entry reaches its first or last word."""
    if match.first not in negated and match.last - 1 not in negated:
        return False
    reaching = (*negated.get(match.first, ()), *negated.get(match.last - 1, ()))
    near = range(match.first - reach, match.last + reach)
    return any(at in near and not match.first <= at < match.last for at in reaching)


def _up_to_mark(keys: list[str], first: int, reach: int, step: int = 1) -> range:
    """So many tokens from `first` on, forwards or backwards, up to the first mark: no phrase runs over it."""
    near = keys[first : first + reach] if step > 0 else keys[max(first + 1 - reach, 0) : first + 1][::-1]
    size = near.index("") if "" in near else len(near)
    return range(first, first + step * size, step)
