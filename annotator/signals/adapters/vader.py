"""VADER's English sentiment, sentence by sentence: the package's own scores, many times faster.

`vaderSentiment` (Hutto & Gilbert 2014, MIT) lowers the whole list of words again at every word it
knows. Here each spelling is looked up once and its role kept: lexicon word, intensifier, negation or
nothing. Lexicon, emoji table and constants are the package's; the arithmetic is done in the same
order, so that scores are equal to the last digit, odd rules included. A property test says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from annotator.signals.adapters.vader_rules import Role, Rules, Vocabulary, Weighed

_TOKEN: Final = re.compile(r"\S+")


class Scores(NamedTuple):
    """What VADER says of a sentence: three shares that add up to 1, and one figure from -1 to +1."""

    negative: float
    neutral: float
    positive: float
    compound: float


class Valence(NamedTuple):
    """A word that moved the score: `sentence[start:end]`, and by how much once all rules are applied."""

    start: int
    end: int
    value: float


class Opinion(NamedTuple):
    """The scores of a sentence and the words that made them, in order."""

    scores: Scores
    valences: tuple[Valence, ...]


def polarity(sentence: str) -> Scores:
    """The four scores, equal to those of `SentimentIntensityAnalyzer.polarity_scores`."""
    return _vader().polarity(sentence)


def valences(sentence: str) -> tuple[Valence, ...]:
    """The words that moved the scores, in order, intensifiers and negations already counted in."""
    return _vader().valences(sentence)


def valences_of(text: str, sentences: Iterable[tuple[int, int]]) -> list[tuple[int, int, float]]:
    """The same for each of the sentences of a text in turn, places counted from the text's beginning."""
    vader = _vader()
    weigh, roles = vader.weigh, vader.roles
    found: list[tuple[int, int, float]] = []
    for start, end in sentences:
        sentence = text[start:end]
        words = sentence.split()
        weighed = weigh(words)
        if weighed is None:
            spelt = vader.valences(sentence)
            found += [(start + first, start + last, value) for first, last, value in spelt]
        elif weighed:
            _add_places(found, start, sentence, words, weighed, roles)
    return found


def _add_places(
    found: list[tuple[int, int, float]],
    start: int,
    sentence: str,
    words: list[str],
    weighed: Weighed,
    roles: Mapping[str, Role],
) -> None:
    """Adds the weighed words with their offsets in the text in which the sentence begins at `start`."""
    already = len(found)
    begin, following = start, 0
    wanted, value = weighed[0]
    # As if every gap were one character wide, as nearly always.
    for at, word in enumerate(words):
        if at == wanted:
            role = roles[word]
            found.append((begin + role.lead, begin + role.lead + role.size, value))
            following += 1
            wanted, value = weighed[following] if following < len(weighed) else (-1, 0.0)
        begin += len(word) + 1
    if begin == start + len(sentence) + 1:
        return
    before = _letters_before(sentence, words)
    for number, (at, value) in enumerate(weighed, already):
        role = roles[words[at]]
        begin = start + before[at] + at + role.lead
        found[number] = (begin, begin + role.size, value)


def appraise(sentence: str) -> Opinion:
    """Scores and the words behind them, for little more than the cost of the scores."""
    return _vader().appraise(sentence)


def reference_polarity(sentence: str) -> Scores:
    """The four scores as the package itself works them out: slow, for tests and benchmarks."""
    scores = _vader().package.polarity_scores(sentence)
    return Scores(scores["neg"], scores["neu"], scores["pos"], scores["compound"])


