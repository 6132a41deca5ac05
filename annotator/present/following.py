"""Further questions after an answer, as the form and the small windows show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.model.follow_ups import join_note, split_note
from annotator.model.rubrics import FollowUp, in_language
from annotator.present.judging import Judging
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent
from annotator.present.showing import Cells
from annotator.translating import _


def words_of(judging: Judging) -> str:
    """The note for the criterion in hand without the answers to further questions."""
    return split_note(judging.note, judging.criterion)[0]


def answers_of(judging: Judging) -> Mapping[str, str]:
    """The answers to further questions by their ids."""
    return split_note(judging.note, judging.criterion)[1]


def with_words(judging: Judging, words: str) -> Judging:
    """The same with another note; the answers to further questions stay."""
    return replace(judging, note=join_note(words, answers_of(judging)))


def with_note_below(judging: Judging, other: str) -> Judging:
    """The same with the words of another note below its own, unless they stand there already."""
    mine, theirs = words_of(judging), split_note(other, judging.criterion)[0].strip()
    if not theirs or theirs in mine:
        return judging
    return with_words(judging, f"{mine.rstrip()}\n\n{theirs}" if mine.strip() else theirs)


def with_answer(judging: Judging, id: str, answer: str) -> Judging:
    """The same with this answer to a further question."""
    return replace(judging, note=join_note(words_of(judging), {**answers_of(judging), id: answer}))


def fitting(judging: Judging, level: int | None) -> Judging:
    """The same without answers to questions that are not asked after this level (None: cannot judge)."""
    asked = {one.id for one in judging.criterion.follow_ups_after(level)}
    answers = answers_of(judging)
    if set(answers) <= asked:
        return judging
    kept = {id: answer for id, answer in answers.items() if id in asked}
    return replace(judging, note=join_note(words_of(judging), kept))


def asked_now(judging: Judging) -> tuple[FollowUp, ...]:
    """The further questions that belong to the score that stands."""
    return judging.criterion.follow_ups_after(judging.score.level) if judging.score else ()


def follow_up_lines(judging: Judging, width: int, cells: Cells, language: str) -> list[Line]:
    """The further questions of the score that stands, each with its answer or that there is none."""
    lines: list[Line] = []
    answers = answers_of(judging)
    for one in asked_now(judging):
        target = f"follow-up:{one.id}"
        question = fold_runs(in_language(one.question, language), width - 3, cells, "quiet", target)
        lines += indent(question, Run(" ? ", "accent", target), cells)
        given = answers.get(one.id, "")
        choice = one.choice(given)
        told = in_language(choice.label, language) if choice else given or _("press f to answer")
        lines.append((Run("   " + clip(told, width - 3, cells), "" if given else "faint", target),))
    return lines


def choice_lines(one: FollowUp, width: int, cells: Cells, language: str) -> list[Line]:
    """A further question with its choices, each with its key."""
    lines: list[Line] = [*fold_runs(in_language(one.question, language), width, cells, "strong"), BLANK]
    for number, choice in enumerate(one.choices, 1):
        label = fold_runs(in_language(choice.label, language), width - 4, cells, "", choice.id)
        lines += indent(label, Run(f" {number}  ", "level", choice.id), cells)
    return [*lines, BLANK, *fold_runs(_("a number takes it, esc leaves it open"), width, cells, "quiet")]
