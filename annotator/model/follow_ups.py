"""Answers to follow-ups, as they are kept: lines `id: answer` at the end of the note of their score.

So they are saved, undone, exported and merged with the score they belong to. A choice is kept by its id.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.rubrics import Criterion


def join_note(words: str, answers: Mapping[str, str]) -> str:
    """A note that holds the rater's words and then each answer, by the id of its follow-up.

    Line ends inside an answer become blanks; an empty answer is left out.
    """
    folded = {id: " ".join(answer.split()) for id, answer in answers.items()}
    lines = [f"{id}: {answer}" for id, answer in folded.items() if answer]
    return "\n".join([*([words.rstrip("\n")] if words.strip() else []), *lines])


def split_note(note: str, criterion: Criterion) -> tuple[str, dict[str, str]]:
    """The rater's words and the answers, by the id of their follow-up, that a note of this criterion holds.

    Only lines at the end that begin with the id of a follow-up of the criterion are answers.
    """
    known = {one.id for one in criterion.follow_ups}
    lines = note.split("\n")
    answers: dict[str, str] = {}
    while lines:
        id, colon, answer = lines[-1].partition(": ")
        if not colon or id not in known or id in answers:
            break
        answers[id] = answer
        lines.pop()
    return "\n".join(lines), dict(reversed(answers.items()))
