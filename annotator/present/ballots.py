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
ALONE, AGAIN = N_("alone"), N_("again")


def round_rows(found: list[Ballot], language: str = "en") -> list[tuple[str, ...]]:
    """One row for each round, in the order of `ROUND_HEADER`."""
    return [
        (
            one.article.outlet,
            in_language(one.criterion.title, language),
            _("still open") if one.is_open else _("closed"),
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


def ballot_lines(one: Ballot, language: str = "en", width: int = 30, *, again: bool = True) -> list[str]:
    """Level by level how many gave it alone, and how many say it now; then who moved from where to where.

    Without `again` only what was given alone: who has not voted yet is not to follow the others.
    """
    labels = {level.value: in_language(level.label, language) for level in one.criterion.levels}
    lines = [f"{one.article.title} ({one.article.outlet})", in_language(one.criterion.question, language), ""]
    most = max((*one.first.values(), *(one.second.values() if again else ()), 1))
    for level in one.first:
        if level is None and not (one.first[level] or one.second[level]):
            continue
        lines.append(f"0 {_name(None)}" if level is None else f"{level} {labels[level]}")
        for name, given in ((_(ALONE), one.first), (_(AGAIN), one.second))[: 1 + again]:
            bar = "█" * round(given[level] * width / most) or ("▏" if given[level] else "")
            lines.append(f"    {name}  {bar} {given[level]}")
    voted, everybody = one.voters, sum(one.first.values())
    if not again:
        return [*lines, "", _("{voted} of {all} voted again.").format(voted=voted, all=everybody)]
    told = _("{voted} of {all} voted again; {moved} changed their mind.").format(
        voted=voted, all=everybody, moved=one.moved
    )
    moves = [move for move in one.moves.items() if move[0][0] != move[0][1]]
    moves.sort(key=lambda move: -move[1])
    lines += ["", told]
    return lines + [f"    {_name(before)} → {_name(now)}   {number}" for (before, now), number in moves]


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
