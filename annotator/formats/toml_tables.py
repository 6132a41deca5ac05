"""TOML files of named tables, read strictly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.errors import InputError, Place
from annotator.formats.complaints import correction, excerpt, line_at, shown
from annotator.formats.names import NAME, name_like
from annotator.formats.reading import read_text_file
from annotator.translating import N_, _

SIZE_LIMIT = 5_000_000
"""The greatest size of a table file in bytes."""

Value: TypeAlias = str | tuple[str, ...]
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_HINT = N_("Compare it with seeds/outlets.toml; texts stand between double quotation marks.")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what it says, and how to complain about it."""

    id: str
    values: Mapping[str, Value]

    def text(self, key: str) -> str:
        """The text under this key, empty when there is none."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under this key, empty when there is none."""
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()


def read_tables(path: Path, keys: Mapping[str, type]) -> list[Table]:
    """The tables of a TOML file in the order of the file.

    `keys` says which keys a table may have and whether a key holds a text (`str`) or a list of texts
    (`tuple`). The first key is required. Raises `InputError`.
    """
    source = read_text_file(path, limit=SIZE_LIMIT)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise _syntax_error(source, path, str(problem)) from problem
    except (ValueError, RecursionError) as problem:
        # A number of thousands of digits, or thousands of brackets.
        raise InputError(
            _("no table of ours holds anything like this."), _(_HINT), Place(str(path))
        ) from problem
    return [_read_table(source, path, keys, name, value) for name, value in data.items()]


def _read_table(source: str, path: Path, keys: Mapping[str, type], name: str, value: object) -> Table:
    if not isinstance(value, dict):
        hint = _("Put a line with the short name in square brackets above it.")
        raise _complain(
            source, path, "", name, _("{name} stands outside of any table.").format(name=shown(name)), hint
        )
    if not NAME.fullmatch(name):
        hint = _("Write [{name}].").format(name=name_like(name) or "a-short-name")
        raise _complain(
            source, path, name, "", _("{name} is not a short name.").format(name=shown(name)), hint
        )
    for key in value:
        if key not in keys:
            message = _("{key} is not a key of “{name}”.").format(key=shown(key), name=name)
            raise _complain(source, path, name, key, message, correction(key, keys))
    first = next(iter(keys))
    if not value.get(first):
        message = _("“{name}” has no {key}.").format(name=name, key=first)
        raise _complain(source, path, name, "", message, _('Add {key} = "…".').format(key=first))
    return Table(name, {key: _read_value(source, path, name, key, keys[key], value[key]) for key in value})


def _read_value(source: str, path: Path, name: str, key: str, wanted: type, value: object) -> Value:
    if wanted is str and isinstance(value, str):
        return value
    if wanted is tuple and isinstance(value, list) and all(isinstance(member, str) for member in value):
        return tuple(value)
    if wanted is str:
        message, hint = _("“{key}” must be a text."), _('Write {key} = "…".')
    else:
        message, hint = _("“{key}” must be a list of texts."), _('Write {key} = ["…", "…"].')
    raise _complain(source, path, name, key, message.format(key=key), hint.format(key=key))


def _syntax_error(source: str, path: Path, told: str) -> InputError:
    found = _PLACE.search(told)
    line = int(found[1]) if found and found[1] else source.count("\n") + 1
    column = int(found[2]) if found and found[2] else 1
    message = _("this is not TOML: {problem}.").format(problem=_PLACE.sub("", told))
    return InputError(
        message, _(_HINT) + excerpt(line_at(source, line), line, column), Place(str(path), line, column)
    )


def _complain(source: str, path: Path, table: str, key: str, message: str, hint: str) -> InputError:
    """An error at the line that holds `key` in `table`, or at the table's own line."""
    line = _find_line(source, table, key)
    return InputError(message, hint + excerpt(line_at(source, line), line, 1), Place(str(path), line, 1))


def _find_line(source: str, table: str, key: str) -> int:
    """The number of the line where the table begins or, in it, the key; 1 when it cannot be told."""
    lines = source.split("\n")
    heads = [i for i, line in enumerate(lines) if line.strip().strip("[]").strip(" \"'") == table]
    start = heads[0] if table and heads else 0
    if not key:
        return start + 1
    begins = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    return next((i for i in range(start, len(lines)) if begins.match(lines[i])), start) + 1
