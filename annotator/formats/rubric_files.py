"""Rubrics as YAML files: read strictly, refused with the place and what to write instead."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import yaml

from annotator.errors import RubricError
from annotator.formats.complaints import shown
from annotator.formats.reading import normalize_line_ends, read_text_file
from annotator.formats.rubric_follow_ups import read_follow_ups
from annotator.formats.rubric_words import RubricSheet, read_digit, read_name, read_signal, read_words
from annotator.formats.yaml_nodes import compose, read_choice, read_list, read_mapping, read_text
from annotator.model.rubrics import Criterion, EvidenceRule, Level, Moment, Rubric, Words

FORMAT = 1
"""The version of the file format that is read here; a file that names none is of version 1."""
SIZE_LIMIT = 1_000_000
"""The greatest size of a rubric file in bytes."""
OVERALL = "overall"
"""The id of the criterion that asks for the overall impression; it stands last."""
OVERALL_BEFORE = "overall-before"
"""The id of the same question asked before the article is judged in parts."""
FIRST_IMPRESSION: Words = {"en": "First impression", "it": "Prima impressione", "hi": "पहली राय"}
"""What the overall impression is called when it is asked before."""
RUBRIC_KEYS = ("id", "version", "title", "description", "source_note", "criteria")
RUBRIC_OPTIONS = ("format",)
CRITERION_KEYS = ("id", "title", "question", "levels")
CRITERION_OPTIONS = ("evidence", "signals", "follow_ups", "ask")
LEVEL_KEYS = ("value", "label", "descriptor", "example")
EVIDENCE_RULES: tuple[EvidenceRule, ...] = get_args(EvidenceRule)
BOTH = "before-and-after"
ASKED = (BOTH, "after")
"""When the overall impression may be asked."""
MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Checked:
    """What one look at a rubric file found."""

    rubric: Rubric | None
    """The rubric, when there is no mistake."""
    mistakes: tuple[RubricError, ...]
    """From the top of the file to its end."""
    is_yaml: bool
    """False when the file could not be read beyond the mistakes told."""


def read_rubric(path: Path) -> Rubric:
    """The rubric in a YAML file.

    Raises `InputError` for a file that cannot be read and `RubricError` for one that is no rubric.
    """
    return parse_rubric(read_text_file(path, limit=SIZE_LIMIT), str(path))


def parse_rubric(source: str, path: str) -> Rubric:
    """The rubric that a YAML text describes; `path` is for complaints.

    Raises `RubricError` with path, line and column, the line itself and what to write instead: the first
    mistake of the file. Line ends are made LF first, so that the digest is the same whatever editor saved it.
    """
    checked = check_rubric(source, path)
    if checked.rubric is None:
        raise checked.mistakes[0]
    return checked.rubric


def check_file(path: Path, signals: Collection[str] = ()) -> Checked:
    """The rubric in a YAML file, or all its mistakes; raises `InputError` for a file that cannot be read."""
    source = read_text_file(path, limit=SIZE_LIMIT)
    return check_rubric(source, str(path), signals)


def check_rubric(source: str, path: str, signals: Collection[str] = ()) -> Checked:
    """The rubric that a YAML text describes, or all its mistakes; `path` is for complaints.

    Hints may name any signal, unless `signals` says which there are.
    """
    sheet = RubricSheet(normalize_line_ends(source), path, signals=signals)
    root = compose(sheet)
    rubric = _read_rubric(sheet, root) if root is not None else None
    mistakes = sheet.in_order()
    return Checked(None if mistakes else rubric, mistakes, sheet.is_yaml)


def _read_rubric(sheet: RubricSheet, root: yaml.Node) -> Rubric:
    values = read_mapping(sheet, root, "the rubric", RUBRIC_KEYS, RUBRIC_OPTIONS)
    _refuse_format(sheet, values.get("format"))
    return Rubric(
        id=read_name(sheet, values.get("id"), "the rubric's id"),
        version=read_text(sheet, values.get("version"), "the rubric's version"),
        title=read_words(sheet, values.get("title"), "the rubric's title"),
        description=read_words(sheet, values.get("description"), "the rubric's description"),
        criteria=_read_criteria(sheet, values.get("criteria")),
        source_note=read_text(sheet, values.get("source_note"), "the rubric's source_note"),
        source=sheet.source,
        digest=hashlib.sha256(sheet.source.encode("utf-8", "surrogatepass")).hexdigest(),
        format=FORMAT,
    )


def _refuse_format(sheet: RubricSheet, node: yaml.Node | None) -> None:
    """Nothing; a mistake is noted for another format than the one read here."""
    text = read_text(sheet, node, "the rubric's format")
    if node is None or not text or text == str(FORMAT):
        return
    newer = " A newer annotator may read this file as it is." if text.isdecimal() else ""
    sheet.complain(node, f"{shown(text)} is no rubric format known here.", f"Write {FORMAT}.{newer}")


def _read_criteria(sheet: RubricSheet, node: yaml.Node | None) -> tuple[Criterion, ...]:
    criteria: dict[str, Criterion] = {}
    for number, member in enumerate(read_list(sheet, node, "the rubric's criteria"), start=1):
        criterion = _read_criterion(sheet, member, number)
        if OVERALL in criteria:
            sheet.complain(member, f"a criterion follows “{OVERALL}”.", f"Put “{OVERALL}” last.")
        elif criterion.id in criteria:
            hint = "Give each criterion an id of its own."
            sheet.complain(member, f"two criteria have the id “{criterion.id}”.", hint)
        criteria[criterion.id or str(number)] = criterion
    if isinstance(node, yaml.SequenceNode) and not node.value:
        sheet.complain(node, "the rubric has no criteria.", "Write at least one: “- id: …”.")
    return _with_first_impression(criteria)


def _with_first_impression(criteria: dict[str, Criterion]) -> tuple[Criterion, ...]:
    """The criteria in the order in which they are asked: an overall impression asked twice is two of them.

    The first impression asks for no evidence and gives no hints: nothing was read closely yet.
    """
    listed = tuple(criteria.values())
    last = criteria.get(OVERALL)
    if last is None or last.asked != "before":
        return listed
    first = replace(
        last, id=OVERALL_BEFORE, title=FIRST_IMPRESSION, evidence="none", signals=(), follow_ups=()
    )
    return (first, *listed[:-1], replace(last, asked="after"))


def _read_criterion(sheet: RubricSheet, node: yaml.Node, number: int) -> Criterion:
    values = read_mapping(sheet, node, f"criterion {number}", CRITERION_KEYS, CRITERION_OPTIONS)
    own_id = read_name(sheet, values.get("id"), f"the id of criterion {number}")
    name = f"criterion “{own_id}”" if own_id else f"criterion {number}"
    if own_id == OVERALL_BEFORE:
        hint = f"Write “{OVERALL}”, put it last and add “ask: {BOTH}”."
        sheet.complain(values["id"], f"the id “{own_id}” is given by annotator itself.", hint)
    title = read_words(sheet, values.get("title"), f"the title of {name}")
    question = read_words(sheet, values.get("question"), f"the question of {name}")
    levels = _read_levels(sheet, values.get("levels"), name)
    return Criterion(
        id=own_id,
        title=title,
        question=question,
        levels=levels,
        evidence=_read_evidence(sheet, values.get("evidence"), name),
        signals=_read_signals(sheet, values.get("signals"), name),
        follow_ups=read_follow_ups(sheet, values.get("follow_ups"), name, levels),
        asked=_read_moment(sheet, values.get("ask"), name, own_id),
    )


def _read_moment(sheet: RubricSheet, node: yaml.Node | None, name: str, own_id: str) -> Moment:
    """When a criterion is asked; "before" stands for an overall impression asked before and after."""
    if node is None:
        return "after" if own_id == OVERALL else "during"
    if own_id != OVERALL:
        hint = f"Take the line away, or call the criterion “{OVERALL}”."
        sheet.complain(node, f"only the overall impression has “ask”, not {name}.", hint)
        return "during"
    return "before" if read_choice(sheet, node, f"the ask of {name}", ASKED) == BOTH else "after"


def _read_evidence(sheet: RubricSheet, node: yaml.Node | None, name: str) -> EvidenceRule:
    rule = read_choice(sheet, node, f"the evidence of {name}", EVIDENCE_RULES)
    return next((known for known in EVIDENCE_RULES if known == rule), "none")


def _read_signals(sheet: RubricSheet, node: yaml.Node | None, name: str) -> tuple[str, ...]:
    what = f"the signals of {name}"
    return tuple(read_signal(sheet, member, what) for member in read_list(sheet, node, what))


def _read_levels(sheet: RubricSheet, node: yaml.Node | None, name: str) -> tuple[Level, ...]:
    levels: list[Level] = []
    members = read_list(sheet, node, f"the levels of {name}", MOST_LEVELS)
    for number, member in enumerate(members, start=1):
        what = f"level {number} of {name}"
        values = read_mapping(sheet, member, what, LEVEL_KEYS)
        value = _read_value(sheet, values.get("value"), what, [level.value for level in levels])
        label, descriptor, example = (
            read_words(sheet, values.get(key), f"the {key} of {what}") for key in LEVEL_KEYS[1:]
        )
        levels.append(Level(value, label, descriptor, example))
    if isinstance(node, yaml.SequenceNode) and len(members) < 2:
        sheet.complain(node, f"{name} has fewer than two levels.", "Describe at least two.")
    return tuple(levels)


def _read_value(sheet: RubricSheet, node: yaml.Node | None, what: str, before: list[int]) -> int:
    value = read_digit(sheet, node, f"the value of {what}")
    if node is None or not value:
        return 0
    if value in before:
        hint = "Give each level a value of its own."
        sheet.complain(node, f"{what} has the value {value}, and so has an earlier one.", hint)
    elif value < max(before, default=0):
        hint = "Order the levels from the lowest value to the highest."
        message = f"{what} has the value {value}, below the {max(before)} before it."
        sheet.complain(node, message, hint)
    return value
