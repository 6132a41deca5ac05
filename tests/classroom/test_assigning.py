"""Assignments: balanced, reproducible, planned anew when somebody is absent."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import JudgementError, NotFoundError
from annotator.model.modes import Mode
from annotator.model.rubrics import Rubric
from annotator.store import assignments, listing
from annotator.workbench.assigning import Plan, Wish, plan_assignments, write_plan
from annotator.workbench.blinding import mode_for
from annotator.workbench.enrolling import students
from annotator.workbench.opening import Workspace
from tests.classroom.conftest import article, give, rater


def planned(workspace: Workspace, rubric: Rubric, **wish: object) -> Plan:
    every = tuple(listing.heads(workspace.store))
    return plan_assignments(workspace, students(workspace), rubric, Wish(every, **wish))  # type: ignore[arg-type]


def test_each_outlet_is_met_first_equally_often(workspace: Workspace, rubric: Rubric) -> None:
    for seed in range(20):
        plan = planned(workspace, rubric, seed=seed)
        assert set(plan.firsts.values()) == {2}, "six students, three outlets"
        for row in plan.readings.values():
            assert len(row) == 6
            assert plan.outlets[row[0]] != plan.outlets[row[3]], "another outlet begins the second story"


def test_stories_are_read_in_one_go(workspace: Workspace, rubric: Rubric) -> None:
    heads = listing.heads(workspace.store)
    for row in planned(workspace, rubric).readings.values():
        assert len({heads[key].story for key in row[:3]}) == 1


def test_a_part_each_is_spread_evenly_over_articles_and_outlets(workspace: Workspace, rubric: Rubric) -> None:
    for seed in range(20):
        plan = planned(workspace, rubric, each=3, seed=seed)
        assert set(plan.readers.values()) == {3}
        for row in plan.readings.values():
            assert max(Counter(plan.outlets[key] for key in row).values()) <= 2


def test_an_overlap_says_how_many_each_must_read(workspace: Workspace, rubric: Rubric) -> None:
    plan = planned(workspace, rubric, overlap=2)
    assert min(plan.readers.values()) >= 2
    assert {len(row) for row in plan.readings.values()} == {2}


@pytest.mark.parametrize("wish", [{"each": 1, "overlap": 3}, {"each": 7}, {"overlap": 9}])
def test_what_cannot_be_is_told_with_what_can(
    workspace: Workspace, rubric: Rubric, wish: dict[str, int]
) -> None:
    with pytest.raises(JudgementError) as told:
        planned(workspace, rubric, **wish)
    assert told.value.hint


def test_the_same_seed_gives_the_same_plan_and_another_gives_another(
    workspace: Workspace, rubric: Rubric
) -> None:
    assert planned(workspace, rubric, seed=5) == planned(workspace, rubric, seed=5)
    assert planned(workspace, rubric, seed=5).readings != planned(workspace, rubric, seed=6).readings


def test_nothing_is_written_until_it_is_and_twice_is_once(workspace: Workspace, rubric: Rubric) -> None:
    plan = planned(workspace, rubric, mode=Mode.BOTH)
    assert assignments.list_all(workspace.store) == []
    assert write_plan(workspace, plan) == 36
    again = planned(workspace, rubric, mode=Mode.BOTH)
    assert (again.added, again.dropped) == ((), ())
    some = article(workspace, "council", "herald")
    assert mode_for(workspace, rater(workspace, 0), some) is Mode.BOTH


def test_when_somebody_is_absent_the_others_take_over_and_what_was_begun_stays(
    workspace: Workspace, rubric: Rubric
) -> None:
    first = planned(workspace, rubric, each=3)
    write_plan(workspace, first)
    begun = first.readings[rater(workspace, 1).id][0]
    heads = listing.heads(workspace.store)
    give(
        workspace,
        rater(workspace, 1),
        article(workspace, heads[begun].story, heads[begun].outlet),
        rubric,
        "tone",
        2,
    )
    away = rater(workspace, 0).id
    plan = planned(workspace, rubric, overlap=3, absent=frozenset({away}))
    assert away not in plan.readings
    assert min(plan.readers.values()) >= 3
    assert plan.readings[rater(workspace, 1).id][0] == begun
    write_plan(workspace, plan)
    kept = assignments.list_all(workspace.store)
    assert all(one.rater != away for one in kept)
    assert Counter(one.rater for one in kept) == {one: len(row) for one, row in plan.readings.items()}
    assert len({(one.rater, one.article) for one in kept}) == len(kept)


@given(seed=st.integers(0, 10**6), away=st.sets(st.integers(0, 5), max_size=4), each=st.integers(1, 6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_is_absent_and_however_much_is_read_the_plan_is_balanced(
    workspace: Workspace, rubric: Rubric, seed: int, away: set[int], each: int
) -> None:
    """All who are here read as much as asked; articles are read, and outlets met first, equally often."""
    absent = frozenset(rater(workspace, number).id for number in away)
    plan = planned(workspace, rubric, seed=seed, each=each, absent=absent)
    assert plan == planned(workspace, rubric, seed=seed, each=each, absent=absent), "reproducible"
    assert set(plan.readings) == {one.id for one in students(workspace)} - absent
    assert all(len(row) == len(set(row)) == each for row in plan.readings.values())
    readers = plan.readers.values()
    assert max(readers) - min(readers) <= 1
    if each > 1:
        firsts = plan.firsts.values()
        assert max(firsts) - min(firsts) <= 1


def test_a_plan_for_one_group_leaves_the_others_as_they_are(workspace: Workspace, rubric: Rubric) -> None:
    write_plan(workspace, planned(workspace, rubric))
    every = tuple(listing.heads(workspace.store))
    before = set(assignments.list_all(workspace.store))
    mine = students(workspace, "8A")
    plan = plan_assignments(workspace, mine, rubric, Wish(every, each=2))
    assert {one.handle for one in mine} == {"student-0", "student-2", "student-4"}
    write_plan(workspace, plan)
    after = set(assignments.list_all(workspace.store))
    ids = {one.id for one in mine}
    assert {one for one in before if one.rater not in ids} == {one for one in after if one.rater not in ids}
    assert Counter(one.rater for one in after if one.rater in ids) == dict.fromkeys(ids, 2)
    with pytest.raises(NotFoundError, match="9z"):
        students(workspace, "9z")
