"""What every part of a rubric file is made of: short names, texts in several languages, whole numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import yaml

from annotator.formats.complaints import correction, shown
from annotator.formats.names import NAME, name_like
from annotator.formats.yaml_nodes import Sheet, read_mapping, read_text
from annotator.languages import CODES
from annotator.model.rubrics import Words

LEAST_VALUE, GREATEST_VALUE = 1, 9
"""A level is one digit key; 0 is the key of "cannot judge"."""


@dataclass(slots=True)
class RubricSheet(Sheet):
    """A rubric's YAML text, its path and the mistakes found so far."""

    signals: Collection[str] = ()
    """The signals a hint may name; any, when empty."""


def read_words(sheet: Sheet, node: yaml.Node | None, what: str) -> Words:
    """A text by language; a bare text is English."""
    if isinstance(node, yaml.ScalarNode):
        return {"en": read_text(sheet, node, what)}
    if isinstance(node, yaml.SequenceNode):
        sheet.complain(node, f"{what} must be a text.", "Write the words after the colon, or lines “en: …”.")
        return {}
    values = read_mapping(sheet, node, what, (), CODES)
    if isinstance(node, yaml.MappingNode) and "en" not in values:
        sheet.complain(node, f"{what} has no English text.", "Add a line “en: …”.")
    return {code: read_text(sheet, member, f"{what} ({code})") for code, member in values.items()}


def read_name(sheet: Sheet, node: yaml.Node | None, what: str) -> str:
    """A short name; of one wrongly written, what comes nearest to it."""
    text = read_text(sheet, node, what)
    if node is None or not text or NAME.fullmatch(text):
        return text
    meant = name_like(text)
    hint = f"Write “{meant}”." if meant else "Write it with small letters a-z, digits and hyphens."
    sheet.complain(node, f"{shown(text)} is not a short name for {what}.", hint)
    return meant


def read_digit(sheet: Sheet, node: yaml.Node | None, what: str) -> int:
    """A level's value; 0, and a mistake noted, where it is none."""
    text = read_text(sheet, node, what)
    if node is None or not text:
        return 0
    if text.isascii() and text.isdecimal() and len(text) == 1 and int(text) >= LEAST_VALUE:
        return int(text)
    allowed = f"Write a whole number from {LEAST_VALUE} to {GREATEST_VALUE}"
    hint = f"{allowed}; 0 is the key for “cannot judge”." if text == "0" else f"{allowed}."
    sheet.complain(node, f"{shown(text)} cannot be {what}.", hint)
    return 0


def read_signal(sheet: RubricSheet, node: yaml.Node, what: str) -> str:
    """The id of a signal; a mistake is noted for an unknown one where the sheet says which are known."""
    name = read_name(sheet, node, what)
    if name and sheet.signals and name not in sheet.signals:
        sheet.complain(node, f"there is no signal called {shown(name)}.", correction(name, sheet.signals))
    return name
