"""Rubrics as YAML files: read strictly, refused with the place and what to write instead."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import get_args

import yaml

from annotator.formats.complaints import shown
from annotator.formats.names import NAME, name_like
from annotator.formats.reading import normalize_line_ends, read_text_file
from annotator.formats.yaml_nodes import Sheet, compose, read_choice, read_list, read_mapping, read_text
from annotator.languages import CODES
from annotator.model.rubrics import Criterion, EvidenceRule, Level, Rubric, Words

SIZE_LIMIT = 1_000_000
"""The greatest size of a rubric file in bytes."""
OVERALL = "overall"
"""The id of the criterion that asks for the overall impression; it stands last."""
LEAST_VALUE, GREATEST_VALUE = 1, 9
"""A level is one digit key; 0 is the key of "cannot judge"."""
RUBRIC_KEYS = ("id", "version", "title", "description", "source_note", "criteria")
CRITERION_KEYS = ("id", "title", "question", "levels")
CRITERION_OPTIONS = ("evidence", "signals")
LEVEL_KEYS = ("value", "label", "descriptor", "example")
EVIDENCE_RULES: tuple[EvidenceRule, ...] = get_args(EvidenceRule)


def read_rubric(path: Path) -> Rubric:
    """The rubric in a YAML file.

    Raises `InputError` for a file that cannot be read and `RubricError` for one that is no rubric.
    """
    return parse_rubric(read_text_file(path, limit=SIZE_LIMIT, kind="rubrics"), str(path))


def parse_rubric(source: str, path: str) -> Rubric:
    """The rubric that a YAML text describes; `path` is for complaints.

    Raises `RubricError` with path, line and column, the line itself and what to write instead.
    Line ends are made LF first, so that the digest is the same whatever editor saved the file.
    """
    sheet = Sheet(normalize_line_ends(source), path)
    values = read_mapping(sheet, compose(sheet), "the rubric", RUBRIC_KEYS)
    return Rubric(
        id=_read_name(sheet, values["id"], "the rubric's id"),
        version=read_text(sheet, values["version"], "the rubric's version"),
        title=_read_words(sheet, values["title"], "the rubric's title"),
        description=_read_words(sheet, values["description"], "the rubric's description"),
        criteria=_read_criteria(sheet, values["criteria"]),
        source_note=read_text(sheet, values["source_note"], "the rubric's source_note"),
        source=sheet.source,
        digest=hashlib.sha256(sheet.source.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _read_criteria(sheet: Sheet, node: yaml.Node) -> tuple[Criterion, ...]:
    criteria: dict[str, Criterion] = {}
    for number, member in enumerate(read_list(sheet, node, "the rubric's criteria"), start=1):
        if OVERALL in criteria:
            sheet.complain(member, f"a criterion follows “{OVERALL}”.", f"Put “{OVERALL}” last.")
        criterion = _read_criterion(sheet, member, number)
        if criterion.id in criteria:
            hint = "Give each criterion an id of its own."
            sheet.complain(member, f"two criteria have the id “{criterion.id}”.", hint)
        criteria[criterion.id] = criterion
    if not criteria:
        sheet.complain(node, "the rubric has no criteria.", "Write at least one: “- id: …”.")
    return tuple(criteria.values())


def _read_criterion(sheet: Sheet, node: yaml.Node, number: int) -> Criterion:
    values = read_mapping(sheet, node, f"criterion {number}", CRITERION_KEYS, CRITERION_OPTIONS)
    own_id = _read_name(sheet, values["id"], f"the id of criterion {number}")
    name = f"criterion “{own_id}”"
    return Criterion(
        id=own_id,
        title=_read_words(sheet, values["title"], f"the title of {name}"),
        question=_read_words(sheet, values["question"], f"the question of {name}"),
        levels=_read_levels(sheet, values["levels"], name),
        evidence=_read_evidence(sheet, values.get("evidence"), name),
        signals=_read_signals(sheet, values.get("signals"), name),
    )


def _read_evidence(sheet: Sheet, node: yaml.Node | None, name: str) -> EvidenceRule:
    if node is None:
        return "none"
    rule = read_choice(sheet, node, f"the evidence of {name}", EVIDENCE_RULES)
    return next(known for known in EVIDENCE_RULES if known == rule)


def _read_signals(sheet: Sheet, node: yaml.Node | None, name: str) -> tuple[str, ...]:
    if node is None:
        return ()
    what = f"the signals of {name}"
    return tuple(_read_name(sheet, member, what) for member in read_list(sheet, node, what))


def _read_levels(sheet: Sheet, node: yaml.Node, name: str) -> tuple[Level, ...]:
    levels: list[Level] = []
    for number, member in enumerate(read_list(sheet, node, f"the levels of {name}"), start=1):
        what = f"level {number} of {name}"
        values = read_mapping(sheet, member, what, LEVEL_KEYS)
        value = _read_value(sheet, values["value"], what, [level.value for level in levels])
        label, descriptor, example = (
            _read_words(sheet, values[key], f"the {key} of {what}") for key in LEVEL_KEYS[1:]
        )
        levels.append(Level(value, label, descriptor, example))
    if len(levels) < 2:
        sheet.complain(node, f"{name} has fewer than two levels.", "Describe at least two.")
    return tuple(levels)


def _read_value(sheet: Sheet, node: yaml.Node, what: str, before: list[int]) -> int:
    text = read_text(sheet, node, f"the value of {what}")
    allowed = f"Write a whole number from {LEAST_VALUE} to {GREATEST_VALUE}"
    if not (text.isascii() and text.isdecimal() and len(text) == 1 and int(text) >= LEAST_VALUE):
        hint = f"{allowed}; 0 is the key for “cannot judge”." if text == "0" else f"{allowed}."
        sheet.complain(node, f"{shown(text)} cannot be the value of {what}.", hint)
    value = int(text)
    if value in before:
        hint = "Give each level a value of its own."
        sheet.complain(node, f"{what} has the value {value}, and so has an earlier one.", hint)
    if before and value < before[-1]:
        hint = "Order the levels from the lowest value to the highest."
        sheet.complain(node, f"{what} has the value {value}, below the {before[-1]} before it.", hint)
    return value


def _read_words(sheet: Sheet, node: yaml.Node, what: str) -> Words:
    """A text by language; a bare text is English."""
    if isinstance(node, yaml.ScalarNode):
        return {"en": read_text(sheet, node, what)}
    if isinstance(node, yaml.MappingNode) and "en" not in [key.value for key, _ in node.value]:
        _refuse_languages(sheet, node, what)
        sheet.complain(node, f"{what} has no English text.", "Add a line “en: …”.")
    values = read_mapping(sheet, node, what, ("en",), CODES)
    return {code: read_text(sheet, member, f"{what} ({code})") for code, member in values.items()}


def _refuse_languages(sheet: Sheet, node: yaml.MappingNode, what: str) -> None:
    """Nothing, when all keys are languages: an unknown one is a nearer cause than English missing."""
    for key, _ in node.value:
        read_choice(sheet, key, f"a language of {what}", CODES)


def _read_name(sheet: Sheet, node: yaml.Node, what: str) -> str:
    text = read_text(sheet, node, what)
    if not NAME.fullmatch(text):
        meant = name_like(text)
        hint = f"Write “{meant}”." if meant else "Write it with small letters a-z, digits and hyphens."
        sheet.complain(node, f"{shown(text)} is not a short name for {what}.", hint)
    return text