class _Vader:
    """The package's data, read once, and the rules over it."""

    def __init__(self) -> None:
        import vaderSentiment.vaderSentiment as package  # noqa: N813 - the name is theirs

        self.package = package.SentimentIntensityAnalyzer()
        emojis: dict[str, str] = self.package.emojis
        self.emojis = {sign: name for sign, name in emojis.items() if len(sign) == 1}
        vocabulary = Vocabulary(
            lexicon=self.package.lexicon,
            boosters=package.BOOSTER_DICT,
            negations=frozenset(package.NEGATE),
            phrases=package.SPECIAL_CASES,
            signs=frozenset(self.emojis),
            flip=package.N_SCALAR,
            shout=package.C_INCR,
        )
        rules = Rules(vocabulary)
        self.weigh = rules.weigh
        self.roles = rules.roles

    def polarity(self, sentence: str) -> Scores:
        text, words, weighed, _ = self._read(sentence)
        return _score(weighed, len(words), text)

    def valences(self, sentence: str) -> tuple[Valence, ...]:
        return self._place(*self._read(sentence))

    def appraise(self, sentence: str) -> Opinion:
        text, words, weighed, origins = self._read(sentence)
        return Opinion(_score(weighed, len(words), text), self._place(text, words, weighed, origins))

    def _read(self, sentence: str) -> tuple[str, list[str], Weighed, list[int] | None]:
        """The sentence, its words, what they weigh; with emoji spelt out also where each character was."""
        words = sentence.split()
        weighed = self.weigh(words)
        if weighed is not None:
            return sentence, words, weighed, None
        text, origins = self._spell_out(sentence)
        words = text.split()
        return text, words, self.weigh(words) or [], origins

    def _place(
        self, text: str, words: list[str], weighed: Weighed, origins: list[int] | None
    ) -> tuple[Valence, ...]:
        """The weighed words with their offsets in the sentence as it was given."""
        placed: list[Valence] = []
        before = _letters_before(text, words) if weighed else []
        for at, value in weighed:
            role = self.roles[words[at]]
            start = before[at] + at + role.lead
            end = start + role.size
            if origins is not None:
                start, end = origins[start], origins[end - 1] + 1
            placed.append(Valence(start, end, value))
        return tuple(placed)

    def _spell_out(self, sentence: str) -> tuple[str, list[int]]:
        """The sentence with emoji as words, and for each of its characters the one it came from."""
        pieces: list[str] = []
        origins: list[int] = []
        after_space = True
        for at, sign in enumerate(sentence):
            name = self.emojis.get(sign)
            piece = sign if name is None else name if after_space else " " + name
            after_space = sign == " "
            pieces.append(piece)
            origins.extend([at] * len(piece))
        return "".join(pieces), origins


@cache
def _vader() -> _Vader:
    return _Vader()


def _score(weighed: Weighed, words: int, text: str) -> Scores:
    if not weighed:
        return _NEUTRAL if words else _EMPTY
    # Not added up in a loop: newer Pythons sum floats with a compensation, and the package sums with them.
    total = sum([value for _, value in weighed])
    positive = negative = 0.0
    for _, value in weighed:
        if value > 0:
            positive += value + 1
        else:
            negative -= value - 1
    emphasis = _emphasis(text)
    if emphasis:
        total += emphasis if total > 0 else -emphasis if total < 0 else 0.0
        if positive > negative:
            positive += emphasis
        elif positive < negative:
            negative += emphasis
    neutral = words - len(weighed)
    whole = positive + negative + neutral
    return Scores(
        round(negative / whole, 3),
        round(neutral / whole, 3),
        round(positive / whole, 3),
        round(total / math.sqrt(total * total + 15), 4),
    )


_NEUTRAL: Final = Scores(0.0, 1.0, 0.0, 0.0)
_EMPTY: Final = Scores(0.0, 0.0, 0.0, 0.0)


def _emphasis(text: str) -> float:
    """What exclamation and question marks add."""
    questions = text.count("?")
    asked = 0.0 if questions < 2 else questions * 0.18 if questions <= 3 else 0.96
    return min(text.count("!"), 4) * 0.292 + asked


def _letters_before(text: str, words: list[str]) -> list[int]:
    """Where each word begins in the text that was split into `words`, less one for each word before it."""
    # As if every gap were one character wide, as nearly always.
    before = [0, *accumulate(map(len, words))]
    if before.pop() + len(words) == len(text) + 1:
        return before
    return [token.start() - at for at, token in enumerate(_TOKEN.finditer(text))]
