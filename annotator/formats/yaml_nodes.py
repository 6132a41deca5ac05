"""YAML read strictly: every scalar a text, every place known, every complaint with the line it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn, Protocol

import yaml

from annotator.errors import Place, RubricError
from annotator.formats.complaints import correction, excerpt, line_at, shown

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A YAML text and its path, for complaints."""

    source: str
    path: str

    def complain(self, node: yaml.Node, message: str, hint: str) -> NoReturn:
        """Raises a `RubricError` at the node's first character."""
        raise self.error(node.start_mark.line, node.start_mark.column, message, hint)

    def error(self, row: int, indent: int, message: str, hint: str) -> RubricError:
        """A complaint with the line itself; `row` and `indent` count from 0, as YAML does."""
        line, column = row + 1, indent + 1
        pointed = excerpt(line_at(self.source, line), line, column)
        return RubricError(message, hint + pointed, Place(self.path, line, column))


def compose(sheet: Sheet) -> yaml.Node:
    """The root node of a sheet; raises `RubricError` where it is not YAML or is empty."""
    _refuse_tabs(sheet)
    try:
        root = _compose(sheet, _FAST)
    except (yaml.YAMLError, UnicodeEncodeError):
        root = _compose_slowly(sheet)
    if root is None:
        raise sheet.error(0, 0, "the file says nothing.", _DEFAULT_HINT)
    return root


def _compose(sheet: Sheet, loader: type[yaml.BaseLoader]) -> yaml.Node | None:
    _refuse_depth(sheet, loader)
    root: yaml.Node | None = yaml.compose(sheet.source, Loader=loader)
    return root


def _compose_slowly(sheet: Sheet) -> yaml.Node | None:
    """The root node as the parser in Python reads it: its complaints are the same on every machine."""
    try:
        return _compose(sheet, yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        raise _syntax_error(sheet, problem) from problem
    except yaml.reader.ReaderError as problem:
        before = sheet.source[: problem.position]
        row, indent = before.count("\n"), len(before) - before.rfind("\n") - 1
        message = "a control character stands here that YAML does not allow."
        raise sheet.error(row, indent, message, "Delete it.") from problem


def _refuse_depth(sheet: Sheet, loader: type[yaml.BaseLoader]) -> None:
    """Nothing, for a sheet nested no deeper than a rubric: both parsers would run out of stack far below."""
    depth = 0
    for event in yaml.parse(sheet.source, Loader=loader):
        depth += isinstance(event, _OPENING) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            message = "the lines are nested too deeply for a rubric."
            raise sheet.error(*_position(event.start_mark), message, _DEFAULT_HINT)


def read_mapping(
    sheet: Sheet, node: yaml.Node, what: str, required: Collection[str], optional: Collection[str] = ()
) -> Mapping[str, yaml.Node]:
    """The values of a mapping by key, every required key among them and no unknown or repeated one.

    `what` names the mapping in complaints ("level 2 of “tone”").
    """
    if not isinstance(node, yaml.MappingNode):
        keys = ", ".join([*required, *optional])
        sheet.complain(node, f"{what} must be lines “key: value”.", f"Write the keys {keys}.")
    values: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name not in required and name not in optional:
            hint = correction(name, dict.fromkeys((*required, *optional)))
            sheet.complain(key, f"{shown(name)} is not a key of {what}.", hint)
        if name in values:
            first = values[name].start_mark.line + 1
            sheet.complain(
                key, f"“{name}” stands twice in {what}.", f"Keep this one or that of line {first}."
            )
        values[name], lines[name] = value, key.start_mark.line + 1
    for name in required:
        if name not in values:
            sheet.complain(node, f"{what} has no “{name}”.", f"Add a line “{name}: …”.")
    return values


def read_list(sheet: Sheet, node: yaml.Node, what: str) -> Iterator[yaml.Node]:
    """The members of a list."""
    if not isinstance(node, yaml.SequenceNode):
        sheet.complain(node, f"{what} must be a list.", "Begin each member with a hyphen and a space: “- …”.")
    yield from node.value


def read_text(sheet: Sheet, node: yaml.Node, what: str) -> str:
    """A scalar's text, never empty."""
    if not isinstance(node, yaml.ScalarNode):
        sheet.complain(
            node, f"{what} must be a text.", "Write the words after the colon; no list, no further keys."
        )
    text: str = node.value.strip()
    if not text:
        sheet.complain(node, f"{what} is empty.", "Write it after the colon.")
    return text


def read_choice(sheet: Sheet, node: yaml.Node, what: str, choices: Collection[str]) -> str:
    """A scalar that is one of `choices`."""
    text = read_text(sheet, node, what)
    if text not in choices:
        sheet.complain(node, f"{shown(text)} is not a value for {what}.", correction(text, choices))
    return text


def _refuse_tabs(sheet: Sheet) -> None:
    for row, line in enumerate(sheet.source.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            message = "a tab stands here; YAML is indented with spaces only."
            raise sheet.error(row, indent.index("\t"), message, "Put two spaces in its place.")


def _syntax_error(sheet: Sheet, problem: yaml.MarkedYAMLError) -> RubricError:
    told = f"{problem.context or ''} {problem.problem or ''}"
    hint = next((hint for part, hint in _HINTS if part in told), _DEFAULT_HINT)
    mark = problem.problem_mark or problem.context_mark
    if "quoted scalar" in told and problem.context_mark:
        mark = problem.context_mark  # where the quotation opens, not the end of the file
    return sheet.error(*_position(mark), f"this is not YAML: {problem.problem or 'unreadable'}.", hint)


def _position(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)
