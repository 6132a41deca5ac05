"""From pairs of passages to statements: groups that hang together as a whole, not by a chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from annotator.alignment.facts import anchoring, read_facts
from annotator.alignment.matching import Matcher, mutual_best, stand_out
from annotator.model.statements import Passage

Strengths = Mapping[tuple[int, int], float]
"""How far two passages stand out, by their places in the list, the lower first."""

COHESION = 0.7
"""Of the matcher's least standing-out: what the passages of a group must have on average."""
ANCHOR = 1.0
"""Of the matcher's least standing-out: what a shared figure is worth."""
MOST = 2 / 3
"""Of the passages of a group: so many name a sum that the group is about."""
SAME_OUTLET = 1.3
"""How much clearer a passage must belong when its outlet is in the group already."""


def group(passages: Sequence[Passage], matcher: Matcher) -> list[list[int]]:
    """The places of the passages, grouped by what they state; every passage is in one group.

    Pairs of different outlets that are each other's best come first, the clearest first, and are joined
    where the joined group hangs together on average. Then each passage left over goes to the group to
    which it clearly belongs, if there is one: an outlet may say a thing twice. Last, groups that are
    about one sum of money are one, and take in who names it too. Agglomerative clustering with average
    linkage (Sokal and Michener 1958), started from mutual best pairs.
    """
    strengths, links = measure(passages, matcher)
    groups = _Groups(len(passages), strengths)
    for one, other in links:
        groups.join(one, other, matcher.least * COHESION)
    groups.take_in(passages, matcher.least)
    groups.join_sums(passages, matcher.least * COHESION)
    return groups.listed()


def measure(
    passages: Sequence[Passage], matcher: Matcher
) -> tuple[dict[tuple[int, int], float], list[tuple[int, int]]]:
    """How far each two passages stand out, and the pairs that are each other's best, clearest first."""
    strengths: dict[tuple[int, int], float] = {}
    links: list[tuple[float, int, int]] = []
    outlets: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        outlets.setdefault(passage.outlet, []).append(place)
    for ones, others in _pairs(outlets.values()):
        mine, theirs = [passages[i] for i in ones], [passages[j] for j in others]
        scores = matcher.score(mine, theirs)
        within = ones is others
        if within:
            # A passage is not its own neighbour.
            scores = [
                [matcher.usual if i == j else score for j, score in enumerate(row)]
                for i, row in enumerate(scores)
            ]
        standing = _anchored(stand_out(scores, matcher.usual), mine, theirs, matcher)
        for (i, one), (j, other) in product(enumerate(ones), enumerate(others)):
            strengths[min(one, other), max(one, other)] = standing[i][j]
        if not within:
            best = mutual_best(standing, matcher.least)
            links += [(link.strength, ones[link.one], others[link.other]) for link in best]
    links.sort(key=lambda link: (-link[0], link[1], link[2]))
    return strengths, [(one, other) for _, one, other in links]


def _anchored(
    standing: list[list[float]], ones: Sequence[Passage], others: Sequence[Passage], matcher: Matcher
) -> list[list[float]]:
    """The same, more where two passages share a telling figure, less where their sums differ."""
    step = matcher.least * ANCHOR
    return [
        [strength + step * anchor for strength, anchor in zip(row, anchors, strict=True)]
        for row, anchors in zip(standing, anchoring(ones, others), strict=True)
    ]


def _pairs(outlets: Iterable[list[int]]) -> Iterable[tuple[list[int], list[int]]]:
    """Each two outlets, and each with itself."""
    listed = list(outlets)
    yield from combinations(listed, 2)
    yield from ((places, places) for places in listed)


class _Groups:
    """Passages in groups, at first each in its own."""

    def __init__(self, number: int, strengths: Strengths) -> None:
        self.members: dict[int, list[int]] = {place: [place] for place in range(number)}
        self.of = list(range(number))
        self.strengths = strengths

    def join(self, one: int, other: int, least: float) -> None:
        """Nothing; the two groups are one, if that hangs together."""
        mine, theirs = self.of[one], self.of[other]
        if mine == theirs or self._between(self.members[mine], self.members[theirs]) < least:
            return
        for place in self.members[theirs]:
            self.of[place] = mine
        self.members[mine] += self.members.pop(theirs)

    def _between(self, ones: Sequence[int], others: Sequence[int]) -> float:
        found = [self.strengths[min(i, j), max(i, j)] for i, j in product(ones, others)]
        return sum(found) / len(found)

    def take_in(self, passages: Sequence[Passage], least: float) -> None:
        """Nothing; passages still alone are in the group they clearly belong to, judged by its core."""
        cores = {key: tuple(members) for key, members in self.members.items() if len(members) > 1}
        alone = [members[0] for members in self.members.values() if len(members) == 1]
        for place in alone:
            likes = ((self._between([place], core), key) for key, core in cores.items())
            best, key = max(likes, default=(0.0, -1))
            said = key >= 0 and passages[place].outlet in {passages[i].outlet for i in cores[key]}
            if key >= 0 and best >= least * (SAME_OUTLET if said else 1.0):
                self.members[key].append(place)
                self.of[place] = key
                del self.members[place]

    def join_sums(self, passages: Sequence[Passage], least: float) -> None:
        """Nothing; groups in which most passages name the same sum of money are one.

        So is a passage still alone that names it, where it hangs together with the group by `least`.
        """
        by_sum: dict[str, int] = {}
        for key, members in list(self.members.items()):
            sums = Counter(name for i in members for name in read_facts(passages[i]).sums)
            shared = [name for name, number in sums.items() if number > 1 and number >= len(members) * MOST]
            for name in shared[:1]:
                first = by_sum.setdefault(name, key)
                if first != key:
                    self.join(first, key, 0.0)
        for place in [members[0] for members in self.members.values() if len(members) == 1]:
            named = [by_sum[name] for name in read_facts(passages[place]).sums if name in by_sum]
            if named:
                self.join(named[0], place, least)

    def listed(self) -> list[list[int]]:
        """The groups by their first passage."""
        return sorted(sorted(members) for members in self.members.values())
