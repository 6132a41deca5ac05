"""VADER's rules for a word among its neighbours, over roles that are looked up once for each spelling."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

Weighed = list[tuple[int, float]]
"""Words that count: their index in the sentence and their valence, in order; none is zero."""

_MOST_KEPT: Final = 50_000
_NAMED: Final = frozenset(
    ("but", "no", "or", "nor", "so", "this", "never", "without", "doubt", "least", "at", "very", "kind", "of")
)
"""Words that the rules ask for by name."""
_LOUD: Final = frozenset(("no", "so", "this", "never", "least"))
"""Those of them that change a word after them without the help of another."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the package knows of words."""

    lexicon: Mapping[str, float]
    boosters: Mapping[str, float]
    negations: frozenset[str]
    phrases: Mapping[str, float]
    """Phrases with a valence of their own."""
    signs: Set[str]
    """Emoji that are spelt out before anything else is asked."""
    flip: float
    """By what a negation multiplies."""
    shout: float
    """What capitals add, where other words have none."""


class Role:
    """What a word does in the rules."""

    __slots__ = (
        "boost",
        "known",
        "lead",
        "lower",
        "negates",
        "phrasal",
        "quiet",
        "settled",
        "signs",
        "size",
        "telling",
        "upper",
        "valence",
    )

    def __init__(self, word: str = "", bare: str = "") -> None:
        self.lower = bare.lower()
        self.upper = bare.isupper()
        self.lead = word.index(bare)
        """How much punctuation stands before it."""
        self.size = len(bare)
        """How long it is without punctuation."""
        self.valence = 0.0
        """The lexicon's; 0 for a word it does not hold."""
        self.known = False
        """True when the lexicon holds it, even where another rule takes it first."""
        self.boost = 0.0
        self.negates = False
        self.phrasal = False
        """True when a phrase of two or more words contains it."""
        self.signs = False
        """True when it holds an emoji to be spelt out."""
        self.telling = False
        """True when it changes the score by itself: a lexicon word, `but`, an emoji."""
        self.settled = False
        """True when it weighs its valence, whatever follows, where the words before it are quiet."""
        self.quiet = True
        """True when it does nothing to the words after it, unless two words of phrases stand together."""


PLAIN: Final = Role()
"""The role of all words that have none."""
SIGNS: Final = Role()
"""The role of all words with an emoji in them."""
SIGNS.signs = SIGNS.telling = True


