"""The desk's panes as lines: signals with the reason for a finding, the form, the foot of a narrow desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.findings import Measurement, Unavailable
from annotator.model.judgements import Answer, Score
from annotator.model.rubrics import Criterion, Level, in_language
from annotator.present.citing import evidence_lines, letter_of
from annotator.present.following import follow_up_lines, words_of
from annotator.present.judging import Judging, clock_of, said
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent, pad
from annotator.present.noticing import Noticing
from annotator.present.showing import Cells
from annotator.translating import N_, _, language_used, write_number

if TYPE_CHECKING:
    from annotator.signals import SignalCard

CANNOT_JUDGE = N_("cannot judge")
VERDICTS = {"yes": N_("you: right"), "no": N_("you: wrong"), "unsure": N_("you: unsure")}


def signal_lines(
    noticing: Noticing, cards: Sequence[SignalCard], told: str, verdict: str, width: int, cells: Cells
) -> list[Line]:
    """The signals with their counts, and below them the finding in hand with the reason for it."""
    lines: list[Line] = [(Run(_("Signals"), "title"),), BLANK]
    lines += [_signal_line(card, noticing, width, cells) for card in cards]
    lines.append(BLANK)
    if noticing.chosen:
        card = next(card for card in cards if card.id == noticing.chosen.signal)
        return lines + _finding_lines(noticing, card, told, verdict, width, cells)
    if not noticing.known:
        return lines + fold_runs(_("The signals are being asked…"), width, cells, "quiet")
    silent = [one for one in noticing.measurements.values() if isinstance(one, Unavailable)]
    if silent and len(silent) == len(noticing.measurements):
        return lines + fold_runs(_(silent[0].reason), width, cells, "warn")
    if not noticing.findings:
        nothing = _("No signal found anything here. That is no praise.")
        return lines + fold_runs(nothing, width, cells, "quiet")
    return lines + fold_runs(
        _("Signals point at words; whether they matter is yours to judge."), width, cells, "quiet"
    )


def _signal_line(card: SignalCard, noticing: Noticing, width: int, cells: Cells) -> Line:
    target = f"signal:{card.id}"
    measured = noticing.measurements.get(card.id)
    hidden = card.id in noticing.hidden
    if card.kind == "article":
        number = write_number(measured.value) if isinstance(measured, Measurement) else "–"
    else:
        number = str(noticing.count(card.id)) if noticing.known else "·"
    if isinstance(measured, Unavailable):
        number = "–"
    off = hidden or number in ("0", "–")
    name = pad(clip(_(card.title), width - 4 - len(number), cells), width - 3 - len(number), cells)
    return (
        Run(card.letter, "off" if off else card.id, target),
        Run("○ " if hidden and card.kind != "article" else "  ", "faint", target),
        Run(name, "quiet" if off else "", target),
        Run(number, "faint" if off else "strong", target),
    )


def _finding_lines(
    noticing: Noticing, card: SignalCard, told: str, verdict: str, width: int, cells: Cells
) -> list[Line]:
    at, of = noticing.place()
    place = _("{at} of {total}").format(at=at, total=of)
    head = (
        Run(f"{card.letter} ", card.id),
        Run(pad(_(card.title), width - 2 - cells.of(place), cells), "strong"),
        Run(place, "quiet"),
    )
    lines = [head, *fold_runs(told, width, cells)]
    if verdict:
        lines.append((Run(_(VERDICTS.get(verdict, verdict)), "good"),))
    return [
        *lines,
        BLANK,
        *fold_runs(_(card.question), width, cells, "accent"),
        BLANK,
        *fold_runs(_(card.caveat), width, cells, "quiet"),
    ]


def reason_lines(
    measured: Measurement | Unavailable | None, card: SignalCard, width: int, cells: Cells
) -> list[Line]:
    """What a signal asks, and its number for the whole article or why it has none."""
    lines = [*fold_runs(_(card.question), width, cells, "accent"), BLANK]
    if isinstance(measured, Unavailable):
        lines += fold_runs(_(measured.reason), width, cells, "warn")
    elif measured:
        lines += fold_runs(f"{write_number(measured.value, 1)} {_(measured.unit)}", width, cells)
    return [*lines, BLANK, *fold_runs(_(card.caveat), width, cells, "quiet")]


def form_lines(judging: Judging, width: int, cells: Cells, *, examples: bool = False) -> list[Line]:
    """The form: the criterion in hand with its levels, the evidence and note for it, and all criteria."""
    criterion, language = judging.criterion, language_used()
    letter = letter_of(judging.rubric, criterion)
    return [
        _strip_of_answers(judging),
        *(fold_runs(waiting_words(judging), width, cells, "warn") if judging.wish else ()),
        BLANK,
        *indent(
            fold_runs(in_language(criterion.title, language), width - 3, cells, "title"),
            Run(f"{letter}. ", "title"),
            cells,
        ),
        *fold_runs(in_language(criterion.question, language), width, cells),
        BLANK,
        *_level_lines(judging, width, cells, language, examples),
        BLANK,
        *evidence_lines(judging, width, cells),
        *_note_lines(judging, width, cells),
        *follow_up_lines(judging, width, cells, language),
        BLANK,
        *_criteria_lines(judging, width, cells, language),
    ]


def _strip_of_answers(judging: Judging) -> Line:
    """All criteria in a row: the level given, or an open dot; the one in hand stands out."""
    runs: list[Run] = []
    for criterion in judging.rubric.criteria:
        target = f"criterion:{criterion.id}"
        score = judging.scores.get(criterion.id)
        look = "level-taken" if criterion.id == judging.criterion.id else "dot" if score else "dot-open"
        runs += [Run(f" {_answer_sign(score, criterion)} ", look, target)]
    return tuple(runs)


def _level_lines(judging: Judging, width: int, cells: Cells, language: str, examples: bool) -> list[Line]:
    lines: list[Line] = []
    for level in judging.criterion.levels:
        taken = _taken(judging, Answer.LEVEL, level.value)
        target = f"level:{level.value}"
        label = in_language(level.label, language)
        lines.append(
            (
                Run(f" {level.value} ", "level-taken" if taken else "level", target),
                Run(" " + clip(label, width - 4, cells), "strong", target),
            )
        )
        lines += _described(level, width, cells, language, examples)
    taken = _taken(judging, Answer.CANNOT_JUDGE, None)
    return [
        *lines,
        (
            Run(" 0 ", "level-taken" if taken else "level", "level:0"),
            Run(f" {_(CANNOT_JUDGE)}", "", "level:0"),
        ),
    ]


def _described(level: Level, width: int, cells: Cells, language: str, examples: bool) -> list[Line]:
    gap = Run("    ")
    lines = [
        (gap, *line) for line in fold_runs(in_language(level.descriptor, language), width - 4, cells, "quiet")
    ]
    example = in_language(level.example, language)
    if examples and example:
        told = _("e.g. {example}").format(example=example)
        lines += [(gap, *line) for line in fold_runs(told, width - 4, cells, "faint")]
    return lines


def _taken(judging: Judging, answer: Answer, level: int | None) -> bool:
    if judging.wish:
        return (judging.wish.answer, judging.wish.level) == (answer, level)
    score = judging.score
    return score is not None and (score.answer, score.level) == (answer, level)


def waiting_words(judging: Judging, *, short: bool = False) -> str:
    """What an answer waits for that was given without the evidence its criterion asks for; or nothing.

    `short` is for one line of a narrow terminal: the keys, each with a word.
    """
    if not judging.wish:
        return ""
    if judging.criterion.evidence == "quote-or-absence":
        how = (
            _("e the finding, v select, a nothing to quote")
            if short
            else _("press e for the finding, v to select words, or a to say why there is nothing to quote.")
        )
    else:
        how = _("e the finding, v select") if short else _("press e for the finding, or v to select words.")
    if judging.wish.level is None:
        return _("Your answer waits: {how}").format(how=how)
    return _("Level {level} waits: {how}").format(level=judging.wish.level, how=how)


def _note_lines(judging: Judging, width: int, cells: Cells) -> list[Line]:
    note = " ".join(words_of(judging).split())
    named = _("note") + "  "
    words = clip(note or _("press n to write one"), width - cells.of(named), cells)
    return [(Run(named, "quiet", "note:"), Run(words, "" if note else "faint", "note:"))]


def _criteria_lines(judging: Judging, width: int, cells: Cells, language: str) -> list[Line]:
    lines: list[Line] = [(Run(progress(judging), "quiet"),)]
    for criterion in judging.rubric.criteria:
        score = judging.scores.get(criterion.id)
        here = criterion.id == judging.criterion.id
        target = f"criterion:{criterion.id}"
        answer = _answer_sign(score, criterion) if score else " "
        name = pad(in_language(criterion.title, language), width - 5 - cells.of(answer), cells)
        lines.append(
            (
                Run(
                    "▸ " if here else "● " if score else "○ ", "dot" if score or here else "dot-open", target
                ),
                Run(f"{letter_of(judging.rubric, criterion)} ", "here" if here else "faint", target),
                Run(name + " ", "here" if here else "" if score else "quiet", target),
                Run(answer, "strong", target),
            )
        )
    return lines


def _answer_sign(score: Score | None, criterion: Criterion) -> str:
    if score is None:
        return "○"
    return "0" if score.answer is Answer.CANNOT_JUDGE else said(score, criterion)


def progress(judging: Judging) -> str:
    """How far the form is filled in."""
    total = len(judging.rubric.criteria)
    if judging.done == total:
        return _("all scored")
    return _("{done} of {total} scored").format(done=judging.done, total=total)


def criterion_lines(judging: Judging, width: int, cells: Cells) -> list[Line]:
    """The criterion in hand in two lines, for a desk too narrow to show the form: question, then levels."""
    criterion, language = judging.criterion, language_used()
    letter = letter_of(judging.rubric, criterion)
    title = clip(f" {letter}. {in_language(criterion.title, language)} ", width, cells)
    if judging.wish:
        # Which keys help counts more now than the title, which the letter stands for.
        title = f" {letter}. "
        asked = Run(waiting_words(judging, short=True), "warn")
    else:
        asked = Run(in_language(criterion.question, language), "quiet")
    head = (Run(title, "title"), Run(clip(asked.text, width - cells.of(title), cells), asked.look))
    return [head, _levels_in_a_line(judging, width, cells, language)]


def _levels_in_a_line(judging: Judging, width: int, cells: Cells, language: str) -> Line:
    labels = {str(level.value): in_language(level.label, language) for level in judging.criterion.levels}
    labels["0"] = _(CANNOT_JUDGE)
    sizes = _shares([cells.of(label) for label in labels.values()], width - 4 * len(labels))
    runs: list[Run] = []
    for (key, label), size in zip(labels.items(), sizes, strict=True):
        taken = _taken(judging, Answer.LEVEL if key != "0" else Answer.CANNOT_JUDGE, int(key) or None)
        runs.append(Run(f" {key} ", "level-taken" if taken else "level", f"level:{key}"))
        runs.append(Run(clip(label, size, cells) + " ", "", f"level:{key}"))
    return tuple(runs)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """The sizes cut down to fit into `room`, the longest first."""
    sizes = list(wanted)
    while sum(sizes) > max(room, len(sizes)):
        sizes[sizes.index(max(sizes))] -= 1
    return sizes


def saved_words(score: Score | None) -> str:
    """When the last answer was put on the disk."""
    return _("saved {time}").format(time=clock_of(score.at)) if score else ""
