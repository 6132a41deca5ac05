"""Follow-ups in rubric files: questions asked only after certain answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import yaml

from annotator.formats.rubric_words import RubricSheet, read_digit, read_name, read_words
from annotator.formats.yaml_nodes import read_choice, read_list, read_mapping
from annotator.model.rubrics import Choice, FollowUp, FollowUpKind, Level, When

FOLLOW_UP_KEYS = ("id", "when", "question")
FOLLOW_UP_OPTIONS = ("kind", "choices")
CONDITIONS = ("at_most", "at_least", "cannot_judge")
CHOICE_KEYS = ("id", "label")
KINDS: tuple[FollowUpKind, ...] = get_args(FollowUpKind)


def read_follow_ups(
    sheet: RubricSheet, node: yaml.Node | None, name: str, levels: Sequence[Level]
) -> tuple[FollowUp, ...]:
    """The follow-ups of the criterion called `name`, which has these levels."""
    found: dict[str, FollowUp] = {}
    for number, member in enumerate(read_list(sheet, node, f"the follow_ups of {name}"), start=1):
        one = _read_follow_up(sheet, member, f"follow-up {number} of {name}", levels)
        if one.id in found:
            hint = "Give each follow-up an id of its own."
            sheet.complain(member, f"two follow-ups of {name} have the id “{one.id}”.", hint)
        found[one.id or str(number)] = one
    return tuple(found.values())


def _read_follow_up(sheet: RubricSheet, node: yaml.Node, what: str, levels: Sequence[Level]) -> FollowUp:
    values = read_mapping(sheet, node, what, FOLLOW_UP_KEYS, FOLLOW_UP_OPTIONS)
    kind = _read_kind(sheet, values.get("kind"), what)
    return FollowUp(
        id=read_name(sheet, values.get("id"), f"the id of {what}"),
        when=_read_when(sheet, values.get("when"), what, levels),
        question=read_words(sheet, values.get("question"), f"the question of {what}"),
        kind=kind,
        choices=_read_choices(sheet, node, values, what, kind),
    )


def _read_kind(sheet: RubricSheet, node: yaml.Node | None, what: str) -> FollowUpKind:
    if node is None:
        return "text"
    written = read_choice(sheet, node, f"the kind of {what}", KINDS)
    return next((kind for kind in KINDS if kind == written), "text")


def _read_when(sheet: RubricSheet, node: yaml.Node | None, what: str, levels: Sequence[Level]) -> When:
    name = f"the “when” of {what}"
    values = read_mapping(sheet, node, name, (), CONDITIONS)
    if isinstance(node, yaml.MappingNode) and not node.value:
        sheet.complain(node, f"{name} is empty.", f"Write one of: {', '.join(CONDITIONS)}.")
    bounds = {key: read_digit(sheet, values.get(key), f"{key} of {what}") for key in CONDITIONS[:2]}
    _refuse_never(sheet, values, bounds, what, levels)
    if "cannot_judge" in values:
        read_choice(sheet, values["cannot_judge"], f"cannot_judge of {what}", ("true",))
    return When(bounds["at_most"] or None, bounds["at_least"] or None, "cannot_judge" in values)


def _refuse_never(
    sheet: RubricSheet,
    values: Mapping[str, yaml.Node],
    bounds: Mapping[str, int],
    what: str,
    levels: Sequence[Level],
) -> None:
    """Nothing; a mistake is noted for a bound that no level of the criterion can meet."""
    known = [level.value for level in levels if level.value]
    if not known:
        return
    if bounds["at_most"] and bounds["at_most"] < min(known):
        hint = f"The lowest level is {min(known)}."
        sheet.complain(values["at_most"], f"no level is at most {bounds['at_most']} for {what}.", hint)
    if bounds["at_least"] > max(known):
        hint = f"The highest level is {max(known)}."
        sheet.complain(values["at_least"], f"no level is at least {bounds['at_least']} for {what}.", hint)


def _read_choices(
    sheet: RubricSheet, node: yaml.Node, values: Mapping[str, yaml.Node], what: str, kind: FollowUpKind
) -> tuple[Choice, ...]:
    listed = values.get("choices")
    if kind == "text" and listed is not None:
        sheet.complain(listed, f"{what} is answered in words and needs no choices.", "Write “kind: choice”.")
    if kind == "choice" and listed is None:
        sheet.complain(node, f"{what} has no “choices”.", "Add a line “choices:” and two or more below it.")
    choices: dict[str, Choice] = {}
    members = read_list(sheet, listed, f"the choices of {what}")
    for number, member in enumerate(members, start=1):
        choice = _read_choice(sheet, member, f"choice {number} of {what}")
        if choice.id in choices:
            hint = "Give each choice an id of its own."
            sheet.complain(member, f"two choices of {what} have the id “{choice.id}”.", hint)
        choices[choice.id or str(number)] = choice
    if listed is not None and isinstance(listed, yaml.SequenceNode) and len(members) < 2:
        sheet.complain(listed, f"{what} has fewer than two choices.", "Offer at least two.")
    return tuple(choices.values())


def _read_choice(sheet: RubricSheet, node: yaml.Node, what: str) -> Choice:
    values = read_mapping(sheet, node, what, CHOICE_KEYS)
    return Choice(
        read_name(sheet, values.get("id"), f"the id of {what}"),
        read_words(sheet, values.get("label"), f"the label of {what}"),
    )