class Roles(dict[str, Role]):
    """The role of every spelling met so far, punctuation included."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary
        self._phrasal = _words_of((*vocabulary.phrases, *vocabulary.boosters))

    def __missing__(self, word: str) -> Role:
        if len(self) >= _MOST_KEPT:
            self.clear()
        role = self[word] = self._role(word)
        return role

    def _role(self, word: str) -> Role:
        if not word.isascii() and not self._words.signs.isdisjoint(word):
            return SIGNS
        bare = bared(word)
        lower = bare.lower()
        known, booster = lower in self._words.lexicon, lower in self._words.boosters
        negates = lower in self._words.negations or "n't" in lower
        if not (known or booster or negates or lower in self._phrasal or lower in _NAMED):
            return PLAIN
        role = Role(word, bare)
        role.known, role.negates, role.phrasal = known, negates, lower in self._phrasal
        role.valence = self._words.lexicon.get(lower, 0.0)
        role.boost = self._words.boosters.get(lower, 0.0)
        role.telling = (known and not booster) or lower == "but"
        role.settled = (
            known and not (role.upper or role.phrasal or lower in ("kind", "no")) and role.valence != 0
        )
        role.quiet = lower not in _LOUD and (known or not (booster or negates))
        return role


def bared(word: str) -> str:
    """The word without punctuation around it; as it is where so little is left that it was an emoticon."""
    stripped = word.strip(string.punctuation)
    return word if len(stripped) <= 2 else stripped


class Rules:
    """The rules, over one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.words = vocabulary
        self.roles = Roles(vocabulary)

    def weigh(self, words: list[str]) -> Weighed | None:
        """The words that count in a sentence split at white space; None where emoji are to be spelt out."""
        roles = list(map(self.roles.__getitem__, words))
        weighed: Weighed = []
        # Asked of words in capitals: are there others that are not?
        mixed: bool | None = None
        but = -1
        for at in [at for at, role in enumerate(roles) if role.telling]:
            role = roles[at]
            if not role.known:
                if role.signs:
                    return None
                if but < 0:
                    but = at
            elif role.settled and at > 2 and _are_quiet(*roles[at - 3 : at]):
                weighed.append((at, role.valence))
            else:
                if mixed is None:
                    mixed = not all(map(str.isupper, words))
                value = self._valence(at, roles, mixed)
                if value:
                    weighed.append((at, value))
        return _contrast(weighed, but) if but >= 0 else weighed

    def _valence(self, at: int, roles: list[Role], mixed: bool) -> float:
        role = roles[at]
        after = roles[at + 1] if at + 1 < len(roles) else PLAIN
        one = roles[at - 1] if at > 0 else PLAIN
        two = roles[at - 2] if at > 1 else PLAIN
        three = roles[at - 3] if at > 2 else PLAIN
        if role.lower == "kind" and after.lower == "of":
            return 0.0
        value = 0.0 if after.known and role.lower == "no" else role.valence
        if one is not PLAIN or two is not PLAIN or three is not PLAIN:
            if one.lower == "no" or two.lower == "no" or (three.lower == "no" and one.lower in ("or", "nor")):
                value = role.valence * self.words.flip
            if mixed and role.upper:
                value += self.words.shout if value > 0 else -self.words.shout
            return self._after(value, at, roles, one, two, three, after, mixed)
        if mixed and role.upper:
            value += self.words.shout if value > 0 else -self.words.shout
        if at > 2 and after.phrasal and role.phrasal:
            value = self._in_phrase(value, at, roles)
        return value

    def _after(
        self,
        value: float,
        at: int,
        roles: list[Role],
        one: Role,
        two: Role,
        three: Role,
        after: Role,
        mixed: bool,
    ) -> float:
        """The value after the three words before it, of which at least one has a role."""
        if not one.known:
            if one.boost:
                value += self._boost(one, value, mixed)
            if one.negates:
                value *= self.words.flip
        if two is not PLAIN and not two.known:
            value = self._after_two(value, one, two, mixed)
        if at > 2 and not three.known:
            value = self._after_three(value, one, two, three, mixed)
            here = roles[at].phrasal
            if (
                (one.phrasal and (here or two.phrasal))
                or (two.phrasal and three.phrasal)
                or (here and after.phrasal)
            ):
                value = self._in_phrase(value, at, roles)
        if one.lower == "least" and not one.known and two.lower not in ("at", "very"):
            value *= self.words.flip
        return value

    def _after_two(self, value: float, one: Role, two: Role, mixed: bool) -> float:
        if two.boost:
            value += self._boost(two, value, mixed) * 0.95
        if two.lower == "never" and one.lower in ("so", "this"):
            return value * 1.25
        if two.negates and not (two.lower == "without" and one.lower == "doubt"):
            return value * self.words.flip
        return value

    def _after_three(self, value: float, one: Role, two: Role, three: Role, mixed: bool) -> float:
        if three.boost:
            value += self._boost(three, value, mixed) * 0.9
        # The package asks for `never` only where `so` or `this` stands two words before.
        if one.lower in ("so", "this") or (three.lower == "never" and two.lower in ("so", "this")):
            return value * 1.25
        if three.negates and not (three.lower == "without" and "doubt" in (one.lower, two.lower)):
            return value * self.words.flip
        return value

    def _boost(self, booster: Role, value: float, mixed: bool) -> float:
        boost = -booster.boost if value < 0 else booster.boost
        if mixed and booster.upper:
            boost += self.words.shout if value > 0 else -self.words.shout
        return boost

    def _in_phrase(self, value: float, at: int, roles: list[Role]) -> float:
        """The value once the phrases around the word are looked up; at least three words stand before it."""
        three, two, one, here = (role.lower for role in roles[at - 3 : at + 1])
        before = (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}")
        for phrase in (f"{one} {here}", f"{two} {one} {here}", before[2], before[0], before[1]):
            if phrase in self.words.phrases:
                value = self.words.phrases[phrase]
                break
        ahead = [role.lower for role in roles[at + 1 : at + 3]]
        for size in range(1, len(ahead) + 1):
            value = self.words.phrases.get(" ".join([here, *ahead[:size]]), value)
        for phrase in before:
            value += self.words.boosters.get(phrase, 0.0)
        return value


def _are_quiet(three: Role, two: Role, one: Role) -> bool:
    """True when the three words before a word do nothing to it."""
    if not (one.quiet and two.quiet and three.quiet):
        return False
    return not (two.phrasal and (one.phrasal or three.phrasal))


def _words_of(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases if " " in phrase for word in phrase.split())


def _contrast(weighed: Weighed, but: int) -> Weighed:
    """The valences with those before `but` halved and those after it raised.

    The package finds each word again by its value, so that a word whose value stood earlier changes
    that earlier one instead. A heap of places for each value repeats this in good time.
    """
    values = [value for _, value in weighed]
    places: dict[float, list[int]] = {}
    for place, value in enumerate(values):
        places.setdefault(value, []).append(place)
    for place in range(len(values)):
        first = heappop(places[values[place]])
        value = values[first] = values[first] * (0.5 if weighed[first][0] < but else 1.5)
        heappush(places.setdefault(value, []), first)
    return [(at, value) for (at, _), value in zip(weighed, values, strict=True)]
