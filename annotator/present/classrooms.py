"""A class as tables and JSON records: roster, plan, progress, disagreements, key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.model.judgements import Rater
from annotator.model.rubrics import in_language
from annotator.workbench.assigning import Plan
from annotator.workbench.disagreeing import Disagreement
from annotator.workbench.progressing import Progress, Row, State
from annotator.workbench.resolving import Key, Keys

SIGNS = {State.NOT_ASSIGNED: "", State.OPEN: "·", State.BEGUN: "…", State.DONE: "✓"}
"""How far somebody is with an article, in one sign."""
PROGRESS_LEGEND = "· open   … begun (criteria answered)   ✓ done"
KEY_HEADER = ("article", "outlet", "criterion", "key", "from", "reason", "quotes")
DISAGREEMENT_HEADER = ("article", "criterion", "spread", "levels", "n", "cannot judge")


def roster_rows(raters: list[Rater]) -> list[tuple[str, ...]]:
    """One row for each person: handle, group, role."""
    return [(one.handle, one.group, one.role.value) for one in raters]


def plan_rows(plan: Plan, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """One row for each student: the outlets in reading order; what was begun stands in brackets."""
    return [
        (
            names[rater],
            str(len(row)),
            " > ".join(
                f"[{plan.outlets[key]}]" if (rater, key) in plan.begun else plan.outlets[key] for key in row
            ),
        )
        for rater, row in plan.readings.items()
    ]


def plan_record(plan: Plan, names: Mapping[str, str]) -> dict[str, Any]:
    """The plan as the JSON contract describes it."""
    return {
        "rubric": plan.rubric.id,
        "students": [
            {
                "handle": names[rater],
                "articles": list(row),
                "begun": [key for key in row if (rater, key) in plan.begun],
            }
            for rater, row in plan.readings.items()
        ],
        "readers": plan.readers,
        "first_outlets": plan.firsts,
        "added": len(plan.added),
        "dropped": len(plan.dropped),
    }


def progress_table(progress: Progress, *, projector: bool) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and rows of students by articles; on a projector with codes, in the order of the codes."""
    outlets = [one.outlet for one in progress.articles]
    several = len(set(outlets)) < len(outlets)
    header = (
        "student" if not projector else "code",
        *(f"{one.outlet}/{one.story}" if one.story and several else one.outlet for one in progress.articles),
        "done",
        "",
    )
    rows = progress.by_code if projector else progress.rows
    return header, [
        (
            row.code if projector else row.rater.handle,
            *(_cell(row, one.id) for one in progress.articles),
            f"{row.done} of {len(row.assigned)}",
            # Who is stuck is the teacher's business.
            "stuck?" if row.stuck and not projector else "",
        )
        for row in rows
    ]


def _cell(row: Row, article: str) -> str:
    state = row.state(article)
    return f"…{row.answered[article]}/{row.criteria}" if state is State.BEGUN else SIGNS[state]


def progress_record(progress: Progress, *, projector: bool) -> dict[str, Any]:
    """The progress as the JSON contract describes it."""
    return {
        "rubric": progress.rubric.id,
        "criteria": len(progress.rubric.criteria),
        "students": [
            {
                "rater": row.code if projector else row.rater.handle,
                "articles": {
                    one.id: {"state": row.state(one.id).value, "answered": row.answered.get(one.id, 0)}
                    for one in progress.articles
                },
                **({} if projector else {"stuck": row.stuck, "last": row.last or None}),
            }
            for row in (progress.by_code if projector else progress.rows)
        ],
    }


def disagreement_rows(found: list[Disagreement], language: str = "en") -> list[tuple[str, ...]]:
    """One row for each article and criterion, in the order of `DISAGREEMENT_HEADER`."""
    return [
        (
            f"{one.article.id} {one.article.outlet}",
            in_language(one.criterion.title, language),
            f"{one.spread:.2f}",
            "  ".join(f"{level}×{count}" for level, count in one.counts.items() if count),
            str(one.n),
            str(one.cannot_judge or ""),
        )
        for one in found
    ]


def discussion_lines(one: Disagreement, language: str = "en") -> list[str]:
    """One article and criterion for talking about: how many gave each level, and on which words."""
    lines = [f"{one.article.title} ({one.article.outlet})", in_language(one.criterion.question, language), ""]
    for level in one.criterion.levels:
        count = one.counts[level.value]
        lines.append(f"{level.value} {in_language(level.label, language)}  {'█' * count} {count}")
        lines += _words(one, level.value)
    if one.cannot_judge:
        lines += [f"cannot judge  {'█' * one.cannot_judge} {one.cannot_judge}", *_words(one, None)]
    if one.seen_others:
        lines += ["", f"{one.seen_others} scored again after they had seen the others' levels."]
    return lines


def _words(one: Disagreement, level: int | None) -> list[str]:
    lines: list[str] = []
    for said in one.quoted:
        if said.level == level:
            lines += [f"    “{' '.join(quote.split())}”" for quote in said.quotes]
            lines += [f"    nothing to quote: {reason}" for reason in said.absent]
            lines += [f"    note: {' '.join(said.note.split())}"] if said.note else []
    return lines


def disagreement_record(one: Disagreement) -> dict[str, Any]:
    """A disagreement as the JSON contract describes it; nobody is named, not even by a code."""
    return {
        "article": one.article.id,
        "outlet": one.article.outlet,
        "criterion": one.criterion.id,
        "spread": one.spread,
        "n": one.n,
        "counts": {str(level): count for level, count in one.counts.items()},
        "cannot_judge": one.cannot_judge,
        "seen_others": one.seen_others,
        "quotes": [
            {"level": said.level, "quotes": list(said.quotes), "absent": list(said.absent), "note": said.note}
            for said in one.quoted
        ],
    }


def key_rows(keys: Keys, outlets: Mapping[str, str]) -> list[tuple[str, ...]]:
    """One row for each key, in the order of `KEY_HEADER`; then what teachers scored differently."""
    rows = [
        (
            one.article, outlets[one.article], one.criterion, _level(one.level),
            ("settled by " if one.settled else "scored by ") + ", ".join(one.by),
            one.reason, "; ".join(piece.quote for piece in one.evidence if piece.quote),
        )
        for one in keys.keys.values()
    ]  # fmt: skip
    disputed = [
        (
            one.article, outlets[one.article], one.criterion, "no key",
            "teachers differ: " + ", ".join(map(_level, one.levels)), "", "",
        )
        for one in keys.disputed
    ]  # fmt: skip
    return [*rows, *disputed]


def _level(level: int | None) -> str:
    return "cannot judge" if level is None else str(level)


def key_record(keys: Keys) -> dict[str, Any]:
    """The key as the JSON contract describes it."""
    return {
        "keys": [key_entry(one) for one in keys.keys.values()],
        "disputed": [
            {"article": one.article, "criterion": one.criterion, "levels": list(one.levels)}
            for one in keys.disputed
        ],
    }


def key_entry(one: Key) -> dict[str, Any]:
    """One key as the JSON contract describes it."""
    return {
        "article": one.article,
        "criterion": one.criterion,
        "answer": one.answer.value,
        "level": one.level,
        "settled": one.settled,
        "reason": one.reason,
        "by": list(one.by),
        "at": one.at,
        "quotes": [piece.quote for piece in one.evidence if piece.quote],
    }
