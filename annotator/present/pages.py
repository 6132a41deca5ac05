"""Pages to read in the app: a whole rubric, the card of a signal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.rubrics import Criterion, Rubric, in_language
from annotator.present.citing import letter_of
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent
from annotator.present.rubric_sheets import CANNOT_JUDGE, asked_after, evidence_words
from annotator.present.showing import Cells
from annotator.translating import _, plural

if TYPE_CHECKING:
    from annotator.present.cards import Section
    from annotator.signals import SignalCard
    from annotator.workbench.versioning import Version

WIDEST = 88
"""Cells of the widest line of a page."""
_DIGEST = 12


def rubric_page(
    rubric: Rubric, language: str, used: Sequence[Version], width: int, cells: Cells
) -> list[Line]:
    """The whole rubric: what it is for, every criterion with all levels, whose ideas it follows, its use."""
    wide = min(width, WIDEST)
    lines = [
        *fold_runs(in_language(rubric.title, language), wide, cells, "title"),
        *fold_runs(in_language(rubric.description, language), wide, cells),
        BLANK,
    ]
    for criterion in rubric.criteria:
        lines += [*_criterion(letter_of(rubric, criterion), criterion, language, wide, cells), BLANK]
    lines += [(Run(_("Where it comes from"), "title"),), *fold_runs(rubric.source_note, wide, cells, "quiet")]
    return [*lines, BLANK, *_use(rubric, used, wide, cells)]


def _criterion(letter: str, criterion: Criterion, language: str, width: int, cells: Cells) -> list[Line]:
    target = f"criterion:{criterion.id}"
    title = fold_runs(in_language(criterion.title, language), width - 4, cells, "title", target)
    lines = indent(title, Run(f"{letter}. ", "title", target), cells)
    lines += fold_runs(in_language(criterion.question, language), width, cells, "strong")
    lines += fold_runs(evidence_words(criterion, language), width, cells, "quiet")
    for level in criterion.levels:
        label = fold_runs(in_language(level.label, language), width - 4, cells, "strong")
        lines += indent(label, Run(f" {level.value}  ", "level"), cells)
        for words, look in ((level.descriptor, ""), (level.example, "quiet")):
            lines += indent(
                fold_runs(in_language(words, language), width - 4, cells, look), Run("    "), cells
            )
    lines.append((Run(" 0  ", "level"), Run(in_language(CANNOT_JUDGE, language), "strong")))
    for one in criterion.follow_ups:
        asked = f"{asked_after(one.when, language)}: {in_language(one.question, language)}"
        lines += indent(fold_runs(asked, width - 4, cells), Run(" ?  ", "accent"), cells)
        for choice in one.choices:
            lines += indent(
                fold_runs(in_language(choice.label, language), width - 6, cells), Run("    · "), cells
            )
    return lines


def _use(rubric: Rubric, used: Sequence[Version], width: int, cells: Cells) -> list[Line]:
    """Which scores of this workspace were given under which words."""
    own = [one for one in used if one.rubric.id == rubric.id and (one.scores or one.rubric == rubric)]
    lines: list[Line] = [(Run(_("Scores in this workspace"), "title"),)]
    for one in own:
        here = one.rubric.digest == rubric.digest
        number = plural("{n} score", "{n} scores", one.scores)
        words = f"{one.rubric.id} {one.rubric.version} · {one.rubric.digest[:_DIGEST]} · {number}"
        lines.append(
            (Run("▸ " if here else "  ", "dot"), Run(clip(words, width - 2, cells), "strong" if here else ""))
        )
    if len(own) > 1:
        note = _("Each score stays with the words it was given under; versions are never counted together.")
        lines += fold_runs(note, width, cells, "quiet")
    return lines


def card_page(card: SignalCard, sections: Sequence[Section], width: int, cells: Cells) -> list[Line]:
    """The card of a signal, part by part; in its examples the marked words look as they do in an article."""
    wide = min(width, WIDEST)
    lines: list[Line] = [
        (Run(f"{card.letter} ", card.id), Run(clip(_(card.title), wide - 2, cells), "title")),
        BLANK,
    ]
    for section in sections:
        lines += fold_runs(section.heading, wide, cells, "strong")
        for sentence in section.sentences:
            lines += fold_runs(sentence, wide, cells)
        for sample in section.samples:
            lines += indent(
                [_marked(part, sample.marked, card.id) for part in _told(sample.text, wide - 4, cells)],
                Run(f"  {section.sign} ", "accent"), cells,
            )  # fmt: skip
            if sample.why:
                lines += indent(fold_runs(sample.why, wide - 4, cells, "quiet"), Run("    "), cells)
        for row in section.rows:
            lines += _figures(row, wide, cells)
        lines.append(BLANK)
    return lines


def _told(text: str, width: int, cells: Cells) -> list[str]:
    return [run.text for line in fold_runs(text, width, cells) for run in line]


def _marked(part: str, marked: str, signal: str) -> Line:
    """A line of an example; where the marked words stand whole in it they look like marked words."""
    at = part.find(f"[{marked}]") if marked else -1
    if at < 0:
        return (Run(part),)
    end = at + len(marked) + 2
    return (Run(part[:at]), Run(part[at:end], f"mark-{signal}"), Run(part[end:]))


def _figures(row: Sequence[str], width: int, cells: Cells) -> list[Line]:
    language, data, n, precision, recall, f1, other, measured = row
    shares = ((_("precision"), precision), (_("recall"), recall), ("F1", f1))
    told = [f"{name} {share}" for name, share in shares if share] + ([other] if other else [])
    head = f"{language}: {', '.join(told) or _('no figure')} (n {n})"
    told_of = _("{data}; measured {date}").format(data=data, date=measured)
    return [
        *indent(fold_runs(head, width - 2, cells), Run("  "), cells),
        *indent(fold_runs(told_of, width - 4, cells, "quiet"), Run("    "), cells),
    ]
