"""Follow-ups: read strictly, asked only after certain answers, kept with the note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.rubric_files import check_rubric, parse_rubric
from annotator.model.follow_ups import join_note, split_note
from annotator.model.rubrics import Criterion, When

HEAD = """\
id: r
version: "1"
title: R
description: D
source_note: ours
criteria:
  - id: balance
    title: Balance
    question: Who speaks?
    levels:
      - {value: 2, label: one, descriptor: One., example: x}
      - {value: 4, label: all, descriptor: All., example: y}
    follow_ups:
"""
GOOD = (
    HEAD
    + """\
      - id: who-is-missing
        when: {at_most: 2, cannot_judge: true}
        question: {en: "Who is missing?", it: "Chi manca?"}
        kind: choice
        choices:
          - {id: accused, label: The accused}
          - {id: other, label: {en: Somebody else, hi: कोई और}}
      - id: how
        when: {at_least: 4}
        question: How do you know?
"""
)


def balance() -> Criterion:
    return parse_rubric(GOOD, "r.yaml").criteria[0]


def test_follow_ups_are_read_whole() -> None:
    missing, how = balance().follow_ups
    assert (missing.id, missing.kind, missing.when) == (
        "who-is-missing",
        "choice",
        When(at_most=2, cannot_judge=True),
    )
    assert [choice.id for choice in missing.choices] == ["accused", "other"]
    assert missing.question["it"] == "Chi manca?"
    assert (how.kind, how.choices, how.when) == ("text", (), When(at_least=4))


@pytest.mark.parametrize(
    ("level", "asked"), [(2, ["who-is-missing"]), (4, ["how"]), (None, ["who-is-missing"])]
)
def test_a_follow_up_is_asked_after_the_answers_it_names(level: int | None, asked: list[str]) -> None:
    assert [one.id for one in balance().follow_ups_after(level)] == asked


def test_cannot_judge_is_below_no_level() -> None:
    assert not When(at_most=9, at_least=1).holds(None)


ONE = "      - {id: a, when: {at_most: 2}, question: q}\n"
WRONG = [
    (ONE.replace("{at_most: 2}", "{}"), "14:23", "at_most", "no condition"),
    (ONE.replace("at_most: 2", "at_most: 1"), "14:33", "lowest level is 2", "a level that is never given"),
    (ONE.replace("at_most: 2", "at_least: 5"), "14:34", "highest level is 4", "a level above all"),
    (ONE.replace("at_most: 2", "at_most: two"), "14:33", "whole number", "a level that is no number"),
    (ONE.replace("at_most: 2", "cannot_judge: false"), "14:38", "true", "a condition that says nothing"),
    (ONE.replace("at_most", "atmost"), "14:24", "“at_most”", "a condition misspelt"),
    (ONE.replace("question: q", "question: q, kind: words"), "14:56", "text, choice", "an unknown kind"),
    (ONE.replace("question: q", "question: q, kind: choice"), "14:9", "choices", "a choice without choices"),
    (ONE.replace("question: q", "question: q, choices: []"), "14:59", "kind: choice", "choices for words"),
    (
        ONE.replace("question: q", "question: q, kind: choice, choices: [{id: x, label: X}]"),
        "14:73", "two", "one choice",
    ),
    (
        ONE.replace("question: q", "question: q, kind: choice, choices: [{id: x, label: X}, {id: x, label: Y}]"),  # noqa: E501
        "14:93", "own", "two choices with one id",
    ),
    (ONE + ONE, "15:9", "own", "two follow-ups with one id"),
    (ONE.replace(", question: q", ""), "14:9", "question", "no question"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "place", "hint", "reason"), WRONG, ids=[row[3] for row in WRONG])
def test_a_wrong_follow_up_is_refused_with_its_place(lines: str, place: str, hint: str, reason: str) -> None:
    mistake = check_rubric(HEAD + lines, "r.yaml").mistakes[0]
    assert (str(mistake.place), hint in mistake.hint) == (f"r.yaml:{place}", True), str(mistake)


def test_answers_are_lines_at_the_end_of_the_note() -> None:
    note = join_note("The firm is not asked.", {"who-is-missing": "accused", "how": " I  looked\nit up. "})
    assert note == "The firm is not asked.\nwho-is-missing: accused\nhow: I looked it up."
    assert split_note(note, balance()) == (
        "The firm is not asked.", {"who-is-missing": "accused", "how": "I looked it up."},
    )  # fmt: skip


def test_a_note_that_looks_like_an_answer_elsewhere_stays_a_note() -> None:
    assert split_note("how: so\nbut why: no idea", balance()) == ("how: so\nbut why: no idea", {})


@given(
    words=st.text(max_size=40).filter(
        lambda text: not text.rstrip("\n").split("\n")[-1].startswith(("how: ", "who-is"))
    ),
    answers=st.dictionaries(st.sampled_from(["who-is-missing", "how"]), st.text(max_size=20)),
)
def test_what_is_joined_can_be_split_again(words: str, answers: dict[str, str]) -> None:
    folded = {id: " ".join(answer.split()) for id, answer in answers.items() if answer.split()}
    kept = words.rstrip("\n") if words.strip() else ""
    assert split_note(join_note(words, answers), balance()) == (kept, folded)
