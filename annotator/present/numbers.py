"""An article in numbers: every measure with its value and a sentence, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from annotator.model.findings import Measurement, Unavailable
from annotator.present.lines import BLANK, Line, Run, fold_runs, indent
from annotator.present.showing import Cells
from annotator.signals import explain_measure, measure_card
from annotator.translating import N_, _, write_number

WIDEST = 88
"""Cells of the widest line."""
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("Who says so"),
        (
            "claims-sourced", "unattributed", "unsourced-numbers", "named-sources", "distinct-sources",
            "anonymous", "accused-heard", "attribution", "quoted-share",
        ),
    ),
    (
        N_("How it is told"),
        (
            "loaded", "praise", "hedge", "sentiment", "sentiment-swing", "tone-gap", "clickbait",
            "headline-body", "readability",
        ),
    ),
    (N_("The page around it"), ("boilerplate-share", "byline-date-contact")),
)  # fmt: skip
"""The measures in the order in which they are read."""
_SENTENCES = {
    "per 1,000 words": N_("{findings} marked in {words} words."),
    "% of claims": N_("{without} claims without a source beside {with} with one."),
    "% of attributed sentences": N_("{unnamed} of {attributed} sentences with a source leave it unnamed."),
    "0 or 1": N_("1 says that the headline teases rather than tells."),
    "-1 to 1": N_("The mean of {sentences} sentences; from {lowest} to {highest}."),
}
"""By unit, what a signal's number was made from."""
_READING = N_("Made from {words} words in {sentences} sentences.")
NOTHING_YET = N_("The signals have not spoken yet.")
NO_SUM = N_("These numbers are never added up: none says whether the article is true. {key} closes the page.")
NO_NAMES = "…"
"""Stands for words of the article while names are hidden."""


def numbers_page(
    measured: Mapping[str, Measurement | Unavailable], width: int, cells: Cells, *, names: bool
) -> list[Line]:
    """All measures, part by part; without `names` no word of the article is told."""
    wide = min(width, WIDEST)
    if not measured:
        return fold_runs(_(NOTHING_YET), wide, cells, "quiet")
    lines: list[Line] = []
    for title, ids in PARTS:
        here = [id for id in ids if id in measured]
        if here:
            lines += [(Run(_(title), "title"),), BLANK]
        for id in here:
            lines += _measure(id, measured[id], wide, cells, names=names)
    return [*lines, *fold_runs(_(NO_SUM).format(key="esc"), wide, cells, "quiet")]


def _measure(id: str, one: Measurement | Unavailable, width: int, cells: Cells, *, names: bool) -> list[Line]:
    card = measure_card(id)
    if isinstance(one, Unavailable):
        head, told, look = _("not available"), _(one.reason), "warn"
    else:
        head, told, look = f"{_shown(one.value)} {_(one.unit)}", sentence(id, one, names=names), ""
    title: Line = (Run(_(card.title), "strong"), Run(f"  {head}", "accent" if not look else "quiet"))
    body = indent(fold_runs(told, width - 2, cells, look), Run("  "), cells) if told else []
    asked = indent(fold_runs(_(card.question), width - 2, cells, "quiet"), Run("  "), cells)
    return [title, *body, *asked, BLANK]


def sentence(id: str, one: Measurement, *, names: bool = True) -> str:
    """What the number was made from, in one sentence."""
    if not names:
        hidden = {
            key: NO_NAMES if isinstance(value, str) and value else value for key, value in one.inputs.items()
        }
        one = replace(one, inputs=hidden)
    told = explain_measure(id, one)
    if told:
        return told
    template = _READING if id == "readability" else _SENTENCES.get(one.unit, "")
    if not template:
        return ""
    return _filled(_(template), {key: _written(value) for key, value in one.inputs.items()}.__getitem__)


def _filled(template: str, value: Callable[[str], str]) -> str:
    first, *rest = template.split("{")
    parts = [part.partition("}") for part in rest]
    return first + "".join(value(name) + after for name, _brace, after in parts)


def _written(value: float | int | str) -> str:
    return value if isinstance(value, str) else _shown(float(value))


def _shown(value: float) -> str:
    places = 0 if value == int(value) else 1 if abs(value) >= 10 else 2
    return write_number(value, places)
