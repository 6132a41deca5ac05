"""YAML read strictly: every scalar a text, every place known, every complaint with the line it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from annotator.errors import Place, RubricError
from annotator.formats.complaints import correction, excerpt, line_at, nearest, shown

_QUOTE = "A text with “: ” or “ #” in it, or beginning with a sign, goes between double quotation marks."
_HINTS = (
    (
        "mapping values are not allowed",
        "Put a text with “: ” in it between double quotation marks, and begin keys that belong together "
        "in the same column.",
    ),
    ("cannot start any token", _QUOTE),
    ("undefined alias", _QUOTE),
    ("expected alphabetic or numeric character", _QUOTE),
    ("scanning a quoted scalar", "Close the quotation marks."),
    ("expected a single document", "Keep one rubric a file: take the line --- away."),
    ("could not find expected ':'", "Write “key: value”; lines of a long text are indented alike."),
    (
        "expected <block end>",
        "Begin lines that belong together in the same column, and close every quotation mark.",
    ),
    ("unknown escape", "Write \\\\ for a backslash, or use single quotation marks."),
)
_FAST: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser in C, eighteen times as fast, where PyYAML was built with it."""
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_DEEPEST = 20
_DEFAULT_HINT = "Compare the lines around it with rubrics/README.md."


class _Mark(Protocol):
    """A place as both parsers give it, counted from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Sheet:
    """A YAML text and its path, and the mistakes found in it so far.

    Readers below note a mistake and go on with a harmless empty value, so that one look finds them all.
    What they read is of use only when no mistake was noted.
    """

    source: str
    path: str
    mistakes: list[RubricError] = field(default_factory=list)
    is_yaml: bool = True
    """False when nothing after the mistake noted could be read."""

    def complain(self, node: yaml.Node, message: str, hint: str) -> None:
        """Nothing; a mistake at the node's first character is noted."""
        self.note(node.start_mark.line, node.start_mark.column, message, hint)

    def note(self, row: int, indent: int, message: str, hint: str) -> None:
        """Nothing; a mistake is noted with the line itself. `row` and `indent` count from 0, as YAML does."""
        line, column = row + 1, indent + 1
        pointed = excerpt(line_at(self.source, line), line, column)
        self.mistakes.append(RubricError(message, hint + pointed, Place(self.path, line, column)))

    def in_order(self) -> tuple[RubricError, ...]:
        """The mistakes noted, from the top of the sheet to its end."""
        return tuple(sorted(self.mistakes, key=_line_and_column))


class _UnreadableError(Exception):
    """Reading cannot go on; the mistake is noted."""


def compose(sheet: Sheet) -> yaml.Node | None:
    """The root node of a sheet; None, with the mistakes noted, where it is not YAML or is empty."""
    try:
        _refuse_tabs(sheet)
        root = _compose_quickly(sheet)
    except _UnreadableError:
        sheet.is_yaml = False
        return None
    if root is None:
        sheet.note(0, 0, "the file says nothing.", _DEFAULT_HINT)
    return root


def _compose_quickly(sheet: Sheet) -> yaml.Node | None:
    try:
        return _compose(sheet, _FAST)
    except (yaml.YAMLError, UnicodeEncodeError):
        return _compose_slowly(sheet)


def _compose(sheet: Sheet, loader: type[yaml.BaseLoader]) -> yaml.Node | None:
    _refuse_depth(sheet, loader)
    root: yaml.Node | None = yaml.compose(sheet.source, Loader=loader)
    return root


