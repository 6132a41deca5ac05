"""Who reads what, in which order: at random, but balanced, and the same again for the same seed.

Each student gets the articles read least so far, from outlets and stories the student has least of; ties
are drawn. A story's articles are read in one go. Which outlet begins a story is the one that began least
often for this student, then in the class; at the later places likewise. Greedy balance of that kind is
minimisation (Pocock and Simon, Biometrics 31, 1975).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from annotator.errors import JudgementError
from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.model.rubrics import Rubric
from annotator.store import assignments, listing, rubrics
from annotator.store.assignments import Assignment
from annotator.store.listing import Head
from annotator.workbench.opening import Workspace

SEED = 1
"""The seed when none is told: the plan that is shown is the plan that is written."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a teacher wants."""

    articles: tuple[str, ...]
    """By id."""
    mode: Mode = Mode.OPEN
    each: int | None = None
    """How many articles a student reads; None means as `overlap` needs, or all."""
    overlap: int | None = None
    """How many students read each article at least."""
    seed: int = SEED
    training: str = ""
    """When students see the key of these articles: `each`, `end`, or empty for never."""
    absent: frozenset[str] = frozenset()
    """Who is not there, by id: what they have not begun goes to others."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would read what."""

    rubric: Rubric
    readings: Mapping[str, tuple[str, ...]]
    """Articles in order by rater, those included that were begun already."""
    begun: frozenset[tuple[str, str]]
    """Rater and article of what was begun and stays as it is."""
    dropped: tuple[str, ...]
    """Assignments that go, by id."""
    added: tuple[Assignment, ...]
    """Assignments that come; they have no id and no time yet."""
    outlets: Mapping[str, str]
    """The outlet of each article."""

    @property
    def readers(self) -> dict[str, int]:
        """How many students read each article."""
        counted = Counter(article for row in self.readings.values() for article in row)
        return {article: counted[article] for article in self.outlets}

    @property
    def firsts(self) -> dict[str, int]:
        """How many students meet each outlet before all others."""
        counted = Counter(self.outlets[row[0]] for row in self.readings.values() if row)
        return {outlet: counted[outlet] for outlet in dict.fromkeys(self.outlets.values())}


def plan_assignments(workspace: Workspace, students: Sequence[Rater], rubric: Rubric, wish: Wish) -> Plan:
    """The plan for these students; nothing is written. Raises JudgementError for what cannot be done."""
    heads = {key: head for key, head in listing.heads(workspace.store).items() if key in set(wish.articles)}
    present = [one.id for one in sorted(students, key=lambda one: one.handle) if one.id not in wish.absent]
    each = _how_many(len(present), len(heads), wish)
    done = assignments.answered(workspace.store, rubric.digest)
    ours = [
        one
        for one in assignments.list_all(workspace.store)
        if one.rubric == rubric.digest and one.article in heads
    ]
    begun = {(one.rater, one.article) for one in ours if (one.rater, one.article) in done}
    kept: dict[str, list[str]] = {rater: [] for rater in present}
    for one in sorted(ours, key=lambda one: one.place):
        if (one.rater, one.article) in begun:
            kept.setdefault(one.rater, []).append(one.article)
    draw = _Drawing(heads, wish.seed, kept)
    chosen = draw.choose(present, each)
    readings = {rater: (*kept[rater], *draw.put_in_order(chosen[rater])) for rater in present}
    wanted = {
        (rater, article, place, wish.mode.value, wish.training)
        for rater, row in readings.items()
        for place, article in enumerate(row, 1)
        if (rater, article) not in begun
    }
    open_ones = [one for one in ours if (one.rater, one.article) not in begun]
    standing = {_what(one): one.id for one in open_ones}
    dropped = [one.id for one in open_ones if _what(one) not in wanted]
    added = [Assignment("", rater, article, rubric.digest, place, mode, "", training)
             for rater, article, place, mode, training in sorted(wanted - standing.keys())]  # fmt: skip
    outlets = {key: head.outlet for key, head in heads.items()}
    return Plan(rubric, readings, frozenset(begun), tuple(dropped), tuple(added), outlets)


def _what(one: Assignment) -> tuple[str, str, int, str, str]:
    """What an assignment says."""
    return one.rater, one.article, one.place, one.mode, one.training


def write_plan(workspace: Workspace, plan: Plan) -> int:
    """How many assignments are new; the plan is on the disk, whole."""
    now = workspace.now()
    new = [replace(one, id=workspace.new_id(), at=now) for one in plan.added]
    with workspace.store.writing() as connection:
        rubrics.keep(connection, plan.rubric)
        assignments.replace_some(connection, plan.dropped, new)
    return len(new)


def _how_many(students: int, articles: int, wish: Wish) -> int:
    """How many articles each student reads."""
    if not students:
        raise JudgementError(
            "there is no student to assign anything to.", "Take a list in: `annotator class roster FILE`."
        )
    if not articles:
        raise JudgementError("there is no article to assign.", "Add some, or name another story.")
    overlap = wish.overlap or 1
    if overlap > students:
        raise JudgementError(
            f"{overlap} students cannot read each article: there are {students}.",
            "Ask for a smaller overlap.",
        )
    needed = ceil(overlap * articles / students)
    each = wish.each or (needed if wish.overlap else articles)
    if each > articles:
        raise JudgementError(f"there are {articles} articles, not {each}.", "Ask for fewer a student.")
    if wish.overlap and each < needed:
        raise JudgementError(
            f"with {each} articles a student, {students} students cannot read each of {articles} articles"
            f" {overlap} times.",
            f"Give each student {needed}, or ask for an overlap of {students * each // articles}.",
        )
    return each


class _Drawing:
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

    def put_in_order(self, articles: Sequence[str]) -> list[str]:
        """The articles of one rater, story by story."""
        stories: dict[str, list[str]] = defaultdict(list)
        for key in sorted(articles):
            stories[self.heads[key].story].append(key)
        ordered: list[str] = []
        mine: Counter[str] = Counter()
        for place in range(len(stories)):
            story = min(stories, key=lambda one: (self.opened[one, place], self.draw.random()))
            self.opened[story, place] += 1
            ordered += self._within(stories.pop(story), mine, place)
        return ordered

    def _within(self, articles: list[str], mine: Counter[str], number: int) -> list[str]:
        """A rater's articles of the story of this number in order; `mine` counts who began earlier ones."""
        waiting, ordered = list(articles), []
        for place in range(len(articles)):
            outlet_of = {key: self.heads[key].outlet for key in waiting}
            best = min(
                waiting,
                key=lambda key: (
                    (mine[outlet_of[key]], self.began[outlet_of[key], number]) if place == 0 else (0, 0),
                    self.placed[outlet_of[key], place],
                    self.draw.random(),
                ),
            )
            if place == 0:
                mine[outlet_of[best]] += 1
                self.began[outlet_of[best], number] += 1
            self.placed[outlet_of[best], place] += 1
            waiting.remove(best)
            ordered.append(best)
        return ordered
