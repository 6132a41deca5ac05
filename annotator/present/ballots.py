"""Rounds of voting again: both votes side by side, as lines, as table and as the JSON contract has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.model.rubrics import in_language
from annotator.translating import N_, _
from annotator.workbench.voting import Ballot

ROUND_HEADER = (
    N_("outlet"), N_("criterion"), N_("state"), N_("gave alone"), N_("voted again"), N_("changed"),
)  # fmt: skip


def round_rows(found: list[Ballot], language: str = "en") -> list[tuple[str, ...]]:
    """One row for each round, in the order of `ROUND_HEADER`."""
    return [
        (
            one.article.outlet,
            in_language(one.criterion.title, language),
            _("open") if one.is_open else _("closed"),
            counts(one.first),
            counts(one.second),
            _("{done} of {all}").format(done=one.moved, all=one.voters),
        )
        for one in found
    ]


def counts(given: Mapping[int | None, int]) -> str:
    """How often each level was given, in few signs: `1×4  2×9  ?×1`."""
    return "  ".join(
        f"{'?' if level is None else level}×{number}" for level, number in given.items() if number
    )


def ballot_lines(one: Ballot, language: str = "en", width: int = 30) -> list[str]:
    """Level by level how many gave it alone, and how many say it now; then who moved from where to where."""
    labels = {level.value: in_language(level.label, language) for level in one.criterion.levels}
    lines = [f"{one.article.title} ({one.article.outlet})", in_language(one.criterion.question, language), ""]
    most = max((*one.first.values(), *one.second.values(), 1))
    for level in one.first:
        if level is None and not (one.first[level] or one.second[level]):
            continue
        lines.append(f"0 {_name(None)}" if level is None else f"{level} {labels[level]}")
        for name, given in ((_("alone"), one.first), (_("again"), one.second)):
            bar = "█" * round(given[level] * width / most) or ("▏" if given[level] else "")
            lines.append(f"    {name}  {bar} {given[level]}")
    lines += [
        "",
        _("{voted} of {all} voted again; {moved} changed their mind.").format(
            voted=one.voters, all=sum(one.first.values()), moved=one.moved
        ),
    ]
    lines += [
        f"    {_name(before)} → {_name(now)}   {number}"
        for (before, now), number in sorted(one.moves.items(), key=lambda move: -move[1])
        if before != now
    ]
    return lines


def _name(level: int | None) -> str:
    return _("cannot judge") if level is None else str(level)


def ballot_record(one: Ballot) -> dict[str, Any]:
    """A round as the JSON contract describes it; nobody is named."""
    return {
        "round": one.round.id,
        "article": one.article.id,
        "outlet": one.article.outlet,
        "criterion": one.criterion.id,
        "open": one.is_open,
        "alone": {_name(level): number for level, number in one.first.items()},
        "again": {_name(level): number for level, number in one.second.items()},
        "voted_again": one.voters,
        "changed": one.moved,
        "moves": [
            {"from": before, "to": now, "n": number}
            for (before, now), number in sorted(one.moves.items(), key=lambda move: (-move[1], str(move[0])))
        ],
    }