def _compose_slowly(sheet: Sheet) -> yaml.Node | None:
    """The root node as the parser in Python reads it: its complaints are the same on every machine."""
    try:
        return _compose(sheet, yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        _note_syntax(sheet, problem)
        raise _UnreadableError from problem
    except yaml.reader.ReaderError as problem:
        before = sheet.source[: problem.position]
        row, indent = before.count("\n"), len(before) - before.rfind("\n") - 1
        message = "a control character stands here that YAML does not allow."
        sheet.note(row, indent, message, "Delete it.")
        raise _UnreadableError from problem


def _refuse_depth(sheet: Sheet, loader: type[yaml.BaseLoader]) -> None:
    """Nothing, for a sheet nested no deeper than a rubric: both parsers would run out of stack far below."""
    depth = 0
    for event in yaml.parse(sheet.source, Loader=loader):
        depth += isinstance(event, _OPENING) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            message = "the lines are nested too deeply for a rubric."
            sheet.note(*_position(event.start_mark), message, _DEFAULT_HINT)
            raise _UnreadableError


def read_mapping(
    sheet: Sheet,
    node: yaml.Node | None,
    what: str,
    required: Collection[str],
    optional: Collection[str] = (),
) -> Mapping[str, yaml.Node]:
    """The values of a mapping by key; a mistake is noted for each missing, unknown and repeated key.

    `what` names the mapping in complaints ("level 2 of “tone”"). A misspelt key is read as the one meant.
    Without a node (its absence was noted already) there are no values.
    """
    if node is None:
        return {}
    known = list(dict.fromkeys((*required, *optional)))
    if not isinstance(node, yaml.MappingNode):
        sheet.complain(node, f"{what} must be lines “key: value”.", f"Write the keys {', '.join(known)}.")
        return {}
    values = _values(sheet, node, what, known)
    for name in required:
        if name not in values:
            sheet.complain(node, f"{what} has no “{name}”.", f"Add a line “{name}: …”.")
    return values


def _values(sheet: Sheet, node: yaml.MappingNode, what: str, known: list[str]) -> dict[str, yaml.Node]:
    values: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    written = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name not in known:
            meant = nearest(name, [other for other in known if other not in written])
            hint = f"Write “{meant}” instead." if meant else f"Write one of: {', '.join(known)}."
            sheet.complain(key, f"{shown(name)} is not a key of {what}.", hint)
            if meant is None:
                continue
            name = meant
        if name in values:
            hint = f"Keep this one or that of line {lines[name]}."
            sheet.complain(key, f"“{name}” stands twice in {what}.", hint)
        values.setdefault(name, value)
        lines.setdefault(name, key.start_mark.line + 1)
    return values


def read_list(sheet: Sheet, node: yaml.Node | None, what: str, most: int = 100) -> list[yaml.Node]:
    """The members of a list; a mistake is noted where it is no list, or has more than `most` members."""
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        hint = "Begin each member with a hyphen and a space: “- …”."
        sheet.complain(node, f"{what} must be a list.", hint)
        return []
    members: list[yaml.Node] = node.value
    if len(members) > most:
        sheet.complain(members[most], f"{what} must be {most} at most.", "Take this and what follows away.")
    return members[:most]


def read_text(sheet: Sheet, node: yaml.Node | None, what: str) -> str:
    """A scalar's text; empty, and a mistake noted, where there is none."""
    if node is None:
        return ""
    if not isinstance(node, yaml.ScalarNode):
        hint = "Write the words after the colon; no list, no further keys."
        sheet.complain(node, f"{what} must be a text.", hint)
        return ""
    text: str = node.value.strip()
    if not text:
        sheet.complain(node, f"{what} is empty.", "Write it after the colon.")
    return text


def read_choice(sheet: Sheet, node: yaml.Node | None, what: str, choices: Collection[str]) -> str:
    """A scalar that is one of `choices`; empty, and a mistake noted, where it is none of them."""
    text = read_text(sheet, node, what)
    if node is None or not text or text in choices:
        return text
    sheet.complain(node, f"{shown(text)} is not a value for {what}.", correction(text, choices))
    return ""


def _refuse_tabs(sheet: Sheet) -> None:
    for row, line in enumerate(sheet.source.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            message = "a tab stands here; YAML is indented with spaces only."
            sheet.note(row, indent.index("\t"), message, "Put two spaces in its place.")
    if sheet.mistakes:
        raise _UnreadableError


def _note_syntax(sheet: Sheet, problem: yaml.MarkedYAMLError) -> None:
    told = f"{problem.context or ''} {problem.problem or ''}"
    hint = next((hint for part, hint in _HINTS if part in told), _DEFAULT_HINT)
    mark = problem.problem_mark or problem.context_mark
    if "quoted scalar" in told and problem.context_mark:
        mark = problem.context_mark  # where the quotation opens, not the end of the file
    sheet.note(*_position(mark), f"this is not YAML: {problem.problem or 'unreadable'}.", hint)


def _line_and_column(mistake: RubricError) -> tuple[int, int]:
    place = mistake.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _position(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)
