"""What a class thinks of the signals, as a table, flat rows and a JSON record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.signals import card
from annotator.statistics import MINIMUM_N
from annotator.workbench.correcting import Opinion, Refused

HEADER = ("signal", "precision here", "yes", "no", "unsure", "raters", "most often refused")
COLUMNS = ("signal", "yes", "no", "unsure", "n", "raters", "precision", "refused")
_SHOWN = 3
"""How many refused entries stand in a cell of the table."""


def opinion_rows(opinions: Sequence[Opinion]) -> Iterator[tuple[str, ...]]:
    """One row of the table for each signal that somebody answered to."""
    for one in opinions:
        if one.n or one.unsure:
            refused = ", ".join(map(refused_text, one.refused[:_SHOWN]))
            numbers = (one.yes, one.no, one.unsure, one.raters)
            yield (card(one.signal).title, precision_text(one), *map(str, numbers), refused)


def precision_text(one: Opinion) -> str:
    """The precision with its n, or that there are too few answers for one."""
    if one.precision is None:
        return f"too few ({one.n} of {MINIMUM_N})"
    return f"{one.precision:.2f} (n {one.n})"


def refused_text(one: Refused) -> str:
    """An entry with how often it was refused, and whether this workspace has silenced it since."""
    return f"{one.entry} ({one.no} no" + (", silenced)" if one.silenced else ")")


def opinion_cells(opinions: Sequence[Opinion]) -> list[tuple[str | int | float | None, ...]]:
    """One flat row for each signal, in the order of COLUMNS; an absent figure is an empty cell."""
    return [
        (one.signal, one.yes, one.no, one.unsure, one.n, one.raters, _rounded(one),
         " | ".join(map(refused_text, one.refused)))
        for one in opinions
    ]  # fmt: skip


def opinion_record(opinions: Sequence[Opinion]) -> dict[str, Any]:
    """The opinions as the JSON contract describes them."""
    return {
        "minimum_n": MINIMUM_N,
        "signals": [
            {
                "signal": one.signal,
                "yes": one.yes,
                "no": one.no,
                "unsure": one.unsure,
                "n": one.n,
                "raters": one.raters,
                "precision": _rounded(one),
                "refused": [
                    {
                        "language": entry.language,
                        "entry": entry.entry,
                        "no": entry.no,
                        "yes": entry.yes,
                        "silenced": entry.silenced,
                    }
                    for entry in one.refused
                ],
            }
            for one in opinions
        ],
    }


def _rounded(one: Opinion) -> float | None:
    return None if one.precision is None else round(one.precision, 4)
