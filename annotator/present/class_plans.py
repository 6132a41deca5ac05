"""A plan before it is made, and the class beside its key, as lines of the teacher's screen."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.modes import Mode
from annotator.present.agreements import number, percent
from annotator.present.calibrations import fair_mean, feedback_lines, leaning
from annotator.present.class_pages import folded, prose, table_lines
from annotator.present.library import MODE_NAMES
from annotator.present.lines import BLANK, Line, Run
from annotator.present.showing import Cells
from annotator.statistics.severity import MINIMUM_RATINGS
from annotator.translating import N_, _, language_used
from annotator.workbench.assigning import Plan, Wish
from annotator.workbench.calibrating import Calibrated, Calibration

_TRAINING = {
    "": N_("articles that count"),
    "each": N_("training, key after each score"),
    "end": N_("training, key at the end"),
}


def plan_lines(
    plan: Plan | None, wish: Wish, names: Mapping[str, str], problem: str, width: int, cells: Cells
) -> list[Line]:
    """What is wished for, and who would read what in which order; nothing of it is made yet."""
    mode = _(MODE_NAMES[Mode(wish.mode).value])
    needed = _("all {n}").format(n=len(wish.articles)) if wish.overlap is None else _("as many as that needs")
    each = needed if wish.each is None else str(wish.each)
    overlap = _("not asked for") if wish.overlap is None else str(wish.overlap)
    lines: list[Line] = [
        (Run("- +  " + _("articles for each student:") + " ", "quiet"), Run(each, "strong")),
        (Run("< >  " + _("readers of each article, at least:") + " ", "quiet"), Run(overlap, "strong")),
        (Run("m    " + _("reading:") + " ", "quiet"), Run(mode, "strong")),
        (Run("t    " + _("for:") + " ", "quiet"), Run(_(_TRAINING[wish.training]), "strong")),
        (Run("s    " + _("seed:") + " ", "quiet"), Run(str(wish.seed), "strong")),
        BLANK,
    ]
    if plan is None:
        return [*lines, *prose(problem, width, cells, "warn")]
    readers = sorted(plan.readers.values())
    firsts = ", ".join(f"{outlet} {count}" for outlet, count in plan.firsts.items())
    words = _("Each article is read by {least} to {most} students. Met first: {outlets}.").format(
        least=readers[0], most=readers[-1], outlets=firsts
    )
    change = _("{come} assignments come, {go} go, {stay} are begun and stay. w makes the plan.").format(
        come=len(plan.added), go=len(plan.dropped), stay=len(plan.begun)
    )
    lines += [*prose(words, width, cells), *prose(change, width, cells, "strong"), BLANK]
    rows, targets = [], []
    for rater, name in names.items():
        row = plan.readings.get(rater)
        if row is None and rater not in wish.absent:
            continue
        told = " > ".join(plan.outlets[key] for key in row) if row else _("absent: others take over")
        rows.append((name, str(len(row)) if row else "–", told))
        targets.append(f"rater:{rater}")
    return lines + table_lines(
        (_("student (enter: absent)"), "n", _("outlets in order")), rows, width, cells, targets
    )


def calibration_page(found: Calibration, names: Mapping[str, str], width: int, cells: Cells) -> list[Line]:
    """A line for each student: how far from the key, how strict, and the plain mean beside it."""
    lines: list[Line] = []
    if not found.keys.keys:
        words = _(
            "There is no key yet: a teacher scores the articles, or settles it with annotator class key."
        )
        lines += [*prose(words, width, cells, "warn"), BLANK]
    elif found.keys.disputed:
        words = _("Teachers differ on {n} questions: settle them with annotator class key.").format(
            n=len(found.keys.disputed)
        )
        lines += [*prose(words, width, cells, "warn"), BLANK]
    rows, targets = [], []
    for one in sorted(found.students, key=lambda one: names[one.rater.id]):
        rows.append((names[one.rater.id], *_beside_key(one), *_strictness(found, one)))
        targets.append(f"rater:{one.rater.id}")
    header = (
        _("student"), "n", _("same"), _("within 1"), _("leaning"), _("mean"), _("severity"),
    )  # fmt: skip
    lines += table_lines(header, rows, width, cells, targets)
    lines += [BLANK, *_outlet_lines(found, width, cells)]
    if found.no_severities:
        lines += prose(_("No severities: {why}.").format(why=found.no_severities), width, cells, "quiet")
    elif found.severities and found.severities.groups > 1:
        words = _("Some raters share no article with the others and cannot be compared: plan an overlap.")
        lines += prose(words, width, cells, "warn")
    words = _(
        "Leaning: below 0 gives lower levels than the key (stricter). Severity above 0 gives lower levels"
        " than others would give the same articles; it needs no key. None of this is a mark."
    )
    return lines + prose(words, width, cells, "quiet")


def _beside_key(one: Calibrated) -> tuple[str, str, str, str]:
    total = sum(each.n for each in one.distances)
    if not total:
        return "0", "–", "–", "–"
    exact, near, lean = (
        sum(value * each.n for value, each in zip(values, one.distances, strict=True)) / total
        for values in (
            [each.exact for each in one.distances],
            [each.within_one for each in one.distances],
            [each.leaning for each in one.distances],
        )
    )
    return str(total), percent(exact), percent(near), number(lean)


def _strictness(found: Calibration, one: Calibrated) -> tuple[str, str]:
    measure = found.severities.raters.get(one.rater.id) if found.severities else None
    if measure is None:
        return "–", "–"
    severity = _("too few")
    if measure.n >= MINIMUM_RATINGS:
        severity = f"{number(measure.logits)} ± {number(measure.error)}"
    return f"{measure.mean + 1:.2f}", severity


def _outlet_lines(found: Calibration, width: int, cells: Cells) -> list[Line]:
    """The articles' plain means with the fair ones beside them."""
    if found.severities is None:
        return []
    rows = [
        (found.outlets[key], str(one.n), f"{one.mean + 1:.2f}", fair_mean(found, one))
        for key, one in found.severities.articles.items()
    ]
    header = (
        _("outlet of the article"), "n", _("plain mean"), _("as an average rater would"),
    )  # fmt: skip
    return [*table_lines(header, rows, width, cells), BLANK]


def calibration_detail(
    one: Calibrated, found: Calibration, name: str, width: int, cells: Cells
) -> list[Line]:
    """One student beside the key by criterion, then each score to look at again, with the words."""
    rows = [
        (each.criterion, str(each.n), percent(each.exact), percent(each.within_one), leaning(each))
        for each in one.distances
    ]
    lines: list[Line] = [(Run(name, "title"),), BLANK]
    lines += table_lines((_("criterion"), "n", _("same"), _("within 1"), _("leaning")), rows, width, cells)
    words = feedback_lines(one, found.rubric, found.outlets, language_used())
    return [
        *lines,
        BLANK,
        *folded(
            [_("To look at again"), *words] if words else [_("Nothing differs from the key.")], width, cells
        ),
    ]
