"""The draw behind a plan: who reads what in which order, at random but balanced.

Each student gets the articles read least so far, from outlets and stories the student has least of; ties are
drawn. Greedy balance of that kind is minimisation (Pocock and Simon, Biometrics 31, 1975). A story's articles
are read in one go. Which outlet a student meets before all others is settled for the whole class at once
(`beginning.py`); which begins a later story is the one that began least often for this student, then in the
class; at the later places likewise.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from annotator.store.listing import Head
from annotator.workbench.beginning import choose_beginnings


class Drawing:
    """A random, balanced choice on its way."""

    def __init__(self, heads: Mapping[str, Head], seed: int, kept: Mapping[str, Sequence[str]]) -> None:
        self.heads = heads
        self.draw = random.Random(seed)
        self.kept = kept
        self.read = Counter(article for row in kept.values() for article in row)
        self.began: Counter[tuple[str, int]] = Counter()
        """How often each outlet began the first story, the second, and so on, in the class."""
        self.placed: Counter[tuple[str, int]] = Counter()
        """How often each outlet stood at each place of a story, in the class."""
        self.opened: Counter[tuple[str, int]] = Counter()
        """How often each story stood at each place."""

    def choose(self, raters: Sequence[str], each: int) -> dict[str, list[str]]:
        """What each rater gets beside what was begun, article by article by turns."""
        chosen: dict[str, list[str]] = {rater: [] for rater in raters}
        for _ in range(each):
            for rater in self.draw.sample(list(raters), len(raters)):
                has = [*self.kept.get(rater, ()), *chosen[rater]]
                if len(has) >= each:
                    continue
                article = self._least([key for key in self.heads if key not in has], has)
                chosen[rater].append(article)
                self.read[article] += 1
        while self._even_out(chosen):
            pass
        return chosen

    def _even_out(self, chosen: Mapping[str, list[str]]) -> bool:
        """True when one reading went from an article read too often to one read too seldom."""
        seldom = min(self.heads, key=lambda key: self.read[key])
        for often in sorted(self.heads, key=lambda key: -self.read[key]):
            if self.read[often] - self.read[seldom] < 2:
                return False
            could = [
                rater
                for rater, row in chosen.items()
                if often in row and seldom not in (*row, *self.kept.get(rater, ()))
            ]
            if could:
                outlet = self.heads[seldom].outlet
                rater = min(
                    could, key=lambda one: sum(self.heads[key].outlet == outlet for key in chosen[one])
                )
                chosen[rater][chosen[rater].index(often)] = seldom
                self.read[often] -= 1
                self.read[seldom] += 1
                return True
        return False

    def _least(self, candidates: list[str], has: Sequence[str]) -> str:
        """The article read least, of the outlet and story that this rater has least of; ties are drawn."""
        outlets = Counter(self.heads[key].outlet for key in has)
        stories = Counter(self.heads[key].story for key in has)
        return min(
            candidates,
            key=lambda key: (
                self.read[key],
                outlets[self.heads[key].outlet],
                stories[self.heads[key].story],
                self.draw.random(),
            ),
        )

    def put_in_order(self, chosen: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """The articles of each rater in order, story by story.

        Who has begun already begins with what was begun; for all others the outlet that comes first is
        settled together.
        """
        begun = {rater for rater in chosen if self.kept.get(rater)}
        fixed = Counter(self.heads[row[0]].outlet for row in self.kept.values() if row)
        options = {
            rater: [self.heads[key].outlet for key in row]
            for rater, row in chosen.items()
            if rater not in begun
        }
        first = choose_beginnings(options, fixed, self.draw)
        self.began.update((outlet, 0) for outlet in first.values())
        return {rater: self._order(chosen[rater], first.get(rater)) for rater in chosen}

    def _order(self, articles: Sequence[str], first: str | None) -> list[str]:
        """The articles of one rater; the outlet `first`, where told, opens the first story."""
        stories: dict[str, list[str]] = defaultdict(list)
        for key in sorted(articles):
            stories[self.heads[key].story].append(key)
        ordered: list[str] = []
        mine: Counter[str] = Counter()
        for place in range(len(stories)):
            could = [
                story
                for story, row in stories.items()
                if place or first is None or any(self.heads[key].outlet == first for key in row)
            ]
            story = min(could, key=lambda one: (self.opened[one, place], self.draw.random()))
            self.opened[story, place] += 1
            ordered += self._within(stories.pop(story), mine, place, None if place else first)
        return ordered

    def _within(self, articles: list[str], mine: Counter[str], number: int, first: str | None) -> list[str]:
        """A rater's articles of the story of this number in order; `mine` counts who began earlier ones."""
        waiting, ordered = list(articles), []
        for place in range(len(articles)):
            outlet_of = {key: self.heads[key].outlet for key in waiting}
            best = min(
                waiting,
                key=lambda key: (
                    place == 0 and first not in (None, outlet_of[key]),
                    (mine[outlet_of[key]], self.began[outlet_of[key], number]) if place == 0 else (0, 0),
                    self.placed[outlet_of[key], place],
                    self.draw.random(),
                ),
            )
            if place == 0:
                mine[outlet_of[best]] += 1
                self.began[outlet_of[best], number] += first is None
            self.placed[outlet_of[best], place] += 1
            waiting.remove(best)
            ordered.append(best)
        return ordered
