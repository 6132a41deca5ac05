"""Who stands beside a verb of saying: looked for before it and after it."""

from __future__ import annotations

from typing import Final

from annotator.languages import Language
from annotator.signals.context import Context
from annotator.signals.lexical import per_language
from annotator.signals.matching import Match
from annotator.signals.sources import (
    DESCRIBED,
    KINDS,
    NAMED,
    NOBODY,
    PRONOUN,
    UNSEEN,
    VAGUE,
    Source,
    source_at,
)

FARTHEST: Final = 12
"""How many words from the verb a source is looked for."""
SHORTEST_ADVERB: Final = 6
PASSED: Final = 5
"""How many auxiliaries and adverbs may stand between a source and its verb."""
APPOSITION: Final = 9
"""The longest apposition between a source and its verb, in words: "X, lawyer of the company, said"."""
LONGEST_APPOSITION: Final = 26
"""The same where a name of two words or more stands before it."""
LONGEST_NAME: Final = 4


class SourceWords:
    """The groups of small words of a language by which sources are read."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        self.between, self.stop, self.pronouns = grammar["between"], grammar["stop"], grammar["pronouns"]
        self.relatives, self.prepositions = grammar["relatives"], grammar["prepositions"]
        self.articles, self.finite = grammar["articles"], grammar["finite"]
        self.before_noun = self.prepositions | self.articles
        self.adverbs = tuple(grammar["adverb_endings"])
        dates = grammar["days"] | language.folded("months")
        self.small = grammar["determiners"] | grammar["carriers"] | dates


_words_of: Final = per_language(SourceWords)


class SourceFinder:
    """Finds the source beside a verb of saying in one text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        tokens = context.document.tokens
        self.keys, self.gaps, self.capitals = tokens.keys, tokens.gaps, tokens.capitals
        self.starts = tokens.starts
        self.words = _words_of(context.language)
        self.nouns: dict[int, Match] = {m.last - 1: m for m in context.found("source_nouns")}

    def before(self, index: int) -> Source:
        """The source that ends just before token `index`, auxiliaries and adverbs passed over."""
        return self.ending_at(self.end_before(index))

    def end_before(self, index: int) -> int:
        """Where a source before token `index` ends, auxiliaries and adverbs passed over; 0: there is none."""
        keys, gaps = self.keys, self.gaps
        at = index
        while at > 0 and index - at < PASSED and self._passes(keys[at - 1]) and not _cut(gaps[at]):
            at -= 1
        return at if at and keys[at - 1] and (gaps[at] == " " or not _cut(gaps[at])) else 0

    def may_be_close(self, at: int) -> bool:
        """False where a glance shows that no source ending before token `at` is close."""
        if not at:
            return False
        key = self.keys[at - 1]
        return (
            at - 1 in self.nouns
            # "The councillors of the minority": the noun stands before a preposition.
            or at - 3 in self.nouns
            or at - 4 in self.nouns
            or bool(self.capitals[at - 1])
            or key in self.words.pronouns
            or key in self.words.relatives
            or "," in self.gaps[at]
        )

    def ending_at(self, at: int) -> Source:
        """The source that ends before token `at`, a place that `end_before` found."""
        if not at:
            return NOBODY
        if "," in self.gaps[at]:
            return self._before_apposition(at)
        key = self.keys[at - 1]
        if key in self.words.relatives:
            antecedent = self._antecedent(at - 1)
            if antecedent is not NOBODY:
                return antecedent
        if key in self.words.pronouns:
            return source_at(at - 1, at, PRONOUN, "", False, True)
        return self.described(self.phrase_start(at), at)

    def _passes(self, key: str) -> bool:
        """True for what may stand between a source and its verb: auxiliaries, adverbs, "not"."""
        words = self.words
        return key in words.between or (len(key) >= SHORTEST_ADVERB and key.endswith(words.adverbs))

    def _before_apposition(self, at: int) -> Source:
        """The source in "Katrina Carroll, legale dell'azienda, ha commentato", with its apposition."""
        person = self._person_before(at)
        if person is not NOBODY:
            return person
        opening = self.phrase_start(at)
        if opening == 0 or "," not in self.gaps[opening] or at - opening > APPOSITION:
            return NOBODY
        outer = self.described(self.phrase_start(opening), opening)
        inner = self.described(opening, at)
        # "X, lawyer of the company, said", or "the director, X, said".
        if NAMED not in (outer.kind, inner.kind) or UNSEEN in (outer.kind, inner.kind):
            return NOBODY
        return source_at(outer.first, at, NAMED, inner.noun or outer.noun, close=outer.close)

    def _person_before(self, at: int) -> Source:
        """The name at the head of an apposition with commas in it: "Ann Lee, head of X, the firm"."""
        keys, gaps, capitals = self.keys, self.gaps, self.capitals
        last = at
        for index in range(at - 1, max(at - LONGEST_APPOSITION, 0), -1):
            if not keys[index] or _cut(gaps[index]):
                break
            if "," in gaps[index]:
                last = index
        # `last` is now the word after the first comma of the sentence within reach.
        first = last
        while (
            first > 0
            and last - first < LONGEST_NAME
            and capitals[first - 1]
            and gaps[first].strip(" ,") == ""
        ):
            first -= 1
            if first > 0 and gaps[first] != " ":
                break
        if last == at or last - first < 2 or any(at in self.nouns for at in range(first, last)):
            return NOBODY
        if self.context.titles.holds(self.starts[first]):
            return NOBODY
        noun = self.described(last, at).noun
        return source_at(first, at, NAMED, noun, close=True)

    def _antecedent(self, relative: int) -> Source:
        """The source that a relative clause speaks of: "a case that accused the company"."""
        if relative == 0 or not self.keys[relative - 1] or _cut(self.gaps[relative]):
            return NOBODY
        source = self.described(self.phrase_start(relative), relative)
        if not source.close or source.kind is UNSEEN:
            return NOBODY
        # "To settle an American lawsuit that": the source begins with its article.
        articles = [at for at in range(source.first, relative) if self.keys[at] in self.words.articles]
        first = articles[-1] if articles else source.first
        return source_at(first, relative + 1, source.kind, source.noun, source.organised, True)

    def after(self, index: int, farthest: int = FARTHEST) -> Source:
        """The source that begins at token `index` and runs to the next comma or clause."""
        keys, gaps = self.keys, self.gaps
        at, end = index, min(index + farthest, len(keys))
        while at < end and keys[at]:
            if at > index and (
                keys[at] in self.words.stop or _cut(gaps[at], _MARKS_AND_COMMA) or self._opens_statement(at)
            ):
                break
            at += 1
        if at == index:
            return NOBODY
        source = self.described(index, at)
        unnamed = source.kind in (DESCRIBED, VAGUE)
        return self._with_name_after(source, at) if unnamed else source

    def _with_name_after(self, source: Source, at: int) -> Source:
        """The source with the name that follows between marks: "said one of the guards, Ali Khan."."""
        keys, gaps, last = self.keys, self.gaps, at
        while last < len(keys) and self.capitals[last] and gaps[last] == (" " if last > at else ", "):
            last += 1
        if last - at < 2 or last < len(keys) and keys[last] and "," not in gaps[last]:
            return source
        return source_at(source.first, last, NAMED, source.noun, close=True)

    def _opens_statement(self, at: int) -> bool:
        """True where what the source says begins without a comma: "secondo il ministero i prezzi ..."."""
        keys = self.keys
        if keys[at] in self.words.finite:
            return True
        return keys[at] in self.words.articles and keys[at - 1] not in self.words.before_noun

    def phrase_start(self, index: int) -> int:
        """Where the phrase begins that ends before token `index`: after a comma, a mark or a small word."""
        keys, gaps, stop = self.keys, self.gaps, self.words.stop
        farthest = max(index - FARTHEST, 0)
        for at in range(index, farthest, -1):
            key = keys[at - 1]
            if key in stop or (not key and not self._is_abbreviation_dot(at - 1, index - 1)):
                return at
            if gaps[at] != " " and at < index and _cut(gaps[at], _MARKS_AND_COMMA):
                return at
        return farthest

    def _is_abbreviation_dot(self, at: int, inside: int) -> bool:
        """True for the dot in "Mr. Stone": a full stop that does not end the sentence of token `inside`."""
        sentences = self.context.document.token_sentences
        return self.context.text[self.starts[at]] == "." and sentences[at] == sentences[inside]

    def described(self, first: int, last: int) -> Source:
        """The source in tokens first..last: by its head noun, else by a name in it."""
        if first >= last:
            return NOBODY
        keys, capitals, nouns, prepositions = self.keys, self.capitals, self.nouns, self.words.prepositions
        named: list[int] = []
        head = -1
        for at in range(first, last):
            if capitals[at] and self.is_name(at):
                named.append(at)
            # The head is the last token before the first preposition: "owners" in "the owners of TikTok".
            if head < 0 and at > first and keys[at] in prepositions:
                head = at - 1
        if head < 0:
            head = last - 1
        organised = bool(named)
        # "The councillors of the minority accuse": the noun that heads the phrase is near enough.
        close = last - 1 in nouns or head in nouns or (organised and named[-1] == last - 1)
        noun = nouns.get(head)
        if noun is None:
            noun = self._noun_in(first, head) or self._noun_in(head, last)
            if noun is None:
                return source_at(first, last, NAMED if named else UNSEEN, "", organised, close)
        if organised and self._is_person(noun, named, head):
            kind = NAMED
        else:
            kind = KINDS.get(noun.entry.value, DESCRIBED)
        return source_at(min(first, noun.first), last, kind, keys[noun.last - 1], organised, close)

    def _noun_in(self, first: int, last: int) -> Match | None:
        nouns = self.nouns
        for at in range(last - 1, first - 1, -1):
            if at in nouns:
                return nouns[at]
        return None

    def _is_person(self, noun: Match, named: list[int], head: int) -> bool:
        """True when a name stands for the one who speaks, not for where the one belongs."""
        for at in named:
            if at >= noun.last and not self._after_preposition(at, noun.last):
                return True
            if at == head and at not in self.nouns:
                return True
        return False

    def _after_preposition(self, at: int, start: int) -> bool:
        return not self.words.prepositions.isdisjoint(self.keys[start:at])

    def is_name(self, at: int) -> bool:
        """True when the capitalised token is (part of) a name, as far as capitals show."""
        if self.keys[at] in self.words.small or (at in self.nouns and at in self.context.openings):
            return False
        return not self.context.titles.holds(self.starts[at])


_MARKS: Final = frozenset('"“”«»—–')
_MARKS_AND_COMMA: Final = _MARKS | {","}


def _cut(gap: str, marks: frozenset[str] = _MARKS) -> bool:
    """True when a mark in the gap ends a phrase."""
    return gap != " " and not marks.isdisjoint(gap)
