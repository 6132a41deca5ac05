"""The teacher's screen as lines: people, progress, what to talk about, rounds of voting again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.model.judgements import Rater, Role
from annotator.model.rubrics import in_language
from annotator.present import ballots, classrooms
from annotator.present.agreements import MEANING, NO_INTERVAL, agreement_rows
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, pad
from annotator.present.showing import Cells
from annotator.translating import N_, _, language_used, plural
from annotator.workbench.agreeing import Agreement, CriterionAgreement
from annotator.workbench.disagreeing import Disagreement
from annotator.workbench.progressing import Progress, Row, State
from annotator.workbench.voting import Ballot

PROSE = 96
"""Cells of the widest line of prose."""
_NAME = 20
_LOOKS = {
    State.NOT_ASSIGNED: "faint",
    State.OPEN: "faint",
    State.BEGUN: "warn",
    State.DONE: "good",
}
_ROLES = {Role.STUDENT: N_("student"), Role.TEACHER: N_("teacher")}
_LEGEND = N_("· open   3 begun, with so many criteria answered   ✓ done   blank: not assigned")


def table_lines(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    cells: Cells,
    targets: Sequence[str] = (),
) -> list[Line]:
    """A table whose columns are as wide as they need; the widest gives way where the page is narrow."""
    if not rows:
        return []
    sizes = [max(cells.of(each[at]) for each in (header, *rows)) for at in range(len(header))]
    while sum(sizes) + 2 * len(sizes) > width and max(sizes) > 12:
        sizes[sizes.index(max(sizes))] -= 1
    while sum(sizes) + 2 * len(sizes) > width and sizes[0] > 8:
        sizes[0] -= 1
    lines: list[Line] = [
        tuple(Run(pad(one, size, cells) + "  ", "quiet") for one, size in zip(header, sizes, strict=True))
    ]
    for at, row in enumerate(rows):
        target = targets[at] if targets else ""
        parts = [Run(pad(one, size, cells) + "  ", "", target) for one, size in zip(row, sizes, strict=True)]
        lines.append(tuple(parts))
    return lines


def people_lines(people: Sequence[Rater], width: int, cells: Cells, *, projector: bool) -> list[Line]:
    """Who is in the class; on a projector only how many."""
    pupils = [one for one in people if one.role is Role.STUDENT]
    if not pupils:
        return prose(
            _(
                "Nobody is in the class yet. Take a list in with: annotator class roster FILE. Any CSV from a"
                " school's program will do; only handle, group and role are kept of it."
            ),
            width,
            cells,
        )
    groups = Counter(one.group or _("no group") for one in pupils)
    sizes = ", ".join(f"{name} {number}" for name, number in sorted(groups.items()))
    told = plural("{n} student: {groups}", "{n} students: {groups}", len(pupils), groups=sizes)
    lines = [*prose(told, width, cells, "strong"), BLANK]
    if projector:
        return [
            *lines,
            *prose(_("Names are not shown on the projector. p shows them."), width, cells, "quiet"),
        ]
    rows = [(one.handle, one.group, _(_ROLES[one.role])) for one in people]
    return lines + table_lines(
        (_("handle"), _("group"), _("role")), rows, width, cells, [f"rater:{one.id}" for one in people]
    )


def progress_lines(found: Progress, width: int, cells: Cells, *, projector: bool) -> list[Line]:
    """Students by articles: what is open, begun, done, and, for the teacher alone, who may be stuck."""
    rows = found.by_code if projector else found.rows
    if not rows:
        return prose(_("Nobody is in the class yet."), width, cells)
    finished = sum(row.done == len(row.assigned) and bool(row.assigned) for row in rows)
    stuck = sum(row.stuck for row in rows)
    done, wanted = sum(row.done for row in rows), sum(len(row.assigned) for row in rows)
    told = _("{finished} of {all} students are done; {done} of {wanted} readings.").format(
        finished=finished, all=len(rows), done=done, wanted=wanted
    )
    if stuck and not projector:
        told += " " + plural("{n} may be stuck.", "{n} may be stuck.", stuck)
    fitting = max(1, (width - _NAME - 22) // 3)
    shown = found.articles[:fitting]
    head = "".join(pad(str(at), 3, cells) for at in range(1, len(shown) + 1))
    name = _("code") if projector else _("student")
    lines = [*prose(told, width, cells, "strong"), BLANK, (Run(pad(name, _NAME, cells) + head, "quiet"),)]
    lines += [_progress_row(row, [one.id for one in shown], cells, projector=projector) for row in rows]
    lines += [BLANK, *prose(_(_LEGEND), width, cells, "quiet")]
    for at, one in enumerate(shown, 1):
        story = f" · {one.story}" if one.story else ""
        lines.append((Run(clip(f"{at:>3} {one.outlet}{story} · {one.title}", width, cells), "quiet"),))
    if len(found.articles) > fitting:
        lines += prose(
            plural(
                "{n} more article does not fit here.",
                "{n} more articles do not fit here.",
                len(found.articles) - fitting,
            ),
            width,
            cells,
            "quiet",
        )
    return lines


def _progress_row(row: Row, articles: Sequence[str], cells: Cells, *, projector: bool) -> Line:
    name = row.code if projector else row.rater.handle
    runs = [Run(pad(name, _NAME, cells), "", f"rater:{row.rater.id}")]
    for key in articles:
        state = row.state(key)
        sign = str(row.answered[key]) if state is State.BEGUN else classrooms.SIGNS[state]
        runs.append(Run(pad(sign, 3, cells), _LOOKS[state]))
    runs.append(Run(" " + _("{done} of {all}").format(done=row.done, all=len(row.assigned)), "quiet"))
    # Who is stuck is the teacher's business.
    runs += [Run("  " + _("stuck?"), "warn")] if row.stuck and not projector else []
    return tuple(runs)


def talk_lines(found: Sequence[Disagreement], width: int, cells: Cells) -> list[Line]:
    """What the class differs on, most to discuss first; a line each, with the levels as little bars."""
    if not found:
        return prose(_("There is nothing yet that two students scored."), width, cells)
    rows = [
        (
            f"{one.spread:.2f}",
            in_language(one.criterion.title, language_used()),
            one.article.outlet,
            bars(list(one.counts.values())),
            "  ".join(f"{level}×{count}" for level, count in one.counts.items() if count),
        )
        for one in found
    ]
    targets = [f"cell:{one.article.id}:{one.criterion.id}" for one in found]
    words = _(
        "How much there is to talk about: 0 when all agree, 1 when half of the class stands at each end."
        " o opens a round in which the class votes again."
    )
    header = (_("spread"), _("criterion"), _("outlet"), "", _("levels"))
    return [*prose(words, width, cells, "quiet"), BLANK, *table_lines(header, rows, width, cells, targets)]


def bars(counts: Sequence[int]) -> str:
    """Counts as a row of little bars, the greatest one full."""
    most = max([*counts, 1])
    return "".join("▁▂▃▄▅▆▇█"[min(7, round(7 * count / most))] if count else "·" for count in counts)


def discussion(one: Disagreement, width: int, cells: Cells, *, title: str = "") -> list[Line]:
    """One article and criterion: how many gave each level, and on which words; nobody is named.

    A `title` stands in the place of article and question.
    """
    words = classrooms.discussion_lines(one, language_used())
    return folded([title, *words[3:]] if title else words, width, cells)


def round_lines(found: Sequence[Ballot], width: int, cells: Cells) -> list[Line]:
    """The rounds so far, the latest first."""
    if not found:
        return prose(
            _(
                "No round yet. Under “talk”, o opens one: the class sees how it judged, talks, and votes"
                " again; both votes are kept."
            ),
            width,
            cells,
        )
    targets = [f"round:{one.round.id}" for one in found]
    return table_lines(
        [_(one) for one in ballots.ROUND_HEADER],
        ballots.round_rows(list(found), language_used()),
        width,
        cells,
        targets,
    )


def ballot(one: Ballot, width: int, cells: Cells, *, again: bool = True) -> list[Line]:
    """Both votes of a round, level by level; without `again` only what was given alone."""
    words = ballots.ballot_lines(one, language_used(), max(10, min(40, width - 24)), again=again)
    looks = {f"    {_(ballots.ALONE)}  ": "quiet", f"    {_(ballots.AGAIN)}  ": "accent"}
    lines: list[Line] = []
    for at, said in enumerate(words):
        look = next((look for start, look in looks.items() if said.startswith(start)), "")
        part = folded(["", said] if at else [said], width, cells)[bool(at) :]
        lines += [tuple(run._replace(look=look or run.look) for run in line) for line in part]
    return lines


def agreement_page(found: Agreement, width: int, cells: Cells) -> list[Line]:
    """How far the raters agree, criterion by criterion, and what such a value means for this task."""
    header = (_("criterion"), "alpha", "95 %", _("same"), _("within 1"), "AC2", "kappa", _("words"), "n")
    given = agreement_rows(found, language_used())
    rows = [(*row[:2], row[2].replace(" to ", "…"), *row[3:8], _compared(one))
            for one, row in zip(found.criteria, given, strict=True)]  # fmt: skip
    told = _(
        "n: raters × articles that two or more of them judged. words: how far the quotes share their words."
    )
    lines = [*table_lines(header, rows, width, cells), BLANK, *prose(told, width, cells, "quiet")]
    if any(one.too_few for one in found.criteria):
        reason = next(one.too_few for one in found.criteria if one.too_few)
        lines += prose(f"{reason[0].upper()}{reason[1:]}.", width, cells, "warn")
    lines += [BLANK, *prose(_(MEANING), width, cells, "quiet")]
    if any(one.interval_95 is None and not one.too_few for one in found.criteria):
        lines += prose(NO_INTERVAL, width, cells, "quiet")
    return lines


def _compared(one: CriterionAgreement) -> str:
    return f"{one.n_raters} × {one.n_compared}"


def folded(words: Sequence[str], width: int, cells: Cells) -> list[Line]:
    """Lines of prose, the first one as a title; what is moved in stays moved in."""
    lines: list[Line] = []
    for at, one in enumerate(words):
        gap = len(one) - len(one.lstrip(" "))
        body = fold_runs(one.lstrip(" "), max(10, min(width, PROSE) - gap), cells, "" if at else "title")
        lines += [(Run(" " * gap), *part) for part in body]
    return lines


def prose(words: str, width: int, cells: Cells, look: str = "") -> list[Line]:
    """A paragraph."""
    return fold_runs(words, max(20, min(width, PROSE)), cells, look)
